import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isForbidden, type Viewer } from '#domain/people/policy.ts';
import { DECLARED_REGISTERS } from '#domain/registers/index.ts';
import { isRefusal } from '#lib/result.ts';
import { openTestApplication, type TestApplication } from '../testing/application.ts';
import { onServer } from '../testing/database.ts';

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
    const end = async (code: string, to: string | null) => said(await t.app.units.end(await as('admin'), { code, to }));
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

  it.each(['agencies', 'people', 'memberships', 'events'])(
    'is there with its supervisor or not at all, where the write to %s fails',
    async (table) => {
      const admin = await as('admin');
      const counts = () =>
        onServer(t.url, async (db) => {
          const { rows } = await sql<{ n: string }>`
          select (select count(*) from agencies) || ' ' || (select count(*) from people) || ' ' || (select count(*) from memberships) || ' ' ||
            (select count(*) from events) as n`.execute(db);
          return rows[0]?.n;
        });
      const before = await counts();
      await onServer(t.url, (db) =>
        sql
          .raw(`
      create function broken() returns trigger language plpgsql as $$ begin raise exception 'broken disk'; end $$;
      create trigger broken before insert on ${table} for each row execute function broken()`)
          .execute(db),
      );
      await expect(t.app.units.addAbove(admin, { ...above, account: 'nobody' })).rejects.toThrow('broken disk');
      await onServer(t.url, (db) => sql.raw(`drop trigger broken on ${table}; drop function broken`).execute(db));
      expect(await counts()).toBe(before);
    },
  );

  it('of two who put one above at once, one is there, with its own supervisor', async () => {
    await t.agency('lone');
    await t.person('loner', 'unitAdmin', 'lone');
    const admin = await as('loner');
    const twice = ['east', 'west'].map((code) => ({ ...above, of: 'lone', code, name: `${code}县人民政府`, account: `head-${code}` }));
    const answers = await Promise.all(twice.map((a) => t.app.units.addAbove(admin, a)));
    expect(answers.map(said).filter((a) => a?.includes('已经有上级单位'))).toHaveLength(1);
    const there = (await t.app.agencies.tree()).codes.filter((c) => c === 'east' || c === 'west');
    const heads = await Promise.all(twice.map((a) => t.app.stores.people.credential(a.account)));
    expect([there.length, heads.filter((h) => h !== null).length]).toEqual([1, 1]);
    expect(heads[twice.findIndex((a) => a.code === there[0])]).not.toBeNull();
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

describe('an organ’s new name', () => {
  it('is a succession with the document it rests on, and a frozen report keeps the name it was submitted under', async () => {
    await t.agency('xian3', { level: 'county' });
    await t.agency('jiu', { parent: 'xian3', name: '旧名镇人民政府', shortName: '旧名镇' });
    const signer = await t.person('jiu-signer', 'signer', 'jiu');
    const clerk = await t.person('jiu-clerk', 'clerk', 'jiu');
    for (const register of DECLARED_REGISTERS)
      await t.app.declarations.declare(clerk, { agency: 'jiu', register, from: '2023-01-01', to: '2023-12-31', state: 'nil' });
    const approval = { kind: 'paper', by: '王镇长示例', on: '2024-01-15' } as const;
    const frozen = await t.app.reports.submit(signer, 'jiu', 2023, {
      signedBy: '旧名镇人民政府',
      signedOn: '2024-01-15',
      approval,
      publish: true,
    });
    if (isRefusal(frozen)) throw new Error(frozen.refused);
    await t.person('xian3-head', 'countySupervisor', 'xian3');
    const renamed = { code: 'jiu', name: '新名镇人民政府', shortName: '新名镇', parent: 'xian3', from: '2024-01-12' };
    expect(said(await t.app.units.change(await as('xian3-head'), { ...renamed, basis: ' ' }))).toMatch(/变动日期和依据/);
    expect(await t.app.units.change(await as('xian3-head'), { ...renamed, basis: '示例政发〔2024〕1号' })).toBeNull();
    const succession = { kind: 'renaming', on: '2024-01-12', from: ['jiu'], to: ['jiu'], basis: '示例政发〔2024〕1号' };
    expect(await t.app.stores.agencies.successions()).toContainEqual(succession);
    expect((await t.app.agencies.tree()).stateOf('jiu', '2024-01-15')?.name).toBe('新名镇人民政府');
    const [kept] = await t.app.reports.published('jiu', 2023);
    expect(kept).toEqual(frozen);
    expect([kept?.frozen.document.title, kept?.frozen.document.report.unit].every((text) => text?.includes('旧名镇'))).toBe(true);
  });
});

describe('two at once', () => {
  const outcomes = (answers: readonly unknown[]) => answers.map(said).toSorted((a, b) => (a ?? '').localeCompare(b ?? ''));

  it('who add the same code: one unit is made, the other is refused and overwrites nothing', async () => {
    const admin = await as('admin');
    const units = ['甲村', '乙村', '丙村', '丁村'].map((shortName) => ({
      ...village,
      code: 'twin',
      name: `${shortName}村民委员会`,
      shortName,
    }));
    const answers = await Promise.all(units.map((unit) => t.app.units.add(admin, unit)));
    expect(answers.filter((a) => a === null)).toHaveLength(1);
    expect(
      outcomes(answers)
        .slice(1)
        .every((a) => a?.includes('“twin”已经有单位用')),
    ).toBe(true);
    const made = units[answers.indexOf(null)];
    expect((await t.app.agencies.tree()).stateOf('twin', '2024-01-15')?.name).toBe(made?.name);
    expect(await t.app.stores.events.verify('twin')).toMatchObject({ events: 1, intact: true });
  });

  it('who change what both saw: the second is told, and what the first wrote stays', async () => {
    await t.app.units.add(await as('admin'), { ...village, code: 'both', name: '原村村民委员会', shortName: '原村' });
    const seen = { name: '原村村民委员会', shortName: '原村', parent: 'cyz', from: null, to: null };
    const admin = await as('admin');
    const renamed = { code: 'both', name: '新村村民委员会', shortName: '新村', parent: 'cyz', from: null, basis: '', seen };
    const answers = await Promise.all([
      t.app.units.change(admin, renamed),
      t.app.units.end(admin, { code: 'both', to: '2024-01-31', seen }),
    ]);
    expect(outcomes(answers)).toEqual([null, expect.stringMatching(/已被别人改过/)]);
    const now = (await t.app.agencies.tree()).stateOf('both', '2024-01-15');
    expect([now?.shortName, now?.to]).toEqual(answers[0] === null ? ['新村', null] : ['原村', '2024-01-31']);
  });

  it('who end and rename without saying what they saw: neither is lost', async () => {
    await t.app.units.add(await as('admin'), { ...village, code: 'free', name: '旧村村民委员会', shortName: '旧村' });
    const admin = await as('admin');
    const renamed = { code: 'free', name: '改村村民委员会', shortName: '改村', parent: 'cyz', from: null, basis: '' };
    await Promise.all([t.app.units.change(admin, renamed), t.app.units.end(admin, { code: 'free', to: '2024-01-31' })]);
    const now = (await t.app.agencies.tree()).stateOf('free', '2024-01-15');
    expect([now?.shortName, now?.to]).toEqual(['改村', '2024-01-31']);
  });
});
