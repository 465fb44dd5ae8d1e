import { type Cell, type PageBlockNode, textOfRuns } from './blocks.ts';

type Table = Extract<PageBlockNode, { kind: 'table' }>;

function textOf(cell: Cell): string {
  return cell.blocks
    .map((b) => (b.kind === 'paragraph' || b.kind === 'heading' ? textOfRuns(b.runs) : ' '))
    .join(' ')
    .trim();
}

function isHeadLike(row: readonly Cell[]): boolean {
  return row.length > 1 && row.every((c) => /[^\d\s.,%％\-—/年月日:：]/.test(textOf(c)) && textOf(c).length <= 40);
}

/** Rows the first one reaches down by its spans, so that a head is never cut. */
function reach(rows: readonly (readonly Cell[])[]): number {
  return Math.min(rows.length, Math.max(1, ...(rows[0] ?? []).map((c) => c.rowSpan)));
}

/** Row spans that leave the table, and rows without cells, are cut to what is there. */
export function fit(rows: readonly (readonly Cell[])[]): Cell[][] {
  const kept = rows.filter((r) => r.length > 0);
  return kept.map((row, i) => row.map((c) => ({ ...c, rowSpan: Math.max(1, Math.min(c.rowSpan, kept.length - i)) })));
}

/**
 * A table's head as it was marked; where nothing was, the first row if every cell of it reads like a heading (words, no bare
 * figure, short), with the rows its spans reach into.
 */
export function withHead(caption: Table['caption'], rows: readonly (readonly Cell[])[], marked: number): Table {
  const fitted = fit(rows);
  const any = fitted.some((r) => r.some((c) => c.header));
  let head = marked;
  if (head === 0 && any) while (head < fitted.length && (fitted[head] ?? []).every((c) => c.header)) head++;
  if (head === 0 && !any && fitted.length > 1 && isHeadLike(fitted[0] ?? [])) head = reach(fitted);
  const last = Math.max(0, ...fitted.slice(0, head).map((r, i) => Math.max(...r.map((c) => i + c.rowSpan))));
  head = Math.min(fitted.length, Math.max(head, last));
  if (head === fitted.length && fitted.length > 0 && !any) head = 0;
  return { kind: 'table', caption, rows: fitted.map((r, i) => (i < head ? r.map((c) => ({ ...c, header: true })) : r)), head };
}
