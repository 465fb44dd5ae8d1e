import { addDays, day, parseDay } from '#lib/day.ts';
import type { FactContext } from '../facts/context.ts';
import type { Fact, FactKind } from '../facts/fact.ts';
import { factOf } from '../facts/make.ts';
import { type Problem, problem } from '../facts/problem.ts';
import { numberOf, type RegisterRecord } from '../registers/record.ts';

const COUNTS = [
  ['licences', 'administrative.licences', '行政许可'],
  ['penalties', 'administrative.penalties', '行政处罚'],
  ['coercion', 'administrative.coercion', '行政强制'],
  ['feesFen', 'administrative.fees', '收费'],
] as const satisfies readonly (readonly [string, FactKind, string])[];

/** The last day of `YYYY-MM`; null when it is no month. */
export function monthEnd(month: string): string | null {
  const first = parseDay(`${month}-01`);
  return first ? addDays(day(addDays(first, 31).slice(0, 8).concat('01')), -1) : null;
}

/** A month's figures stand on its last day: a span counts the months it holds whole. Fees: collected less refunded, in fen. */
export function administrativeFacts(record: RegisterRecord, ctx: FactContext): Fact[] {
  const on = record.void ? null : monthEnd(record.number);
  const organ = on ? ctx.organOf(record.agency, on) : null;
  if (!on || !organ) return [];
  return COUNTS.flatMap(([key, kind]) => {
    const refunds = key === 'feesFen' ? (numberOf(record, 'refundsFen') ?? 0) : 0;
    const quantity = (numberOf(record, key) ?? 0) - refunds;
    return quantity === 0 ? [] : [factOf(record, organ, kind, on, {}, quantity)];
  });
}

/** A month's line with a figure left blank. */
export function administrativeProblems(record: RegisterRecord): Problem[] {
  if (record.void) return [];
  const blank = COUNTS.filter(([key]) => numberOf(record, key) === null).map(([, , label]) => label);
  if (blank.length === 0) return [];
  return [problem('REG-MONTH-MISSING', `${record.number}的月报没有填${blank.join('、')}，按没有计；没有的请填 0。`)];
}
