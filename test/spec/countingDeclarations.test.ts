import { describe, expect, it } from 'vitest';
import { PREDICATES } from '../../src/domain/facts/index.ts';
import { DECLARED_REGISTERS } from '../../src/domain/registers/index.ts';
import { compile } from '../../src/domain/report/compile.ts';
import { day } from '../../src/lib/day.ts';
import { isRefusal } from '../../src/lib/result.ts';
import { AGENCIES, cell, flow, kept, nil, registers, report, request, rules, type Sheet } from './office.ts';

const requests = [request('A-1', '2023-05-04', '3.1', '2023-05-20')];
const notKept = (register: string, from: string, to: string, agency = 'zhen') => ({
  ...kept(register, from, to, agency),
  state: 'notKept',
});
const FILE_ORDER = ['requests', 'normativeDocuments', 'items', 'administrative', 'remedies', 'tickets', 'activities'];
const only = (declarations: Sheet[], when = '2023', sheet: Sheet = { requests }) => report({ ...sheet, declarations }, when);

describe('a figure over an undeclared register', () => {
  it('is null, never 0, and every register is named with its days', () => {
    const r = only([]);
    for (const { figure } of PREDICATES) expect(cell(r, figure) ?? r.figures[figure] ?? null, figure).toBeNull();
    expect(r.missing).toEqual(FILE_ORDER.map((register) => ({ register, from: '2023-01-01', to: '2023-12-31' })));
    expect(r.report.complete).toBe(false);
    expect(r.cells).toEqual({});
  });

  it('a record does not declare; one register’s declaration is none of another', () => {
    const r = only([kept('requests', '2023-01-01', '2023-12-31')]);
    expect(flow(r)).toEqual([1, 0, 1, 0]);
    expect(cell(r, 'remedies/review/total')).toBeNull();
    expect(r.missing.map((m) => m.register)).toEqual(FILE_ORDER.filter((x) => x !== 'requests'));
  });

  it.each([
    ['2023-01-02', '2023-12-31', [['2023-01-01', '2023-01-01']]],
    ['2023-01-01', '2023-12-30', [['2023-12-31', '2023-12-31']]],
    [
      '2023-02-01',
      '2023-11-30',
      [
        ['2023-01-01', '2023-01-31'],
        ['2023-12-01', '2023-12-31'],
      ],
    ],
  ])('declared from %s to %s it names exactly the days that lack', (from, to, missing) => {
    const r = only([kept('requests', from, to)]);
    expect(flow(r)).toEqual([null, null, null, null]);
    expect(r.missing.filter((m) => m.register === 'requests').map((m) => [m.from, m.to])).toEqual(missing);
  });

  it('takes the union of declarations', () => {
    const parts = [
      kept('requests', '2023-07-01', '2024-03-31'),
      nil('requests', '2023-06-01', '2023-06-30'),
      kept('requests', '2022-01-01', '2023-06-15'),
    ];
    expect(flow(only(parts))).toEqual([1, 0, 1, 0]);
  });

  it('is null also for days declared as not kept, though the rest is declared', () => {
    const r = only([kept('requests'), notKept('requests', '2023-03-01', '2023-03-31')]);
    expect(flow(r)).toEqual([null, null, null, null]);
    expect(r.missing[0]).toEqual({ register: 'requests', from: '2023-03-01', to: '2023-03-31' });
    expect(flow(only([kept('requests'), notKept('requests', '2023-03-01', '2023-03-31')], '2023-05'))).toEqual([1, 0, 1, 0]);
  });

  it('the organ’s declaration covers its units; a unit that did not keep its own takes its days out', () => {
    expect(flow(only([kept('requests')]))).toEqual([1, 0, 1, 0]);
    const r = only([kept('requests'), notKept('requests', '2023-03-01', '2023-03-31', 'zhan')]);
    expect(flow(r)).toEqual([null, null, null, null]);
    expect(flow(only([kept('requests'), notKept('requests', '2023-03-01', '2023-03-31', 'cun')]))).toEqual([1, 0, 1, 0]);
    expect(flow(only([kept('requests', '2023-01-01', '2023-12-31', 'zhan')]))).toEqual([null, null, null, null]);
  });

  it('asks for no declaration of days before an organ was there', () => {
    const agencies = [{ ...AGENCIES[0], from: '2023-03-01' }];
    expect(flow(report({ agencies, requests, declarations: [kept('requests', '2023-03-01', '2023-12-31')] }, '2023'))).toEqual([
      1, 0, 1, 0,
    ]);
  });
});

