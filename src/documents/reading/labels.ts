import type { Reading } from '#domain/report/model.ts';
import { type Match, matchAtEnd, matchInside } from './distance.ts';
import { fold, foldWithMap } from './fold.ts';

type LabelNote = Reading['labels'][number];

/**
 * What a row's label is printed as; null where it is as expected (spaces, quotes and punctuation aside).
 * @param text the words that end with the label
 * @param wordings folded ways the label is also worded: found exactly, they are what is printed
 */
export function printedLabel(
  cell: string,
  text: string,
  expected: string,
  line: number,
  wordings: readonly string[] = [],
): LabelNote | null {
  const wanted = fold(expected);
  if (fold(text).endsWith(wanted)) return null;
  const source = foldWithMap(text);
  const other = wordings.find((w) => w !== wanted && source.text.endsWith(w));
  const match = other ? { start: source.text.length - other.length, end: source.text.length } : closest(wanted, source.text);
  const start = source.at[match.start] ?? 0;
  const end = (source.at[match.end - 1] ?? text.length - 1) + 1;
  const printed = around(text, start, end, other !== undefined);
  return printed === '' || fold(printed) === wanted ? null : { cell, printed, expected, line };
}

/** Brackets and quotes that belong to a label, and, where asked, its number. */
function around(text: string, from: number, to: number, numbered: boolean): string {
  const kept = numbered ? /[（(“"'.．、)）\d一二三四五六七八]/ : /[（(“"']/;
  let start = from;
  while (start > 0 && from - start < 4 && kept.test(text[start - 1]!)) start--;
  let end = to;
  while (end < text.length && end - to < 2 && /[）)”"']/.test(text[end]!)) end++;
  return text
    .slice(start, end)
    .replace(/^[.．、)）\s]+/, '')
    .trim();
}

function closest(wanted: string, text: string): Pick<Match, 'start' | 'end'> {
  const atEnd = matchAtEnd(wanted, text);
  if (wanted.length <= 3 || atEnd.distance <= 1) return atEnd;
  const shift = Math.max(0, text.length - (wanted.length + 30));
  const inside = matchInside(wanted, text.slice(shift));
  return inside.distance < atEnd.distance ? { start: inside.start + shift, end: inside.end + shift } : atEnd;
}

/** Head labels of a table that are printed with a slip: nearly there, never exactly. */
export function mistypedHeads(cellPrefix: string, text: string, heads: readonly string[], line: number): LabelNote[] {
  const source = foldWithMap(text);
  const out: LabelNote[] = [];
  for (const expected of new Set(heads)) {
    const wanted = fold(expected);
    if (wanted.length < 4) continue;
    const match = matchInside(wanted, source.text.slice(0, 4000));
    if (match.distance === 0 || match.distance > Math.max(1, Math.floor(wanted.length / 4))) continue;
    const printed = text.slice(source.at[match.start] ?? 0, (source.at[match.end - 1] ?? 0) + 1).trim();
    if (printed !== '' && !heads.some((h) => fold(h) === fold(printed))) out.push({ cell: cellPrefix, printed, expected, line });
  }
  return out;
}
