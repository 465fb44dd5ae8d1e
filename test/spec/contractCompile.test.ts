import { describe, expect, it } from 'vitest';
import { shell } from './gongkai.ts';

const { run, json, file } = shell();

interface Compiled {
  readonly report: {
    readonly form: string;
    readonly unit: string;
    readonly year: number | null;
    readonly period: readonly string[];
    readonly complete: boolean;
    readonly tables: {
      readonly proactive: Record<string, unknown>;
      readonly requests: Record<string, (number | null)[]>;
      readonly remedies: Record<string, (number | null)[]>;
    };
  };
  readonly cells: Record<string, string[]>;
  readonly missing: readonly { register: string; from: string; to: string }[];
  readonly findings: readonly {
    rule: string;
    severity: string;
    where: { cell?: string; quote?: string };
    expected?: number;
    actual?: number;
  }[];
}

type Sheet = Readonly<Record<string, unknown>>;

const REGISTERS = ['requests', 'normativeDocuments', 'items', 'administrative', 'remedies', 'tickets', 'activities'];
const AGENCIES = [
  {
    code: 'qsz',
    name: '青石镇人民政府',
    shortName: '青石镇',
    kind: 'reportingOrgan',
    level: 'township',
    parent: 'xian',
    from: '2010-01-01',
    to: null,
  },
  { code: 'zhan', name: '青石镇农业服务站', shortName: '农业站', kind: 'internalUnit', level: 'township', parent: 'qsz' },
  { code: 'cun', name: '下河村民委员会', shortName: '下河村', kind: 'villageCommittee', level: 'village', parent: 'qsz' },
];
const declare = (register: string, from = '2022-01-01', to = '2025-12-31', state = 'kept', agency = 'qsz') => {
  return { agency, register, from, to, state, by: '张三', on: to };
};
const EVERY = REGISTERS.map((r) => declare(r));
const on = (date: string, kind: string, more: Sheet = {}) => ({ on: date, kind, ...more });
const request = (number: string, received: string, more: Sheet = {}): Sheet => ({
  number,
  agency: 'qsz',
  applicantKind: 'naturalPerson',
  channel: 'counter',
  events: [on(received, 'received')],
  outcome: null,
  outcomeOn: null,
  void: null,
  splitFrom: null,
  mergedWith: null,
  ...more,
});
const answered = (number: string, received: string, outcome: string, outcomeOn: string, more: Sheet = {}) =>
  request(number, received, { outcome, outcomeOn, ...more });

const compile = (sheet: Sheet, ...args: string[]) => {
  const span = args.length > 0 ? args : ['--year', '2023'];
  const whole = { agencies: AGENCIES, declarations: EVERY, ...sheet };
  return json<Compiled>('compile', '--registers', file(whole), '--agency', 'qsz', ...span);
};
const rules = (c: Compiled) => c.findings.map((f) => f.rule).filter((r) => r !== 'REG-MONTH-MISSING');
const flow = (c: Compiled) => ['1', '2', '3.7', '4'].map((row) => c.report.tables.requests[row]?.at(-1));

