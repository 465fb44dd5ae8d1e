import type { Box } from './lattice.ts';
import type { Word } from './words.ts';

/** A cell of a ruled table with its lines, from the top downwards. */
export interface LinedCell {
  readonly box: Box;
  readonly lines: readonly { readonly text: string; readonly x0: number; readonly x1: number; readonly size: number }[];
}

/** What a cell keeps free on both sides, at most, in points. */
const PADDING = 13;
/** The width of a digit in parts of its size, at most. */
const DIGIT = 0.62;
/** Columns whose widths differ less hold as many digits. */
const ALIKE = 2;

const PART = /^[\d,.]+$/;

function isFigure({ lines }: LinedCell): boolean {
  return lines.length > 0 && lines.every((l) => PART.test(l.text));
}

/**
 * The cells whose figure is too long for its column and goes on in the next line. Two figures in one cell are told from it: every
 * line but the last is full, all full lines are equally long, and no figure in a column as wide stands longer on one line.
 */
export function wrappedFigures(cells: readonly LinedCell[]): ReadonlySet<Box> {
  const figures = cells.filter(isFigure);
  const out = new Set<Box>();
  for (const cell of figures) {
    const { box, lines } = cell;
    if (lines.length < 2) continue;
    const full = lines[0]!.text.length;
    const width = box.x1 - box.x0;
    const noRoom = lines.slice(0, -1).every((l) => l.text.length === full && width - (l.x1 - l.x0) <= l.size * DIGIT + PADDING);
    if (!noRoom || lines.at(-1)!.text.length > full) continue;
    const beside = figures.filter((f) => Math.abs(f.box.x1 - f.box.x0 - width) <= ALIKE);
    const fits = beside.every(({ lines: own }) =>
      own.every((l, i) => (i < own.length - 1 ? l.text.length === full : l.text.length <= full)),
    );
    if (fits) out.add(box);
  }
  return out;
}

const DIGITS = /^\d+$/;
/** Lines of one cell are no further apart than this part of their size. */
const LEADING = 1.5;
/** Fewer figures beside each other are no row of a table. */
const FEWEST = 3;
const MOST_WORDS = 5_000;

/** Begins a row of its own. */
const NUMBERED = /^[（(]?[一二三四五六七八\d]{1,2}[）).、．]/;

function sameLine(a: Word, b: Word): boolean {
  return Math.abs(a.y - b.y) <= Math.max(2, a.size * 0.45);
}

/** False in prose, where a figure has words right before or behind it. */
function standsAlone(figure: Word, words: readonly Word[]): boolean {
  const near = figure.size * 0.3;
  return !words.some((w) => w !== figure && sameLine(w, figure) && w.x0 < figure.x1 + near && w.x1 > figure.x0 - near);
}

/** True for figures of a row of section three or four in which every total is the sum of those before it. */
function addUp(texts: readonly string[]): boolean {
  const width = texts.length === 15 ? 5 : 7;
  if (texts.length % width !== 0) return false;
  return Array.from({ length: texts.length / width }, (_, g) => texts.slice(g * width, g * width + width).map(Number)).every(
    (row) => row.slice(0, -1).reduce((a, b) => a + b, 0) === row.at(-1),
  );
}

/**
 * What stands between the parts of a row's figures that may go on in the next line: nothing where they are one figure, a space
 * where nobody can tell, null where the row is whole without them.
 */
function between(above: readonly Word[], parts: ReadonlyMap<Word, string>, full: number): '' | ' ' | null {
  if ([...parts.keys()].every((h) => h.text.length === full)) return '';
  const row = [...above].sort((a, b) => a.x0 - b.x0);
  if (addUp(row.map((w) => w.text + (parts.get(w) ?? '')))) return '';
  return addUp(row.map((w) => w.text)) ? null : ' ';
}

