import { beforeAll, describe, expect, it } from 'vitest';
import { isForbidden, type Viewer } from '#domain/people/policy.ts';
import { DECLARED_REGISTERS } from '#domain/registers/index.ts';
import { valueAt } from '#domain/report/model.ts';
import { isRefusal } from '#lib/result.ts';
import type { TestApplication } from '../testing/application.ts';
import { missing, PAPER, reportDesk, request } from './testing/desk.ts';

const desk = reportDesk();
const { office } = desk;
let t: TestApplication;
beforeAll(() => {
  t = desk.t;
});

describe('an office without any data', () => {
  it('compiles to empty cells and a list of what to declare, and can’t be submitted', async () => {
    const { bench, submit, signer } = await office();
    const found = await bench();
    expect(found.report.complete).toBe(false);
    expect(valueAt(found.report.tables, 'requests/1/total')).toBeNull();
    expect(found.missing.map((m) => m.register).sort()).toEqual([...DECLARED_REGISTERS].sort());
    expect(found.missing.every((m) => m.hasRecords === 0 && m.propose === null)).toBe(true);
    expect(missing(await submit(signer))).toHaveLength(DECLARED_REGISTERS.length);
  });

  it('compiles to 0 after 零报告 on each register, with the declaration behind the cell', async () => {
    const { code, clerk, declare, bench } = await office();
    await declare('nil');
    const found = await bench();
    expect([found.report.complete, found.blockers]).toEqual([true, []]);
    const opened = await t.app.reports.figure(
      clerk,
      code,
      { from: found.counted.report.period?.[0] as never, to: found.counted.report.period?.[1] as never, asOf: null },
      'requests/1/total',
    );
    expect(opened).toMatchObject({ value: 0, records: [], declarations: [{ state: 'nil', register: 'requests' }] });
  });
});

describe('declarations', () => {
  it('are proposed as kept where records exist; a record does not declare', async () => {
    const { save, bench } = await office();
    await save(request('R-1'));
    const found = await bench();
    expect(found.missing.find((m) => m.register === 'requests')).toMatchObject({ hasRecords: 1, propose: 'kept' });
    expect(valueAt(found.report.tables, 'requests/1/total')).toBeNull();
  });

  it('refuse 零报告 over days for which something is counted', async () => {
    const { code, clerk, save } = await office();
    await save(request('R-1'));
    const done = await t.app.declarations.declare(clerk, {
      agency: code,
      register: 'requests',
      from: '2023-01-01',
      to: '2023-12-31',
      state: 'nil',
    });
    expect(done).toMatchObject({ refused: expect.stringContaining('R-1') });
  });

  it('of not kept leave the cells empty', async () => {
    const { declare, bench, submit, signer } = await office();
    await declare('nil');
    await declare('notKept', ['tickets', 'requests']);
    expect(valueAt((await bench()).report.tables, 'requests/1/total')).toBeNull();
    expect(missing(await submit(signer))).toHaveLength(2);
  });
});

describe('submitting', () => {
  it('freezes figures, words, time, form, calendar and definitions', async () => {
    const { code, clerk, signer, save, declare, submit } = await office();
    await save(request('R-1', { outcome: '3.1', outcomeOn: '2023-03-10' }));
    await declare('kept');
    const version = await submit(signer, { publish: true });
    if (isRefusal(version)) throw new Error(version.refused);
    expect(version).toMatchObject({
      version: 1,
      kind: 'submitted',
      status: 'published',
      frozen: { form: '2021', asOf: '2024-01-15T01:00:00.000Z' },
    });
    expect(version.frozen.calendar.map((y) => y.year)).toContain(2023);
    expect(Object.keys(version.frozen.definitions)).toHaveLength(200);
    expect(version.frozen.document.mark).toBeUndefined();
    expect(valueAt(version.frozen.document.report.tables, 'requests/3.1/naturalPerson')).toBe(1);
    expect(await t.app.reports.published(code, 2023)).toEqual([version]);
    expect(await t.app.reports.versions(clerk, code, 2023)).toEqual([version]);
  });

  it('needs a second person: in the system, on paper, or a reason for doing without', async () => {
    const { code, declare, submit, signer, reviewer } = await office();
    await declare('nil');
    const system = { approval: { kind: 'system' } as const };
    expect(missing(await submit(signer, system))).toEqual([expect.stringContaining('还没有第二人审签')]);
    await t.app.reports.approve(signer, code, 2023);
    expect(missing(await submit(signer, system))).toEqual([expect.stringContaining('本人')]);
    expect(missing(await submit(signer, { approval: { kind: 'paper', by: signer.name, on: '2024-01-15' } }))).toHaveLength(1);
    expect(missing(await submit(signer, { approval: { kind: 'paper', by: '王镇长示例', on: '2999-01-01' } }))).toEqual([
      '签批日期不能晚于今天。',
    ]);
    expect(missing(await submit(signer, { approval: { kind: 'override', reason: ' ' } }))).toHaveLength(1);
    const version = await submit(reviewer, system);
    expect(isRefusal(version)).toBe(false);
    expect(version).toMatchObject({ frozen: { approval: { kind: 'system', by: signer.name } } });
  });

  it('takes no approval of a report that changed after it', async () => {
    const { code, clerk, declare, submit, signer, reviewer } = await office();
    await declare('nil');
    await t.app.reports.approve(signer, code, 2023);
    await t.app.reports.saveDraft(clerk, code, 2023, 0, [['（一）主动公开', '改过的一段。'], null, null, null, null, null]);
    expect(missing(await submit(reviewer, { approval: { kind: 'system' } }))).toEqual([expect.stringContaining('又有改动')]);
  });

  it('waits for the end of the year, a signature and its date', async () => {
    const { code, declare, submit, signer } = await office();
    await declare('nil');
    expect(missing(await submit(signer, { signedBy: '', signedOn: '2024-02-30' }))).toHaveLength(2);
    expect(missing(await submit(signer, { signedOn: '2024-01-16' }))).toEqual([expect.stringContaining('晚于今天')]);
    expect(missing(await t.app.reports.submit(signer, code, 2024, PAPER))).toEqual(
      expect.arrayContaining([expect.stringContaining('还没有结束')]),
    );
  });

  it('is no clerk’s to do', async () => {
    const { clerk, declare, submit } = await office();
    await declare('nil');
    expect(isForbidden(await submit(clerk))).toBe(true);
  });

  it('happens once when two people do it at the same moment', async () => {
    const { declare, submit, signer, reviewer } = await office();
    await declare('nil');
    const results = await Promise.all([submit(signer), submit(reviewer)]);
    expect(results.filter((r) => !isRefusal(r))).toHaveLength(1);
  });
});