describe('what is printed', () => {
  it('the report as check prints it, its cells, what is missing, findings', async () => {
    const c = await compile({ requests: [answered('2023-0007', '2023-05-04', '3.1', '2023-05-20')] });
    expect([c.code, c.report.form, c.report.unit, c.report.year, c.report.period, c.report.complete]).toEqual([
      0,
      '2021',
      '青石镇人民政府',
      2023,
      ['2023-01-01', '2023-12-31'],
      true,
    ]);
    expect(c.report.tables.requests['3.1']).toEqual([1, 0, 0, 0, 0, 0, 1]);
    expect(Object.keys(c.report.tables.requests)).toHaveLength(25);
    expect(c.report.tables.remedies).toEqual({
      review: [0, 0, 0, 0, 0],
      litigationDirect: [0, 0, 0, 0, 0],
      litigationAfterReview: [0, 0, 0, 0, 0],
    });
    expect([c.cells['requests/3.1/naturalPerson'], c.cells['requests/3.7/total'], c.missing]).toEqual([['2023-0007'], ['2023-0007'], []]);
  });

  it.each(['qsz', '青石镇', '青石镇人民政府'])('the agency by code, name or short name: %s', async (agency) => {
    const c = await json<Compiled>(
      'compile',
      '--registers',
      file({ agencies: AGENCIES, declarations: EVERY }),
      '--agency',
      agency,
      '--year',
      '2023',
    );
    expect([c.code, c.report.unit]).toEqual([0, '青石镇人民政府']);
  });

  it('records by number: 2 before 10', async () => {
    const requests = ['第10号', '第2号', '第1号'].map((n) => request(n, '2023-05-04'));
    expect((await compile({ requests })).cells['requests/1/total']).toEqual(['第1号', '第2号', '第10号']);
  });

  it('keys nobody knows are let be', async () => {
    const c = await compile({ future: [1], requests: [request('1', '2023-05-04', { future: true })], opening: null, tickets: null });
    expect([c.code, flow(c)]).toEqual([0, [1, 0, 0, 1]]);
  });

  it.each([
    ['no JSON', '{"agencies":'],
    ['no agencies', { declarations: [] }],
    ['an outcome there is none of', { agencies: AGENCIES, requests: [answered('1', '2023-05-04', '3.9', '2023-05-05')] }],
    ['a date there is none of', { agencies: AGENCIES, requests: [request('1', '2023-02-30')] }],
    ['an agency nobody knows', { agencies: AGENCIES, requests: [request('1', '2023-05-04', { agency: 'x' })] }],
    ['one number twice', { agencies: AGENCIES, requests: [request('1', '2023-05-04'), request('1', '2023-05-05')] }],
  ])('%s: a refusal, exit 1, nothing half done', async (_, content) => {
    const r = await json<{ refused: string; basis: string[] }>(
      'compile',
      '--registers',
      file(content),
      '--agency',
      'qsz',
      '--year',
      '2023',
    );
    expect([r.code, typeof r.refused, Array.isArray(r.basis)]).toEqual([1, 'string', true]);
  });

  it('wrong usage: 64', async () => {
    const name = file({ agencies: AGENCIES });
    for (const args of [
      ['--year', '2023'],
      ['--agency', 'qsz'],
      ['--agency', 'qsz', '--year', 'x'],
      ['--agency', 'qsz', '--from', '2023-01-01'],
    ]) {
      expect(await run('compile', '--registers', name, ...args)).toMatchObject({ code: 64, out: '' });
    }
  });
});

describe('a cell over an undeclared or not-kept register', () => {
  it('is null with an entry in missing; exit 0', async () => {
    const c = await compile({ declarations: [declare('requests')], requests: [request('1', '2023-05-04')] });
    expect([c.code, c.report.complete, c.report.tables.remedies['review']]).toEqual([0, false, [null, null, null, null, null]]);
    expect(flow(c)).toEqual([1, 0, 0, 1]);
    const rest = REGISTERS.filter((r) => r !== 'requests');
    expect(c.missing).toEqual(rest.map((register) => ({ register, from: '2023-01-01', to: '2023-12-31' })));
  });

  it('the days that lack are named exactly; the union of declarations counts', async () => {
    const declarations = [
      ...EVERY.filter((d) => d.register !== 'requests'),
      declare('requests', '2022-06-01', '2023-03-31'),
      declare('requests', '2023-03-15', '2023-06-30', 'nil'),
      declare('requests', '2023-07-02', '2024-01-31'),
    ];
    const c = await compile({ declarations });
    expect([flow(c), c.missing]).toEqual([[null, null, null, null], [{ register: 'requests', from: '2023-07-01', to: '2023-07-01' }]]);
    expect((await compile({ declarations }, '--from', '2023-01-01', '--to', '2023-06-30')).missing).toEqual([]);
  });

  it('notKept takes out its days, whoever else declared them', async () => {
    const c = await compile({ declarations: [...EVERY, declare('remedies', '2023-12-31', '2023-12-31', 'notKept')] });
    expect([c.report.tables.remedies['review']?.[0], c.missing]).toEqual([
      null,
      [{ register: 'remedies', from: '2023-12-31', to: '2023-12-31' }],
    ]);
  });

  it('zero from 零报告 carries the declaration, every null cell has its entry', async () => {
    const c = await compile({ declarations: REGISTERS.map((r) => declare(r, '2023-01-01', '2023-12-31', 'nil')) });
    expect([c.code, c.report.complete, c.findings]).toEqual([0, true, []]);
    for (const cell of ['requests/1/total', 'requests/3.1/naturalPerson', 'remedies/review/total', 'proactive/licences'])
      expect(c.cells[cell], cell).toEqual([expect.stringContaining('2023-01-01..2023-12-31')]);
  });

  it('a month that the span cuts is null with its days, where it has figures', async () => {
    const administrative = [{ agency: 'qsz', month: '2023-05', licences: 3, penalties: 0, coercion: 0, feesFen: 0 }];
    const c = await compile({ administrative }, '--from', '2023-04-10', '--to', '2023-05-20');
    expect([c.code, c.report.tables.proactive['licences'], c.missing]).toEqual([
      0,
      null,
      [{ register: 'administrative', from: '2023-05-01', to: '2023-05-20' }],
    ]);
    const whole = await compile({ administrative }, '--from', '2023-04-10', '--to', '2023-05-31');
    expect([whole.report.tables.proactive['licences'], whole.missing]).toEqual([3, []]);
  });
});

