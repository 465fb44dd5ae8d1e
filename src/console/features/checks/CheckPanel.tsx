import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, Spin } from 'antd';
import type { CheckDetail } from '../../../web/api/checkTypes.ts';
import { type ApiProblem, api, query } from '../../api.ts';
import { useSession } from '../../shell/session.ts';
import { FindingCard } from './FindingCard.tsx';

type Shown = CheckDetail['findings'][number];

/** As everywhere: what must be mended first; style and what was decided folded. */
const GROUPS: readonly { readonly title: string; readonly open: boolean; readonly holds: (f: Shown) => boolean }[] = [
  { title: '必须改', open: true, holds: (f) => f.severity === 'error' && !f.waived },
  { title: '建议改', open: true, holds: (f) => f.severity === 'warning' && !f.waived },
  { title: '可不改', open: false, holds: (f) => f.severity === 'info' && !f.waived },
  { title: '已说明理由，不改', open: false, holds: (f) => f.waived !== undefined },
];

type Decision = { readonly number: number; readonly reason: string | null };

/** The findings of one check; what was fixed since the check before stands last. */
export function CheckPanel({ id }: { readonly id: string }) {
  const { agency } = useSession();
  const queries = useQueryClient();
  const key = ['checks', agency.agency, id];
  const detail = useQuery<CheckDetail, ApiProblem>({
    queryKey: key,
    queryFn: () => api.get(`/checks/${id}${query({ agency: agency.agency })}`),
  });
  const decide = useMutation<CheckDetail, ApiProblem, Decision>({
    mutationFn: ({ number, reason }) =>
      reason === null
        ? api.post(`/checks/${id}/waivers/back`, { agency: agency.agency, number })
        : api.post(`/checks/${id}/waivers`, { agency: agency.agency, number, reason }),
    onSuccess: async (next) => {
      queries.setQueryData(key, next);
      await queries.invalidateQueries({ queryKey: ['checks', agency.agency], exact: true });
    },
  });
  const d = detail.data;
  if (detail.error) return <Alert type="error" title={detail.error.message} description={detail.error.advice} />;
  if (!d) return <Spin />;
  return (
    <section aria-label="这次体检的意见">
      <h2>
        {d.unit ?? d.file}
        {d.year === null ? '' : `　${d.year}年度`}　第{d.version}次
      </h2>
      <p className="sub">
        {d.file}
        {d.previousFile ? `　与上年对照：${d.previousFile}` : ''}
        {d.since ? `　比上一次：改好${d.since.fixed}处，新出现${d.since.added}处，还在${d.since.still}处` : ''}
      </p>
      {d.doubts > 0 && <Alert type="warning" title={`有${d.doubts}处表格数字读不准，请对照原件核对。`} />}
      {decide.error && <Alert type="error" title={decide.error.message} description={decide.error.advice} />}
      {d.findings.length === 0 && <p>没有发现问题。</p>}
      {GROUPS.map(({ title, holds, open }) => {
        const own = d.findings.map((finding, number) => ({ finding, number })).filter(({ finding }) => holds(finding));
        return (
          own.length > 0 && (
            <details key={title} open={open}>
              <summary>
                {title}（{own.length}）
              </summary>
              {own.map(({ finding, number }) => (
                <FindingCard
                  key={`${number}${finding.rule}${finding.waived ? 1 : 0}`}
                  finding={finding}
                  onWaive={(reason) => decide.mutate({ number, reason })}
                  onTakeBack={() => decide.mutate({ number, reason: null })}
                />
              ))}
            </details>
          )
        );
      })}
      {d.fixed.length > 0 && (
        <>
          <h3>已经改好（{d.fixed.length}）</h3>
          {d.fixed.map((f, i) => (
            <FindingCard key={`${i}${f.rule}`} finding={f} />
          ))}
        </>
      )}
    </section>
  );
}
