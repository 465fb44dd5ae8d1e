import type { Value } from '#domain/report/model.ts';

/** A row with its possible readings; one reading is a known row. */
export interface Choice {
  readonly key: string;
  readonly readings: readonly (readonly Value[])[];
}

/** A sum that a report's rows should satisfy in every column: row key → sign. */
export type RowEquation = ReadonlyMap<string, 1 | -1>;

interface ColumnEquation {
  readonly column: number;
  readonly signs: RowEquation;
  /** What the known rows contribute. */
  readonly constant: number;
}

const BUDGET = 300_000;
const MOST_SOLUTIONS = 4_000;

function columnEquations(choices: readonly Choice[], equations: readonly RowEquation[], width: number): ColumnEquation[] {
  const byKey = new Map(choices.map((c) => [c.key, c]));
  const out: ColumnEquation[] = [];
  for (const signs of equations) {
    for (let column = 0; column < width; column++) {
      let constant = 0;
      let open = false;
      let usable = true;
      for (const [key, sign] of signs) {
        const choice = byKey.get(key);
        if (!choice || choice.readings.length === 0 || choice.readings.some((r) => r[column] === null)) usable = false;
        else if (choice.readings.length > 1) open = true;
        else constant += sign * choice.readings[0]![column]!;
      }
      if (usable && open) out.push({ column, signs, constant });
    }
  }
  return out;
}

/** False where no choice of readings can satisfy the equation by itself: the report is wrong there, whatever the readings. */
function satisfiable(eq: ColumnEquation, open: readonly Choice[]): boolean {
  let sums = new Set([eq.constant]);
  for (const choice of open) {
    const sign = eq.signs.get(choice.key);
    if (!sign) continue;
    const values = new Set(choice.readings.map((r) => sign * r[eq.column]!));
    if (sums.size * values.size > 200_000) return true;
    const next = new Set<number>();
    for (const s of sums) for (const v of values) next.add(s + v);
    sums = next;
  }
  return sums.has(0);
}

function solve(open: readonly Choice[], equations: readonly ColumnEquation[]): { solutions: number[][]; complete: boolean } {
  const low = Array.from({ length: open.length + 1 }, () => new Float64Array(equations.length));
  const high = Array.from({ length: open.length + 1 }, () => new Float64Array(equations.length));
  for (let i = open.length - 1; i >= 0; i--) {
    for (const [e, eq] of equations.entries()) {
      const sign = eq.signs.get(open[i]!.key) ?? 0;
      const values = sign === 0 ? [0] : open[i]!.readings.map((r) => sign * r[eq.column]!);
      low[i]![e] = low[i + 1]![e]! + values.reduce((a, b) => Math.min(a, b));
      high[i]![e] = high[i + 1]![e]! + values.reduce((a, b) => Math.max(a, b));
    }
  }
  const solutions: number[][] = [];
  const taken: number[] = [];
  let steps = 0;
  const walk = (state: readonly number[]): void => {
    const i = taken.length;
    if (i === open.length) {
      solutions.push([...taken]);
      return;
    }
    for (const [r, reading] of open[i]!.readings.entries()) {
      if (++steps > BUDGET || solutions.length >= MOST_SOLUTIONS) return;
      const next = equations.map((eq, e) => state[e]! + (eq.signs.get(open[i]!.key) ?? 0) * reading[eq.column]!);
      if (next.some((v, e) => v + low[i + 1]![e]! > 0 || v + high[i + 1]![e]! < 0)) continue;
      taken.push(r);
      walk(next);
      taken.pop();
    }
  };
  walk(equations.map((e) => e.constant));
  return { solutions, complete: steps <= BUDGET && solutions.length < MOST_SOLUTIONS };
}

/**
 * Settles rows that read in several ways by the sums of their columns. A row keeps every reading that some choice for the other
 * rows completes; where the sums cannot hold (a published error), or the search is too long, it keeps all.
 */
export function settle(choices: readonly Choice[], equations: readonly RowEquation[], width: number): Map<string, Value[][]> {
  const out = new Map(choices.map((c) => [c.key, c.readings.map((r) => [...r])]));
  const open = choices.filter((c) => c.readings.length > 1).sort((a, b) => a.readings.length - b.readings.length);
  if (open.length === 0) return out;
  const usable = columnEquations(choices, equations, width).filter((eq) => satisfiable(eq, open));
  if (usable.length === 0) return out;
  const { solutions, complete } = solve(open, usable);
  if (!complete || solutions.length === 0) return out;
  for (const [i, choice] of open.entries()) {
    const left = new Set(solutions.map((s) => s[i]!));
    out.set(
      choice.key,
      [...left].sort((a, b) => a - b).map((r) => [...choice.readings[r]!]),
    );
  }
  return out;
}
