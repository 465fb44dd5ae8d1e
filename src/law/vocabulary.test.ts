import { describe, expect, it } from 'vitest';
import { day } from '#lib/day.ts';
import { isRefusal } from '#lib/result.ts';
import { APPLICANT_KINDS, applicantLabel } from './applicants.ts';
import { citation } from './articles/index.ts';
import { SHIPPED_CALENDAR } from './calendar/index.ts';
import { ARTICLE_20, ARTICLE_21_COUNTY, ARTICLE_21_TOWNSHIP, CATALOGUE_FIELDS, dutiesOf, GUIDE_ELEMENTS } from './catalogue.ts';
import { FORM_2021 } from './forms/index.ts';
import { OUTCOMES, outcomeOf } from './outcomes.ts';
import { lastDayOf, remedyWindows } from './remedies.ts';
import { reportDue } from './reportDates.ts';
import { TERMS } from './terms.ts';
import { TIME_LIMITS } from './timeLimits.ts';

const outcome = (row: string) => {
  const found = outcomeOf(row);
  if (!found) throw new Error(`no outcome ${row}`);
  return found;
};

describe('the 21 outcomes', () => {
  it('are exactly the outcome rows of the form in use, one each', () => {
    expect(OUTCOMES.map((o) => o.row)).toEqual(FORM_2021.requestRows.filter((r) => r.role === 'outcome').map((r) => r.key));
    expect(OUTCOMES).toHaveLength(21);
    expect(outcomeOf('3.7')).toBeNull();
  });

  it('cite an article that exists, but for the residual row', () => {
    expect(OUTCOMES.filter((o) => o.basis.length === 0).map((o) => o.row)).toEqual(['3.6.3']);
    expect(OUTCOMES.flatMap((o) => o.basis).every((b) => citation(b))).toBe(true);
  });

  it('have the way to a remedy hanging on each, not on the group', () => {
    const rows = (route: string) => OUTCOMES.filter((o) => o.remedyRoute === route).map((o) => o.row);
    expect(rows('reviewFirst')).toEqual(['3.3.1', '3.3.2', '3.3.3', '3.3.4', '3.3.5', '3.3.6', '3.3.7']);
    expect(rows('undecided')).toEqual(['3.2', '3.3.8']);
    expect(rows('none')).toEqual(['3.6.3']);
    expect(rows('either')).toHaveLength(11);
  });

  it('have a label without number and a letter', () => {
    expect(outcome('3.2').label).toBe('部分公开');
    expect(outcome('3.3.3').label).toBe('危及“三安全一稳定”');
    expect(outcome('3.3.3').letter).toBe('政府信息不予公开告知书');
    expect(OUTCOMES.filter((o) => o.letter === null).map((o) => o.row)).toEqual(['3.6.3']);
  });
});

describe('the ways to a remedy', () => {
  const windows = (row: string, on: string) => remedyWindows(SHIPPED_CALENDAR, outcome(row), day(on));

  it('a refusal: reconsideration first, 60 calendar days', () => {
    expect(windows('3.3.4', '2024-03-01')).toEqual([{ kind: 'review', by: '2024-04-30', provisional: false, basis: 'ARL2023 20' }]);
  });

  it('nothing held: either, and six months for a suit', () => {
    expect(windows('3.4.1', '2024-03-01')).toMatchObject([{ by: '2024-04-30' }, { kind: 'litigation', by: '2024-09-02' }]);
  });

  it('an end on a day off moves to the first working day after', () => {
    expect(windows('3.3.4', '2024-08-02')).toMatchObject([{ by: '2024-10-08' }]);
  });

  it('six months after 31 August end with February', () => {
    expect(lastDayOf(SHIPPED_CALENDAR, TIME_LIMITS.sueDirectly, day('2023-08-31')).by).toBe('2024-02-29');
    expect(lastDayOf(SHIPPED_CALENDAR, TIME_LIMITS.sueDirectly, day('2025-06-30')).by).toBe('2025-12-30');
  });

  it('undecided: refused until the adviser has decided', () => {
    expect(isRefusal(windows('3.2', '2024-03-01'))).toBe(true);
    expect(remedyWindows(SHIPPED_CALENDAR, outcome('3.2'), day('2024-03-01'), 'reviewFirst')).toHaveLength(1);
    expect(windows('3.6.3', '2024-03-01')).toEqual([]);
  });

  it('past the calendar the date is provisional', () => {
    expect(windows('3.3.4', '2026-12-01')).toMatchObject([{ provisional: true }]);
  });
});

describe('tables of the statute', () => {
  it('Art. 20 has 15 items, Art. 21 eight for townships and seven for counties', () => {
    expect([ARTICLE_20.length, ARTICLE_21_TOWNSHIP.length, ARTICLE_21_COUNTY.length]).toEqual([15, 8, 7]);
    expect(dutiesOf('township')).toHaveLength(23);
    expect(dutiesOf('county')).toHaveLength(22);
    expect(new Set([...dutiesOf('township'), ...dutiesOf('county')].map((d) => d.key)).size).toBe(30);
    expect(ARTICLE_20.every((d) => citation(d.basis))).toBe(true);
    expect(GUIDE_ELEMENTS).toHaveLength(9);
    expect(CATALOGUE_FIELDS.map((f) => f.label)).toEqual(['索引', '名称', '内容概述', '生成日期']);
  });

  it('applicant kinds are the columns of the form without the total', () => {
    expect(FORM_2021.applicantColumns.map((c) => c.key)).toEqual([...APPLICANT_KINDS, 'total']);
    expect(applicantLabel('legalService')).toBe('法律服务机构');
  });

  it('one English word for each Chinese term', () => {
    expect(new Set(Object.values(TERMS)).size).toBe(Object.keys(TERMS).length);
  });

  it('every time limit cites an article that exists', () => {
    expect(Object.values(TIME_LIMITS).filter((t) => !citation(t.basis))).toEqual([]);
  });

  it('a township has no date of Art. 49', () => {
    expect(reportDue('department', 2023)).toEqual({ by: '2024-01-31', basis: 'OGIR2019 49.1' });
    expect(reportDue('county', 2023)).toEqual({ by: '2024-03-31', basis: 'OGIR2019 49.2' });
    expect(reportDue('township', 2023)).toEqual({ by: '2024-01-31', basis: 'LOCAL' });
    expect(reportDue('township', 2023, '01-15').by).toBe('2024-01-15');
  });
});