describe('after submission', () => {
  it('what is recorded late shows as a difference with its records, and a corrected version takes it up; both stay readable', async () => {
    const { code, clerk, signer, save, declare, bench, submit } = await office();
    await save(request('R-1'));
    await declare('kept');
    await submit(signer, { publish: true });
    expect((await bench()).differences).toEqual([]);
    t.setNow('2024-02-20T09:00:00+08:00');
    await save(request('R-late'));
    const found = await bench();
    expect(found.status).toBe('submitted');
    expect(found.differences.find((d) => d.cell === 'requests/1/naturalPerson')).toEqual({
      cell: 'requests/1/naturalPerson',
      submitted: 1,
      now: 2,
      records: ['R-late'],
    });
    expect(missing(await submit(signer, { signedOn: '2024-02-20' }))).toEqual([expect.stringContaining('更正说明')]);
    const corrected = await submit(signer, { signedOn: '2024-02-20', note: '补登一件', publish: true });
    expect(corrected).toMatchObject({ version: 2, kind: 'corrected' });
    expect((await bench()).differences).toEqual([]);
    expect((await t.app.reports.published(code, 2023)).map((v) => valueAt(v.frozen.document.report.tables, 'requests/1/total'))).toEqual([
      1, 2,
    ]);
    expect(isForbidden(await t.app.reports.giveBack(clerk, code, 2023, '退'))).toBe(true);
  });

  it('the county gives a submitted report back with a note, and the next one is no correction', async () => {
    const { code, declare, submit, signer, bench } = await office();
    await declare('nil');
    await submit(signer);
    const county = await t.person(`county-${code}`, 'countySupervisor', 'county');
    expect(isRefusal(await t.app.reports.giveBack(county, code, 2023, ' '))).toBe(true);
    expect(await t.app.reports.giveBack(county, code, 2023, '缺监督保障一段')).toBeNull();
    expect((await bench()).status).toBe('returned');
    expect((await bench()).versions[0]?.returned).toMatchObject({ note: '缺监督保障一段', by: county.name });
    expect(await submit(signer)).toMatchObject({ version: 2, kind: 'submitted' });
  });
});

describe('an overruled figure', () => {
  it('prints with its reason, its sums follow, and it can be taken back', async () => {
    const { code, clerk, signer, declare, bench } = await office();
    await declare('nil');
    const set = (viewer: Viewer, cell: string, value: number | null, reason = '以县政务公开办核定数为准') =>
      t.app.reports.overrule(viewer, code, 2023, cell, value, reason);
    expect(isForbidden(await set(clerk, 'requests/3.1/business', 2))).toBe(true);
    expect([
      isRefusal(await set(signer, 'requests/3.1/business', 2, ' ')),
      isRefusal(await set(signer, 'requests/9/business', 2)),
      isRefusal(await set(signer, 'requests/3.1/business', -1)),
    ]).toEqual([true, true, true]);
    expect(await set(signer, 'requests/3.1/business', 2)).toBeNull();
    const found = await bench();
    expect(
      ['requests/3.1/business', 'requests/3.1/total', 'requests/3.7/total', 'requests/1/total'].map((c) => valueAt(found.report.tables, c)),
    ).toEqual([2, 2, 2, 0]);
    expect(found.overrides).toMatchObject([{ cell: 'requests/3.1/business', counted: 0, value: 2, by: signer.name }]);
    expect(found.findings.map((f) => f.rule)).toContain('T3-BALANCE');
    await set(signer, 'requests/3.1/business', null);
    expect(valueAt((await bench()).report.tables, 'requests/3.7/total')).toBe(0);
  });
});