describe('the registers’ own keys alone are enough', () => {
  it('an outcome in the columns, in the events, in both: counted once', async () => {
    const requests = [
      answered('1', '2023-05-04', '3.1', '2023-05-20'),
      request('2', '', { events: [on('2023-05-04', 'received'), on('2023-05-20', 'answered')], outcome: '3.2' }),
      answered('3', '', '3.4.1', '2023-05-20', { events: [on('2023-05-20', 'answered'), on('2023-05-04', 'received')] }),
      request('4', '', { events: [on('2023-05-04', 'received'), on('2023-05-20', 'withdrawn')] }),
      request('5', '', { events: [on('2023-05-04', 'received'), on('2023-05-20', 'closed', { outcome: '3.6.3' })] }),
    ];
    const c = await compile({ requests });
    expect([c.code, flow(c), rules(c)]).toEqual([0, [5, 0, 5, 0], []]);
    expect(['3.1', '3.2', '3.4.1', '3.6.3'].map((r) => c.cells[`requests/${r}/total`])).toEqual([['1'], ['2'], ['3'], ['4', '5']]);
  });

  it('an answer without a row, a row without a day: no guess, open, and said', async () => {
    const requests = [
      request('1', '', { events: [on('2023-05-04', 'received'), on('2023-05-20', 'answered')] }),
      request('2', '2023-05-04', { outcome: '3.1' }),
    ];
    const c = await compile({ requests });
    expect([c.code, flow(c)]).toEqual([1, [2, 0, 0, 2]]);
    expect(c.findings.filter((f) => f.where.quote).map((f) => [f.rule, f.severity, f.where.quote])).toEqual([
      ['REG-OUTCOME-UNDATED', 'warning', '2'],
      ['REG-OUTCOME-UNKNOWN', 'error', '1'],
    ]);
  });

  it('internet, fax and plain post count from their confirmation, whatever the order of the file', async () => {
    const by = (number: string, channel: string, ...events: Sheet[]) => request(number, '', { channel, events });
    const requests = [
      by('1', 'internet', on('2024-01-02', 'confirmed'), on('2023-12-29', 'received')),
      by('2', 'fax', on('2023-12-29', 'received')),
      by('3', 'plainPost', on('2023-12-29', 'received'), on('2023-12-29', 'confirmed')),
    ];
    const c = await compile({ requests });
    expect([c.code, c.cells['requests/1/total'], rules(c)]).toEqual([0, ['3'], ['REG-AWAITING']]);
    expect((await compile({ requests }, '--year', '2024')).cells['requests/1/total']).toEqual(['1']);
  });

  it('void in each of its forms counts nowhere', async () => {
    const forms = [true, { reason: '同一申请两份', on: '2023-05-05' }, '同一申请两份', {}];
    const requests = forms.map((v, i) => answered(`${i}`, '2023-05-04', '3.1', '2023-05-20', { void: v }));
    expect(flow(await compile({ requests: [...requests, request('9', '2023-05-04', { void: false })] }))).toEqual([1, 0, 0, 1]);
  });

  it('parts count and the whole does not; merged ones each count with the result of the one that leads', async () => {
    const requests = [
      request('A', '2023-05-04'),
      answered('A-1', '2023-05-04', '3.1', '2023-05-20', { splitFrom: 'A' }),
      request('A-2', '', { splitFrom: 'A', events: [], outcome: '3.4.1', outcomeOn: '2023-05-20' }),
      answered('B', '2023-05-04', '3.2', '2023-05-20'),
      request('C', '2023-05-06', { mergedWith: 'B' }),
    ];
    const c = await compile({ requests });
    expect([c.code, c.cells['requests/1/total'], rules(c)]).toEqual([0, ['A-1', 'A-2', 'B', 'C'], []]);
    expect([c.cells['requests/3.1/total'], c.cells['requests/3.2/total'], flow(c)]).toEqual([['A-1'], ['B', 'C'], [4, 0, 4, 0]]);
  });

  it('an internal unit counts in its organ, a village nowhere; the organ’s parent need not be in the file', async () => {
    const requests = ['qsz', 'zhan', 'cun'].map((agency) => request(agency, '2023-05-04', { agency }));
    expect((await compile({ requests })).cells['requests/1/total']).toEqual(['qsz', 'zhan']);
    for (const agency of ['zhan', 'cun'])
      expect((await run('compile', '--registers', file({ agencies: AGENCIES }), '--agency', agency, '--year', '2023')).code).toBe(1);
  });

  it('fen are shown in 万元, never rounded to nothing', async () => {
    const month = (m: string, feesFen: number) => ({ agency: 'qsz', month: m, licences: 1, penalties: 2, coercion: 3, feesFen });
    const c = await compile({
      administrative: [month('2022-12', 5), month('2023-01', 1), month('2023-12', 1_234_500), month('2024-01', 7)],
    });
    expect(c.report.tables.proactive).toMatchObject({ licences: 2, penalties: 4, coercion: 6, feesInTenThousandYuan: 1.234501 });
    expect(c.cells['proactive/licences']).toEqual(['2023-01', '2023-12']);
  });

  it('a case of section four stands in two years', async () => {
    const remedies = [
      { number: 'F-1', agency: 'qsz', kind: 'review', filedOn: '2022-11-01', decidedOn: '2023-02-01', result: 'corrected' },
    ];
    expect((await compile({ remedies }, '--year', '2022')).report.tables.remedies['review']).toEqual([0, 0, 0, 1, 1]);
    expect((await compile({ remedies })).report.tables.remedies['review']).toEqual([0, 1, 0, 0, 1]);
    expect((await compile({ remedies }, '--year', '2024')).report.tables.remedies['review']).toEqual([0, 0, 0, 0, 0]);
  });
});

