import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isForbidden } from '#domain/people/policy.ts';
import type { Membership } from '#domain/people/ports.ts';
import { ABSOLUTE_MS, IDLE_MS, LOCK_AFTER } from '#domain/people/signIn.ts';
import { isRefusal } from '#lib/result.ts';
import { openTestApplication, PASSWORD, type TestApplication } from '../testing/application.ts';
import { onServer } from '../testing/database.ts';

let t: TestApplication;
const START = Date.parse('2024-01-15T09:00:00+08:00');
const at = (ms: number) => t.setNow(new Date(START + ms).toISOString());

beforeAll(async () => {
  t = await openTestApplication();
  await t.agency('county', { level: 'county' });
  await t.agency('cyz', { parent: 'county' });
  await t.agency('sfz', { parent: 'county' });
});
afterAll(() => t.close());

describe('signing in', () => {
  it('opens a session for the right password, whatever the case of the account, and none for a wrong one', async () => {
    await t.person('zhang', 'clerk', 'cyz');
    const session = await t.app.signIn.signIn('ZHANG', PASSWORD);
    if (isRefusal(session)) throw new Error(session.refused);
    expect((await t.app.signIn.session(session.token))?.person.account).toBe('zhang');
    expect(await t.app.signIn.session(`${session.token}x`)).toBeNull();
    expect(isRefusal(await t.app.signIn.signIn('zhang', 'wrong'))).toBe(true);
  });

  it('says the same of an unknown account as of a wrong password', async () => {
    await t.person('same', 'clerk', 'cyz');
    expect(await t.app.signIn.signIn('nobody', PASSWORD)).toEqual(await t.app.signIn.signIn('same', 'wrong'));
  });

  it(`locks an account for half an hour after ${LOCK_AFTER} wrong passwords`, async () => {
    await t.person('locked', 'clerk', 'cyz');
    for (let i = 0; i < LOCK_AFTER - 1; i++) await t.app.signIn.signIn('locked', 'wrong');
    expect(isRefusal(await t.app.signIn.signIn('locked', PASSWORD))).toBe(false);
    for (let i = 0; i < LOCK_AFTER; i++) await t.app.signIn.signIn('locked', 'wrong');
    expect(isRefusal(await t.app.signIn.signIn('locked', PASSWORD))).toBe(true);
    at(30 * 60_000 - 1);
    expect(isRefusal(await t.app.signIn.signIn('locked', PASSWORD))).toBe(true);
    at(30 * 60_000);
    expect(isRefusal(await t.app.signIn.signIn('locked', PASSWORD))).toBe(false);
    at(0);
  });

  it('says the same of an account that is locked, is disabled, or was never there, however often it is tried', async () => {
    await t.person('tried', 'clerk', 'cyz');
    await t.person('gone', 'clerk', 'cyz');
    const gone = await t.app.stores.people.credential('gone');
    await t.app.stores.people.setDisabled(gone!.person.id, true, { id: 'system', name: '系统' });
    const said = async (account: string) => {
      const answers = [];
      for (let i = 0; i <= LOCK_AFTER + 1; i++) answers.push(await t.app.signIn.signIn(account, i > LOCK_AFTER ? PASSWORD : 'wrong'));
      return answers;
    };
    const tried = await said('tried');
    expect((await t.app.stores.people.credential('tried'))?.lockedUntil).not.toBeNull();
    expect(tried.every(isRefusal)).toBe(true);
    expect(await said('gone')).toEqual(tried);
    expect(await said('never')).toEqual(tried);
    expect(new Set(tried.map((a) => isRefusal(a) && a.refused)).size).toBe(1);
  });

  it.each([
    ['half an hour without a request', [IDLE_MS], true],
    ['longer than half an hour without a request', [IDLE_MS + 1], false],
    ['requests all along, up to twelve hours', Array.from({ length: 30 }, (_, i) => ((i + 1) * (ABSOLUTE_MS - 1)) / 30), true],
    ['requests all along, beyond twelve hours', Array.from({ length: 30 }, (_, i) => ((i + 1) * ABSOLUTE_MS) / 30), false],
  ])('after %s: the session lives = %2$s', async (name, requests, lives) => {
    at(0);
    await t.person(`idle${requests.length}${lives}`, 'clerk', 'cyz');
    const session = await t.app.signIn.signIn(`idle${requests.length}${lives}`, PASSWORD);
    if (isRefusal(session)) throw new Error(`${name}: ${session.refused}`);
    let found = null;
    for (const ms of requests) {
      at(ms);
      found = await t.app.signIn.session(session.token);
    }
    expect(found !== null).toBe(lives);
    at(0);
  });

  it('ends with signing out, a changed password, and a disabled account', async () => {
    const admin = await t.person('admin', 'unitAdmin', 'cyz');
    const open = async () => {
      const session = await t.app.signIn.signIn('leaver', PASSWORD);
      if (isRefusal(session)) throw new Error(session.refused);
      return session;
    };
    const leaver = await t.person('leaver', 'clerk', 'cyz');
    const alive = async (token: string) => (await t.app.signIn.session(token)) !== null;
    const first = await open();
    await t.app.signIn.signOut(first.token);
    expect(await alive(first.token)).toBe(false);
    const second = await open();
    expect(await t.app.accounts.disable(admin, leaver.id, true)).toBeNull();
    expect([await alive(second.token), isRefusal(await t.app.signIn.signIn('leaver', PASSWORD))]).toEqual([false, true]);
    await t.app.accounts.disable(admin, leaver.id, false);
    const third = await open();
    expect(await t.app.accounts.changePassword(third.person, PASSWORD, 'Xin-mima-1')).toBeNull();
    expect(await alive(third.token)).toBe(false);
  });

  it('keeps neither tokens nor passwords', async () => {
    await t.person('stored', 'clerk', 'cyz');
    const session = await t.app.signIn.signIn('stored', PASSWORD);
    if (isRefusal(session)) throw new Error(session.refused);
    await onServer(t.url, async (db) => {
      const { rows } = await sql<{ text: string }>`
        select s::text || p::text as text from sessions s join people p on p.id = s.person`.execute(db);
      expect(rows.some((r) => r.text.includes(session.token) || r.text.includes(PASSWORD))).toBe(false);
      expect(rows.length).toBeGreaterThan(0);
    });
  });
});

