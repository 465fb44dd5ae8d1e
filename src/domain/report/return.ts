import { chineseDate, day } from '#lib/day.ts';
import type { Paragraph } from './document.ts';
import { type FigureValues, figureValue } from './figures.ts';
import type { Report } from './model.ts';
import { bind, type Filling, say } from './narrative/fill.ts';
import { factGap, figureGap, type Gap } from './narrative/gaps.ts';
import { listsOf } from './narrative/lists.ts';
import { type Office, plain } from './narrative/office.ts';
import { hotline, hotlineInTime, processingFee } from './narrative/otherSections.ts';
import { SECTION_ONE } from './narrative/sectionOne.ts';
import type { Statement } from './narrative/template.ts';

/** A month's or quarter's return: the same figures as the year's report, said for a shorter span. */
export interface Return {
  /** 朝阳镇2023年3月政府信息公开工作月报. */
  readonly title: string;
  readonly period: readonly [string, string];
  readonly paragraphs: readonly Paragraph[];
  readonly gaps: readonly Gap[];
}

export interface ReturnInput {
  /** As compiled for the span. */
  readonly report: Report;
  readonly figures: FigureValues;
  readonly office: Office;
}

const QUARTERS = ['一', '二', '三', '四'] as const;

function lastDayOf(year: number, month: number): string {
  return new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);
}

/** 2023年3月 with 月报, 2023年第一季度 with 季报, else the dates with 情况报告. */
function spanWords([from, to]: readonly [string, string]): readonly [time: string, kind: string] {
  const [year, first, last] = [Number(from.slice(0, 4)), Number(from.slice(5, 7)), Number(to.slice(5, 7))];
  const whole = from.endsWith('-01') && to === lastDayOf(year, last);
  if (whole && first === last) return [`${year}年${first}月`, '月报'];
  if (whole && last === first + 2 && last % 3 === 0) return [`${year}年第${QUARTERS[last / 3 - 1]}季度`, '季报'];
  return [`${chineseDate(day(from))}至${chineseDate(day(to))}`, '情况报告'];
}

const SAID = ['items', 'kinds', 'channels', 'requests', 'outcomes', 'review', 'litigation', 'normative', 'training', 'inspection'];

/** The statements of the year's report that a return repeats, with the span where the report says the year. */
function statementsFor(time: string): Statement[] {
  const yearly = SECTION_ONE.flatMap((p) => p.statements).filter((s) => SAID.includes(s.id));
  const spanned = yearly.map((s) => ({
    ...s,
    alternatives: s.alternatives.map((a) => ({
      ...a,
      text: a.text.replaceAll('{year}年', time).replaceAll('上年结转', '期初结转').replaceAll('结转下年度继续办理', '期末结转继续办理'),
    })),
  }));
  return [...spanned, processingFee(time), hotline(time), hotlineInTime(time)];
}

/**
 * The text of a month's, a quarter's or any span's return.
 * @throws when the report has no period
 */
export function composeReturn(input: ReturnInput): Return {
  const { report, office } = input;
  if (!report.period) throw new Error('a return needs a period');
  const [time, kind] = spanWords(report.period);
  const filling: Filling = {
    facts: { end: chineseDate(day(report.period[1])) },
    lists: listsOf(office, report.period, Number(report.period[0].slice(0, 4))),
    value: (figure) => figureValue(figure, report, input.figures),
  };
  const gaps: Gap[] = [];
  const paragraphs = statementsFor(time).flatMap((statement): Paragraph[] => {
    const said = say(statement, filling);
    if (said === null) return [];
    if (typeof said === 'string') return [{ level: 'text', runs: bind(said, filling.value).runs }];
    gaps.push(...figureGap(statement.id, statement.about, said.figures), ...factGap(statement.id, said.facts));
    return [];
  });
  return { title: `${plain(office.shortName)}${time}政府信息公开工作${kind}`, period: report.period, paragraphs, gaps };
}
