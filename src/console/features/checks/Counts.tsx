import type { CheckSummary } from '../../../web/api/checkTypes.ts';

/** 必须改 3 · 建议改 1 · 可不改 2, in the colours they have everywhere. */
export function Counts({ check: { counts, unread, doubts } }: { readonly check: Pick<CheckSummary, 'counts' | 'unread' | 'doubts'> }) {
  if (unread !== null)
    return (
      <>
        <span className="chip-error">读不出来</span>
        {unread}
      </>
    );
  const { error, warning, info, waived } = counts;
  return (
    <>
      {error > 0 && <span className="chip-error">必须改 {error}</span>}
      {warning > 0 && <span className="chip-warning">建议改 {warning}</span>}
      {info > 0 && <span className="chip-info">可不改 {info}</span>}
      {waived > 0 && <span className="chip-info">已说明 {waived}</span>}
      {error + warning + info + doubts === 0 && <span className="chip-none">没有要改的</span>}
      {doubts > 0 && <span className="chip-warning">读不准 {doubts}</span>}
    </>
  );
}

/** 改好3，新出现1，还在2. */
export function changesOf({ since, version }: CheckSummary): string {
  if (since === null) return version === 1 ? '第一次' : '';
  return `改好${since.fixed}，新出现${since.added}，还在${since.still}`;
}

/** When it was checked, as people write it. */
export function atOf({ at }: CheckSummary): string {
  return new Date(at).toLocaleString('zh-CN', { timeZone: 'Asia/Shanghai', dateStyle: 'short', timeStyle: 'short' });
}
