import { sql } from 'kysely';
import { WHOLE_SYSTEM } from '#domain/agencies/ports.ts';
import type { Actor } from '#domain/people/actor.ts';
import type { Membership, NewAccount, PeopleStore, Person } from '#domain/people/ports.ts';
import type { Role } from '#domain/people/roles.ts';
import type { Database, Db, Tx } from '../database.ts';
import { noteEvents } from '../events/log.ts';
import { sessionStore } from './sessions.ts';

interface PersonRow {
  id: string;
  account: string;
  name: string;
  password: string | null;
  failures: number;
  locked_until: Date | null;
  must_change: boolean;
  disabled_at: Date | null;
}

interface MembershipRow {
  agency: string;
  person: string;
  role: Role;
  valid_from: string;
  valid_until: string | null;
}

function personOf(r: PersonRow): Person {
  return { id: r.id, account: r.account, name: r.name, mustChange: r.must_change, disabled: r.disabled_at !== null };
}

function membershipOf(r: MembershipRow): Membership {
  return { agency: r.agency, person: r.person, role: r.role, from: r.valid_from, until: r.valid_until };
}

async function grant(tx: Tx, m: Membership, by: Actor, at: Date): Promise<void> {
  await sql`
    insert into memberships (agency, person, role, valid_from, valid_until, granted_by, granted_at)
    values (${m.agency}, ${m.person}, ${m.role}, ${m.from}, ${m.until}, ${by.name}, ${at})
    on conflict (agency, person, role, valid_from) do update set valid_until = excluded.valid_until`.execute(tx);
  await noteEvents(tx, m.agency, [event('memberships', m.person, 'granted', { role: m.role, from: m.from, until: m.until })], by, at);
}

function event(register: string, record: string, kind: string, payload: unknown) {
  return { register, record, version: 0, kind, reason: '', payload };
}

async function findByAccount(db: Db, account: string): Promise<PersonRow | null> {
  const { rows } = await sql<PersonRow>`select * from people where lower(account) = lower(${account})`.execute(db);
  return rows[0] ?? null;
}

/** Makes an account with its roles and their events. False: the account exists, or somebody was there first. */
export async function addPerson(
  tx: Tx,
  { person, password, memberships, onlyIfFirst = false }: NewAccount,
  by: Actor,
  at: Date,
): Promise<boolean> {
  // One at a time, so that of two first people only one is the first.
  if (onlyIfFirst) await sql`lock table people in exclusive mode`.execute(tx);
  const done = await sql`
    insert into people (id, account, name, password, must_change, disabled_at, created_at)
    select ${person.id}, ${person.account}, ${person.name}, ${password}, ${person.mustChange}, ${person.disabled ? at : null}::timestamptz, ${at}
    where ${!onlyIfFirst} or not exists (select 1 from people)
    on conflict do nothing`.execute(tx);
  if (Number(done.numAffectedRows ?? 0) === 0) return false;
  await noteEvents(tx, WHOLE_SYSTEM, [event('people', person.id, 'personAdded', { account: person.account })], by, at);
  for (const m of memberships) await grant(tx, m, by, at);
  return true;
}

/** People, their memberships and sessions. */
export function peopleStore(database: Database, now: () => Date): PeopleStore {
  const { db } = database;
  return {
    ...sessionStore(database),
    async count() {
      const { rows } = await sql<{ n: number }>`select count(*) as n from people`.execute(db);
      return rows[0]?.n ?? 0;
    },
    async byId(id) {
      const { rows } = await sql<PersonRow>`select * from people where id::text = ${id}`.execute(db);
      return rows[0] ? personOf(rows[0]) : null;
    },
    async credential(account) {
      const row = await findByAccount(db, account);
      return row && { person: personOf(row), password: row.password, failures: row.failures, lockedUntil: row.locked_until };
    },
    add: (person, password, memberships, by) => database.write((tx) => addPerson(tx, { person, password, memberships }, by, now())),
    setPassword: (person, password, mustChange, by) =>
      database.write(async (tx) => {
        await sql`
          update people set password = ${password}, must_change = ${mustChange}, failures = 0, locked_until = null where id = ${person}`.execute(
          tx,
        );
        await sql`delete from sessions where person = ${person}`.execute(tx);
        if (by) await noteEvents(tx, WHOLE_SYSTEM, [event('people', person, 'passwordReset', null)], by, now());
      }),
    async noteFailure(person, lockAfter, lockUntil) {
      await sql`
        update people set failures = case when failures + 1 >= ${lockAfter} then 0 else failures + 1 end,
          locked_until = case when failures + 1 >= ${lockAfter} then ${lockUntil}::timestamptz else locked_until end
        where id = ${person}`.execute(db);
    },
    async clearFailures(person) {
      await sql`update people set failures = 0, locked_until = null where id = ${person} and (failures > 0 or locked_until is not null)`.execute(
        db,
      );
    },
    setDisabled: (person, disabled, by) =>
      database.write(async (tx) => {
        const at = now();
        await sql`update people set disabled_at = ${disabled ? at : null}::timestamptz where id = ${person}`.execute(tx);
        if (disabled) await sql`delete from sessions where person = ${person}`.execute(tx);
        await noteEvents(tx, WHOLE_SYSTEM, [event('people', person, disabled ? 'personDisabled' : 'personEnabled', null)], by, at);
      }),
    async membershipsOf(person) {
      const { rows } =
        await sql<MembershipRow>`select * from memberships where person::text = ${person} order by agency, role, valid_from`.execute(db);
      return rows.map(membershipOf);
    },
    async membersOf(agencies) {
      const { rows } = await sql<MembershipRow & PersonRow>`
        select p.*, m.agency, m.person, m.role, m.valid_from, m.valid_until from memberships m join people p on p.id = m.person
        where m.agency = any(${[...agencies]}) order by p.account, m.agency, m.role, m.valid_from`.execute(db);
      return rows.map((r) => ({ person: personOf(r), membership: membershipOf(r) }));
    },
    grant: (m, by) => database.write((tx) => grant(tx, m, by, now())),
    endMembership: (m, until, by) =>
      database.write(async (tx) => {
        const at = now();
        await sql`
          update memberships set valid_until = ${until}
          where agency = ${m.agency} and person = ${m.person} and role = ${m.role} and valid_from = ${m.from}`.execute(tx);
        await noteEvents(tx, m.agency, [event('memberships', m.person, 'membershipEnded', { role: m.role, until })], by, at);
      }),
  };
}
