import { sql } from 'kysely';
import type { ImportMappings, KeptMapping } from '#domain/imports/index.ts';
import type { FilterStore } from '#domain/people/ports.ts';
import type { Database } from '../database.ts';

/** Filters somebody saved. */
export function filterStore(database: Database): FilterStore {
  const { db } = database;
  return {
    async filters(agency, person, register) {
      const { rows } = await sql<{ name: string; filter: unknown }>`
        select name, filter from saved_filters
        where agency = ${agency} and person = ${person} and register = ${register} order by name`.execute(db);
      return rows;
    },
    saveFilter: (agency, person, register, name, filter) =>
      database.write(async (tx) => {
        if (filter === null) {
          await sql`
            delete from saved_filters
            where agency = ${agency} and person = ${person} and register = ${register} and name = ${name}`.execute(tx);
          return;
        }
        await sql`
          insert into saved_filters (agency, person, register, name, filter)
          values (${agency}, ${person}, ${register}, ${name}, ${JSON.stringify(filter)}::jsonb)
          on conflict (agency, person, register, name) do update set filter = excluded.filter`.execute(tx);
      }),
  };
}

/** How an office's own columns were mapped, so that the same sheet is not asked about twice. */
export function mappingStore(database: Database, now: () => Date): ImportMappings {
  return {
    async of(agency, register) {
      const { rows } = await sql<{ signature: string; columns: KeptMapping['columns'] }>`
        select headers as signature, mapping as columns from import_mappings
        where agency = ${agency} and register = ${register} order by kept_at desc`.execute(database.db);
      return rows.map((r) => ({ register, ...r }));
    },
    keep: (agency, mapping, by) =>
      database.write(async (tx) => {
        await sql`
          insert into import_mappings (agency, register, headers, mapping, kept_by, kept_at)
          values (${agency}, ${mapping.register}, ${mapping.signature}, ${JSON.stringify(mapping.columns)}::jsonb, ${by.name}, ${now()})
          on conflict (agency, register, headers) do update
            set mapping = excluded.mapping, kept_by = excluded.kept_by, kept_at = excluded.kept_at`.execute(tx);
      }),
  };
}
