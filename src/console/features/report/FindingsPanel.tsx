import { Alert, Button, Input } from 'antd';
import { useState } from 'react';
import type { Waive, WorkbenchFinding } from '../../../web/api/reportTypes.ts';
import { useReport } from './context.ts';
import { useReportAction } from './useWorkbench.ts';

const GROUPS = ['必须改', '建议改', '可不改'] as const;

/** Findings grouped by what has to be done; each leads to its place. Style is folded. */
export function FindingsPanel() {
  const { bench } = useReport();
  const open = bench.findings.filter((f) => !f.waived);
  const waived = bench.findings.filter((f) => f.waived);
  return (
    <section className="card" aria-label="体检结果">
      <h2>体检</h2>
      {open.length === 0 && <p>没有发现问题。</p>}
      {GROUPS.map((group) => {
        const list = open.filter((f) => f.severityName === group);
        if (list.length === 0) return null;
        return (
          <details key={group} open={group !== '可不改'}>
            <summary>
              {group} {list.length}处
            </summary>
            {list.map((f) => (
              <FindingCard key={f.id} finding={f} />
            ))}
          </details>
        );
      })}
      {waived.length > 0 && (
        <details>
          <summary>已说明理由、不再提示 {waived.length}处</summary>
          {waived.map((f) => (
            <FindingCard key={f.id} finding={f} />
          ))}
        </details>
      )}
    </section>
  );
}

function FindingCard({ finding: f }: { readonly finding: WorkbenchFinding }) {
  const { bench, open, locked } = useReport();
  const waive = useReportAction<Waive>(bench.agency.code, bench.year, 'waive');
  const unwaive = useReportAction<{ finding: string }>(bench.agency.code, bench.year, 'unwaive');
  const [reason, setReason] = useState<string | null>(null);
  const mayWaive = !locked && bench.steps.waive;
  const jump = () => {
    if (f.where.cell) open(f.where.cell);
    const place =
      (f.where.cell && document.getElementById(`cell-${f.where.cell}`)) || document.getElementById(`section-${f.where.section}`);
    place?.scrollIntoView({ block: 'center' });
    place?.focus();
  };
  return (
    <article className={`finding ${f.severity}`}>
      <strong>{f.message}</strong>
      <code>{f.rule}</code>
      {f.expected !== undefined && f.actual !== undefined && (
        <p>
          应为 <b>{f.expected}</b>，现在 <b>{f.actual ?? '没有'}</b>
        </p>
      )}
      {f.where.quote && <p className="sub">原文：{f.where.quote}</p>}
      <p className="sub">依据：{f.basisTitles.join('、') || '文字检查'}</p>
      {f.waived && (
        <p className="sub">
          {f.waived.by}：{f.waived.reason}
        </p>
      )}
      <Button size="small" type="link" onClick={jump}>
        跳到原文
      </Button>
      {f.waived && mayWaive && (
        <Button size="small" type="link" loading={unwaive.isPending} onClick={() => unwaive.mutate({ finding: f.id })}>
          恢复提示
        </Button>
      )}
      {!f.waived && mayWaive && (
        <Button size="small" type="link" onClick={() => setReason(reason === null ? '' : null)}>
          说明理由，不再提示
        </Button>
      )}
      {waive.error && <Alert type="error" title={waive.error.message} description={waive.error.advice} />}
      {reason !== null && (
        <>
          <Input aria-label="理由" value={reason} onChange={(e) => setReason(e.target.value)} placeholder="理由；数值变了会重新提示" />
          <Button
            size="small"
            disabled={reason.trim() === ''}
            loading={waive.isPending}
            onClick={() => waive.mutate({ finding: f.id, reason })}
          >
            确定
          </Button>
        </>
      )}
    </article>
  );
}
