import { useQuery } from '@tanstack/react-query';
import { Alert, Spin } from 'antd';
import type { CaseClock } from '../../../web/api/registerTypes.ts';
import { type ApiProblem, api, query } from '../../api.ts';
import { ClockChip } from './ClockChip.tsx';
import { eventName } from './events.ts';

/** 期限计算单: how the date came about, day by day, with the article. */
export function CaseClockPanel({ number, agency }: { readonly number: string; readonly agency: string }) {
  const clock = useQuery<CaseClock, ApiProblem>({
    queryKey: ['clock', agency, number],
    queryFn: () => api.get(`/requests/${encodeURIComponent(number)}/clock${query({ agency })}`),
  });
  if (clock.isPending) return <Spin />;
  if (clock.error) return <Alert type="error" title={clock.error.message} description={clock.error.advice} />;
  const c = clock.data;
  return (
    <>
      <p>
        <ClockChip clock={c} /> {c.next && `下一步：${c.next.on ? `${c.next.on} 前` : ''}${c.next.what}`}
      </p>
      {c.findings.map((f) => (
        <Alert key={f.rule + f.why} type="warning" title={f.why} description={f.basis.join('、')} />
      ))}
      {c.refused.map((r) => (
        <Alert key={r.kind + r.on} type="error" title={`${r.on} ${eventName(r.kind)}：${r.why}`} description={r.basis.join('、')} />
      ))}
      <table className="paste" style={{ width: '100%' }}>
        <caption>逐日计算</caption>
        <thead>
          <tr>
            <th scope="col">日期</th>
            <th scope="col">第几天</th>
            <th scope="col">原因</th>
            <th scope="col">依据</th>
          </tr>
        </thead>
        <tbody>
          {c.days.map((d) => (
            <tr key={`${d.segment}-${d.date}`} style={d.counted ? undefined : { color: '#586677', background: '#f5f7f9' }}>
              <td style={{ padding: '2px 8px', whiteSpace: 'nowrap' }}>{d.date}</td>
              <td style={{ padding: '2px 8px', textAlign: 'right' }}>{d.counted ? d.n : '不计'}</td>
              <td style={{ padding: '2px 8px' }}>{d.why}</td>
              <td style={{ padding: '2px 8px' }}>{d.article}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
