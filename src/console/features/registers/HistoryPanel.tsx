import { useQuery } from '@tanstack/react-query';
import { Empty, Spin, Timeline } from 'antd';
import type { RegisterKey } from '../../../web/api/consoleTypes.ts';
import type { HistoryEntry, Row } from '../../../web/api/registerTypes.ts';
import { type ApiProblem, api, query } from '../../api.ts';

/** Who changed what and when, newest first. */
export function HistoryPanel({ register, row }: { readonly register: RegisterKey; readonly row: Row }) {
  const history = useQuery<HistoryEntry[], ApiProblem>({
    queryKey: ['history', register, row.agency, row.number, row.version],
    queryFn: () => api.get(`/registers/${register}/${encodeURIComponent(row.number)}/history${query({ agency: row.agency })}`),
  });
  if (history.isPending) return <Spin />;
  if (!history.data?.length) return <Empty description={history.error?.message ?? '没有修改记录'} />;
  return (
    <Timeline
      items={history.data.map((h) => ({
        content: (
          <>
            <strong>
              {h.at} {h.actor} {h.action}
            </strong>
            <ul>
              {h.changes.map((c) => (
                <li key={c.field}>
                  {c.label}：{c.before || '空'} → {c.after || '空'}
                </li>
              ))}
            </ul>
          </>
        ),
      }))}
    />
  );
}