describe('the turn of the year is that of Asia/Shanghai', () => {
  it('moments are the dates they are at +08:00', async () => {
    const requests = [
      request('1', '2022-12-31T16:00:00Z'),
      request('2', '2022-12-31T15:59:59Z'),
      answered('3', '2023-05-04', '3.1', '2023-12-31T15:59:59Z'),
      answered('4', '2023-05-04', '3.1', '2023-12-31T16:00:00Z'),
    ];
    const c = await compile({ requests });
    expect(['1', '2', '3.7', '4'].map((row) => c.cells[`requests/${row}/total`])).toEqual([['1', '3', '4'], ['2'], ['3'], ['1', '2', '4']]);
  });
});

describe('opening', () => {
  const tables = { requests: { '4': [2, 0, 0, 0, 0, 0, 2] }, proactive: { normativeDocuments: { issued: 0, abolished: 0, inForce: 12 } } };
  const opening = [{ agency: 'qsz', year: 2022, tables }];
  const document = (number: string, issuedOn: string, endedOn: string | null = null) => {
    return { number, agency: 'qsz', issuedOn, promulgatedOn: issuedOn, endedOn };
  };

  it('现行有效 = opening + issued − abolished, also where what is abolished is of before', async () => {
    const normativeDocuments = [document('1', '2023-03-01'), document('2', '2023-04-01'), document('3', '2019-03-01', '2023-06-01')];
    const c = await compile({ opening, normativeDocuments });
    expect(c.report.tables.proactive['normativeDocuments']).toEqual({ issued: 2, abolished: 1, inForce: 13 });
    expect((await compile({ opening, normativeDocuments }, '--year', '2024')).report.tables.proactive['normativeDocuments']).toEqual({
      issued: 0,
      abolished: 0,
      inForce: 13,
    });
  });

  it('row 2 is row 4 of the printed report; an application of before is one of them', async () => {
    const requests = [answered('1', '2022-12-20', '3.1', '2023-01-10'), request('2', '2023-05-04')];
    const c = await compile({ opening, requests });
    expect([flow(c), rules(c)]).toEqual([[1, 2, 1, 2], []]);
  });

  it('more applications than printed: Y-CARRIED by column', async () => {
    const c = await compile({ opening, requests: ['1', '2', '3'].map((n) => request(n, '2022-12-20')) });
    expect(c.report.tables.requests['2']).toEqual([3, 0, 0, 0, 0, 0, 3]);
    expect(c.findings.find((f) => f.rule === 'Y-CARRIED')).toMatchObject({
      where: { cell: 'requests/2/naturalPerson' },
      expected: 2,
      actual: 3,
    });
  });
});

