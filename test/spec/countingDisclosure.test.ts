import { describe, expect, it } from 'vitest';
import { cell, kept, nil, report, rules, type Sheet } from './office.ts';

const document = (number: string, issuedOn: string, more: Sheet = {}): Sheet => ({
  number,
  agency: 'zhen',
  issuedOn,
  promulgatedOn: issuedOn,
  endedOn: null,
  ...more,
});
const documents = (list: Sheet[], when: string, asOf: string | null = null) => {
  const r = report({ normativeDocuments: list }, when, asOf);
  return ['issued', 'abolished', 'inForce'].map((c) => cell(r, `proactive/normativeDocuments/${c}`));
};

describe('行政规范性文件', () => {
  it('制发 counts by the date of issue: 31 December, not 1 January', () => {
    const list = ['2022-12-31', '2023-01-01', '2023-12-31', '2024-01-01'].map((on, i) => document(`D-${i}`, on));
    expect(documents(list, '2023')).toEqual([2, 0, 3]);
  });

  it('counts no document that was not promulgated, and says so', () => {
    const list = [document('D-1', '2023-05-04', { promulgatedOn: null })];
    expect(documents(list, '2023')).toEqual([0, 0, 0]);
    expect(rules(report({ normativeDocuments: list }, '2023'))).toEqual(['REG-DOCUMENT-UNPUBLISHED']);
  });

  it('counts by issue, once promulgated, also where that was in the next year', () => {
    const list = [document('D-1', '2023-12-28', { promulgatedOn: '2024-01-05' })];
    expect(documents(list, '2023')).toEqual([1, 0, 1]);
    expect(documents(list, '2023', '2024-01-04')).toEqual([0, 0, 0]);
  });

  it('废止 counts on the first day without force', () => {
    const list = [document('D-1', '2020-05-04', { endedOn: '2023-12-31' }), document('D-2', '2020-05-04', { endedOn: '2024-01-01' })];
    expect(documents(list, '2023')).toEqual([0, 1, 1]);
    expect(documents(list, '2024')).toEqual([0, 1, 0]);
  });

  it('counts a document lapsed by validity on the day after its last', () => {
    const list = [
      document('D-1', '2020-05-04', { validUntil: '2023-12-30' }),
      document('D-2', '2020-05-04', { validUntil: '2023-12-31' }),
      document('D-3', '2020-05-04', { validUntil: '2026-12-31', endedOn: '2023-06-01' }),
    ];
    expect(documents(list, '2023')).toEqual([0, 2, 1]);
  });

  it('现行有效 counts what is issued and not yet in force', () => {
    expect(documents([document('D-1', '2023-12-31', { effectiveOn: '2024-02-01' })], '2023')).toEqual([1, 0, 1]);
  });

  it('a joint document counts with the organ that leads', () => {
    const list = [
      document('D-1', '2023-05-04', { jointRole: 'lead' }),
      document('D-2', '2023-05-04', { jointRole: 'party' }),
      document('D-3', '2023-05-04', { jointRole: 'sole' }),
    ];
    expect(documents(list, '2023')).toEqual([2, 0, 2]);
  });

  it('规章 stand in their own row; of a township they are said', () => {
    const r = report(
      { normativeDocuments: [document('D-1', '2023-05-04', { kind: 'regulation' }), document('D-2', '2023-05-04', { kind: 'other' })] },
      '2023',
    );
    expect(cell(r, 'proactive/regulations/issued')).toBe(1);
    expect(cell(r, 'proactive/normativeDocuments/issued')).toBe(0);
    expect(rules(r)).toEqual(['REG-REGULATION-POWER']);
  });

  it('leaves a document in force whose end is dated before its issue, and says so', () => {
    const list = [document('D-1', '2023-05-04', { endedOn: '2023-05-03' })];
    expect(documents(list, '2023')).toEqual([1, 0, 1]);
    expect(rules(report({ normativeDocuments: list }, '2023'))).toEqual(['REG-DOCUMENT-DATE']);
  });

  it('leaves out void ones and those without a date of issue', () => {
    const list = [document('D-1', '2023-05-04', { void: true }), document('D-2', '', { issuedOn: null, promulgatedOn: '2023-05-04' })];
    expect(documents(list, '2023')).toEqual([0, 0, 0]);
  });
});

