import { sql } from 'kysely';
import type { ReportStore } from '#domain/report/ports.ts';
import { shanghaiDay } from '#lib/day.ts';
import type { Database, Tx } from '../database.ts';
import { noteEvents } from '../events/log.ts';

function event(year: number, kind: string, reason: string, payload: unknown) {
  return { register: 'reports', record: String(year), version: 0, kind, reason, payload };
}

async function withdraw(tx: Tx, table: 'overrides' | 'waivers', key: [string, number, string], at: Date): Promise<void> {
  const [agency, year, what] = key;
  const column = table === 'overrides' ? 'cell' : 'finding';
  await sql`
    update ${sql.table(table)} set withdrawn_at = ${at}
    where agency = ${agency} and year = ${year} and ${sql.ref(column)} = ${what} and withdrawn_at is null`.execute(tx);
}

/** Figures set against the count, and findings accepted; both with reason and name, both only ever withdrawn. */
export function overrideStore(
  database: Database,
  now: () => Date,
): Pick<ReportStore, 'overrides' | 'overrule' | 'waivers' | 'waive' | 'unwaive'> {
  const { db } = database;
  return {
    async overrides(agency, year) {
      const { rows } = await sql<{ cell: string; counted: number | null; value: number; reason: string; made_by: string; made_at: Date }>`
        select * from overrides where agency = ${agency} and year = ${year} and withdrawn_at is null order by id`.execute(db);
      return rows.map((r) => ({
        cell: r.cell,
        counted: r.counted,
        value: r.value,
        reason: r.reason,
        by: r.made_by,
        on: shanghaiDay(r.made_at.getTime()),
      }));
    },
    overrule: (agency, year, cell, o, by) =>
      database.write(async (tx) => {
        const at = now();
        await withdraw(tx, 'overrides', [agency, year, cell], at);
        if (o) {
          await sql`
            insert into overrides (agency, year, cell, counted, value, reason, made_by, made_at)
            values (${agency}, ${year}, ${cell}, ${o.counted}, ${o.value}, ${o.reason}, ${by.name}, ${at})`.execute(tx);
        }
        const kind = o ? 'overruled' : 'overruleWithdrawn';
        await noteEvents(tx, agency, [event(year, kind, o?.reason ?? '', { cell, after: o })], by, at);
      }),
    async waivers(agency, year) {
      const { rows } = await sql<{ finding: string; compared: string; reason: string; made_by: string; made_at: Date }>`
        select * from waivers where agency = ${agency} and year = ${year} and withdrawn_at is null order by id`.execute(db);
      return rows.map((r) => ({
        finding: r.finding,
        compared: r.compared,
        reason: r.reason,
        by: r.made_by,
        on: shanghaiDay(r.made_at.getTime()),
      }));
    },
    waive: (agency, year, w, by) =>
      database.write(async (tx) => {
        const at = now();
        await withdraw(tx, 'waivers', [agency, year, w.finding], at);
        await sql`
          insert into waivers (agency, year, finding, compared, reason, made_by, made_at)
          values (${agency}, ${year}, ${w.finding}, ${w.compared}, ${w.reason}, ${by.name}, ${at})`.execute(tx);
        await noteEvents(tx, agency, [event(year, 'waived', w.reason, { after: w })], by, at);
      }),
    unwaive: (agency, year, finding, by) =>
      database.write(async (tx) => {
        const at = now();
        await withdraw(tx, 'waivers', [agency, year, finding], at);
        await noteEvents(tx, agency, [event(year, 'waiverWithdrawn', '', { finding })], by, at);
      }),
  };
}