describe('accounts', () => {
  const given = (account: string, agency: string, role: string) => ({
    account,
    name: '新人示例',
    password: PASSWORD,
    memberships: [{ agency, role, from: '2024-01-01', until: null }],
  });

  it('are made by the unit’s administrator, for the own unit only, with a password to change', async () => {
    const admin = await t.person('cyzadmin', 'unitAdmin', 'cyz');
    expect(await t.app.accounts.add(admin, given('newone', 'cyz', 'clerk'))).toMatchObject({ account: 'newone', mustChange: true });
    expect(isForbidden(await t.app.accounts.add(admin, given('other', 'sfz', 'clerk')))).toBe(true);
    expect(await t.app.accounts.add(admin, given('NewOne', 'cyz', 'clerk'))).toMatchObject({
      refused: expect.stringContaining('已经有人使用'),
    });
  });

  it('of supervisors and auditors are given from above', async () => {
    const admin = await t.person('cyzadmin2', 'unitAdmin', 'cyz');
    const county = await t.person('countyhead', 'countySupervisor', 'county');
    expect(isForbidden(await t.app.accounts.add(admin, given('aud', 'cyz', 'auditor')))).toBe(true);
    expect(isRefusal(await t.app.accounts.add(county, given('aud', 'cyz', 'auditor')))).toBe(false);
  });

  it('of a topmost county’s supervisors and auditors are given by its own administrator; a topmost township’s administrator gives none', async () => {
    await t.agency('alone', { level: 'township' });
    const county = await t.person('topadmin', 'unitAdmin', 'county');
    const township = await t.person('aloneadmin', 'unitAdmin', 'alone');
    const below = await t.person('belowadmin', 'unitAdmin', 'cyz');
    for (const role of ['countySupervisor', 'auditor']) {
      expect(await t.app.accounts.add(county, given(`top-${role}`, 'county', role))).toMatchObject({ account: `top-${role}` });
      expect(isForbidden(await t.app.accounts.add(township, given(`alone-${role}`, 'alone', role)))).toBe(true);
      expect(isForbidden(await t.app.accounts.add(below, given(`below-${role}`, 'cyz', role)))).toBe(true);
      const clerk = await t.person(`clerk-${role}`, 'clerk', 'county');
      const same = { agency: 'county', person: clerk.id, role, from: '2024-01-15', until: null } as Membership;
      expect(await t.app.accounts.grant(county, same)).toBeNull();
      expect(isForbidden(await t.app.accounts.grant(below, same))).toBe(true);
    }
  });

  it('hold a role once; one that has ended may be given again', async () => {
    const admin = await t.person('granting', 'unitAdmin', 'cyz');
    const held = await t.person('holder', 'clerk', 'cyz');
    const role = { agency: 'cyz', person: held.id, role: 'reviewer', from: '2024-01-15', until: null } as const;
    expect(await t.app.accounts.grant(admin, role)).toBeNull();
    const again = await t.app.accounts.grant(admin, { ...role, from: '2024-01-16' });
    expect(again).toMatchObject({ refused: '这个人在这个单位已经有这项权限。' });
    expect(await t.app.accounts.endMembership(admin, role, '2024-01-20')).toBeNull();
    expect(await t.app.accounts.grant(admin, { ...role, from: '2024-02-01' })).toBeNull();
    const kept = (await t.app.stores.people.membershipsOf(held.id)).filter((m) => m.role === 'reviewer');
    expect(kept.map((m) => [m.from, m.until])).toEqual([
      ['2024-01-15', '2024-01-20'],
      ['2024-02-01', null],
    ]);
  });

  it('keep their own last role of managing the unit: somebody else ends it', async () => {
    const own = await t.person('lastadmin', 'unitAdmin', 'cyz');
    const role = { agency: 'cyz', person: own.id, role: 'unitAdmin', from: '2024-01-01', until: null } as const;
    const refused = await t.app.accounts.endMembership(own, role, '2024-01-20');
    expect(refused).toMatchObject({ refused: expect.stringContaining('不能由自己终止') });
    expect((await t.app.stores.people.membershipsOf(own.id)).map((m) => m.until)).toEqual([null]);
    const both: typeof own = { ...own, roles: [...own.roles, { role: 'countySupervisor', agency: 'county', reaches: new Set(['cyz']) }] };
    expect(await t.app.accounts.endMembership(both, role, '2024-01-20')).toBeNull();
    const next = await t.person('nextadmin', 'unitAdmin', 'cyz');
    const theirs = { ...role, person: next.id };
    expect(await t.app.accounts.endMembership(own, theirs, '2024-01-20')).toBeNull();
  });

  it('whose password is reset are signed out everywhere, an event says by whom, and the new password is changed at the next sign-in', async () => {
    const admin = await t.person('resetting', 'unitAdmin', 'cyz');
    const person = await t.person('forgetful', 'clerk', 'cyz');
    const sign = async (password: string) => {
      const session = await t.app.signIn.signIn('forgetful', password);
      if (isRefusal(session)) throw new Error(session.refused);
      return session;
    };
    const before = [await sign(PASSWORD), await sign(PASSWORD)];
    expect(await t.app.accounts.resetPassword(admin, person.id, 'Chong-She-2024')).toBeNull();
    for (const session of before) expect(await t.app.signIn.session(session.token)).toBeNull();
    expect(isRefusal(await t.app.signIn.signIn('forgetful', PASSWORD))).toBe(true);
    const after = await sign('Chong-She-2024');
    expect(after.person.mustChange).toBe(true);
    expect(await t.app.accounts.changePassword(after.person, 'Chong-She-2024', 'Ziji-De-2024')).toBeNull();
    expect((await sign('Ziji-De-2024')).person.mustChange).toBe(false);
    const events = await onServer(t.url, async (db) => {
      const { rows } = await sql<{ actor: string; payload: string }>`
        select actor, payload::text as payload from events where kind = 'passwordReset' and record = ${person.id}`.execute(db);
      return rows;
    });
    expect(await t.app.accounts.resetPassword(admin, admin.id, 'Ziji-Chongshe-1')).toMatchObject({
      refused: expect.stringContaining('修改密码'),
    });
    // The person's own change is no reset.
    expect(events).toEqual([{ actor: admin.id, payload: 'null' }]);
  });

  it('of another office are not taken in by naming their ids: their own administrator stays theirs', async () => {
    const [own, other] = [await t.person('ownadmin', 'unitAdmin', 'sfz'), await t.person('greedy', 'unitAdmin', 'cyz')];
    const county = await t.person('movinghead', 'countySupervisor', 'county');
    const person = await t.person('wanted', 'reviewer', 'sfz');
    const role = { agency: 'cyz', person: person.id, role: 'clerk', from: '2024-01-15', until: null } as const;
    const nobody = { ...role, person: '00000000-0000-4000-8000-000000000000' };
    expect(await t.app.accounts.grant(other, role)).toEqual(await t.app.accounts.grant(other, nobody));
    expect(await t.app.accounts.resetPassword(own, person.id, 'Chong-She-2024')).toBeNull();
    // Who is over both moves people between them.
    expect(await t.app.accounts.grant(county, role)).toBeNull();
  });

  it(`whose old password is guessed at a browser left open are locked after ${LOCK_AFTER} tries, as at sign-in`, async () => {
    await t.person('leftopen', 'clerk', 'cyz');
    const session = await t.app.signIn.signIn('leftopen', PASSWORD);
    if (isRefusal(session)) throw new Error(session.refused);
    const change = (old: string) => t.app.accounts.changePassword(session.person, old, 'Bieren-De-2024');
    for (let i = 0; i < LOCK_AFTER; i++) expect(await change(`guess ${i}`)).toMatchObject({ refused: '原密码不对。' });
    expect(await change(PASSWORD)).toMatchObject({ refused: expect.stringContaining('锁定') });
    expect(isRefusal(await t.app.signIn.signIn('leftopen', PASSWORD))).toBe(true);
    at(30 * 60_000);
    expect(await change(PASSWORD)).toBeNull();
    at(0);
  });

  it('can’t be administered by a clerk', async () => {
    const clerk = await t.person('plainclerk', 'clerk', 'cyz');
    const other = await t.person('victim', 'clerk', 'cyz');
    expect(isForbidden(await t.app.accounts.resetPassword(clerk, other.id, 'Xin-mima-2'))).toBe(true);
    expect(isForbidden(await t.app.accounts.disable(clerk, other.id, true))).toBe(true);
    expect(isForbidden(await t.app.accounts.members(clerk, 'cyz'))).toBe(true);
  });
});

