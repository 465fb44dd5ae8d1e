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
  /** The end of a table's row closed it: its cells are one row's. */
  readonly ended?: true;
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
  const close = (ended?: true): void => {
    bands.push({ label, cells, n: cells[0]!.n, labelLine: labelLine || cells[0]!.n, ...(ended ? { ended } : {}) });
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
      if (cells.length > 0 && (hasValue(cells) || label !== '')) close(true);
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
  if (band.ended && !rows) return [band];
  return Array.from({ length: m }, (_, i) => {
    const cells = band.cells.slice(i * width, (i + 1) * width);
    return { label: rows?.[i] ?? (i === 0 ? band.label : ''), cells, n: cells[0]!.n, labelLine: i === 0 ? band.labelLine : cells[0]!.n };
  });
}

/**
 * Bands of a text that prints the labels behind their figures, each with the label that follows it; null where it does not: the
 * first row's figures then stand before its label, and the last label has none.
 * @param rest the words after the last figure
 */
export function labelsBehind(bands: readonly Band[], rest: string, first: string, last: string, width: number): Band[] | null {
  if (!fold(rest).includes(last)) return null;
  const at = bands.findIndex((b) => fold(b.label).includes(first));
  if (!bands.slice(0, Math.max(0, at)).some((b) => b.cells.length === width && hasValue(b.cells))) return null;
  return bands.map((b, i) => ({ ...b, label: bands[i + 1]?.label ?? rest }));
}

/**
 * Labels broken around their figures put together again: where a band's words end as a label begins and the next words begin as
 * that label ends.
 * @param labels folded, with their numbers
 */
export function mendTorn(bands: readonly Band[], rest: string, labels: readonly string[]): Band[] {
  const words = [...bands.map((b) => fold(b.label)), fold(rest)];
  let mended = false;
  for (let i = 0; i + 1 < words.length; i++) {
    const own = words[i]!;
    const next = words[i + 1]!;
    if (next === '' || labels.some((l) => own.endsWith(l))) continue;
    const torn = labels.flatMap((label) => cutsOf(label, own, next).map((p) => ({ label, p })));
    const best = torn.sort((a, b) => b.label.length - a.label.length)[0];
    if (!best) continue;
    words[i] = own + best.label.slice(best.p);
    words[i + 1] = next.slice(best.label.length - best.p);
    mended = true;
  }
  return mended ? bands.map((b, i) => (fold(b.label) === words[i] ? b : { ...b, label: words[i]! })) : [...bands];
}

/** Where a label is cut between two texts: its number and a character before, one character behind at least. */
function cutsOf(label: string, own: string, next: string): number[] {
  const out: number[] = [];
  const [last, first] = [own.at(-1), next[0]];
  for (let p = 3; p < label.length; p++) {
    if (label[p - 1] !== last || label[p] !== first) continue;
    if (own.endsWith(label.slice(0, p)) && next.startsWith(label.slice(p))) out.push(p);
  }
  return out;
}
