import { sql } from 'kysely';
import type { Actor } from '#domain/people/actor.ts';
import type { Declaration } from '#domain/registers/declaration.ts';
import type { RegisterKey } from '#domain/registers/register.ts';
import type { DeclarationStore } from '#domain/report/ports.ts';
import { addDays, day } from '#lib/day.ts';
import type { Database, Tx } from '../database.ts';
import { noteEvents } from '../events/log.ts';
import { endOfDay } from '../facts/count.ts';

interface Row {
  agency: string;
  id: number;
  register: RegisterKey;
  from_day: string;
  to_day: string;
  state: Declaration['state'];
  declared_by: string;
  declared_on: string;
}

function declarationOf(r: Row): Declaration {
  return { agency: r.agency, register: r.register, from: r.from_day, to: r.to_day, state: r.state, by: r.declared_by, on: r.declared_on };
}

async function insert(tx: Tx, d: Declaration, at: Date): Promise<void> {
  await sql`
    insert into declarations (agency, register, from_day, to_day, state, declared_by, declared_on, recorded_at)
    values (${d.agency}, ${d.register}, ${d.from}, ${d.to}, ${d.state}, ${d.by}, ${d.on}, ${at})`.execute(tx);
}

/** Takes the days out of what was declared before; the rest of those declarations stands on. */
async function clear(tx: Tx, agency: string, register: RegisterKey, from: string, to: string, at: Date): Promise<void> {
  const { rows } = await sql<Row>`
    update declarations set withdrawn_at = ${at}
    where agency = ${agency} and register = ${register} and withdrawn_at is null and from_day <= ${to} and to_day >= ${from}
    returning *`.execute(tx);
  for (const row of rows) {
    const old = declarationOf(row);
    if (old.from < from) await insert(tx, { ...old, to: addDays(day(from), -1) }, at);
    if (old.to > to) await insert(tx, { ...old, from: addDays(day(to), 1) }, at);
  }
}

function event(kind: string, d: Pick<Declaration, 'register' | 'from' | 'to'>, payload: unknown) {
  return { register: 'declarations', record: `${d.register}:${d.from}..${d.to}`, version: 0, kind, reason: '', payload };
}

/** Declarations in PostgreSQL; nothing is overwritten, so that what was declared on any day can be told. */
export function declarationStore(database: Database, now: () => Date): DeclarationStore {
  return {
    async of(agencies, asOf) {
      const known = asOf
        ? sql`recorded_at < ${endOfDay(asOf)} and (withdrawn_at is null or withdrawn_at >= ${endOfDay(asOf)})`
        : sql`withdrawn_at is null`;
      const { rows } = await sql<Row>`
        select * from declarations where agency = any(${[...agencies]}) and ${known} order by agency, register, from_day`.execute(
        database.db,
      );
      return rows.map(declarationOf);
    },
    declare: (d, by: Actor) =>
      database.write(async (tx) => {
        const at = now();
        await clear(tx, d.agency, d.register, d.from, d.to, at);
        await insert(tx, d, at);
        await noteEvents(tx, d.agency, [event('declared', d, { after: d })], by, at);
      }),
    withdraw: (agency, register, from, to, by) =>
      database.write(async (tx) => {
        const at = now();
        await clear(tx, agency, register, from, to, at);
        await noteEvents(tx, agency, [event('declarationWithdrawn', { register, from, to }, null)], by, at);
      }),
  };
}
