import { describe, expect, it } from 'vitest';
import { report, rules, type Sheet } from './office.ts';

const suit = (number: string, filedOn: string | null, decidedOn: string | null, result: string | null, more: Sheet = {}): Sheet => ({
  number,
  agency: 'zhen',
  kind: 'review',
  filedOn,
  decidedOn,
  result,
  ...more,
});
/** 维持, 纠正, 其他, 尚未审结, 总计. */
const row = (remedies: Sheet[], when: string, group = 'review') => report({ remedies }, when).report.tables.remedies?.[group];

describe('四、行政复议、行政诉讼', () => {
  it('counts each result once, by the date on the decision', () => {
    const remedies = [
      suit('R-1', '2023-03-01', '2023-12-31', 'upheld'),
      suit('R-2', '2023-03-01', '2023-05-01', 'corrected'),
      suit('R-3', '2023-03-01', '2023-05-01', 'other'),
      suit('R-4', '2023-03-01', '2024-01-01', 'upheld'),
    ];
    expect(row(remedies, '2023')).toEqual([1, 1, 1, 1, 4]);
    expect(row(remedies, '2024')).toEqual([1, 0, 0, 0, 1]);
  });

  it('a case may stand in two years: pending in the first, decided in the second', () => {
    const remedies = [suit('R-1', '2023-12-31', '2024-02-01', 'upheld')];
    expect(row(remedies, '2023')).toEqual([0, 0, 0, 1, 1]);
    expect(row(remedies, '2024')).toEqual([1, 0, 0, 0, 1]);
    expect(report({ remedies }, '2023').cells['remedies/review/pending']).toEqual(['R-1']);
  });

  it('pending counts what was accepted by 31 December, in every year until decided', () => {
    const remedies = [suit('R-1', '2022-11-01', null, null), suit('R-2', '2023-12-31', null, null), suit('R-3', '2024-01-01', null, null)];
    expect(row(remedies, '2023')).toEqual([0, 0, 0, 2, 2]);
  });

  it('without a day of acceptance, the day the office was told counts; without either nothing, and it is said', () => {
    const remedies = [suit('R-1', null, null, null, { toldOn: '2023-12-31' }), suit('R-2', null, null, null)];
    const r = report({ remedies }, '2023');
    expect(r.report.tables.remedies?.['review']).toEqual([0, 0, 0, 1, 1]);
    expect(r.findings.map((f) => [f.rule, f.where.quote])).toEqual([['REG-REMEDY-DATE', 'R-2']]);
  });

  it('keeps the three groups apart', () => {
    const remedies = [
      suit('R-1', '2023-03-01', '2023-05-01', 'upheld'),
      suit('R-2', '2023-03-01', '2023-05-01', 'upheld', { kind: 'litigationDirect' }),
      suit('R-3', '2023-03-01', null, null, { kind: 'litigationAfterReview' }),
    ];
    const tables = report({ remedies }, '2023').report.tables.remedies;
    expect(tables).toEqual({ review: [1, 0, 0, 0, 1], litigationDirect: [1, 0, 0, 0, 1], litigationAfterReview: [0, 0, 0, 1, 1] });
  });

  describe('one case through all instances', () => {
    const suitAt = (more: Sheet) => [suit('R-1', '2023-03-01', '2023-10-01', 'upheld', { kind: 'litigationDirect', ...more })];

    it('under appeal on 31 December it is pending; the final result counts in the year of its date', () => {
      const remedies = suitAt({ appealedOn: '2023-10-12', finalOn: '2024-02-01', finalResult: 'corrected' });
      expect(row(remedies, '2023', 'litigationDirect')).toEqual([0, 0, 0, 1, 1]);
      expect(row(remedies, '2024', 'litigationDirect')).toEqual([0, 1, 0, 0, 1]);
    });

    it('appealed and decided in one year it counts once, by the final result', () => {
      const remedies = suitAt({ appealedOn: '2023-10-12', finalOn: '2023-12-20', finalResult: 'corrected' });
      expect(row(remedies, '2023', 'litigationDirect')).toEqual([0, 1, 0, 0, 1]);
    });

    it('decided on 31 December and appealed in January, it was decided on 31 December', () => {
      const remedies = suitAt({ appealedOn: '2024-01-04', finalOn: '2025-02-01', finalResult: 'corrected' });
      expect(row(remedies, '2023', 'litigationDirect')).toEqual([1, 0, 0, 0, 1]);
      expect(row(remedies, '2024', 'litigationDirect')).toEqual([0, 0, 0, 1, 1]);
      expect(row(remedies, '2025', 'litigationDirect')).toEqual([0, 1, 0, 0, 1]);
    });
  });

  it.each([
    [{ decidedOn: '2023-05-01', result: null }],
    [{ decidedOn: null, result: 'upheld' }],
    [{ decidedOn: '2023-02-28', result: 'upheld' }],
  ])('%o: says what does not fit and leaves the case pending', (more) => {
    const remedies = [suit('R-1', '2023-03-01', null, null, more)];
    expect(row(remedies, '2023')).toEqual([0, 0, 0, 1, 1]);
    expect(rules(report({ remedies }, '2023'))).toEqual(['REG-REMEDY-DATE']);
  });

  it('says where a final result has no appeal before it', () => {
    const remedies = [suit('R-1', '2023-03-01', '2023-05-01', 'upheld', { finalOn: '2023-08-01', finalResult: 'corrected' })];
    expect(row(remedies, '2023')).toEqual([1, 0, 0, 0, 1]);
    expect(rules(report({ remedies }, '2023'))).toEqual(['REG-REMEDY-DATE']);
  });

  it('dates in an impossible order leave the case pending, never a negative figure', () => {
    const appeal = { appealedOn: '2022-02-01', finalOn: '2023-01-01', finalResult: 'upheld' };
    const remedies = [suit('R-1', '2024-01-01', '2022-01-01', 'upheld', appeal)];
    expect(row(remedies, '2023')).toEqual([0, 0, 0, 0, 0]);
    expect(row(remedies, '2024')).toEqual([0, 0, 0, 1, 1]);
    expect(rules(report({ remedies }, '2024'))).toContain('REG-REMEDY-DATE');
  });

  it('leaves out void ones', () => {
    expect(row([suit('R-1', '2023-03-01', '2023-05-01', 'upheld', { void: '登记有误' })], '2023')).toEqual([0, 0, 0, 0, 0]);
  });
});