describe('findings', () => {
  it('run on our own report; a waiver with a reason holds until the compared values change', async () => {
    const { code, clerk, signer, declare, bench } = await office();
    await declare('nil');
    await t.app.reports.overrule(signer, code, 2023, 'requests/3.1/business', 2, '核定');
    const balance = (await bench()).findings.find((f) => f.rule === 'T3-BALANCE' && f.where.cell === 'requests/3.7/business');
    expect(await t.app.reports.waive(clerk, code, 2023, balance?.id ?? '', '已与县里核对')).toBeNull();
    const waived = async () => (await bench()).findings.find((f) => f.id === balance?.id)?.waived;
    expect(await waived()).toMatchObject({ reason: '已与县里核对', by: clerk.name });
    await t.app.reports.overrule(signer, code, 2023, 'requests/3.1/business', 3, '核定');
    expect(await waived()).toBeUndefined();
    await t.app.reports.overrule(signer, code, 2023, 'requests/3.1/business', 2, '核定');
    await t.app.reports.unwaive(clerk, code, 2023, balance?.id ?? '');
    expect(await waived()).toBeUndefined();
  });

  it('compare row 2 with the latest published report of the year before', async () => {
    const { code, signer, save, declare, clerk, submit } = await office();
    await save(request('R-1'));
    await declare('kept');
    await submit(signer, { publish: true });
    t.setNow('2025-01-15T09:00:00+08:00');
    for (const register of DECLARED_REGISTERS)
      await t.app.declarations.declare(clerk, { agency: code, register, from: '2024-01-01', to: '2024-12-31', state: 'kept' });
    const year = async () => {
      const found = await t.app.reports.year(clerk, code, 2024);
      if (isRefusal(found)) throw new Error(found.refused);
      return found;
    };
    expect((await year()).findings.filter((f) => f.rule === 'Y-CARRIED')).toEqual([]);
    await save(request('R-2', { receivedOn: '2023-12-01' }));
    expect((await year()).findings.filter((f) => f.rule === 'Y-CARRIED').map((f) => f.where.cell)).toEqual([
      'requests/2/naturalPerson',
      'requests/2/total',
    ]);
  });
});

describe('the words', () => {
  it('save themselves; a newer draft of somebody else is never overwritten', async () => {
    const { code, clerk, reviewer, declare, bench } = await office();
    await declare('nil');
    const sections = [['（一）主动公开', '本年收到申请{{requests/1/total}}件。'], null, null, null, null, null];
    expect(await t.app.reports.saveDraft(clerk, code, 2023, 0, sections)).toMatchObject({ version: 1, savedBy: clerk.name });
    expect(isRefusal(await t.app.reports.saveDraft(reviewer, code, 2023, 0, sections))).toBe(true);
    expect(await t.app.reports.saveDraft(reviewer, code, 2023, 1, sections)).toMatchObject({ version: 2 });
    const said = (await bench()).composition.document.sections[0]?.paragraphs.map((p) => p.runs.map((r) => r.text).join(''));
    expect(said).toEqual(['（一）主动公开', '本年收到申请0件。']);
  });
});

describe('a figure', () => {
  it('opens its records with what they are about, by month and page, and nothing personal', async () => {
    const { code, clerk, save, declare } = await office();
    await save(request('R-1', { content: '征地补偿标准' }), request('R-2', { receivedOn: '2023-05-02', content: '低保名单' }));
    await declare('kept');
    const span = { from: '2023-01-01', to: '2023-12-31', asOf: null } as never;
    const opened = await t.app.reports.figure(clerk, code, span, 'requests/1/total', { page: 1, size: 1 });
    expect(opened).toMatchObject({
      value: 2,
      total: 2,
      byMonth: [
        { month: '2023-03', n: 1 },
        { month: '2023-05', n: 1 },
      ],
      records: [{ number: 'R-1', title: '征地补偿标准', on: '2023-03-01' }],
    });
    expect(JSON.stringify(opened)).not.toContain('李示例');
    expect(isRefusal(await t.app.reports.figure(clerk, code, span, 'requests/8/total'))).toBe(true);
  });

  it('is nobody’s of another office', async () => {
    const { code } = await office();
    const other = await office();
    const span = { from: '2023-01-01', to: '2023-12-31', asOf: null } as never;
    expect(isForbidden(await t.app.reports.figure(other.clerk, code, span, 'requests/1/total'))).toBe(true);
    expect(isForbidden(await t.app.reports.workbench(other.clerk, code, 2023))).toBe(true);
    expect(isForbidden(await t.app.registers.list(other.clerk, { register: 'requests', agencies: [code] }))).toBe(true);
  });
});
