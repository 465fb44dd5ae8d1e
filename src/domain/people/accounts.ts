import { randomUUID } from 'node:crypto';
import { type Day, parseDay } from '#lib/day.ts';
import { isRefusal, type Refusal, refuse } from '#lib/result.ts';
import { supervises } from '../agencies/places.ts';
import type { AgencyChange, AgencyStore } from '../agencies/ports.ts';
import { agencyTree } from '../agencies/tree.ts';
import { hashPassword, isPassword, oneTimePassword, weakPassword } from './passwords.ts';
import { actorOf, type Forbidden, forbid, may, type Viewer } from './policy.ts';
import type { Membership, PeopleStore, Person } from './ports.ts';
import { isRole, type Role } from './roles.ts';
import { isLocked, LOCK_AFTER, LOCK_MS } from './signIn.ts';
import { reach, viewerOf } from './viewers.ts';

/** A new account as an administrator enters it. */
export interface NewPerson {
  readonly account: string;
  readonly name: string;
  readonly password: string;
  readonly memberships: readonly { readonly agency: string; readonly role: string; readonly from: string; readonly until: string | null }[];
}

/** Accounts and their roles. */
export interface Accounts {
  viewer(person: Person): Promise<Viewer>;
  members(viewer: Viewer, agency: string): Promise<readonly { person: Person; membership: Membership }[] | Refusal>;
  add(viewer: Viewer, person: NewPerson): Promise<Person | Refusal>;
  changePassword(person: Person, old: string, password: string): Promise<Refusal | null>;
  /** The administrator sets a password that must be changed at the next sign-in. */
  resetPassword(viewer: Viewer, person: string, password: string): Promise<Refusal | null>;
  grant(viewer: Viewer, membership: Membership): Promise<Refusal | null>;
  endMembership(viewer: Viewer, membership: Membership, until: string): Promise<Refusal | null>;
  disable(viewer: Viewer, person: string, disabled: boolean): Promise<Refusal | null>;
}

const ACCOUNT = /^[a-zA-Z0-9][a-zA-Z0-9._-]{1,40}$/;
/** Roles only somebody above the unit gives. */
const GIVEN_FROM_ABOVE: readonly Role[] = ['countySupervisor', 'auditor'];

/** Null when account and name can be used. */
export function wrongAccount(account: string, name: string): Refusal | null {
  if (!ACCOUNT.test(account)) return refuse('账号须为 2 至 41 位字母、数字、点、横线或下划线，以字母或数字开头。');
  if (name.trim() === '' || name.length > 50) return refuse('请填写姓名（不超过 50 字）。');
  return null;
}

const accountTaken = (account: string): Refusal => refuse(`账号“${account}”已经有人使用，请换一个。`);

export interface AccountPorts {
  readonly people: PeopleStore;
  readonly agencies: AgencyStore;
  readonly today: () => Day;
  readonly now: () => Date;
}

function membershipOf(person: string, m: NewPerson['memberships'][number]): Membership | Refusal {
  if (!isRole(m.role)) return refuse(`没有“${m.role}”这个角色。`);
  if (!parseDay(m.from) || (m.until !== null && !parseDay(m.until))) return refuse('任职起止日期须写成“年-月-日”，如 2026-01-01。');
  if (m.until !== null && m.until < m.from) return refuse('任职止日早于起日，请核对。');
  return { agency: m.agency, person, role: m.role, from: m.from, until: m.until };
}

/** `tops`: the organs with nobody above them that organs stand below; their own administrators give what comes from above. */
function mayGrant(viewer: Viewer, m: { agency: string; role: string }, tops: ReadonlySet<string>): Forbidden | null {
  const refused = forbid(viewer, 'managePeople', m);
  if (refused) return refused;
  const fromAbove = GIVEN_FROM_ABOVE.some((r) => r === m.role);
  const isAbove = viewer.roles.some(
    (r) =>
      (r.role === 'countySupervisor' && r.reaches.has(m.agency)) || (r.role === 'unitAdmin' && r.agency === m.agency && tops.has(m.agency)),
  );
  if (!fromAbove || isAbove) return null;
  return { ...refuse('县级监督、审计角色只能由县级监督授予。'), forbidden: true, advice: '请联系县级监督。' };
}

/** True where a person could manage the people of an agency without one of the roles held in it. */
function stillManages({ roles, ...viewer }: Viewer, { agency, role }: Membership): boolean {
  const others = roles.filter((r) => r.role !== role || r.agency !== agency);
  return may({ ...viewer, roles: others }, 'managePeople', { agency });
}

/** The first supervisor of a county just added, with the password to tell once: asks no role, the one who adds the county has been asked. */
export async function firstSupervisor(
  { account, name, agency }: { readonly account: string; readonly name: string; readonly agency: string },
  from: Day,
): Promise<{ account: Required<AgencyChange>['account']; password: string } | Refusal> {
  const wrong = wrongAccount(account, name);
  if (wrong) return wrong;
  const person: Person = { id: randomUUID(), account, name: name.trim(), mustChange: true, disabled: false };
  const password = oneTimePassword();
  const memberships = [{ agency, person: person.id, role: 'countySupervisor', from, until: null } as const];
  return { account: { person, password: await hashPassword(password), memberships, orElse: accountTaken(account) }, password };
}

