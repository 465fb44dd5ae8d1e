import { addDays, chineseDate, type Day, day } from '#lib/day.ts';
import type { Finding } from '../checker/finding.ts';
import type { Fact } from '../facts/fact.ts';
import { OPENING_CELLS, type OpeningFigures, openingDay } from '../facts/opening.ts';
import { type FactIndex, place } from '../facts/place.ts';
import { predicateOf } from '../facts/predicates.ts';
import { REGISTER_RULES, type RegisterRule } from '../facts/problem.ts';
import { monthEnd } from '../publishing/administrativeFacts.ts';
import { registerOf } from '../registers/all.ts';
import type { Coverage, DayRange } from '../registers/coverage.ts';
import { valueAt } from './model.ts';

/** A finding about the registers, in the shape the checker uses. */
export function registerFinding(rule: RegisterRule, message: string, more: Partial<Finding> = {}): Finding {
  const { severity, basis, section } = REGISTER_RULES[rule];
  return { rule, severity, message, basis, where: { section }, ...more };
}

const MOST_NAMED = 20;

function names(list: readonly string[]): string {
  const shown = list.slice(0, MOST_NAMED).join('、');
  return list.length > MOST_NAMED ? `${shown}等${list.length}件` : shown;
}

function rangeText(range: DayRange): string {
  return `${chineseDate(day(range.from))}至${chineseDate(day(range.to))}`;
}

/** 零报告 although something was recorded for those days: counted all the same, and said. */
export function nilFindings(coverage: readonly Coverage[], facts: readonly Fact[], from: string, to: string): Finding[] {
  return coverage.flatMap((c) =>
    c.nil.flatMap((nil): Finding[] => {
      const during = (on: string) => on >= nil.from && on <= nil.to && on >= from && on <= to;
      const same = (f: Fact) => f.register === c.register || (c.register === 'items' && f.register === 'publications');
      const numbers = [...new Set(facts.filter((f) => same(f) && during(f.happenedOn)).map((f) => f.record))];
      if (numbers.length === 0) return [];
      const { title, countWord } = registerOf(c.register);
      const text = `${title}${rangeText(nil)}已作零报告，但这期间有${numbers.length}${countWord}登记（${names(numbers)}），已照登记计数；请更正申报或登记。`;
      return [registerFinding('REG-NIL-RECORDS', text)];
    }),
  );
}

function monthsOf(from: string, to: string): string[] {
  const months: string[] = [];
  for (let d = day(`${from.slice(0, 7)}-01`); d <= to; d = day(`${addDays(d, 31).slice(0, 7)}-01`)) months.push(d.slice(0, 7));
  return months;
}

/** Months wholly within days declared as kept for which no figures were entered. */
export function monthFindings(coverage: readonly Coverage[], entered: ReadonlySet<string>): Finding[] {
  const kept = coverage.find((c) => c.register === 'administrative')?.kept ?? [];
  const absent = kept.flatMap((range) =>
    monthsOf(range.from, range.to).filter(
      (month) => `${month}-01` >= range.from && (monthEnd(month) ?? '') <= range.to && !entered.has(month),
    ),
  );
  if (absent.length === 0) return [];
  const text = `行政执法和收费月报已申报按月登记，但缺${absent.join('、')}的数字，没有计入；请补填，没有的填 0 或作零报告。`;
  return [registerFinding('REG-MONTH-MISSING', text)];
}

/** The months a span cuts through, unless 零报告 covers what is cut off. */
export function cutMonths(from: Day, to: Day, coverage: readonly Coverage[]): string[] {
  const nil = coverage.find((c) => c.register === 'administrative')?.nil ?? [];
  const cut = [from.endsWith('-01') ? null : from.slice(0, 7), monthEnd(to.slice(0, 7)) === to ? null : to.slice(0, 7)];
  return [...new Set(cut)].filter((m) => m !== null).filter((m) => !nil.some((d) => d.from <= `${m}-01` && d.to >= (monthEnd(m) ?? '')));
}

/** Opening figures that records have replaced and that differ from them: each with the printed figure and the counted one. */
export function openingFindings(openings: readonly OpeningFigures[], index: FactIndex, from: string): Finding[] {
  const latest = openings.filter((o) => openingDay(o) < from).sort((a, b) => b.year - a.year)[0];
  if (!latest) return [];
  const on = openingDay(latest);
  return OPENING_CELLS.flatMap((cell): Finding[] => {
    const replaced = (index.groups.get(cell.replacedBy) ?? []).some((g) => g.facts.some((f) => f.happenedOn <= on));
    const predicate = predicateOf(cell.figure);
    const printed = valueAt(latest.tables, cell.figure);
    if (!replaced || !predicate || typeof printed !== 'number') return [];
    const counted = place(index, predicate, `${latest.year}-01-01`, on).value;
    if (counted === printed) return [];
    const text = `${latest.year}年年报的${cell.figure}是${printed}，按登记计是${counted}；已按登记计，请核对登记，或者更正已公布的年报。`;
    return [registerFinding('REG-OPENING', text, { where: { section: 0, cell: cell.figure }, expected: printed, actual: counted })];
  });
}
