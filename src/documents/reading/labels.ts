import type { Reading } from '#domain/report/model.ts';
import { matchAtEnd, matchInside } from './distance.ts';
import { fold, foldWithMap } from './fold.ts';

type LabelNote = Reading['labels'][number];

/** Quotes, spaces and punctuation aside: the same label. */
export function sameLabel(a: string, b: string): boolean {
  return fold(a) === fold(b);
}

/** The printed words of `label` in a text they end; null where they are as expected. */
export function printedLabel(
  cell: string,
  text: string,
  expected: string,
  line: number,
  wordings: readonly string[] = [],
): LabelNote | null {
  const source = foldWithMap(text);
  const wanted = fold(expected);
  if (source.text.endsWith(wanted)) return null;
  const other = wordings.find((w) => w !== wanted && w.length > 3 && source.text.endsWith(w));
  if (other) {
    const printed = text.slice(source.at[source.text.length - other.length], (source.at.at(-1) ?? 0) + 1).trim();
    return wanted.endsWith(other) && /\d$/.test(source.text.slice(0, -other.length)) ? null : { cell, printed, expected, line };
  }
  const match =
    wanted.length > 3 && matchAtEnd(wanted, source.text).distance > 1 ? closest(wanted, source.text) : matchAtEnd(wanted, source.text);
  if (match.distance === 0) return null;
  const printed = text.slice(source.at[match.start] ?? 0, (source.at[match.end - 1] ?? text.length - 1) + 1).trim();
  return printed === '' || fold(printed) === wanted ? null : { cell, printed, expected, line };
}

function closest(wanted: string, text: string): ReturnType<typeof matchAtEnd> {
  const atEnd = matchAtEnd(wanted, text);
  const inside = matchInside(wanted, text.slice(-(wanted.length + 30)));
  const shift = Math.max(0, text.length - (wanted.length + 30));
  return inside.distance < atEnd.distance ? { ...inside, start: inside.start + shift, end: inside.end + shift } : atEnd;
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
