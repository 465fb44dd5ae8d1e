import { sql } from 'kysely';
import type { Fact } from '#domain/facts/fact.ts';
import type { RegisterKey } from '#domain/registers/index.ts';
import type { Db, Tx } from '../database.ts';
import { type FactRow, type NetFact, netKey } from './diff.ts';

const BATCH = 1000;

/** Appends facts. */
export async function insertFacts(tx: Tx, rows: readonly FactRow[]): Promise<void> {
  for (let i = 0; i < rows.length; i += BATCH) {
    const values = rows.slice(i, i + BATCH).map(
      (f) => sql`(${f.agency}, ${f.kind}, ${f.place}::jsonb, ${f.place}, ${f.happenedOn}, ${f.quantity}, ${f.register}, ${f.unit},
          ${f.record}, ${f.version}, ${f.recordedAt}, ${f.reverses ?? null})`,
    );
    await sql`
      insert into facts (agency, kind, dimensions, place, happened_on, quantity, register, unit, record, version, recorded_at, reverses)
      values ${sql.join(values)}`.execute(tx);
  }
}

/** Which record a fact is of. */
export function recordKey(f: { unit: string; register: string; record: string }): string {
  return `${f.unit}\n${f.register}\n${f.record}`;
}

interface NetRow {
  unit: string;
  register: RegisterKey;
  record: string;
  agency: string;
  kind: Fact['kind'];
  place: string;
  happened_on: string;
  quantity: number;
  version: number;
  recorded_at: Date;
}

/** What is counted at the moment, by record. `records` null: every record of the units' register. */
export async function netFacts(
  db: Db,
  units: readonly string[],
  register: RegisterKey,
  records: readonly string[] | null,
): Promise<Map<string, Map<string, NetFact>>> {
  const some = records ? sql`and record = any(${[...records]})` : sql``;
  const { rows } = await sql<NetRow>`
    select unit, register, record, agency, kind, place, happened_on, sum(quantity)::bigint as quantity,
           max(version) filter (where reverses is null) as version, max(recorded_at) as recorded_at
    from facts where unit = any(${[...units]}) and register = ${register} ${some}
    group by unit, register, record, agency, kind, place, happened_on
    having sum(quantity) <> 0`.execute(db);
  const net = new Map<string, Map<string, NetFact>>();
  for (const row of rows) {
    const fact: NetFact = {
      agency: row.agency,
      kind: row.kind,
      place: row.place,
      happenedOn: row.happened_on,
      quantity: row.quantity,
      version: row.version,
      recordedAt: row.recorded_at,
    };
    const of = net.get(recordKey(row)) ?? new Map<string, NetFact>();
    net.set(recordKey(row), of.set(netKey(fact), fact));
  }
  return net;
}