describe('主动公开', () => {
  const item = (id: string, more: Sheet = {}): Sheet => ({
    id,
    agency: 'zhen',
    title: `信息${id}`,
    village: false,
    reprint: false,
    ...more,
  });
  const on = (id: string, channel: string, date: string, more: Sheet = {}): Sheet => ({ item: id, channel, on: date, ...more });
  const figures = (sheet: Sheet, when: string) => {
    const f = report(sheet, when).figures;
    return [f['figures/items'], f['figures/publications'], f['figures/publications/website'], f['figures/publications/wechat']];
  };

  it('an item counts in the year of its first publication, on whatever channel', () => {
    const publications = [on('1', 'wechat', '2023-12-31'), on('1', 'website', '2024-01-01'), on('2', 'website', '2024-01-01')];
    const sheet = { items: [item('1'), item('2'), item('3')], publications };
    expect(figures(sheet, '2023')).toEqual([1, 1, 0, 1]);
    expect(figures(sheet, '2024')).toEqual([1, 2, 2, 0]);
    expect(report(sheet, '2023').cells['figures/items']).toEqual(['1']);
  });

  it('by channel publications count, so that their sum may exceed the items', () => {
    const publications = [on('1', '县政府网站', '2023-04-05'), on('1', '微信公众号', '2023-04-05'), on('1', '村口大树', '2023-04-06')];
    const r = report({ items: [item('1')], publications }, '2023');
    expect(r.figures['figures/items']).toBe(1);
    expect(r.figures['figures/publications']).toBe(3);
    expect(['website', 'wechat', 'other'].map((c) => r.figures[`figures/publications/${c}`])).toEqual([1, 1, 1]);
  });

  it('村务 and 转载 count neither as items nor by channel', () => {
    const items = [item('1', { village: true }), item('2', { reprint: true }), item('3', { agency: 'cun' }), item('4', { agency: 'zhan' })];
    const publications = ['1', '2', '3', '4'].map((id) => on(id, 'website', '2023-04-05'));
    expect(figures({ items, publications }, '2023')).toEqual([1, 1, 1, 0]);
  });

  it('taking it down changes nothing; a void publication never was', () => {
    const publications = [
      on('1', 'website', '2023-04-05', { takenDownOn: '2023-04-06' }),
      on('2', 'website', '2023-04-05', { void: true }),
    ];
    expect(figures({ items: [item('1'), item('2')], publications }, '2023')).toEqual([1, 1, 1, 0]);
  });

  it('counts by category and says which publication has no item', () => {
    const items = [item('1', { category: '政策解读' }), item('2', { category: 'interpretation' }), item('3', { category: '别的' })];
    const publications = ['1', '2', '3', '9'].map((id) => on(id, 'website', '2023-04-05'));
    const r = report({ items, publications }, '2023');
    expect([r.figures['figures/items/interpretation'], r.figures['figures/items/other'], r.figures['figures/items']]).toEqual([2, 1, 3]);
    expect(rules(r)).toEqual(['REG-ITEM-UNKNOWN']);
  });
});

describe('行政许可、处罚、强制和收费', () => {
  const month = (m: string, n: number, feesFen: number, more: Sheet = {}): Sheet => ({
    agency: 'zhen',
    month: m,
    licences: n,
    penalties: 2 * n,
    coercion: 0,
    feesFen,
    ...more,
  });
  const row = (sheet: Sheet, when: string) => {
    const r = report(sheet, when);
    return ['licences', 'penalties', 'coercion', 'feesInTenThousandYuan'].map((k) => cell(r, `proactive/${k}`));
  };

  it('a month counts in the span that holds it whole', () => {
    const administrative = [month('2022-12', 1, 100), month('2023-01', 2, 1_000_000), month('2023-12', 3, 234_567), month('2024-01', 4, 1)];
    expect(row({ administrative }, '2023')).toEqual([5, 10, 0, 1.234567]);
    expect(row({ administrative }, '2023-12')).toEqual([3, 6, 0, 0.234567]);
    expect(row({ administrative }, '2023-01-01..2024-01-31')).toEqual([9, 18, 0, 1.234568]);
  });

  it.each([
    [1, 0.000001],
    [99, 0.000099],
    [100, 0.0001],
    [1_000_000, 1],
    [316_441_000_000_000, 316_441_000],
    [123_456_789_012, 123_456.789012],
  ])('%i fen are %f 万元, to the last fen', (feesFen, expected) => {
    expect(row({ administrative: [month('2023-05', 0, feesFen)] }, '2023')[3]).toBe(expected);
  });

  it('deducts refunds, also those of fees of another month', () => {
    const administrative = [month('2023-05', 0, 500_000, { refundsFen: 100_000 }), month('2023-06', 0, -100_000)];
    expect(row({ administrative }, '2023')).toEqual([0, 0, 0, 0.3]);
  });

  it('adds what an internal unit enters for the same month', () => {
    const administrative = [month('2023-05', 1, 100), month('2023-05', 2, 0, { agency: 'zhan' })];
    expect(row({ administrative }, '2023')[0]).toBe(3);
  });

  it('says which months of a kept year have no figures, and none for months of 零报告', () => {
    const months = ['01', '02', '03', '05', '06', '07', '08', '09', '10', '11'].map((m) => month(`2023-${m}`, 1, 0));
    const r = report({ administrative: months }, '2023');
    expect(r.findings.map((f) => [f.rule, f.severity])).toEqual([['REG-MONTH-MISSING', 'warning']]);
    expect(r.findings[0]?.message).toMatch(/缺2023-04、2023-12/);
    const declarations = [kept('administrative', '2023-01-01', '2023-11-30'), nil('administrative', '2023-12-01', '2023-12-31')];
    expect(report({ administrative: months, declarations }, '2023').findings[0]?.message).toMatch(/缺2023-04的/);
  });

  it('says which figure of a month is blank', () => {
    const months = Array.from({ length: 12 }, (_, i) =>
      month(`2023-${String(i + 1).padStart(2, '0')}`, 1, 0, i === 4 ? { coercion: null } : {}),
    );
    const r = report({ administrative: months }, '2023');
    expect(r.findings.map((f) => f.message)).toEqual(['月报2023-05：2023-05的月报没有填行政强制，按没有计；没有的请填 0。']);
  });

  it('tells no figure for a span that cuts a month with figures, and names the days', () => {
    const sheet = { administrative: [month('2023-05', 1, 100)] };
    const r = report(sheet, '2023-04-20..2023-05-15');
    expect(cell(r, 'proactive/licences')).toBeNull();
    expect(rules(r)).toEqual(['REG-MONTH-CUT']);
    expect(r.report.complete).toBe(false);
    expect(r.missing).toEqual([{ register: 'administrative', from: '2023-05-01', to: '2023-05-15' }]);
    expect(cell(report(sheet, '2023-05-01..2023-06-15'), 'proactive/licences')).toBe(1);
  });
});

