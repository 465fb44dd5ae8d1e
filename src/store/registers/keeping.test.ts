import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isForbidden, type Viewer } from '#domain/people/policy.ts';
import type { RecordDraft, RegisterRecord } from '#domain/registers/index.ts';
import { isSaveRefusal } from '#domain/registers/ports.ts';
import { isRefusal } from '#lib/result.ts';
import { openTestApplication, type TestApplication } from '../testing/application.ts';

let t: TestApplication;
let clerk: Viewer;
let auditor: Viewer;
let stranger: Viewer;
beforeAll(async () => {
  t = await openTestApplication();
  await t.agency('cyz');
  await t.agency('sfz');
  clerk = await t.person('clerk', 'clerk', 'cyz');
  auditor = await t.person('auditor', 'auditor', 'cyz');
  stranger = await t.person('stranger', 'clerk', 'sfz');
});
afterAll(() => t.close());

const ticket = (number: string, more: RecordDraft['values'] = {}): RecordDraft => ({
  register: 'tickets',
  agency: 'cyz',
  number,
  values: { receivedOn: '2023-03-01', title: '路灯不亮', callerName: '李示例', contact: '13812341234', ...more },
});
const id = (number: string) => ({ register: 'tickets' as const, agency: 'cyz', number });
const saved = async (...drafts: RecordDraft[]): Promise<readonly RegisterRecord[]> => {
  const result = await t.app.registers.save(clerk, drafts, '');
  if (isRefusal(result)) throw new Error(result.refused);
  return result;
};

describe('personal values', () => {
  it('come masked everywhere until somebody asks with a reason, and that is written into the history', async () => {
    const { registers } = t.app;
    const [made] = await saved(ticket('T-1'));
    expect(made?.values).toMatchObject({ callerName: '李**', contact: '138****1234' });
    const page = await registers.list(clerk, { register: 'tickets', agencies: ['cyz'] });
    const one = await registers.get(clerk, id('T-1'));
    const history = await registers.history(clerk, id('T-1'));
    expect(JSON.stringify([page, one, history])).not.toMatch(/13812341234|李示例/);

    expect(isRefusal(await registers.reveal(clerk, id('T-1'), ' '))).toBe(true);
    expect(isForbidden(await registers.reveal(auditor, id('T-1'), '核查'))).toBe(true);
    expect(await registers.reveal(clerk, id('T-1'), '回访')).toMatchObject({ values: { contact: '13812341234' } });
    const after = await registers.history(clerk, id('T-1'));
    expect(isForbidden(after) ? null : after.map((h) => [h.kind, h.reason, h.by.name])).toEqual([
      ['created', '', clerk.name],
      ['revealed', '回访', clerk.name],
    ]);
  });

  it('survive a row that is handed back as it was shown', async () => {
    const { registers } = t.app;
    const [made] = await saved(ticket('T-2'));
    await saved({ ...id('T-2'), values: { ...made?.values, title: '路灯已亮' }, basedOn: 1 });
    const kept = await registers.reveal(clerk, id('T-2'), '回访');
    expect(kept).toMatchObject({ version: 2, values: { title: '路灯已亮', callerName: '李示例', contact: '13812341234' } });
  });
});

describe('saving', () => {
  it('names every wrong field of every row, and keeps nothing', async () => {
    const result = await t.app.registers.save(
      clerk,
      [ticket('T-3', { closedOn: '2023-02-01' }), ticket('T-4'), ticket('T-5', { receivedOn: '昨天' })],
      '',
    );
    expect(isSaveRefusal(result) && result.problems.map((p) => [p.index, p.field])).toEqual([
      [0, 'closedOn'],
      [2, 'receivedOn'],
    ]);
    expect(await t.app.registers.get(clerk, id('T-4'))).toBeNull();
  });

  it('looks at a changed field together with those that stay', async () => {
    await saved(ticket('T-6'));
    const result = await t.app.registers.save(clerk, [{ ...id('T-6'), values: { closedOn: '2023-02-28' }, basedOn: 1 }], '');
    expect(isSaveRefusal(result) && result.problems.map((p) => p.field)).toEqual(['closedOn']);
  });

  it('gives a conflict back with the record as it stands, masked', async () => {
    await saved(ticket('T-7'));
    await saved({ ...id('T-7'), values: { title: '新' }, basedOn: 1 });
    const result = await t.app.registers.save(clerk, [{ ...id('T-7'), values: { title: '旧' }, basedOn: 1 }], '');
    expect(isSaveRefusal(result) && result.problems[0]).toMatchObject({
      kind: 'conflict',
      current: { version: 2, values: { contact: '138****1234' } },
    });
  });

  it('asks for a reason to void, and lets a void record be restored', async () => {
    const { registers } = t.app;
    await saved(ticket('T-8'));
    expect(isRefusal(await registers.void(clerk, id('T-8'), 1, '', '2023-03-02'))).toBe(true);
    expect(await registers.void(clerk, id('T-8'), 1, '重复登记', '2023-03-02')).toMatchObject({ version: 2, void: { reason: '重复登记' } });
    expect(await registers.restore(clerk, id('T-8'), 2, '并非重复')).toMatchObject({ version: 3, void: null });
  });
});

describe('an office’s registers', () => {
  it('are closed to another office, and an auditor changes nothing', async () => {
    const { registers } = t.app;
    expect(isForbidden(await registers.list(stranger, { register: 'tickets', agencies: ['cyz'] }))).toBe(true);
    expect(isForbidden(await registers.get(stranger, id('T-1')))).toBe(true);
    expect(isForbidden(await registers.history(stranger, id('T-1')))).toBe(true);
    expect(isForbidden(await registers.reveal(stranger, id('T-1'), '好奇'))).toBe(true);
    expect(isForbidden(await registers.save(stranger, [ticket('X')], ''))).toBe(true);
    expect(isForbidden(await registers.save(auditor, [ticket('X')], ''))).toBe(true);
    expect(isForbidden(await registers.erasePerson(clerk, 'cyz', 'x', '删除'))).toBe(true);
    expect(isForbidden(await registers.list(auditor, { register: 'tickets', agencies: ['cyz'] }))).toBe(false);
  });

  it('let an auditor check that the history was not touched', async () => {
    expect(await t.app.registers.verifyHistory(auditor, 'cyz')).toMatchObject({ intact: true });
    expect(isForbidden(await t.app.registers.verifyHistory(clerk, 'cyz'))).toBe(true);
  });
});