describe('零报告', () => {
  it('makes the cells 0 and is itself the record behind them', () => {
    const r = only([nil('requests', '2023-01-01', '2023-12-31')], '2023', {});
    expect(flow(r)).toEqual([0, 0, 0, 0]);
    expect(r.cells['requests/1/naturalPerson']).toEqual(['declaration:requests:2023-01-01..2023-12-31']);
    expect(r.cells['requests/3.7/total']).toEqual(['declaration:requests:2023-01-01..2023-12-31']);
  });

  it('a zero of a kept register has no record behind it', () => {
    expect(only([kept('requests')], '2023', {}).cells['requests/1/naturalPerson']).toEqual([]);
  });

  it('on every register gives a complete report of zeros', () => {
    const r = only(
      DECLARED_REGISTERS.map((x) => nil(x)),
      '2023',
      {},
    );
    expect(r.report.complete).toBe(true);
    expect(r.missing).toEqual([]);
    expect(r.findings).toEqual([]);
    for (const { figure } of PREDICATES) expect(r.cells[figure]).toHaveLength(1);
  });

  it('with records all the same, they count and are named', () => {
    const r = only([nil('requests', '2023-01-01', '2023-12-31')]);
    expect(flow(r)).toEqual([1, 0, 1, 0]);
    expect(r.findings.map((f) => [f.rule, f.severity])).toEqual([['REG-NIL-RECORDS', 'warning']]);
    expect(r.findings[0]?.message).toContain('A-1');
    expect(rules(only([nil('requests', '2023-01-01', '2023-05-03'), kept('requests', '2023-05-04')]))).toEqual([]);
  });
});

describe('期初数', () => {
  const tables = {
    requests: { '4': [2, 1, 0, 0, 0, 0, 3] },
    proactive: { regulations: { issued: 0, abolished: 0, inForce: 0 }, normativeDocuments: { issued: 1, abolished: 0, inForce: 8 } },
    remedies: { review: [0, 0, 0, 1, 1], litigationDirect: [0, 0, 0, 0, 0], litigationAfterReview: [0, 0, 0, 0, 0] },
  };
  const opening = [{ agency: 'zhen', year: 2022, tables }];

  it('last year’s printed report opens the year: row 4 becomes row 2, in force and pending go on', () => {
    const normativeDocuments = [{ number: 'D-1', agency: 'zhen', issuedOn: '2023-03-01', promulgatedOn: '2023-03-01' }];
    const r = report({ opening, requests, normativeDocuments }, '2023');
    expect(r.report.tables.requests?.['2']).toEqual([2, 1, 0, 0, 0, 0, 3]);
    expect(flow(r)).toEqual([1, 3, 1, 3]);
    expect(cell(r, 'proactive/normativeDocuments/inForce')).toBe(9);
    expect(r.report.tables.remedies?.['review']).toEqual([0, 0, 0, 1, 1]);
  });

  it('is shown apart, and named behind the cells', () => {
    const r = report({ opening, requests }, '2023');
    expect(r.opening['requests/2/total']).toBe(3);
    expect(r.opening['proactive/normativeDocuments/inForce']).toBe(8);
    expect(r.cells['requests/2/naturalPerson']).toEqual(['opening:requests:2022']);
    expect(report({ requests }, '2023').opening).toEqual({});
  });

  it('goes on into later years, and opens no earlier one', () => {
    expect(flow(report({ opening, requests }, '2024'))).toEqual([0, 3, 0, 3]);
    expect(flow(report({ opening, requests }, '2022'))).toEqual([0, 0, 0, 0]);
    expect(flow(report({ opening }, '2022-12-01..2023-01-31'))).toEqual([0, 0, 0, 0]);
    expect(flow(report({ opening }, '2023-01'))).toEqual([0, 3, 0, 3]);
  });

  it('a record of before takes the place of one; the rest of the figure goes on beside it', () => {
    const requests = [request('A-9', '2022-12-31', '3.1', '2023-01-10'), request('A-10', '2023-01-01')];
    const r = report({ opening, requests }, '2023');
    expect(r.report.tables.requests?.['2']).toEqual([2, 1, 0, 0, 0, 0, 3]);
    expect(flow(r)).toEqual([1, 3, 1, 3]);
    expect(r.cells['requests/2/naturalPerson']).toEqual(['opening:requests:2022', 'A-9']);
    expect(r.opening['requests/2/naturalPerson']).toBe(1);
    expect(r.findings).toEqual([]);
  });

  it('with all of them entered nothing of the figure is left', () => {
    const requests = [
      request('A-7', '2022-12-29'),
      request('A-8', '2022-12-30'),
      request('A-9', '2022-12-31', undefined, undefined, { applicantKind: 'business' }),
    ];
    const r = report({ opening, requests }, '2023');
    expect(r.report.tables.requests?.['2']).toEqual([2, 1, 0, 0, 0, 0, 3]);
    expect(r.opening).toEqual({ 'proactive/normativeDocuments/inForce': 8, 'remedies/review/pending': 1, 'remedies/review/total': 1 });
  });

  it('more records than printed: the records count, and Y-CARRIED says the printed row 4 beside them', () => {
    const requests = ['A-7', 'A-8', 'A-9'].map((number) => request(number, '2022-12-31'));
    const r = report({ opening, requests }, '2023');
    expect(r.report.tables.requests?.['2']).toEqual([3, 1, 0, 0, 0, 0, 4]);
    expect(r.findings.map((f) => [f.rule, f.severity, f.where.cell, f.expected, f.actual])).toEqual([
      ['Y-CARRIED', 'warning', 'requests/2/naturalPerson', 2, 3],
    ]);
    expect(rules(report({ opening, requests }, '2023-02'))).toEqual(['REG-OPENING']);
  });

  it('a document in force before that is abolished in the year is one of those printed: opening + issued − abolished', () => {
    const normativeDocuments = [
      { number: 'D-1', agency: 'zhen', issuedOn: '2019-03-01', promulgatedOn: '2019-03-01', endedOn: '2023-06-01' },
      { number: 'D-2', agency: 'zhen', issuedOn: '2023-03-01', promulgatedOn: '2023-03-01' },
      { number: 'D-3', agency: 'zhen', issuedOn: '2015-03-01', promulgatedOn: '2015-03-01', endedOn: '2020-03-01' },
    ];
    const r = report({ opening, normativeDocuments }, '2023');
    expect(r.report.tables.proactive?.['normativeDocuments']).toEqual({ issued: 1, abolished: 1, inForce: 8 });
  });

  it('the latest printed report before the span is taken', () => {
    const later = { agency: 'zhen', year: 2023, tables: { requests: { '4': [5, 0, 0, 0, 0, 0, 5] } } };
    expect(flow(report({ opening: [...opening, later] }, '2023'))).toEqual([0, 3, 0, 3]);
    expect(flow(report({ opening: [...opening, later] }, '2024'))).toEqual([0, 5, 0, 5]);
  });
});