/** Accounts over the people's store. */
export function accountsOver({ people, agencies, today, now }: AccountPorts): Accounts {
  const viewer = async (person: Person): Promise<Viewer> =>
    viewerOf(person, await people.membershipsOf(person.id), agencyTree(await agencies.all()), today());
  const tops = async (): Promise<ReadonlySet<string>> => {
    const tree = agencyTree(await agencies.all());
    return new Set(
      tree.codes.filter((code) => {
        const state = tree.stateOf(code, today());
        return state?.parent === null && supervises(state.level);
      }),
    );
  };
  /** Null when every agency the person serves is one the viewer administers. */
  const over = async (by: Viewer, person: string): Promise<Refusal | null> => {
    const memberships = await people.membershipsOf(person);
    if (memberships.length === 0)
      return by.roles.some((r) => r.role === 'countySupervisor') ? null : forbid(by, 'managePeople', { agency: '' });
    const above = await tops();
    return memberships.map((m) => mayGrant(by, m, above)).find((r) => r !== null) ?? null;
  };
  return {
    viewer,
    async members(by, agency) {
      const refused = forbid(by, 'managePeople', { agency });
      if (refused) return refused;
      const units = by.roles.flatMap((r) => [...r.reaches]);
      const tree = agencyTree(await agencies.all());
      const around = reach(tree, agency, 'unitAdmin', today());
      return people.membersOf([...new Set(units.filter((u) => around.has(u)))]);
    },
    async add(by, given) {
      const id = randomUUID();
      const memberships: Membership[] = [];
      const above = await tops();
      for (const m of given.memberships) {
        const membership = membershipOf(id, m);
        const refused = isRefusal(membership) ? membership : mayGrant(by, membership, above);
        if (refused) return refused;
        if (!isRefusal(membership)) memberships.push(membership);
      }
      if (memberships.length === 0) return refuse('请至少选择一个单位和角色。');
      const wrong = wrongAccount(given.account, given.name) ?? weakPassword(given.password, given.account);
      if (wrong) return wrong;
      const person: Person = { id, account: given.account, name: given.name.trim(), mustChange: true, disabled: false };
      const added = await people.add(person, await hashPassword(given.password), memberships, actorOf(by));
      return added ? person : accountTaken(given.account);
    },
    async changePassword(person, old, password) {
      const found = await people.credential(person.account);
      if (!found?.password) return refuse('原密码不对。');
      if (isLocked(found, now())) return refuse('原密码连续输错，账号已锁定半小时；请半小时后再试，或请单位管理员重设密码。');
      if (!(await isPassword(old, found.password))) {
        // Who sits down at a browser left open guesses no more often than at sign-in.
        await people.noteFailure(person.id, LOCK_AFTER, new Date(now().getTime() + LOCK_MS));
        return refuse('原密码不对。');
      }
      const weak = weakPassword(password, person.account) ?? (old === password ? refuse('新密码不能与原密码相同。') : null);
      if (weak) return weak;
      await people.setPassword(person.id, await hashPassword(password), false);
      return null;
    },
    async resetPassword(by, person, password) {
      const found = await people.byId(person);
      const refused = await over(by, person);
      if (refused) return refused;
      // The new password would be told on a screen that the end of the session takes away.
      if (person === by.id) return refuse('自己的密码不在这里重设，请用“修改密码”。');
      if (!found) return refuse('没有这个人员。');
      const weak = weakPassword(password, found.account);
      if (weak) return weak;
      await people.setPassword(person, await hashPassword(password), true, actorOf(by));
      return null;
    },
    async grant(by, membership) {
      const checked = membershipOf(membership.person, membership);
      const refused = isRefusal(checked) ? checked : mayGrant(by, membership, await tops());
      if (refused) return refused;
      const held = await people.membershipsOf(membership.person);
      // Nobody takes in the people of an office that is not his: its own administrator could not reset or disable them any more.
      const known = held.length === 0 || held.some((m) => forbid(by, 'managePeople', m) === null);
      if (!known || !(await people.byId(membership.person))) return refuse('没有这个人员。');
      if (held.some((m) => m.agency === membership.agency && m.role === membership.role && m.until === null))
        return refuse('这个人在这个单位已经有这项权限。');
      await people.grant(membership, actorOf(by));
      return null;
    },
    async endMembership(by, membership, until) {
      const refused = mayGrant(by, membership, await tops()) ?? (parseDay(until) ? null : refuse('止日须写成“年-月-日”。'));
      if (refused) return refused;
      if (membership.person === by.id && !stillManages(by, membership))
        return refuse('这是您自己管理这个单位人员的最后一项权限，不能由自己终止。请由另一位单位管理员或者县级监督终止。');
      await people.endMembership(membership, until, actorOf(by));
      return null;
    },
    async disable(by, person, disabled) {
      const refused = await over(by, person);
      if (refused) return refused;
      if (person === by.id) return refuse('不能停用自己的账号。');
      if (!(await people.byId(person))) return refuse('没有这个人员。');
      await people.setDisabled(person, disabled, actorOf(by));
      return null;
    },
  };
}
