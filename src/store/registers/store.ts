import { sql } from 'kysely';
import { REGISTERS, type RegisterKey, registerOf } from '#domain/registers/index.ts';
import type { RecordChange, RegisterStore } from '#domain/registers/ports.ts';
import type { Database, Db } from '../database.ts';
import { type EventRow, lockChains, noteEvents } from '../events/log.ts';
import { destroyKeys, openKeys } from '../sealing/persons.ts';
import type { Secret } from '../sealing/secret.ts';
import { snake } from './columns.ts';
import { listRecords, rowsOf } from './list.ts';
import { openState, type RecordPayload } from './payload.ts';
import { toRecords } from './rows.ts';
import { saveDrafts } from './save.ts';

async function history(db: Db, secret: Secret, register: RegisterKey, agency: string, number: string): Promise<RecordChange[]> {
  const { rows } = await sql<EventRow>`
    select * from events where agency = ${agency} and register = ${register} and record = ${number} order by seq`.execute(db);
  const keys = await openKeys(
    db,
    secret,
    agency,
    rows.map((r) => r.person_key).filter((k) => k !== null),
  );
  let last: RecordChange['after'] = null;
  return rows.map((row) => {
    const payload = JSON.parse(row.payload) as RecordPayload | null;
    const before = last;
    if (payload?.after) last = openState(register, payload.after, keys);
    return {
      version: row.version,
      at: row.at.toISOString(),
      by: { id: row.actor, name: row.actor_name },
      kind: row.kind as RecordChange['kind'],
      reason: row.reason,
      before,
      after: last,
    };
  });
}

async function countIn(db: Db, agencies: readonly string[], from: string, to: string): Promise<Map<RegisterKey, number>> {
  const parts = REGISTERS.map((r) => {
    const month = r.fields.find((f) => f.key === r.dateField)?.kind === 'month';
    const column = r.dateField === r.numberField ? 'number' : snake(r.dateField);
    const span = month ? sql`between ${from.slice(0, 7)} and ${to.slice(0, 7)}` : sql`between ${from}::date and ${to}::date`;
    return sql`select ${r.key}::text as register, count(*) as n from ${sql.table(snake(r.key))}
      where agency = any(${[...agencies]}) and void_on is null and ${sql.ref(column)} ${span}`;
  });
  const { rows } = await sql<{ register: RegisterKey; n: number }>`${sql.join(parts, sql` union all `)}`.execute(db);
  return new Map(rows.map((r) => [r.register, r.n]));
}

/**
 * The person's own key and the keys of the same records' earlier versions (an identity corrected later), as far as no
 * other record still needs them.
 */
async function keysOfPerson(db: Db, agency: string, personKey: string): Promise<string[]> {
  const { rows } = await sql<{ person_key: string }>`
    select distinct e.person_key from events e
    join (select distinct register, record from events where agency = ${agency} and person_key = ${personKey}) own
      on e.register = own.register and e.record = own.record
    where e.agency = ${agency} and e.person_key is not null`.execute(db);
  const others = rows.map((r) => r.person_key).filter((k) => k !== personKey);
  const needed = new Set<string>();
  for (const register of REGISTERS.filter((r) => r.fields.some((f) => f.personal))) {
    const found = await sql<{ person_key: string }>`
      select distinct person_key from ${sql.table(snake(register.key))}
      where agency = ${agency} and person_key = any(${others})`.execute(db);
    for (const r of found.rows) needed.add(r.person_key);
  }
  return [personKey, ...others.filter((k) => !needed.has(k))];
}

/** The registers in PostgreSQL. */
export function registerStore(database: Database, secret: Secret, now: () => Date): RegisterStore {
  const { db } = database;
  return {
    list: (query) => listRecords(db, secret, query),
    async get(register, agency, number) {
      const rows = await rowsOf(db, register, agency, [number]);
      return (await toRecords(db, register, rows, secret))[0]?.record ?? null;
    },
    history: (register, agency, number) => history(db, secret, register, agency, number),
    countIn: (agencies, from, to) => countIn(db, agencies, from, to),
    saveMany: (drafts, by, reason) => {
      for (const d of drafts) registerOf(d.register);
      return database.write((tx) => saveDrafts(tx, drafts, { secret, by, reason, at: now() }));
    },
    noteReveal: (register, agency, number, by, reason) =>
      database.write(async (tx) => {
        const row = (await rowsOf(tx, register, agency, [number]))[0];
        if (!row) return;
        const event = {
          register,
          record: number,
          version: row.version,
          kind: 'revealed',
          reason,
          payload: null,
          personKey: row.person_key,
        };
        await noteEvents(tx, agency, [event], by, now());
      }),
    erasePerson: (agency, personKey, by, reason) =>
      database.write(async (tx) => {
        const at = now();
        const chain = (await lockChains(tx, [agency])).get(agency);
        const keys = await destroyKeys(tx, agency, await keysOfPerson(tx, agency, personKey), by.name, at);
        const event = { register: 'people', record: personKey, version: 0, kind: 'erased', reason, payload: { keys } };
        await chain?.append([event], by, at);
        return { keys };
      }),
  };
}
