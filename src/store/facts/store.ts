import { type RawBuilder, sql } from 'kysely';
import type { Fact, FactKind } from '#domain/facts/fact.ts';
import type { FactFilter, FactStore } from '#domain/facts/ports.ts';
import type { RegisterKey } from '#domain/registers/index.ts';
import type { Database, Db } from '../database.ts';
import { byMonth, countAll, known, recordCounts, recordLists, recordsOf } from './count.ts';
import { problemsUpTo } from './problems.ts';
import { rebuild } from './rebuild.ts';
import { reconcile } from './reconcile.ts';

interface FactRow {
  kind: FactKind;
  place: string;
  happened_on: string;
  quantity: number;
  register: RegisterKey;
  unit: string;
  record: string;
  version: number;
  recorded_at: Date;
}

function conditions(filter: FactFilter): RawBuilder<unknown> {
  const parts = [
    ...(filter.registers ? [sql`and register = any(${[...filter.registers]})`] : []),
    ...(filter.kinds ? [sql`and kind = any(${[...filter.kinds]})`] : []),
    ...(filter.from ? [sql`and happened_on >= ${filter.from}`] : []),
    ...(filter.to ? [sql`and happened_on <= ${filter.to}`] : []),
    ...(filter.records
      ? [
          sql`and (unit, record) in (select * from unnest(${filter.records.map((r) => r.unit)}::text[], ${filter.records.map((r) => r.number)}::text[]))`,
        ]
      : []),
  ];
  return parts.length === 0 ? sql`` : sql.join(parts, sql` `);
}

async function facts(db: Db, filter: FactFilter): Promise<Fact[]> {
  const { rows } = await sql<FactRow>`
    select kind, place, happened_on, sum(quantity)::bigint as quantity, register, unit, record,
           max(version) filter (where reverses is null) as version, max(recorded_at) as recorded_at
    from facts where agency = ${filter.agency} ${known(filter.asOf)} ${conditions(filter)}
    group by kind, place, happened_on, register, unit, record having sum(quantity) <> 0
    order by unit, register, record, happened_on, kind, place`.execute(db);
  return rows.map((r) => ({
    agency: filter.agency,
    kind: r.kind,
    dimensions: JSON.parse(r.place) as Fact['dimensions'],
    happenedOn: r.happened_on,
    quantity: r.quantity,
    register: r.register,
    unit: r.unit,
    record: r.record,
    version: r.version,
    recordedAt: r.recorded_at.toISOString(),
  }));
}

/** Facts in PostgreSQL; counting reads the replica where there is one. */
export function factStore(database: Database): FactStore {
  const { db, replica } = database;
  return {
    countAll: (predicates, scope) => countAll(replica, predicates, scope),
    recordsOf: (predicates, scope, page) => recordsOf(replica, predicates, scope, page),
    recordCounts: (predicates, scope) => recordCounts(replica, predicates, scope),
    recordLists: (predicates, scope, since) => recordLists(replica, predicates, scope, since),
    byMonth: (predicates, scope) => byMonth(replica, predicates, scope),
    facts: (filter) => facts(replica, filter),
    problems: (agency, to) => problemsUpTo(replica, agency, to),
    rebuild: (agency) => rebuild(database, agency),
    reconcile: (agency) => reconcile(db, agency),
  };
}
