import type { Register } from '#domain/registers/register.ts';
import { fieldLikeness, SURE } from './labels.ts';
import { type Merge, mergeAt, type SheetGrid, type SheetRow } from './sheet.ts';
import { tickOf } from './ticks.ts';
import { squeeze } from './values/parsed.ts';

const SEARCHED_ROWS = 40;
const MAX_HEIGHT = 4;
/** No header has more merged titles or columns. */
const MOST_MERGES = 500;
const WIDEST = 256;

/** One column's title, from the group above down to its own. */
export interface ColumnTitle {
  readonly column: number;
  readonly path: readonly string[];
}

/** Where a sheet's column titles stand. */
export interface Header {
  readonly top: number;
  readonly bottom: number;
  readonly titles: readonly ColumnTitle[];
  /** Sum of the likeness of the columns recognised; to compare registers with. */
  readonly score: number;
}

/**
 * Finds the rows (one to four) whose titles fit the register best, below any title rows. Null when no two columns are
 * recognised. A taller block must recognise more than a lower one, so that neither data nor the sheet's own title is taken in.
 */
export function findHeader(sheet: SheetGrid, register: Register): Header | null {
  const rows = sheet.rows.slice(0, SEARCHED_ROWS);
  let best: Header | null = null;
  for (const [i, last] of rows.entries()) {
    for (let height = 1; height <= Math.min(MAX_HEIGHT, i + 1); height++) {
      const block = rows.slice(i - height + 1, i + 1);
      if (block.some((r) => last.number - r.number >= MAX_HEIGHT || !looksLikeTitles(r))) break;
      const header = headerOf(sheet, block[0]!.number, last.number, register);
      if (header.score > (best?.score ?? 0) + 0.01) best = header;
    }
  }
  return best && best.score >= 1.5 ? withMerges(sheet, best, register) : null;
}

function looksLikeTitles(row: SheetRow): boolean {
  const cells = [...row.cells.values()];
  return cells.every((cell) => cell.kind === 'text' && cell.text.length <= 60);
}

function headerOf(sheet: SheetGrid, top: number, bottom: number, register: Register): Header {
  const titles = titlesOf(sheet, top, bottom);
  const byField = new Map<string, number>();
  let ticks = 0;
  for (const { path } of titles) {
    for (const field of register.fields) {
      const sure = fieldLikeness(path, field);
      if (sure >= SURE && sure > (byField.get(field.key) ?? 0)) byField.set(field.key, sure);
    }
    if (tickOf(path, register)) ticks += 0.5;
  }
  return { top, bottom, titles, score: [...byField.values()].reduce((a, b) => a + b, 0) + ticks };
}

/** Merged titles that reach above or below the block belong to it as a whole. */
function withMerges(sheet: SheetGrid, header: Header, register: Register): Header {
  const touching = sheet.merges.filter(
    (m) => m.bottom > m.top && m.bottom >= header.top && m.top <= header.bottom && m.bottom - m.top < MAX_HEIGHT,
  );
  const top = Math.min(header.top, ...touching.map((m) => m.top));
  const bottom = Math.max(header.bottom, ...touching.map((m) => m.bottom));
  const whole = headerOf(sheet, top, bottom, register);
  return whole.score >= header.score ? whole : { ...header, top, bottom };
}

/** Rows of a possible header with the areas merged over them. */
interface Block {
  readonly rows: readonly SheetRow[];
  readonly merges: readonly Merge[];
  readonly bottom: number;
  /** A CSV has no merged areas: a group's title stands over its first column only. */
  readonly flat: boolean;
}

function titlesOf(sheet: SheetGrid, top: number, bottom: number): ColumnTitle[] {
  const rows = sheet.rows.filter((row) => row.number >= top && row.number <= bottom);
  const merges = sheet.merges.filter((m) => m.top <= bottom && m.bottom >= top).slice(0, MOST_MERGES);
  const block = { rows, merges, bottom, flat: sheet.source === 'csv' };
  const last = Math.max(0, ...rows.flatMap((row) => [...row.cells.keys()]), ...merges.map((m) => Math.min(m.right, WIDEST)));
  const titles: ColumnTitle[] = [];
  for (let column = 1; column <= last; column++) {
    const path: string[] = [];
    for (let number = top; number <= bottom; number++) {
      const text = titleText(block, number, column);
      if (text && text !== path.at(-1)) path.push(text);
    }
    if (path.length > 0) titles.push({ column, path });
  }
  return titles;
}

/** The text over a cell: its own, that of the merged area it lies in, or in a CSV that of its left neighbour. */
function titleText(block: Block, number: number, column: number): string {
  const at = (n: number, c: number) => block.rows.find((row) => row.number === n)?.cells.get(c)?.text ?? '';
  const own = at(number, column);
  if (own) return squeeze(own);
  const merge = mergeAt(block.merges, number, column);
  if (merge) return squeeze(at(merge.top, merge.left));
  if (!block.flat || number === block.bottom) return '';
  const below = block.rows.some((row) => row.number > number && row.cells.has(column));
  for (let c = column - 1; below && c >= 1; c--) if (at(number, c)) return squeeze(at(number, c));
  return '';
}
