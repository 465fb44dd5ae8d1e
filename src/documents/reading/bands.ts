import { fold } from './fold.ts';
import type { Token } from './tokens.ts';

/** One printed cell of a band: a figure (or what stands for one) or a blank. */
export type BandCell = Extract<Token, { kind: 'value' | 'blank' }>;

/** Words and the cells that follow them: a row of a table, however it was printed. */
export interface Band {
  readonly label: string;
  readonly cells: readonly BandCell[];
  readonly n: number;
  /** Source line of the label's last words. */
  readonly labelLine: number;
}

function hasValue(cells: readonly BandCell[]): boolean {
  return cells.some((c) => c.kind === 'value');
}

/** Groups tokens: words up to the first cell are the label, cells up to the next words or the end of the row are its cells. */
export function bandsOf(tokens: readonly Token[]): { bands: Band[]; rest: string } {
  const bands: Band[] = [];
  let label = '';
  let labelLine = 0;
  let cells: BandCell[] = [];
  const close = (): void => {
    bands.push({ label, cells, n: cells[0]!.n, labelLine: labelLine || cells[0]!.n });
    label = '';
    labelLine = 0;
    cells = [];
  };
  for (const token of tokens) {
    if (token.kind === 'text') {
      if (hasValue(cells)) close();
      cells = [];
      label += (label === '' ? '' : ' ') + token.text;
      labelLine = token.n;
    } else if (token.kind === 'row') {
      if (cells.length > 0 && (hasValue(cells) || label !== '')) close();
      cells = [];
    } else {
      cells.push(token);
    }
  }
  if (cells.length > 0 && (hasValue(cells) || label !== '')) close();
  return { bands, rest: label };
}

/**
 * A band that holds several rows (labels lost between them) as that many bands, the first with the label; where the label is a
 * group's with as many rows, each with the label the form gives it.
 * @param groups rows' labels by the folded label of their group
 */
export function unfold(band: Band, width: number, groups: ReadonlyMap<string, readonly string[]>): Band[] {
  const m = band.cells.length / width;
  if (m < 2 || !Number.isInteger(m) || m > 25) return [band];
  const folded = fold(band.label);
  const rows = [...groups].find(([group, labels]) => folded.endsWith(group) && labels.length === m)?.[1];
  return Array.from({ length: m }, (_, i) => {
    const cells = band.cells.slice(i * width, (i + 1) * width);
    return { label: rows?.[i] ?? (i === 0 ? band.label : ''), cells, n: cells[0]!.n, labelLine: i === 0 ? band.labelLine : cells[0]!.n };
  });
}
