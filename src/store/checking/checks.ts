import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { Waiver } from '#domain/checker/index.ts';
import type { CheckedStore, CheckHead, KeptCheck, NewCheck } from '#domain/checking/ports.ts';
import type { Reading } from '#domain/report/model.ts';
import type { Database } from '../database.ts';
import { noteEvents } from '../events/log.ts';
import { plainText, storable } from './storable.ts';

interface HeadRow {
  agency: string;
  id: string;
  file: string;
  sha256: Buffer;
  unit: string | null;
  year: number | null;
  level: KeptCheck['level'];
  unread: string | null;
  previous_file: string | null;
  previous_id: string | null;
  made_by: string;
  made_at: Date;
}

interface Row extends HeadRow {
  findings: KeptCheck['findings'];
  doubt_list: KeptCheck['doubts'];
  choices: KeptCheck['choices'];
}

interface NumberedRow extends HeadRow {
  errors: number;
  warnings: number;
  infos: number;
  doubts: number;
  version: number;
  before: string | null;
  latest: boolean;
}

/** A reading larger than this is not kept: no office's report comes near it. */
const LARGEST_READING = 4_000_000;

function headOf(r: HeadRow) {
  return {
    id: r.id,
    agency: r.agency,
    file: r.file,
    sha256: r.sha256.toString('hex'),
    unit: r.unit,
    year: r.year,
    level: r.level,
    unread: r.unread,
    previousFile: r.previous_file,
    previousId: r.previous_id,
    at: r.made_at.toISOString(),
    by: r.made_by,
  };
}

function checkOf(r: Row): KeptCheck {
  return { ...headOf(r), findings: r.findings, doubts: r.doubt_list, choices: r.choices };
}

function numbered(r: NumberedRow): CheckHead {
  const counts = { error: r.errors, warning: r.warnings, info: r.infos };
  return { ...headOf(r), counts, doubtful: r.doubts, version: r.version, before: r.before, latest: r.latest };
}

function event(kind: string, record: string, payload: unknown) {
  return { register: 'checks', record, version: 0, kind, reason: '', payload };
}

const HEAD = sql.raw('agency, id, seq, file, sha256, unit, year, level, unread, previous_file, previous_id, made_by, made_at');

function insertion(c: NewCheck, id: string, by: string, at: Date) {
  const count = (severity: string): number => c.findings.filter((f) => f.severity === severity).length;
  const text = c.reading && storable(c.reading);
  return sql<Row>`
    insert into checks (agency, id, file, sha256, unit, year, level, unread, findings, doubts, doubt_list, choices,
      reading, previous_file, previous_id, errors, warnings, infos, made_by, made_at)
    values (${c.agency}, ${id}, ${plainText(c.file)}, ${Buffer.from(c.sha256, 'hex')}, ${plainText(c.unit)}, ${c.year}, ${c.level},
      ${plainText(c.unread)}, ${storable(c.findings)}::jsonb, ${c.doubts.length}, ${storable(c.doubts)}::jsonb,
      ${storable(c.choices)}::jsonb, ${text && text.length <= LARGEST_READING ? text : null}::jsonb, ${plainText(c.previousFile)},
      ${c.previousId}, ${count('error')}, ${count('warning')}, ${count('info')}, ${by}, ${at})
    returning ${HEAD}, findings, doubt_list, choices`;
}

/** Checked files and waivers in PostgreSQL. */
export function checkedStore(database: Database, now: () => Date): CheckedStore {
  return {
    async heads(agencies, q) {
      const like = q.unit === undefined ? null : `%${plainText(q.unit)?.replace(/[\\%_]/g, '\\$&')}%`;
      const { rows } = await sql<NumberedRow>`
        with numbered as (
          select ${HEAD}, report, errors, warnings, infos, doubts,
            (row_number() over own)::int as version, lag(id) over own as before, lead(id) over own is null as latest
          from checks where agency = any(${agencies}::text[])
          window own as (partition by agency, report order by seq)
        )
        select * from numbered
        where (${like}::text is null or unit ilike ${like} or file ilike ${like})
          and (${q.year ?? null}::int is null or year = ${q.year ?? null})
          and (${q.latest ?? false} = false or latest)
          and (${q.reportOf ?? null}::uuid is null or (agency, report) in (select agency, report from checks where id = ${q.reportOf ?? null}))
          and (${q.sha256 ?? null}::text is null or sha256 = decode(${q.sha256 ?? null}, 'hex'))
        order by seq desc`.execute(database.db);
      return rows.map(numbered);
    },
    async get(agencies, ids) {
      const { rows } = await sql<Row>`
        select ${HEAD}, findings, doubt_list, choices from checks
        where agency = any(${agencies}::text[]) and id = any(${ids}::uuid[])`.execute(database.db);
      return rows.map(checkOf);
    },
    async reading(agency, id) {
      const { rows } = await sql<{ reading: Reading | null }>`
        select reading from checks where agency = ${agency} and id = ${id}`.execute(database.db);
      return rows[0]?.reading ?? null;
    },
    keep: (c, by) =>
      database.write(async (tx) => {
        const at = now();
        const id = randomUUID();
        const { rows } = await insertion(c, id, by.name, at).execute(tx);
        const said = { sha256: c.sha256, findings: c.findings.length, ...(c.choices.length > 0 && { choices: c.choices }) };
        await noteEvents(tx, c.agency, [event('checkKept', id, JSON.parse(storable(said)))], by, at);
        return checkOf(rows[0]!);
      }),
    async waivers(agencies) {
      const { rows } = await sql<{ agency: string; id: number; waiver: Waiver; until: string | null; made_at: Date }>`
        select agency, id, waiver, until, made_at from check_waivers
        where agency = any(${agencies}::text[]) and withdrawn_at is null order by id`.execute(database.db);
      return rows.map((r) => ({ id: r.id, agency: r.agency, waiver: r.waiver, until: r.until, at: r.made_at.toISOString() }));
    },
    waive: (agency, waiver, until, by) =>
      database.write(async (tx) => {
        const at = now();
        await sql`
          insert into check_waivers (agency, waiver, until, made_by, made_at)
          values (${agency}, ${storable(waiver)}::jsonb, ${until}, ${by.name}, ${at})`.execute(tx);
        await noteEvents(tx, agency, [event('checkWaived', waiver.rule, JSON.parse(storable({ ...waiver, until })))], by, at);
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
