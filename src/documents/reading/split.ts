import type { CellUnit } from '#law/forms/index.ts';

/** Columns whose sum stands in another: the columns `from` … `total` − 1 add up to column `total`. */
export interface SumSpan {
  readonly from: number;
  readonly total: number;
}

export interface Splits {
  readonly readings: number[][];
  /** False where the search was stopped: there may be more. */
  readonly complete: boolean;
}

/** Steps one search may take: bounds the time whatever the digits. */
const BUDGET = 300_000;
const MOST = 3_000;
/** No figure of a report has more digits. */
const LONGEST = 12;

const NEXT: Record<CellUnit, RegExp> = {
  count: /(?:[1-9]\d{0,2}(?:,\d{3})+|\d+)/y,
  change: /[-+−]?(?:[1-9]\d{0,2}(?:,\d{3})+|\d+)/y,
  money: /\d[\d,]*(?:\.\d+)?/y,
};

/** Figures of plain digits: the usual case, without patterns. */
function* digitFigures(s: string, at: number): Generator<readonly [number, number]> {
  let value = 0;
  for (let end = at; end < s.length && end - at < LONGEST; end++) {
    value = value * 10 + s.charCodeAt(end) - 48;
    yield [end + 1, value];
    if (value === 0) return;
  }
}

/** Every prefix of `s` at `at` that is a figure of the unit, as [end, value]. No figure but 0 begins with 0. */
function* figures(s: string, at: number, unit: CellUnit): Generator<readonly [number, number]> {
  const pattern = NEXT[unit];
  pattern.lastIndex = at;
  const whole = pattern.exec(s)?.[0];
  if (whole === undefined) return;
  const sign = /^[-+−]/.test(whole) ? 1 : 0;
  const body = whole.slice(sign);
  const negative = whole.startsWith('-') || whole.startsWith('−');
  for (let len = 1; len <= body.length; len++) {
    const part = body.slice(0, len);
    if (!/^(?:0|[1-9]\d*|[1-9]\d{0,2}(?:,\d{3})+)(?:\.\d+)?$/.test(part)) continue;
    const digits = part.replaceAll(',', '');
    if (digits.length > LONGEST + (digits.includes('.') ? 8 : 0)) return;
    const next = s[at + sign + len];
    if (next === ',' || next === '.') continue;
    if (digits === '0' && negative) continue;
    yield [at + sign + len, negative ? -Number(digits) : Number(digits)];
  }
}

/**
 * Every way to cut groups of digits into one figure per column. Borders of groups are borders of figures.
 * @param groups digits as printed, in order; a group holds one or more whole figures
 * @param sums only readings in which these hold
 */
export function splitFigures(groups: readonly string[], units: readonly CellUnit[], sums: readonly SumSpan[] = []): Splits {
  const k = units.length;
  const digits = groups.reduce((n, g) => n + g.length, 0);
  if (groups.length > k || digits > k * (LONGEST + 2)) return { readings: [], complete: groups.length > k };
  const totals = new Map(sums.map((s) => [s.total, s.from]));
  const simple = groups.map((g) => /^\d+$/.test(g));
  const readings: number[][] = [];
  const taken: number[] = [];
  let steps = 0;
  const after = groups.map((_, g) => groups.slice(g + 1).reduce((n, x) => n + x.length, 0));
  const left = (g: number, at: number): number => (groups[g]?.length ?? 0) - at + (after[g] ?? 0);
  const walk = (g: number, at: number): void => {
    if (++steps > BUDGET || readings.length >= MOST) return;
    const column = taken.length;
    if (column === k) {
      if (g === groups.length) readings.push([...taken]);
      return;
    }
    const group = groups[g];
    if (group === undefined || left(g, at) < k - column || groups.length - g > k - column) return;
    const from = totals.get(column);
    const needed = from === undefined ? null : taken.slice(from, column).reduce((a, b) => a + b, 0);
    for (const [end, value] of simple[g] && units[column] === 'count' ? digitFigures(group, at) : figures(group, at, units[column]!)) {
      if (needed !== null && value > needed) break;
      if (needed !== null && value !== needed) continue;
      taken.push(value);
      if (end === group.length) walk(g + 1, 0);
      else walk(g, end);
      taken.pop();
    }
  };
  walk(0, 0);
  return { readings, complete: steps <= BUDGET && readings.length < MOST };
}
