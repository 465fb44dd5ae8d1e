import { z } from 'zod';
import { oneTimePassword } from '#domain/people/passwords.ts';
import type { Membership, Person } from '#domain/people/ports.ts';
import { ROLE_NAMES, type Role } from '#domain/people/roles.ts';
import { addDays, type Day, laterOf } from '#lib/day.ts';
import { isRefusal, refuse } from '#lib/result.ts';
import type { WebDeps } from '../deps.ts';
import type { PersonRow } from './consoleTypes.ts';
import type { Api } from './pipeline.ts';
import { agencyCode } from './query.ts';

const role = z.enum(Object.keys(ROLE_NAMES) as [Role, ...Role[]]);
const personId = z.uuid();

function rowsOf(members: readonly { person: Person; membership: Membership }[]): PersonRow[] {
  const byPerson = Map.groupBy(members, (m) => m.person.id);
  return [...byPerson.values()].map((list) => {
    const { id, name, account, disabled } = list[0]!.person;
    const memberships = list.map(({ membership: m }) => ({
      agency: m.agency,
      role: m.role,
      roleName: ROLE_NAMES[m.role],
      from: m.from,
      until: m.until,
    }));
    return { id, name, account, disabled, memberships };
  });
}

/** 人员与权限: who has which role in which agency, from when until when. */
export function registerPeople(api: Api, deps: WebDeps): void {
  api.route({
    method: 'GET',
    path: '/people',
    input: z.object({ agency: agencyCode }),
    may: ['managePeople', (i) => i.agency],
    act: async ({ input, viewer }) => {
      const members = await deps.accounts.members(viewer, input.agency);
      return isRefusal(members) ? members : rowsOf(members);
    },
  });

  api.route({
    method: 'POST',
    path: '/people',
    input: z.strictObject({
      agency: agencyCode,
      name: z.string().max(60),
      account: z.string().max(60),
      password: z.string().max(300),
      role,
    }),
    may: ['managePeople', (i) => i.agency],
    limit: 60,
    act: async ({ input, viewer }) => {
      const { agency, role: given, ...person } = input;
      const added = await deps.accounts.add(viewer, { ...person, memberships: [{ agency, role: given, from: deps.today(), until: null }] });
      return isRefusal(added) ? added : { id: added.id };
    },
  });

  api.route({
    method: 'POST',
    path: '/people/:person/password',
    input: z.strictObject({ person: personId, password: z.string().max(300).optional() }),
    // Over a person, not an agency: the service looks at every agency the person serves.
    may: null,
    limit: 30,
    act: async ({ input, viewer }) => {
      const password = input.password ?? oneTimePassword();
      const refused = await deps.accounts.resetPassword(viewer, input.person, password);
      // One that was made here is told this once; nobody can read it again.
      return refused ?? (input.password === undefined ? { password } : {});
    },
  });

  api.route({
    method: 'POST',
    path: '/people/:person/grant',
    input: z.strictObject({ person: personId, agency: agencyCode, role }),
    may: ['managePeople', (i) => i.agency],
    act: async ({ input, viewer }) => (await deps.accounts.grant(viewer, { ...input, from: deps.today(), until: null })) ?? {},
  });

  api.route({
    method: 'POST',
    path: '/people/:person/disable',
    input: z.strictObject({ person: personId, disabled: z.boolean() }),
    // Over a person, as above.
    may: null,
    act: async ({ input, viewer }) => (await deps.accounts.disable(viewer, input.person, input.disabled)) ?? {},
  });

  api.route({
    method: 'POST',
    path: '/people/:person/end',
    input: z.strictObject({ person: personId, agency: agencyCode, role }),
    may: ['managePeople', (i) => i.agency],
    act: async ({ input, viewer }) => {
      const members = await deps.accounts.members(viewer, input.agency);
      if (isRefusal(members)) return members;
      const own = members.filter((m) => m.person.id === input.person && m.membership.agency === input.agency);
      const held = own.find((m) => m.membership.role === input.role && m.membership.until === null);
      if (!held) return refuse('这个人现在没有这项权限，请刷新。');
      // A role that began today never held; else yesterday was its last day.
      const until = laterOf(held.membership.from as Day, addDays(deps.today(), -1));
      return (await deps.accounts.endMembership(viewer, held.membership, until)) ?? {};
    },
  });
}
