import { sql } from 'kysely';
import { CHAIN_START, type ChainEvent, canonical, chainHash } from '#domain/events/chain.ts';
import type { ChainReport, EventLog } from '#domain/events/ports.ts';
import type { Actor } from '#domain/people/actor.ts';
import type { Db, Tx } from '../database.ts';

/** An event about to be written. */
export interface NewEvent {
  readonly register: string;
  readonly record: string;
  readonly version: number;
  readonly kind: string;
  readonly reason: string;
  readonly payload: unknown;
  readonly personKey?: string | null;
}

/** The end of one agency's chain, locked for this transaction. Every change of an agency begins by taking it. */
export interface ChainEnd {
  readonly agency: string;
  append(events: readonly NewEvent[], by: Actor, at: Date): Promise<void>;
}

const BATCH = 500;

/**
 * Locks the ends of the agencies' chains, in one order whoever asks, so that two saves never wait for each other in a ring.
 */
export async function lockChains(tx: Tx, agencies: readonly string[]): Promise<ReadonlyMap<string, ChainEnd>> {
  const wanted = [...new Set(agencies)].sort();
  await sql`
    insert into chains (agency, seq, hash) select a, 0, ${CHAIN_START} from unnest(${wanted}::text[]) a order by a
    on conflict do nothing`.execute(tx);
  const { rows } = await sql<{ agency: string; seq: number; hash: Buffer }>`
    select agency, seq, hash from chains where agency = any(${wanted}) order by agency for update`.execute(tx);
  return new Map(rows.map((row) => [row.agency, chainEnd(tx, row)]));
}

function chainEnd(tx: Tx, end: { agency: string; seq: number; hash: Buffer }): ChainEnd {
  return {
    agency: end.agency,
    async append(events, by, at) {
      const written = events.map((e): ChainEvent & { previous: Buffer; hash: Buffer } => {
        const event: ChainEvent = {
          agency: end.agency,
          seq: end.seq + 1,
          at: at.toISOString(),
          actor: by.id,
          actorName: by.name,
          register: e.register,
          record: e.record,
          version: e.version,
          kind: e.kind,
          reason: e.reason,
          payload: canonical(e.payload),
          personKey: e.personKey ?? null,
        };
        const previous = end.hash;
        end.seq = event.seq;
        end.hash = chainHash(previous, event);
        return { ...event, previous, hash: end.hash };
      });
      for (let i = 0; i < written.length; i += BATCH) await insertEvents(tx, written.slice(i, i + BATCH));
      await sql`update chains set seq = ${end.seq}, hash = ${end.hash} where agency = ${end.agency}`.execute(tx);
    },
  };
}

async function insertEvents(tx: Tx, events: readonly (ChainEvent & { previous: Buffer; hash: Buffer })[]): Promise<void> {
  const rows = events.map(
    (e) => sql`(${e.agency}, ${e.seq}, ${e.at}, ${e.actor}, ${e.actorName}, ${e.register}, ${e.record}, ${e.version}, ${e.kind},
      ${e.reason}, ${e.payload}, ${e.personKey}, ${e.previous}, ${e.hash})`,
  );
  await sql`
    insert into events (agency, seq, at, actor, actor_name, register, record, version, kind, reason, payload, person_key, previous, hash)
    values ${sql.join(rows)}`.execute(tx);
}

/** Appends events to one agency's chain: for changes that are no record's. */
export async function noteEvents(tx: Tx, agency: string, events: readonly NewEvent[], by: Actor, at: Date): Promise<void> {
  await (await lockChains(tx, [agency])).get(agency)?.append(events, by, at);
}

/** A stored event as it comes from the table. */
export interface EventRow {
  agency: string;
  seq: number;
  at: Date;
  actor: string;
  actor_name: string;
  register: string;
  record: string;
  version: number;
  kind: string;
  reason: string;
  payload: string;
  person_key: string | null;
  previous: Buffer;
  hash: Buffer;
}

function eventOf(row: EventRow): ChainEvent {
  return {
    agency: row.agency,
    seq: row.seq,
    at: row.at.toISOString(),
    actor: row.actor,
    actorName: row.actor_name,
    register: row.register,
    record: row.record,
    version: row.version,
    kind: row.kind,
    reason: row.reason,
    payload: row.payload,
    personKey: row.person_key,
  };
}

/** The history's store. */
export function eventLog(db: Db): EventLog {
  return {
    async agencies() {
      // Also those whose chain lost its end: their events are still there.
      const { rows } = await sql<{ agency: string }>`
        select agency from chains union select distinct agency from events order by agency`.execute(db);
      return rows.map((r) => r.agency);
    },
    // One picture of events and end: somebody may save meanwhile.
    verify: (agency) =>
      db.isTransaction
        ? verify(db, agency)
        : db
            .transaction()
            .setIsolationLevel('repeatable read')
            .execute((tx) => verify(tx, agency)),
  };
}

const PAGE = 2000;

async function verify(db: Db, agency: string): Promise<ChainReport> {
  let previous = CHAIN_START;
  let seq = 0;
  const broken = (at: number, why: string): ChainReport => ({ agency, events: seq, intact: false, broken: { seq: at, why } });
  for (;;) {
    const { rows } = await sql<EventRow>`
      select * from events where agency = ${agency} and seq > ${seq} order by seq limit ${PAGE}`.execute(db);
    for (const row of rows) {
      if (row.seq !== seq + 1) return broken(seq + 1, '缺少这一条记录');
      if (!row.previous.equals(previous)) return broken(row.seq, '与上一条记录不相连');
      if (!chainHash(previous, eventOf(row)).equals(row.hash)) return broken(row.seq, '内容被改动过');
      previous = row.hash;
      seq = row.seq;
    }
    if (rows.length < PAGE) break;
  }
  const { rows } = await sql<{ seq: number; hash: Buffer }>`select seq, hash from chains where agency = ${agency}`.execute(db);
  const end = rows[0] ?? { seq: 0, hash: CHAIN_START };
  if (end.seq !== seq || !end.hash.equals(previous)) return broken(seq + 1, '末尾的记录被删去');
  return { agency, events: seq, intact: true, broken: null };
}