describe('the very first start', () => {
  const office = (code: string) => ({
    code,
    agency: { code: 'first', name: '示例镇人民政府', shortName: '示例镇', level: 'township' as const },
    account: 'first-admin',
    name: '首位示例',
    password: 'Diyici-2024',
  });

  it('stays open to whoever has the code, however often others guess and however often its holder mistypes the rest', async () => {
    const fresh = await openTestApplication();
    const code = await fresh.app.firstRun.newCode();
    for (let i = 0; i < 30; i++) {
      expect(await fresh.app.firstRun.claim(office('AAAA-BBBB-CCCC'))).toMatchObject({ refused: expect.stringContaining('代码不对') });
      expect(await fresh.app.firstRun.claim({ ...office(code), password: 'short' })).toMatchObject({
        refused: expect.stringContaining('8'),
      });
    }
    expect(isRefusal(await fresh.app.firstRun.claim(office(code)))).toBe(false);
    await fresh.close();
  });

  it('makes the first office and its administrator once, with the code of the console only', async () => {
    const fresh = await openTestApplication();
    const { firstRun, signIn } = fresh.app;
    expect(await firstRun.needed()).toBe(true);
    const old = await firstRun.newCode();
    const code = await firstRun.newCode();
    expect(isRefusal(await firstRun.claim(office('AAAA-BBBB-CCCC')))).toBe(true);
    expect(isRefusal(await firstRun.claim(office(old)))).toBe(true);
    const late = { ...office(code), account: 'second', agency: { ...office(code).agency, name: '别的镇人民政府' } };
    const results = await Promise.all([firstRun.claim(office(code.toLowerCase())), firstRun.claim(late)]);
    expect(results.filter((r) => !isRefusal(r))).toHaveLength(1);
    expect([await firstRun.needed(), isRefusal(await firstRun.claim(office(code)))]).toEqual([false, true]);
    const made = isRefusal(results[1]) ? office(code) : late;
    expect(await fresh.app.stores.agencies.all()).toMatchObject([{ code: 'first', name: made.agency.name }]);
    const winner = results.find((r) => !isRefusal(r));
    expect(isRefusal(await signIn.signIn(winner && 'account' in winner ? winner.account : '', 'Diyici-2024'))).toBe(false);
    await fresh.close();
  });
});
