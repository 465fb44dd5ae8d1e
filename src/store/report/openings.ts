import { sql } from 'kysely';
import type { KeptOpening, OpeningStore } from '#domain/report/ports.ts';
import type { Database } from '../database.ts';
import { noteEvents } from '../events/log.ts';
import { endOfDay } from '../facts/count.ts';

interface Row {
  agency: string;
  year: number;
  tables: KeptOpening['tables'];
  evidence: Buffer | null;
  entered_by: string;
  entered_at: Date;
}

function openingOf(r: Row): KeptOpening {
  return {
    agency: r.agency,
    year: r.year,
    tables: r.tables,
    evidence: r.evidence?.toString('hex') ?? null,
    by: r.entered_by,
    at: r.entered_at.toISOString(),
  };
}

/** Opening figures in PostgreSQL: one printed report a year, the latest entry counts. */
export function openingStore(database: Database, now: () => Date): OpeningStore {
  const event = (kind: string, year: number, payload: unknown) => ({
    register: 'openings',
    record: String(year),
    version: 0,
    kind,
    reason: '',
    payload,
  });
  return {
    async of(agencies, asOf) {
      const known = asOf
        ? sql`entered_at < ${endOfDay(asOf)} and (withdrawn_at is null or withdrawn_at >= ${endOfDay(asOf)})`
        : sql`withdrawn_at is null`;
      const { rows } = await sql<Row>`
        select * from opening_figures where agency = any(${[...agencies]}) and ${known} order by agency, year`.execute(database.db);
      return rows.map(openingOf);
    },
    keep: (o, by) =>
      database.write(async (tx) => {
        const at = now();
        await sql`
          update opening_figures set withdrawn_at = ${at}
          where agency = ${o.agency} and year = ${o.year} and withdrawn_at is null`.execute(tx);
        await sql`
          insert into opening_figures (agency, year, tables, evidence, entered_by, entered_at)
          values (${o.agency}, ${o.year}, ${JSON.stringify(o.tables)}::jsonb, ${o.evidence ? Buffer.from(o.evidence, 'hex') : null}, ${by.name}, ${at})`.execute(
          tx,
        );
        await noteEvents(tx, o.agency, [event('openingKept', o.year, { after: { tables: o.tables, evidence: o.evidence } })], by, at);
      }),
    withdraw: (agency, year, by) =>
      database.write(async (tx) => {
        const at = now();
        await sql`
          update opening_figures set withdrawn_at = ${at}
          where agency = ${agency} and year = ${year} and withdrawn_at is null`.execute(tx);
        await noteEvents(tx, agency, [event('openingWithdrawn', year, null)], by, at);
      }),
  };
}