/**
 * Words of a table without lines, its figures that go on in the next line put together: where a line has figures only below some
 * of those above it, every one of these is as long as any figure may be or the row adds up with them, and the line begins no row.
 */
export function withWrapped(words: readonly Word[]): readonly Word[] {
  if (words.length > MOST_WORDS) return words;
  const figures = words.filter((w) => DIGITS.test(w.text) && standsAlone(w, words)).sort((a, b) => b.y - a.y);
  if (figures.length < FEWEST) return words;
  const rows: Word[][] = [];
  for (const w of figures) {
    const row = rows.at(-1);
    if (row && sameLine(row[0]!, w)) row.push(w);
    else rows.push([w]);
  }
  const full = Math.max(...rows.filter((r) => r.length >= FEWEST).flatMap((r) => r.map((w) => w.text.length)));
  if (full < 2) return words;
  const joined = new Map<Word, string>();
  const gone = new Set<Word>();
  for (const [i, below] of rows.entries()) {
    const above = rows[i - 1];
    if (!above || above.length < FEWEST || above[0]!.y - below[0]!.y > above[0]!.size * LEADING) continue;
    if (words.some((w) => sameLine(w, below[0]!) && NUMBERED.test(w.text.trim()))) continue;
    const hosts = below.map((b) => above.find((a) => a.x0 < b.x1 && b.x0 < a.x1));
    if (hosts.includes(undefined)) continue;
    // As many figures with words beside them are another row.
    if (below.length >= above.length && words.some((w) => sameLine(w, below[0]!) && !below.includes(w))) continue;
    const parts = new Map(below.map((b, k) => [hosts[k]!, b.text]));
    const apart = between(above, parts, full);
    if (apart === null) continue;
    for (const [host, part] of parts) joined.set(host, host.text + apart + part);
    for (const b of below) gone.add(b);
  }
  return gone.size === 0 ? words : words.flatMap((w) => (gone.has(w) ? [] : [{ ...w, text: joined.get(w) ?? w.text }]));
}

/** Lines that may stand below the last row of a page: its number. */
const MOST_BELOW = 1;

/** The lowest row of figures on a page, with hardly anything below it. */
function lastRow(words: readonly Word[]): Word[] {
  const lowest = words
    .filter((w) => DIGITS.test(w.text) && words.filter((o) => DIGITS.test(o.text) && sameLine(o, w)).length >= FEWEST)
    .reduce<Word | null>((low, w) => (low && low.y <= w.y ? low : w), null);
  if (!lowest) return [];
  const below = new Set(words.filter((w) => w.y < lowest.y - lowest.size * LEADING).map((w) => Math.round(w.y)));
  return below.size > MOST_BELOW ? [] : words.filter((w) => DIGITS.test(w.text) && sameLine(w, lowest));
}

/**
 * Pages without lines, a row's figures that go on at the top of the next page moved to where they would stand below it, with the
 * words beside them.
 */
export function acrossPages(pages: readonly (readonly Word[])[]): (readonly Word[])[] {
  const out = pages.map((p) => [...p]);
  for (const [i, next] of out.entries()) {
    const before = out[i - 1];
    if (!before || next.length === 0 || before.length + next.length > MOST_WORDS) continue;
    const top = next.reduce((a, b) => (b.y > a.y ? b : a));
    const line = next.filter((w) => sameLine(w, top));
    const below = line.filter((w) => DIGITS.test(w.text) && standsAlone(w, next));
    if (below.length === 0 || line.some((w) => NUMBERED.test(w.text.trim()))) continue;
    const above = lastRow(before);
    const under = (b: Word): boolean => above.some((a) => a.x0 < b.x1 && b.x0 < a.x1 && Math.abs(a.size - b.size) < 1);
    if (!below.every(under)) continue;
    const host = above[0]!;
    before.push(...line.map((w) => ({ ...w, y: host.y - host.size * 1.2 })));
    out[i] = next.filter((w) => !line.includes(w));
  }
  return out;
}
