import { type Day, eachDay } from '#lib/day.ts';
import type { AgencyTree } from '../agencies/tree.ts';
import { DECLARED_REGISTERS } from './all.ts';
import type { Declaration } from './declaration.ts';
import type { RegisterKey } from './register.ts';

/** Days of a span, both included. */
export interface DayRange {
  readonly from: string;
  readonly to: string;
}

/** What is declared of one register for a span. */
export interface Coverage {
  readonly register: RegisterKey;
  /** The days nothing is declared for, or that were not kept. Empty: the register counts. */
  readonly missing: readonly DayRange[];
  /** The days kept, 零报告 apart. */
  readonly kept: readonly DayRange[];
  /** The 零报告 of the organ that touch the span. */
  readonly nil: readonly Declaration[];
}

/** How a declaration is named among the records of a cell: `declaration:requests:2023-01-01..2023-12-31`. */
export function declarationReference(d: Pick<Declaration, 'register' | 'from' | 'to'>): string {
  return `declaration:${d.register}:${d.from}..${d.to}`;
}

function covers(d: Declaration, on: string): boolean {
  return d.from <= on && on <= d.to;
}

/** The runs of days that hold, as first and last day of each. */
function runs(days: readonly Day[], holds: (i: number) => boolean): DayRange[] {
  const found: { from: Day; to: Day }[] = [];
  let last = -2;
  for (const [i, d] of days.entries()) {
    if (!holds(i)) continue;
    const run = found.at(-1);
    if (run && last === i - 1) run.to = d;
    else found.push({ from: d, to: d });
    last = i;
  }
  return found;
}

/**
 * What each register is declared as for an organ and a span. The organ's declaration covers its internal units; a unit's own
 * 未登记 (notKept) takes its days out. Days on which the organ does not exist need no declaration. A record does not declare.
 */
export function coverageOf(declarations: readonly Declaration[], tree: AgencyTree, organ: string, from: Day, to: Day): Coverage[] {
  const touching = declarations.filter((d) => d.from <= to && d.to >= from);
  const days = [...eachDay(from, to)];
  const exists = days.map((d) => tree.existsOn(organ, d));
  return DECLARED_REGISTERS.map((register): Coverage => {
    const own = touching.filter((d) => d.register === register && d.agency === organ);
    const notKept = touching.filter((d) => d.register === register && d.state === 'notKept');
    const stateOn = (on: Day): Declaration['state'] => {
      if (notKept.some((d) => covers(d, on) && tree.organOf(d.agency, on) === organ)) return 'notKept';
      const declared = own.filter((d) => covers(d, on));
      if (declared.some((d) => d.state === 'kept')) return 'kept';
      return declared.some((d) => d.state === 'nil') ? 'nil' : 'notKept';
    };
    const states = days.map((on, i) => (exists[i] ? stateOn(on) : null));
    const of = (state: Declaration['state']) => runs(days, (i) => states[i] === state);
    return { register, missing: of('notKept'), kept: of('kept'), nil: own.filter((d) => d.state === 'nil') };
  });
}
