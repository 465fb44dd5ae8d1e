import type { Value } from '#domain/report/model.ts';
import type { Aligned } from './align.ts';
import type { Band, BandCell } from './bands.ts';
import { fold } from './fold.ts';
import { readCell } from './value.ts';

/** Rows that must show a column to be the one too many, and how many of all. */
const FEWEST = 3;
const SHARE = 0.5;

function valuesOf(cells: readonly BandCell[]): Value[] {
  return cells.map((c) => (c.kind === 'blank' ? null : readCell(c.text).value));
}

function sums(values: readonly Value[]): boolean {
  return !values.includes(null) && values.slice(0, -1).reduce<number>((a, b) => a + b!, 0) === values.at(-1);
}

/** What a table with a column more than the form says of it: its place, or null where it cannot be told. */
export interface SpareColumn {
  readonly at: number | null;
}

/**
 * A column more than the form has, such as the rows' numbers or last year's total: the one without which the sums of most rows
 * hold. Undefined where the rows are as wide as the form's.
 */
export function spareColumn(found: readonly Aligned[], width: number): SpareColumn | undefined {
  const wide = found.filter((f) => f.band.cells.length === width + 1 && f.band.cells.every((c) => c.kind === 'value'));
  if (wide.length < FEWEST + 1 || wide.length < found.length * SHARE) return undefined;
  const rows = wide.map((f) => valuesOf(f.band.cells)).filter((r) => r.filter((v) => v !== 0).length > 2);
  if (rows.length < FEWEST) return undefined;
  const counts = Array.from({ length: width + 1 }, (_, p) => rows.filter((r) => sums(r.toSpliced(p, 1))).length);
  const most = Math.max(...counts);
  const best = counts.indexOf(most);
  const others = Math.max(...counts.filter((_, p) => p !== best));
  return { at: most >= FEWEST && most >= rows.length * SHARE && others * 2 <= most ? best : null };
}

/** A row without the column too many. */
export function withoutColumn(band: Band, spare: SpareColumn | undefined, width: number): Band {
  return spare?.at === undefined || spare.at === null || band.cells.length !== width + 1
    ? band
    : { ...band, cells: band.cells.toSpliced(spare.at, 1) };
}

/** Shorter labels also stand before other rows. */
const SHORTEST = 6;
/** So many rows with such labels printed twice are two tables. */
const TWO_TABLES = 2;

/** Rows printed twice with other figures, as in two tables of two years: by key, the figures of each. */
export function printedTwice(
  bands: readonly Band[],
  found: readonly Aligned[],
  words: ReadonlyMap<string, string>,
): Map<string, Value[][]> {
  const labels = bands.map((b) => fold(b.label));
  const twice = (from: number): Map<string, Value[][]> => {
    const out = new Map<string, Value[][]>();
    for (const f of found) {
      const word = words.get(f.key) ?? '';
      if (word.length < from || f.rate > 0) continue;
      const alike = bands.filter((b, i) => b.cells.length === f.band.cells.length && (b === f.band || labels[i]!.endsWith(word)));
      if (alike.length < 2) continue;
      const readings = new Map(alike.map((b) => [valuesOf(b.cells).join(), valuesOf(b.cells)]));
      if (readings.size > 1) out.set(f.key, [...readings.values()]);
    }
    return out;
  };
  return twice(SHORTEST).size < TWO_TABLES ? new Map() : twice(0);
}