describe('whose report', () => {
  const options = { from: day('2023-01-01'), to: day('2023-12-31'), asOf: null };

  it('an internal unit files none: its organ is named; a village none at all', () => {
    const unit = compile(registers({}), { ...options, agency: 'zhan' });
    expect(isRefusal(unit) && unit.refused).toMatch(/农业服务站.*青石镇人民政府/);
    const village = compile(registers({}), { ...options, agency: 'cun' });
    expect(isRefusal(village) && village.refused).toMatch(/村务公开/);
  });

  it('the form of 2019 is never compiled: 31 December 2020 is refused, 1 January 2021 is not', () => {
    const asked = (from: string) => isRefusal(compile(registers({}), { ...options, agency: 'zhen', from: day(from) }));
    expect([asked('2020-12-31'), asked('2021-01-01')]).toEqual([true, false]);
  });

  it('an organ that was not there in the span has no report', () => {
    const agencies = [{ ...AGENCIES[0], from: '2023-07-01', to: '2024-06-30' }];
    const asked = (from: string, to: string) =>
      isRefusal(compile(registers({ agencies }), { agency: 'zhen', from: day(from), to: day(to), asOf: null }));
    expect([asked('2023-01-01', '2023-06-30'), asked('2023-01-01', '2023-07-01'), asked('2024-07-01', '2024-12-31')]).toEqual([
      true,
      false,
      true,
    ]);
  });

  it('a unit’s records count in the organ it belonged to on their day', () => {
    const agencies = [
      AGENCIES[0],
      { code: 'xiang', name: '柳河乡人民政府', shortName: '柳河乡', kind: 'reportingOrgan', level: 'township' },
      { code: 'zhan', name: '水利站', kind: 'internalUnit', level: 'township', parent: 'zhen', to: '2023-06-30' },
      { code: 'zhan', name: '水利站', kind: 'internalUnit', level: 'township', parent: 'xiang', from: '2023-07-01' },
    ];
    const own = (number: string, on: string, outcomeOn: string) => request(number, on, '3.1', outcomeOn, { agency: 'zhan' });
    const sheet = {
      agencies,
      requests: [own('A-1', '2023-06-30', '2023-07-10'), own('A-2', '2023-07-01', '2023-07-10')],
      declarations: ['zhen', 'xiang'].map((a) => kept('requests', '2023-01-01', '2023-12-31', a)),
    };
    expect(report(sheet, '2023', null, 'zhen').cells['requests/1/total']).toEqual(['A-1']);
    expect(flow(report(sheet, '2023', null, 'zhen'))).toEqual([1, 0, 1, 0]);
    expect(report(sheet, '2023', null, 'xiang').cells['requests/1/total']).toEqual(['A-2']);
  });

  it('one county’s two townships do not mix', () => {
    const agencies = [
      AGENCIES[0],
      { code: 'xiang', name: '柳河乡人民政府', shortName: '柳河乡', kind: 'reportingOrgan', level: 'township' },
    ];
    const sheet = { agencies, requests: [...requests, request('A-1', '2023-05-04', undefined, undefined, { agency: 'xiang' })] };
    expect(flow(report(sheet, '2023'))).toEqual([1, 0, 1, 0]);
  });
});
