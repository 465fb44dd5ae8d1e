import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isForbidden, type Viewer } from '#domain/people/policy.ts';
import { isRefusal } from '#lib/result.ts';
import { openTestApplication, type TestApplication } from '../testing/application.ts';

let t: TestApplication;
/** As of now: what was just added is reached too. */
async function as(account: string): Promise<Viewer> {
  const person = (await t.app.stores.people.credential(account))?.person;
  if (!person) throw new Error(account);
  return t.app.accounts.viewer(person);
}
beforeAll(async () => {
  t = await openTestApplication();
  await t.agency('cyz');
  await t.agency('other');
  await t.person('admin', 'unitAdmin', 'cyz');
});
afterAll(() => t.close());

const village = {
  code: 'cyz-c1',
  kind: 'villageCommittee',
  level: 'village',
  name: '一村村民委员会',
  shortName: '一村',
  parent: 'cyz',
  from: null,
} as const;
const said = (r: unknown) => (isRefusal(r) ? r.refused : null);

describe('units below one’s own', () => {
  it('a village is added, kept as an event, and never counts in the township', async () => {
    expect(await t.app.units.add(await as('admin'), village)).toBeNull();
    const tree = await t.app.agencies.tree();
    expect([tree.stateOf('cyz-c1', '2024-01-15')?.parent, tree.organOf('cyz-c1', '2024-01-15')]).toEqual(['cyz', null]);
  });

  it.each([
    ['a code that is taken', { ...village, code: 'other' }, /已经有单位用/],
    ['a code that is none', { ...village, code: 'C 1' }, /代码/],
    ['a village below a village', { ...village, code: 'v2', parent: 'cyz-c1' }, /不能放在它下面/],
    ['an organ below a township', { ...village, code: 'v3', kind: 'reportingOrgan', level: 'department' } as const, /下面不能设/],
    ['a date that is none', { ...village, code: 'v4', from: '2024-02-30' }, /年-月-日/],
  ])('refuses %s', async (_, unit, why) => {
    expect(said(await t.app.units.add(await as('admin'), unit))).toMatch(why);
  });

  it('another organ’s is nobody else’s to add to', async () => {
    expect(isForbidden(await t.app.units.add(await as('admin'), { ...village, code: 'v5', parent: 'other' }))).toBe(true);
  });

  it('has its name of each day: the old one to the day before, the new one from the day', async () => {
    const renamed = { code: 'cyz-c1', name: '一新村村民委员会', shortName: '一新村', parent: 'cyz', from: '2024-01-10', basis: '' };
    expect(await t.app.units.change(await as('admin'), renamed)).toBeNull();
    const tree = await t.app.agencies.tree();
    expect(['2024-01-09', '2024-01-10'].map((d) => tree.stateOf('cyz-c1', d)?.shortName)).toEqual(['一村', '一新村']);
    expect(said(await t.app.units.change(await as('admin'), { ...renamed, from: '2024-01-09' }))).toMatch(/不能早于/);
  });

  it('stands in no ring, and below nobody one does not manage', async () => {
    const office = { ...village, kind: 'internalUnit', code: 'hall', name: '办公室', shortName: '办公室' } as const;
    await t.app.units.add(await as('admin'), office);
    await t.app.units.add(await as('admin'), { ...office, code: 'desk', parent: 'hall' });
    const moved = (parent: string) => ({ code: 'hall', name: '办公室', shortName: '办公室', parent, from: null, basis: '' });
    expect(said(await t.app.units.change(await as('admin'), moved('desk')))).toMatch(/圈/);
    expect(said(await t.app.units.change(await as('admin'), moved('other')))).toMatch(/不管/);
  });

  it('ends on a day, never before it began, never with units below it, and its end can be taken back', async () => {
    const end = async (code: string, to: string | null) => said(await t.app.units.end(await as('admin'), code, to));
    expect(await end('cyz-c1', '2024-01-09')).toMatch(/早于/);
    expect(await end('hall', '2024-01-31')).toMatch(/下面还有/);
    expect(await end('cyz', '2024-01-31')).toMatch(/由上级单位撤销/);
    expect(await end('cyz-c1', '2024-01-10')).toBeNull();
    expect((await t.app.agencies.tree()).existsOn('cyz-c1', '2024-01-11')).toBe(false);
    expect(await end('cyz-c1', null)).toBeNull();
    expect((await t.app.agencies.tree()).existsOn('cyz-c1', '2024-01-11')).toBe(true);
  });
});

describe('the county above', () => {
  const above = { of: 'cyz', code: 'xian', name: '示范县人民政府', shortName: '示范县', from: null, account: 'jiandu', person: '演示监督' };

  it('leaves nothing behind where the account is taken', async () => {
    expect(said(await t.app.units.addAbove(await as('admin'), { ...above, account: 'admin' }))).toMatch(/已经有人使用/);
    expect((await t.app.agencies.tree()).codes).not.toContain('xian');
  });

  it('comes with its supervisor, who signs in with a password to change and adds organs below; once', async () => {
    const made = await t.app.units.addAbove(await as('admin'), above);
    if (isRefusal(made)) throw new Error(made.refused);
    expect(made.person.mustChange).toBe(true);
    expect(isRefusal(await t.app.signIn.signIn('jiandu', made.password))).toBe(false);
    const supervisor = await as('jiandu');
    expect([...(supervisor.roles[0]?.reaches ?? [])]).toContain('cyz-c1');
    const second = { ...village, code: 'xiang', kind: 'reportingOrgan', level: 'township', parent: 'xian' } as const;
    expect(await t.app.units.add(supervisor, second)).toBeNull();
    expect(said(await t.app.units.addAbove(await as('admin'), { ...above, code: 'xian2', account: 'jiandu2' }))).toMatch(/已经有上级/);
  });
});
