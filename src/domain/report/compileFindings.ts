import { addDays, chineseDate, type Day, day, earlierOf, laterOf } from '#lib/day.ts';
import type { Finding } from '../checker/finding.ts';
import type { Fact } from '../facts/fact.ts';
import { type CountedOn, type OpeningFigures, openingDay, openingsBefore } from '../facts/opening.ts';
import { type FactIndex, place } from '../facts/place.ts';
import { predicateOf } from '../facts/predicates.ts';
import { REGISTER_RULES, type RegisterRule } from '../facts/problem.ts';
import { monthEnd } from '../publishing/administrativeFacts.ts';
import { registerOf } from '../registers/all.ts';
import type { Coverage, DayRange } from '../registers/coverage.ts';

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

/** Months wholly within days declared as kept, and over by `asOf`, for which no figures were entered. */
export function monthFindings(coverage: readonly Coverage[], entered: ReadonlySet<string>, asOf: string | null): Finding[] {
  const kept = coverage.find((c) => c.register === 'administrative')?.kept ?? [];
  const absent = kept.flatMap((range) =>
    monthsOf(range.from, range.to).filter(
      (month) =>
        `${month}-01` >= range.from &&
        (monthEnd(month) ?? '') <= range.to &&
        (monthEnd(month) ?? '') <= (asOf ?? range.to) &&
        !entered.has(month),
    ),
  );
  if (absent.length === 0) return [];
  const text = `行政执法和收费月报已申报按月登记，但缺${absent.join('、')}的数字，没有计入；请补填，没有的填 0 或作零报告。`;
  return [registerFinding('REG-MONTH-MISSING', text)];
}

/** The parts of a span that cut through a month with figures: a month's figures can't be told apart by days. */
export function cutMonths(from: Day, to: Day, facts: readonly Fact[]): DayRange[] {
  const entered = new Set(facts.filter((f) => f.register === 'administrative').map((f) => f.happenedOn.slice(0, 7)));
  const cut = [from.endsWith('-01') ? null : from.slice(0, 7), monthEnd(to.slice(0, 7)) === to ? null : to.slice(0, 7)];
  return [...new Set(cut)].flatMap((month) => {
    const last = month && entered.has(month) ? monthEnd(month) : null;
    return last ? [{ from: laterOf(day(`${month}-01`), from), to: earlierOf(day(last), to) }] : [];
  });
}

/** One finding a month cut through. */
export function cutFindings(cut: readonly DayRange[]): Finding[] {
  return cut.map((range) => {
    const text = `期间把${range.from.slice(0, 7)}拆开，月报不能按日拆分，许可、处罚、强制和收费不计；请用整月的期间。`;
    return registerFinding('REG-MONTH-CUT', text);
  });
}

/** The stocks counted from records on the day each opening stands on. */
export function countedOn(index: FactIndex): CountedOn {
  return (figure, opening) => {
    const predicate = predicateOf(figure);
    return predicate ? place(index, predicate, `${opening.year}-01-01`, openingDay(opening)).value : 0;
  };
}

/**
 * Printed figures the records exceed: both are said, and the records count. Row 2 of the year that follows is then no longer
 * row 4 of the published report (Y-CARRIED).
 */
export function openingFindings(openings: readonly OpeningFigures[], from: string, counted: CountedOn): Finding[] {
  return openingsBefore(openings, from).flatMap(({ cell, opening, printed }): Finding[] => {
    const actual = counted(cell.figure, opening);
    if (actual <= printed) return [];
    const text = `${opening.year}年年报的${cell.figure}是${printed}，按登记计是${actual}；已按登记计，请核对登记，或者更正已公布的年报。`;
    const follows = addDays(day(openingDay(opening)), 1) === from;
    if (!follows || cell.register !== 'requests') {
      return [registerFinding('REG-OPENING', text, { where: { section: 0, cell: cell.figure }, expected: printed, actual })];
    }
    const where = { section: 3, cell: cell.figure.replace('/4/', '/2/') };
    return [{ rule: 'Y-CARRIED', severity: 'warning', message: text, basis: ['FORM2021'], where, expected: printed, actual }];
  });
}
