import type { Value } from '#domain/report/model.ts';
import type { CellUnit } from '#law/forms/index.ts';
import type { BandCell } from './bands.ts';
import { type SumSpan, splitFigures } from './split.ts';
import { type CellReading, readCell, yuanToTenThousand } from './value.ts';

/** A cell as printed with what it says. */
export interface ReadCell extends CellReading {
  readonly printed: string;
  readonly line: number;
}

/** A row's cells: known, or several readings. */
export type RowReading =
  | { readonly kind: 'known'; readonly cells: readonly ReadCell[] }
  | { readonly kind: 'open'; readonly readings: Value[][]; readonly complete: boolean; readonly why: string };

export interface RowShape {
  readonly units: readonly CellUnit[];
  readonly sums: readonly SumSpan[];
}

const GLUED = '各格数字连在一起，有多种分法';
const NO_SUM = '各格数字连在一起，没有一种分法使合计等于各项之和';
const FEWER = '印出的数字比格子少，不能确定空白的是哪一格';
const MORE = '印出的数字比格子多，不能确定哪些属于这一行';
const TWO = '一格里有两个数，不能确定是一个数还是两个';
const UNREADABLE = '数字太长，无法分开';

function readAll(cells: readonly BandCell[], units: readonly CellUnit[]): ReadCell[] {
  return cells.map((c, i) => {
    const printed = c.kind === 'blank' ? '' : c.text;
    return { ...readCell(printed, units[i]), printed, line: c.n };
  });
}

/** Every sum holds, and none has a part that is not known. */
function holds(values: readonly Value[], sums: readonly SumSpan[]): boolean {
  return sums.every((s) => {
    const parts = values.slice(s.from, s.total);
    return !parts.includes(null) && parts.reduce<number>((a, b) => a + (b ?? 0), 0) === values[s.total];
  });
}

/** Blank or wordy cells beyond the row's own: trailing first (an empty or a remarks column), then leading (an unmerged label). */
function trim(cells: readonly BandCell[], width: number): BandCell[] {
  const out = [...cells];
  const spare = (c: BandCell | undefined): boolean => c?.kind === 'blank' || (c?.kind === 'value' && readCell(c.text).note === 'text');
  while (out.length > width && spare(out.at(-1))) out.pop();
  while (out.length > width && out[0]?.kind === 'blank') out.shift();
  return out;
}

/**
 * Known figures placed in order in more columns, the rest empty; where any placement allows it, such that no sum is exceeded and
 * none with all its parts is missed: an empty cell may be blank, or its figure may be lost.
 */
function placements(values: readonly Value[], shape: RowShape): { readings: Value[][]; complete: boolean } {
  const width = shape.units.length;
  const all: Value[][] = [];
  const walk = (at: number, taken: Value[]): void => {
    if (all.length >= 5000) return;
    if (taken.length === width) {
      if (at === values.length) all.push(taken);
      return;
    }
    if (at < values.length) walk(at + 1, [...taken, values[at]!]);
    if (width - taken.length > values.length - at) walk(at, [...taken, null]);
  };
  walk(0, []);
  const sound = all.filter((r) =>
    shape.sums.every(({ from, total }) => {
      const printed = r[total] ?? Number.POSITIVE_INFINITY;
      const parts = r.slice(from, total);
      const sum = parts.reduce<number>((a, b) => a + (b ?? 0), 0);
      return printed === Number.POSITIVE_INFINITY || (parts.includes(null) ? sum <= printed : sum === printed);
    }),
  );
  return { readings: sound.length > 0 ? sound : all, complete: all.length < 5000 };
}

/** More figures beside a row are another row's, such as last year's. */
const MOST_SPARE = 1;

