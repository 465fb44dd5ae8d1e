import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { Waiver } from '#domain/checker/index.ts';
import type { CheckedStore, KeptCheck } from '#domain/checking/ports.ts';
import type { Database } from '../database.ts';
import { noteEvents } from '../events/log.ts';

interface Row {
  agency: string;
  id: string;
  file: string;
  sha256: Buffer;
  unit: string | null;
  year: number | null;
  findings: KeptCheck['findings'];
  doubts: number;
  previous_file: string | null;
  made_by: string;
  made_at: Date;
}

function checkOf(r: Row): KeptCheck {
  return {
    id: r.id,
    agency: r.agency,
    file: r.file,
    sha256: r.sha256.toString('hex'),
    unit: r.unit,
    year: r.year,
    findings: r.findings,
    doubts: r.doubts,
    previousFile: r.previous_file,
    at: r.made_at.toISOString(),
    by: r.made_by,
  };
}

/** Text that a PostgreSQL column can hold: it has no place for a zero character or half a pair. */
function storable<T>(value: T): string {
  return JSON.stringify(value, (_, v: unknown) => (typeof v === 'string' ? v.replaceAll('\u0000', '').toWellFormed() : v));
}

function plain(text: string | null): string | null {
  return text === null ? null : text.replaceAll('\u0000', '').toWellFormed();
}

/** Checked files and waivers in PostgreSQL. */
export function checkedStore(database: Database, now: () => Date): CheckedStore {
  const event = (kind: string, record: string, payload: unknown) => ({
    register: 'checks',
    record,
    version: 0,
    kind,
    reason: '',
    payload,
  });
  return {
    async list(agency, most) {
      const { rows } = await sql<Row>`select * from checks where agency = ${agency} order by seq desc limit ${most}`.execute(database.db);
      return rows.map(checkOf);
    },
    keep: (c, by) =>
      database.write(async (tx) => {
        const at = now();
        const id = randomUUID();
        const { rows } = await sql<Row>`
          insert into checks (agency, id, file, sha256, unit, year, findings, doubts, previous_file, made_by, made_at)
          values (${c.agency}, ${id}, ${plain(c.file)}, ${Buffer.from(c.sha256, 'hex')}, ${plain(c.unit)}, ${c.year},
            ${storable(c.findings)}::jsonb, ${c.doubts}, ${plain(c.previousFile)}, ${by.name}, ${at})
          returning *`.execute(tx);
        await noteEvents(tx, c.agency, [event('checkKept', id, { sha256: c.sha256, findings: c.findings.length })], by, at);
        return checkOf(rows[0]!);
      }),
    async waivers(agency) {
      const { rows } = await sql<{ id: number; waiver: Waiver; made_at: Date }>`
        select id, waiver, made_at from check_waivers where agency = ${agency} and withdrawn_at is null order by id`.execute(database.db);
      return rows.map((r) => ({ id: r.id, waiver: r.waiver, at: r.made_at.toISOString() }));
    },
    waive: (agency, waiver, by) =>
      database.write(async (tx) => {
        const at = now();
        await sql`
          insert into check_waivers (agency, waiver, made_by, made_at)
          values (${agency}, ${storable(waiver)}::jsonb, ${by.name}, ${at})`.execute(tx);
        await noteEvents(tx, agency, [event('checkWaived', waiver.rule, JSON.parse(storable(waiver)))], by, at);
      }),
    takeBack: (agency, id, by) =>
      database.write(async (tx) => {
        const at = now();
        const { numAffectedRows } = await sql`
          update check_waivers set withdrawn_at = ${at}
          where agency = ${agency} and id = ${id} and withdrawn_at is null`.execute(tx);
        if (!numAffectedRows) return false;
        await noteEvents(tx, agency, [event('checkWaiverWithdrawn', String(id), null)], by, at);
        return true;
      }),
  };
}
