import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Segmented, Spin } from 'antd';
import { useState } from 'react';
import type { CheckDetail } from '../../../web/api/checkTypes.ts';
import { type ApiProblem, api, query } from '../../api.ts';
import { useSession } from '../../shell/session.ts';
import { atOf, Counts, changesOf } from './Counts.tsx';
import { DoubtForm } from './DoubtForm.tsx';
import { FindingCard } from './FindingCard.tsx';

type Shown = CheckDetail['findings'][number];

/** As everywhere: what must be mended first; style and what was decided folded. */
const GROUPS: readonly { readonly key: string; readonly title: string; readonly holds: (f: Shown) => boolean }[] = [
  { key: 'error', title: '必须改', holds: (f) => f.severity === 'error' && !f.waived },
  { key: 'warning', title: '建议改', holds: (f) => f.severity === 'warning' && !f.waived },
  { key: 'info', title: '可不改', holds: (f) => f.severity === 'info' && !f.waived },
  { key: 'waived', title: '已说明理由，不改', holds: (f) => f.waived !== undefined },
];

type Change =
  | { readonly kind: 'waivers'; readonly number: number; readonly reason: string; readonly until: string | null }
  | { readonly kind: 'waivers/back'; readonly number: number }
  | { readonly kind: 'readings'; readonly settled: readonly { readonly cell: string; readonly values: readonly (number | null)[] }[] };

interface Props {
  /** The office that keeps the check. */
  readonly of: string;
  readonly id: string;
  readonly onOpen: (agency: string, id: string) => void;
}

/** The findings of one check, figures in doubt, its versions; what was fixed since the check before stands last. */
export function CheckPanel({ of, id, onOpen }: Props) {
  const { agency } = useSession();
  const queries = useQueryClient();
  const [only, setOnly] = useState('all');
  const key = ['checks', agency.agency, 'one', of, id];
  const detail = useQuery<CheckDetail, ApiProblem>({ queryKey: key, queryFn: () => api.get(`/checks/${id}${query({ agency: of })}`) });
  const change = useMutation<CheckDetail, ApiProblem, Change>({
    mutationFn: ({ kind, ...body }) => api.post(`/checks/${id}/${kind}`, { agency: of, ...body }),
    onSuccess: async (next) => {
      queries.setQueryData(['checks', agency.agency, 'one', of, next.id], next);
      await queries.invalidateQueries({ queryKey: ['checks', agency.agency, 'list'] });
      await queries.invalidateQueries({ queryKey: ['checks', agency.agency, 'matrix'] });
      if (next.id !== id) onOpen(of, next.id);
    },
  });
  const d = detail.data;
  if (detail.error) return <Alert type="error" title={detail.error.message} description={detail.error.advice} />;
  if (!d) return <Spin />;
  const groups = GROUPS.map((g) => ({ ...g, own: d.findings.filter(g.holds) })).filter((g) => g.own.length > 0);
  return (
    <section aria-label="这次体检的意见">
      <h2 style={{ marginTop: 0 }}>
        {d.unit ?? d.file}
        {d.year === null ? '' : `　${d.year}年度`}　第{d.version}次
      </h2>
      <p>
        <Counts check={d} />
      </p>
      <p className="sub">
        {d.file}　{d.keeper}　{d.by} {atOf(d)}
        {d.previousFile ? `　与上年对照：${d.previousFile}` : ''}
        {d.since ? `　比上一次：${changesOf(d)}` : ''}
      </p>
      {!d.latest && <Alert type="warning" title="这份年报后来又查过，下面是当时的结果。" />}
      {change.error && <Alert type="error" title={change.error.message} description={change.error.advice} />}
      {d.doubtful.length > 0 && (
        <>
          <h3>读不准的数字（{d.doubtful.length}）</h3>
          <p className="sub">定下以后，会按定下的数再查一次，记为新的一次，写明是谁定的。</p>
          {d.doubtful.map((doubt) => (
            <DoubtForm
              key={doubt.cell}
              doubt={doubt}
              may={d.maySettle}
              pending={change.isPending}
              onSettle={(values) => change.mutate({ kind: 'readings', settled: [{ cell: doubt.cell, values }] })}
            />
          ))}
        </>
      )}
      {d.choices.length > 0 && (
        <ul className="sub" aria-label="已经定下的数字">
          {d.choices.map((c) => (
            <li key={c.name}>
              {c.name}：{c.values.map((v) => v ?? '空').join(' ')}（{c.by} {c.on} 对照原件定，{c.listed ? '是读法之一' : '照原件填'}）
            </li>
          ))}
        </ul>
      )}
      {d.unread === null && d.findings.length === 0 && <p>没有发现问题。</p>}
      {groups.length > 1 && (
        <Segmented
          aria-label="只看哪一类"
          value={only}
          onChange={(v) => setOnly(String(v))}
          options={[{ value: 'all', label: '全部' }, ...groups.map((g) => ({ value: g.key, label: `${g.title} ${g.own.length}` }))]}
        />
      )}
      {d.findingsInAll > d.findings.length && (
        <Alert type="warning" title={`一共${d.findingsInAll}条，这里列出前${d.findings.length}条，全部在“各单位的问题”导出的 Excel 里。`} />
      )}
      {groups
        .filter((g) => only === 'all' || only === g.key)
        .map(({ key: group, title, own }) => (
          <details key={`${group}${only}`} open={only === group || group === 'error' || group === 'warning'}>
            <summary>
              {title}（{own.length}）
            </summary>
            {own.map((finding) => (
              <FindingCard
                key={`${finding.number}${finding.rule}${finding.waived ? 1 : 0}`}
                finding={finding}
                onWaive={
                  d.mayDecide ? (reason, until) => change.mutate({ kind: 'waivers', number: finding.number, reason, until }) : undefined
                }
                onTakeBack={d.mayDecide ? () => change.mutate({ kind: 'waivers/back', number: finding.number }) : undefined}
              />
            ))}
          </details>
        ))}
      {d.fixed.length > 0 && (
        <>
          <h3>已经改好（{d.fixed.length}）</h3>
          {d.fixed.map((f, i) => (
            <FindingCard key={`${i}${f.rule}`} finding={f} />
          ))}
        </>
      )}
      {d.versions.length > 1 && (
        <>
          <h3>历次体检（{d.versions.length}）</h3>
          <ol className="jobs" aria-label="历次体检">
            {d.versions.map((v) => (
              <li key={v.id}>
                {v.id === id ? (
                  <b>第{v.version}次（正在看）</b>
                ) : (
                  <Button type="link" size="small" onClick={() => onOpen(of, v.id)}>
                    第{v.version}次
                  </Button>
                )}
                <span>
                  {v.by} {atOf(v)}　{changesOf(v)}
                </span>
                <span>
                  <Counts check={v} />
                </span>
              </li>
            ))}
          </ol>
        </>
      )}
    </section>
  );
}