/** Windows of the row's width in too many figures. */
function windows(read: readonly ReadCell[], shape: RowShape): RowReading {
  const width = shape.units.length;
  const all = Array.from({ length: Math.min(read.length - width + 1, 200) }, (_, i) => read.slice(i, i + width));
  const summed =
    shape.sums.length > 0
      ? all.filter((w) =>
          holds(
            w.map((c) => c.value),
            shape.sums,
          ),
        )
      : [];
  const few = read.length <= width + MOST_SPARE;
  if ((few && summed.length === 1) || (summed.length > 1 && summed.every((w) => w.every((c, i) => c.value === summed[0]![i]!.value))))
    return { kind: 'known', cells: summed[0]! };
  return {
    kind: 'open',
    readings: (summed.length > 0 ? summed : all).map((w) => w.map((c) => c.value)),
    complete: few && summed.length > 0,
    why: MORE,
  };
}

/** One figure too many, such as a row's number or a second total: the readings without one of them in which the sums hold, else all. */
function withoutOne(read: readonly ReadCell[], shape: RowShape): RowReading {
  const all = read.map((_, left) => read.filter((__, i) => i !== left));
  const valuesOf = (cells: readonly ReadCell[]): Value[] => cells.map((c) => c.value);
  const summed = all.filter((r) => holds(valuesOf(r), shape.sums));
  const distinct = [...new Map((summed.length > 0 ? summed : all).map((r) => [valuesOf(r).join(), r])).values()];
  if (summed.length > 0 && distinct.length === 1) return { kind: 'known', cells: distinct[0]! };
  return { kind: 'open', readings: distinct.map(valuesOf), complete: true, why: MORE };
}

/** Readings in which every sum holds; else those in which all sums but one hold (one published error). */
function summedSplits(groups: readonly string[], shape: RowShape): { readings: number[][]; complete: boolean } {
  if (shape.sums.length === 0) return { readings: [], complete: true };
  const all = splitFigures(groups, shape.units, shape.sums);
  if (all.readings.length > 0 || !all.complete || shape.sums.length === 1) return all;
  const each = shape.sums.map((left) =>
    splitFigures(
      groups,
      shape.units,
      shape.sums.filter((s) => s !== left),
    ),
  );
  const distinct = new Map(each.flatMap((e) => e.readings).map((r) => [r.join(), r]));
  return { readings: [...distinct.values()], complete: each.every((e) => e.complete) };
}

/** Groups of digits as whole figures in the columns, zeros between them left out, such that every sum holds. */
function wholeGroups(groups: readonly string[], shape: RowShape): Value[][] {
  if (groups.some((g) => !/^(?:0|[1-9][\d,]*)$/.test(g))) return [];
  const { readings } = placements(
    groups.map((g) => Number(g.replaceAll(',', ''))),
    shape,
  );
  const zeros = readings.map((r) => r.map((v) => v ?? 0));
  return readings.filter((_, i) => holds(zeros[i]!, shape.sums));
}

function splitRow(cells: readonly BandCell[], shape: RowShape): RowReading {
  const texts = cells.map((c) => (c.kind === 'value' ? c.text : ''));
  // 2832995元: the unit belongs to the last figure.
  const yuan = shape.units.at(-1) === 'money' && /元$/.test(texts.at(-1)!) && !/万元$/.test(texts.at(-1)!);
  const groups = texts.map((t) => t.replace(/(?:万元|元|件|项|个|次|份|条|宗)$/, ''));
  if (groups.some((g) => !/^[-+−]?\d[\d,.\-−]*$/.test(g))) return { kind: 'open', readings: [], complete: true, why: FEWER };
  const scale = (r: number[]): number[] => (yuan ? [...r.slice(0, -1), yuanToTenThousand(String(r.at(-1)!))] : r);
  const summed = summedSplits(groups, shape);
  const found = summed.readings.length > 0 || !summed.complete ? summed : splitFigures(groups, shape.units);
  const digits = groups.join('');
  // Fewer digits than cells: each is a figure, and a cell is empty.
  if (found.readings.length === 0 && digits.length < shape.units.length && /^\d+$/.test(digits)) {
    const placed = placements([...digits].map(Number), shape);
    return { kind: 'open', readings: placed.readings, complete: false, why: FEWER };
  }
  const readings = found.readings.map(scale);
  const line = cells[0]!.n;
  const lawful = shape.sums.length === 0 || summed.readings.length > 0;
  // Figures apart by spaces may each be whole, and empty cells between them lost.
  const whole = groups.length > 1 ? wholeGroups(groups, shape) : [];
  if (whole.length > 0) return { kind: 'open', readings: [...whole, ...(lawful ? readings : [])], complete: false, why: FEWER };
  if (readings.length === 1 && found.complete)
    return { kind: 'known', cells: readings[0]!.map((value) => ({ value, printed: String(value), line })) };
  return { kind: 'open', readings, complete: found.complete, why: readings.length === 0 ? UNREADABLE : lawful ? GLUED : NO_SUM };
}