describe('--as-of D', () => {
  const sheet = {
    requests: [
      answered('1', '2023-03-01', '3.1', '2023-03-20'),
      request('2', '2023-04-01'),
      request('3', '2023-03-01', { channel: 'internet' }),
    ],
    remedies: [{ number: 'F-1', agency: 'qsz', kind: 'review', filedOn: '2023-03-01', decidedOn: '2023-05-01', result: 'upheld' }],
  };

  it.each([
    ['2023-02-28', [0, 0, 0, 0], 0],
    ['2023-03-01', [1, 0, 0, 1], 1],
    ['2023-03-19', [1, 0, 0, 1], 1],
    ['2023-03-20', [1, 0, 1, 0], 1],
    ['2023-04-01', [2, 0, 1, 1], 1],
    ['2023-05-01', [2, 0, 1, 1], 0],
  ])('%s: what was known then, and no finding of what had not happened yet', async (asOf, expected, pending) => {
    const c = await compile(sheet, '--year', '2023', '--as-of', asOf);
    expect([c.code, flow(c), c.report.tables.remedies['review']?.[3]]).toEqual([0, expected, pending]);
    expect(rules(c)).toEqual(asOf < '2023-03-01' ? [] : ['REG-AWAITING']);
  });
});

describe('any span', () => {
  it('row 2 is the state at its first day, row 4 at its last; months add up to the year', async () => {
    const requests = Array.from({ length: 24 }, (_, i) => {
      const month = (n: number) => `2023-${String(n).padStart(2, '0')}`;
      const start = (i % 12) + 1;
      return start < 12 ? answered(`${i}`, `${month(start)}-28`, '3.1', `${month(start + 1)}-01`) : request(`${i}`, `${month(12)}-31`);
    });
    const name = file({ agencies: AGENCIES, declarations: EVERY, requests });
    const ends = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31].map((d, i) => `2023-${String(i + 1).padStart(2, '0')}-${d}`);
    const months = await Promise.all(
      ends.map((to) => json<Compiled>('compile', '--registers', name, '--agency', 'qsz', '--from', `${to.slice(0, 8)}01`, '--to', to)),
    );
    const year = flow(await compile({ requests }));
    const sum = (i: number) => months.reduce((n, m) => n + (flow(m)[i] ?? 0), 0);
    expect([sum(0), sum(2)]).toEqual([year[0], year[2]]);
    expect(months.slice(1).map((m) => flow(m)[1])).toEqual(months.slice(0, -1).map((m) => flow(m)[3]));
    for (const m of months) expect((flow(m)[0] ?? 0) + (flow(m)[1] ?? 0)).toBe((flow(m)[2] ?? 0) + (flow(m)[3] ?? 0));
  });
});
