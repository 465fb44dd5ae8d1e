import { foldMapped } from './fold.ts';

/** A piece of a text, marked where a term stands. */
export interface Piece {
  readonly text: string;
  readonly hit: boolean;
}

const LONGEST_SNIPPET = 120;
const BEFORE = 20;

/** The source in pieces, every place of a folded term marked; the longest term wins where two begin together. */
export function highlight(source: string, terms: readonly string[]): Piece[] {
  const { text, from } = foldMapped(source);
  const longestFirst = terms.filter((t) => t !== '').toSorted((a, b) => b.length - a.length);
  const pieces: Piece[] = [];
  let shown = 0;
  const put = (until: number, hit: boolean): void => {
    if (until > shown) pieces.push({ text: source.slice(shown, until), hit });
    shown = Math.max(shown, until);
  };
  for (let i = 0; i < text.length; ) {
    const term = longestFirst.find((t) => text.startsWith(t, i));
    if (!term) {
      i += 1;
      continue;
    }
    put(from[i] ?? 0, false);
    put(endOf(source, from, i + term.length), true);
    i += term.length;
  }
  put(source.length, false);
  return pieces;
}

/** Where the source's character that folded to the unit before `i` ends. */
function endOf(source: string, from: readonly number[], i: number): number {
  const last = from[i - 1] ?? source.length;
  return last + (source.codePointAt(last)! > 0xffff ? 2 : 1);
}

/** The first passage in which a term stands, with a little before it; the beginning where none does. */
export function snippet(source: string, terms: readonly string[]): Piece[] {
  const { text, from } = foldMapped(source.slice(0, 40_000));
  const places = terms.map((t) => text.indexOf(t)).filter((p) => p >= 0);
  const first = places.length > 0 ? Math.min(...places) : 0;
  const start = from[Math.max(0, first - BEFORE)] ?? 0;
  const flat = source
    .slice(start, start + LONGEST_SNIPPET)
    .toWellFormed()
    .replace(/�/g, '')
    .replace(/\s+/gu, ' ')
    .trim();
  const pieces = highlight(flat, terms);
  const more = start + LONGEST_SNIPPET < source.length ? [{ text: '…', hit: false }] : [];
  return [...(start > 0 ? [{ text: '…', hit: false }] : []), ...pieces, ...more];
}