/** Figures with a space between them: 1 2 may be 12, or two figures in one cell. */
const APART = /(\d)\s+(?=\d)/;

function distinctRows(rows: readonly Value[][]): Value[][] {
  return [...new Map(rows.map((r) => [r.join(), r])).values()];
}

/** A row with as many cells as the form. Where cells may hold two figures: joined, the first of each or the last, as the sums allow. */
function inCells(own: readonly BandCell[], shape: RowShape): RowReading {
  const cells = readAll(own, shape.units);
  if (!cells.some((c) => APART.test(c.printed) && c.value !== null)) return { kind: 'known', cells };
  const readings = [(t: string) => t, (t: string) => t.split(' ')[0]!, (t: string) => t.split(' ').at(-1)!].map((part) =>
    cells.map((c, i) => (APART.test(c.printed) ? readCell(part(c.printed), shape.units[i]).value : c.value)),
  );
  const sound = shape.sums.length > 0 ? readings.filter((r) => holds(r, shape.sums)) : readings;
  if (sound.length === 1 && sound[0] === readings[0]) return { kind: 'known', cells };
  // Where only a part of them makes a sum it may be by chance.
  if (!sound.includes(readings[0]!))
    return { kind: 'open', readings: distinctRows([readings[0]!, ...sound, ...readings]), complete: false, why: TWO };
  return { kind: 'open', readings: sound, complete: true, why: TWO };
}

/**
 * Reads a row's printed cells as exactly the columns of the form. Digits that run together are cut in every way that the row's
 * own sum allows; where no way satisfies it (a published error), in every way; one way alone is known, several stay open.
 */
export function readRow(cells: readonly BandCell[], shape: RowShape): RowReading {
  const width = shape.units.length;
  const own = trim(cells, width);
  if (own.length === width) return inCells(own, shape);
  const filled = own.filter((c) => c.kind === 'value');
  if (own.length > width) {
    const read = filled.length === width ? readAll(filled, shape.units) : null;
    // A blank among them may be the form's own, and a figure beside the table's (its number, a second total) not.
    const figures = read?.map((c) => c.value);
    if (read && figures && holds(figures, shape.sums)) return { kind: 'known', cells: read };
    if (figures) return { kind: 'open', readings: [figures], complete: false, why: MORE };
    if (width === 1 && filled.length > 1 && filled.every((c) => c.kind === 'value' && c.text === (filled[0] as { text: string }).text))
      return { kind: 'known', cells: readAll(filled.slice(0, 1), shape.units) };
    const all = readAll(own, shape.units.length === 1 ? own.map(() => shape.units[0]!) : own.map(() => 'count'));
    return own.length === width + 1 && shape.sums.length > 0 ? withoutOne(all, shape) : windows(all, shape);
  }
  const loose = filled.length === own.length && !filled.some((c) => c.kind === 'value' && c.sure);
  const lined = filled.length > 1 && filled.every((c) => c.kind === 'value' && c.alone);
  if (loose && !lined && filled.length > 0) {
    const split = splitRow(own, shape);
    if (split.kind === 'known' || split.readings.length > 0 || split.why === UNREADABLE) return split;
  }
  const read = readAll(
    own,
    own.map(() => shape.units[0]!),
  );
  if (read.every((c) => c.value === null)) {
    const line = own[0]?.n ?? 0;
    return { kind: 'known', cells: shape.units.map((_, i) => read[i] ?? { value: null, note: 'blank', printed: '', line }) };
  }
  const placed = placements(
    read.map((c) => c.value),
    shape,
  );
  // Two figures may have run into one cell: what was printed may be none of these.
  return { kind: 'open', readings: placed.readings, complete: false, why: FEWER };
}
