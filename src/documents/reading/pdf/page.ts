import type { GridCell } from '../../grid.ts';
import type { Box, Lattice } from './lattice.ts';
import { cutAt, type Word } from './words.ts';
import { withWrapped, wrappedFigures } from './wraps.ts';

/** A line of text outside the tables. */
export interface TextLine {
  readonly text: string;
  readonly x0: number;
  readonly x1: number;
  readonly y: number;
  readonly size: number;
}

/** A cell with the slot of its left edge. */
export type PlacedCell = GridCell & { readonly column: number };

/** What stands on a page, from the top downwards. */
export type PageItem =
  | ({ readonly kind: 'line' } & TextLine)
  | { readonly kind: 'table'; readonly y: number; readonly rows: readonly (readonly PlacedCell[])[]; readonly columns: number };

/** A footnote's mark is no larger than this part of the figure before it, and stands higher by more and less than these parts. */
const SMALL = 0.88;
const RAISED = [0.12, 0.8] as const;
const MOST_RAISED = 3_000;

/** Words with raised small figures right behind others as remarks on their line: they are footnotes' and no digits. */
function footnotesDown(words: readonly Word[]): readonly Word[] {
  const figures = words.filter((w) => /\d$/.test(w.text));
  if (figures.length > MOST_RAISED) return words;
  return words.map((w) => {
    if (!/^\d{1,2}$/.test(w.text)) return w;
    const host = figures.find(
      (h) =>
        w.size <= h.size * SMALL &&
        w.y - h.y > h.size * RAISED[0] &&
        w.y - h.y < h.size * RAISED[1] &&
        Math.abs(w.x0 - h.x1) <= h.size * 0.2,
    );
    return host ? { ...w, text: `(${w.text})`, y: host.y } : w;
  });
}

/** Words of about the same height as lines, left to right; a wide gap becomes a space. */
export function linesOf(given: readonly Word[]): TextLine[] {
  const words = footnotesDown(given);
  const rows: Word[][] = [];
  for (const w of [...words].sort((a, b) => b.y - a.y)) {
    const row = rows.at(-1);
    if (row && Math.abs(row[0]!.y - w.y) <= Math.max(2, Math.min(row[0]!.size, w.size) * 0.45)) row.push(w);
    else rows.push([w]);
  }
  return rows.map((row) => {
    const sorted = row.sort((a, b) => a.x0 - b.x0);
    let text = '';
    let end = Number.NEGATIVE_INFINITY;
    for (const w of sorted) {
      const gap = w.x0 - end;
      const figures = /\d$/.test(text) && /^\d/.test(w.text);
      text += text !== '' && gap > w.size * (figures ? 0.15 : 0.6) ? `${gap > w.size * 1.5 ? '  ' : ' '}${w.text}` : w.text;
      end = Math.max(end, w.x1);
    }
    return { text: text.trim(), x0: sorted[0]!.x0, x1: end, y: row[0]!.y, size: Math.max(...row.map((w) => w.size)) };
  });
}

function within(word: Word, box: { x0: number; x1: number; y0: number; y1: number }): boolean {
  const x = (word.x0 + word.x1) / 2;
  const y = word.y + word.size * 0.35;
  return x >= box.x0 - 1 && x <= box.x1 + 1 && y >= box.y0 - 1 && y <= box.y1 + 1;
}

function areaOf(l: Lattice): { x0: number; x1: number; y0: number; y1: number } {
  return { x0: l.xs[0]!, x1: l.xs.at(-1)!, y0: l.ys.at(-1)!, y1: l.ys[0]! };
}

/** Places a page's words in its tables and around them. */
export function pageItems(words: readonly Word[], lattices: readonly Lattice[]): PageItem[] {
  const items: PageItem[] = [];
  let free = [...words];
  for (const lattice of lattices) {
    const area = areaOf(lattice);
    const own = free.filter((w) => within(w, area));
    free = free.filter((w) => !own.includes(w));
    const cells = new Map<Box, Word[]>();
    for (const word of own.flatMap((w) => cutAt(w, bordersAcross(lattice, w)))) {
      const box = lattice.boxes.find((b) => within(word, b));
      if (box) cells.set(box, [...(cells.get(box) ?? []), word]);
    }
    const rows: PlacedCell[][] = lattice.ys.slice(1).map(() => []);
    const lined = lattice.boxes.map((box) => ({ box, lines: linesOf(cells.get(box) ?? []) }));
    const wrapped = wrappedFigures(lined);
    for (const { box, lines } of lined) {
      const text = lines.map((l) => l.text).join(wrapped.has(box) ? '' : '\n');
      rows[box.row]!.push({ text, colSpan: box.colSpan, rowSpan: box.rowSpan, header: false, column: box.column });
    }
    items.push({ kind: 'table', y: area.y1, rows, columns: lattice.xs.length - 1 });
  }
  for (const line of linesOf(withWrapped(free))) items.push({ kind: 'line', ...line });
  return items.sort((a, b) => b.y - a.y);
}

/** The upright lines that cross a word's height inside its table. */
function bordersAcross(lattice: Lattice, word: Word): number[] {
  const y = word.y + word.size * 0.35;
  return [...new Set(lattice.boxes.filter((b) => y >= b.y0 && y <= b.y1).map((b) => b.x1))].sort((a, b) => a - b);
}