describe('12345热线', () => {
  const ticket = (number: string, receivedOn: string, dueOn: string | null, closedOn: string | null): Sheet => ({
    number,
    agency: 'zhen',
    receivedOn,
    dueOn,
    closedOn,
  });
  const figures = (tickets: Sheet[], when: string) => {
    const f = report({ tickets }, when).figures;
    return (keys: string[]) => keys.map((k) => f[`figures/tickets/${k}`]);
  };

  it('counts received, closed, closed in time and late each by its day', () => {
    const tickets = [
      ticket('T-1', '2023-12-31', '2024-01-05', '2024-01-05'),
      ticket('T-2', '2024-01-01', '2024-01-05', '2024-01-06'),
      ticket('T-3', '2023-12-01', '2023-12-30', '2023-12-31'),
      ticket('T-4', '2023-12-01', null, '2023-12-31'),
    ];
    expect(figures(tickets, '2023')(['received', 'closed', 'closedInTime', 'closedLate'])).toEqual([3, 2, 0, 1]);
    expect(figures(tickets, '2024')(['received', 'closed', 'closedInTime', 'closedLate'])).toEqual([1, 2, 1, 1]);
  });

  it('办结率 compares what fell due, and was overdue before, with what of it was closed', () => {
    const tickets = [
      ticket('T-1', '2022-12-01', '2022-12-10', '2023-01-10'),
      ticket('T-2', '2023-05-01', '2023-05-10', '2023-05-10'),
      ticket('T-3', '2023-12-20', '2023-12-30', '2024-01-02'),
      ticket('T-4', '2023-12-20', '2024-01-05', '2023-12-21'),
      ticket('T-5', '2023-12-20', '2023-12-31', null),
    ];
    expect(figures(tickets, '2023')(['due', 'dueClosed', 'dueInSpan', 'dueClosedInTime', 'overdueOpen'])).toEqual([4, 2, 3, 1, 2]);
    expect(figures(tickets, '2024')(['due', 'dueClosed', 'dueInSpan', 'dueClosedInTime', 'overdueOpen'])).toEqual([3, 2, 1, 1, 1]);
  });

  it('says where a ticket was closed before it came', () => {
    const r = report({ tickets: [ticket('T-1', '2023-05-04', null, '2023-05-03')] }, '2023');
    expect(r.figures['figures/tickets/closed']).toBe(0);
    expect(rules(r)).toEqual(['REG-TICKET-DATE']);
  });
});

describe('培训、检查、考核', () => {
  it('one event is one, those about disclosure work are told apart', () => {
    const activity = (id: string, kind: string, on: string, aboutDisclosure: boolean, more: Sheet = {}): Sheet => ({
      id,
      agency: 'zhen',
      kind,
      on,
      aboutDisclosure,
      ...more,
    });
    const activities = [
      activity('1', 'training', '2023-01-01', true, { until: '2023-01-03', participants: 40 }),
      activity('2', '业务培训', '2023-12-31', false),
      activity('3', 'training', '2024-01-01', true),
      activity('4', 'inspection', '2023-05-04', false),
      activity('5', '团建', '2023-05-04', true),
    ];
    const r = report({ activities }, '2023');
    expect([r.figures['figures/activities/training/all'], r.figures['figures/activities/training/aboutDisclosure']]).toEqual([2, 1]);
    expect([r.figures['figures/activities/inspection/all'], r.figures['figures/activities/inspection/aboutDisclosure']]).toEqual([1, 0]);
    expect(r.findings.map((f) => [f.rule, f.where.quote])).toEqual([['REG-ACTIVITY-KIND', '5']]);
  });
});
