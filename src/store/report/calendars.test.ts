import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isForbidden } from '#domain/people/policy.ts';
import { isRefusal } from '#lib/result.ts';
import { openTestApplication, type TestApplication } from '../testing/application.ts';

let t: TestApplication;
beforeAll(async () => {
  t = await openTestApplication('2026-12-20T09:00:00+08:00');
  await t.agency('cyz');
});
afterAll(() => t.close());

const YEAR_2027 = {
  year: 2027,
  notice: '示例通知〔2026〕1号',
  off: [{ name: '元旦', from: '2027-01-01', to: '2027-01-03' }],
  work: ['2027-01-09'],
};

describe('a calendar somebody entered', () => {
  it('counts only once a second person has confirmed it, and tells which open cases moved', async () => {
    const [one, two] = [await t.person('one', 'unitAdmin', 'cyz'), await t.person('two', 'unitAdmin', 'cyz')];
    const clerk = await t.person('clerk', 'clerk', 'cyz');
    const { calendars, registers, tasks } = t.app;
    const saved = await registers.save(
      clerk,
      [
        {
          register: 'requests',
          agency: 'cyz',
          number: 'R-1',
          values: { receivedOn: '2026-12-10', channel: 'counter', applicantKind: 'business' },
        },
      ],
      '',
    );
    expect(isRefusal(saved)).toBe(false);
    const due = async () => {
      const list = await tasks.list(clerk, 'cyz');
      return isForbidden(list) ? null : list.map((task) => [task.dueOn, task.why]);
    };
    expect(await due()).toEqual([['2027-01-07', expect.stringContaining('暂计')]]);

    expect(isForbidden(await calendars.enter(clerk, YEAR_2027))).toBe(true);
    const entered = await calendars.enter(one, YEAR_2027);
    if (isRefusal(entered)) throw new Error(entered.refused);
    expect((await calendars.calendar()).coveredTo).toBe('2026-12-31');
    expect(isRefusal(await calendars.confirm(one, entered.id))).toBe(true);
    expect(await calendars.confirm(two, entered.id)).toEqual([{ agency: 'cyz', number: 'R-1', before: '2027-01-07', after: '2027-01-08' }]);
    expect((await calendars.calendar()).coveredTo).toBe('2027-12-31');
    expect(await due()).toEqual([['2027-01-08', expect.not.stringContaining('暂计')]]);
    expect(isRefusal(await calendars.confirm(two, entered.id))).toBe(true);

    expect(await calendars.withdraw(one, entered.id)).toEqual([
      { agency: 'cyz', number: 'R-1', before: '2027-01-08', after: '2027-01-07' },
    ]);
    expect((await calendars.calendar()).coveredTo).toBe('2026-12-31');
  });

  it('that contradicts itself is refused as it is typed', async () => {
    const admin = await t.person('three', 'unitAdmin', 'cyz');
    expect(await t.app.calendars.enter(admin, { ...YEAR_2027, work: ['2027-01-02'] })).toMatchObject({
      refused: expect.stringContaining('2027-01-02'),
    });
    expect(isRefusal(await t.app.calendars.enter(admin, { ...YEAR_2027, notice: ' ' }))).toBe(true);
  });
});
