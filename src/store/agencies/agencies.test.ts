import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Agency } from '#domain/agencies/agency.ts';
import { isForbidden, type Viewer } from '#domain/people/policy.ts';
import type { Person } from '#domain/people/ports.ts';
import { day } from '#lib/day.ts';
import { openTestApplication, type TestApplication } from '../testing/application.ts';

let t: TestApplication;
let head: Person;
/** As of now: an agency just made is reached too. */
const county = (): Promise<Viewer> => t.app.accounts.viewer(head);
beforeAll(async () => {
  t = await openTestApplication();
  await t.agency('county', { level: 'county' });
  await t.agency('cyz', { parent: 'county' });
  const viewer = await t.person('head', 'countySupervisor', 'county');
  head = (await t.app.stores.people.byId(viewer.id)) as Person;
});
afterAll(() => t.close());

const state = (code: string, more: Partial<Agency> = {}): Agency => ({
  code,
  name: `${code}镇人民政府`,
  shortName: `${code}镇`,
  kind: 'reportingOrgan',
  level: 'township',
  parent: 'county',
  from: null,
  to: null,
  ...more,
});
const refused = (r: unknown) => (r as { refused: string } | null)?.refused ?? null;

/** Saves states as one person. */
const save = (by: Viewer, states: readonly Agency[]) => t.app.agencies.change(by, () => ({ states }));

describe('agencies through time', () => {
  it('a renaming is a new dated state and a succession; each day has its own name', async () => {
    const { agencies, stores } = t.app;
    const before = state('old', { name: '旧镇人民政府', to: '2022-12-31' });
    const after = state('old', { name: '新镇人民政府', from: '2023-01-01' });
    expect(await agencies.change(await county(), () => ({ states: [before] }))).toBeNull();
    const succession = { kind: 'renaming', on: '2023-01-01', from: ['old'], to: ['old'], basis: '示例政发〔2022〕1号' } as const;
    expect(await agencies.change(await county(), () => ({ succession, states: [after] }))).toBeNull();
    const tree = await agencies.tree();
    expect(['2022-12-31', '2023-01-01'].map((d) => tree.stateOf('old', d)?.name)).toEqual(['旧镇人民政府', '新镇人民政府']);
    expect(await stores.agencies.successions()).toEqual([succession]);
  });

  it('a unit that moves to another organ counts there from that day', async () => {
    const { agencies } = t.app;
    await save(await county(), [state('a'), state('b')]);
    await save(await county(), [
      state('hall', { kind: 'internalUnit', parent: 'a', to: '2023-06-30' }),
      state('hall', { kind: 'internalUnit', parent: 'b', from: '2023-07-01' }),
    ]);
    expect([await agencies.unitsOf('a', day('2023-06-30')), await agencies.unitsOf('b', day('2023-07-01'))]).toEqual([
      ['a', 'hall'],
      ['b', 'hall'],
    ]);
  });

  it.each([
    ['overlapping states', [state('x', { from: '2023-01-01' })], /重叠/],
    ['a parent nobody knows', [state('y', { kind: 'internalUnit', parent: 'nowhere' })], /没有/],
    ['a unit without an organ', [state('cyz', { kind: 'internalUnit', parent: null })], /所属机关/],
    ['a ring of parents', [state('cyz', { parent: 'ring' }), state('ring', { parent: 'cyz' })], /圈/],
    ['a code that is none', [state('Cyz 1')], /代码/],
    ['an end before its beginning', [state('z', { from: '2023-02-01', to: '2023-01-01' })], /早于/],
    ['a date that is none', [state('z', { from: '2023-02-30' })], /日期|年-月-日/],
  ])('refuses %s', async (_, states, why) => {
    await save(await county(), [state('x')]);
    expect(refused(await save(await county(), states))).toMatch(why);
  });

  it('are no clerk’s to change', async () => {
    const clerk = await t.person('clerk', 'clerk', 'cyz');
    expect(isForbidden(await save(clerk, [state('cyz', { name: '别名' })]))).toBe(true);
  });
});
