import { sql } from 'kysely';
import type { Approval, ReportDraft, ReportStore, ReportVersion } from '#domain/report/ports.ts';
import type { Database, Db } from '../database.ts';
import { noteEvents } from '../events/log.ts';
import { syncReport } from '../search/reports.ts';
import { overrideStore } from './overrides.ts';

interface VersionRow {
  agency: string;
  year: number;
  version: number;
  kind: ReportVersion['kind'];
  status: ReportVersion['status'];
  frozen: ReportVersion['frozen'];
  note: string;
  submitted_by: string;
  submitted_at: Date;
  published_at: Date | null;
  returned?: { note: string; by: string; at: string } | null;
}

function versionOf(r: VersionRow): ReportVersion {
  return {
    agency: r.agency,
    year: r.year,
    version: r.version,
    kind: r.kind,
    status: r.status,
    frozen: r.frozen,
    note: r.note,
    submittedBy: r.submitted_by,
    submittedAt: r.submitted_at.toISOString(),
    publishedAt: r.published_at?.toISOString() ?? null,
    ...(r.returned && { returned: r.returned }),
  };
}

function reportEvent(year: number, kind: string, reason: string, payload: unknown, version = 0) {
  return { register: 'reports', record: String(year), version, kind, reason, payload };
}

async function readDraft(db: Db, agency: string, year: number): Promise<ReportDraft> {
  const { rows } = await sql<{ version: number; sections: ReportDraft['sections']; saved_by: string; saved_at: Date }>`
    select version, sections, saved_by, saved_at from report_drafts where agency = ${agency} and year = ${year}`.execute(db);
  const row = rows[0];
  if (!row) return { version: 0, sections: [], savedBy: null, savedAt: null };
  return { version: row.version, sections: row.sections, savedBy: row.saved_by, savedAt: row.saved_at.toISOString() };
}

interface ApprovalRow {
  kind: Approval['kind'];
  compiled_hash: string;
  signed_by: string;
  signed_on: string;
  evidence: string | null;
  recorded_by: string;
}

/** Reports in PostgreSQL: versions are only added. */
export function reportStore(database: Database, now: () => Date): ReportStore {
  const { db } = database;
  return {
    ...overrideStore(database, now),
    async versions(agency, year) {
      const { rows } = await sql<VersionRow>`
        select r.*, case when r.status = 'returned' then (
          select json_build_object('note', e.reason, 'by', e.actor_name, 'at', e.at) from events e
          where e.agency = r.agency and e.register = 'reports' and e.record = r.year::text and e.version = r.version
            and e.kind = 'report:returned' order by e.seq desc limit 1) end as returned
        from reports r where agency = ${agency} and year = ${year} order by version`.execute(db);
      return rows.map(versionOf);
    },
    async latest(agencies, year) {
      const { rows } = await sql<VersionRow>`
        select distinct on (agency) * from reports where agency = any(${[...agencies]}) and year = ${year} order by agency, version desc`.execute(
        db,
      );
      return rows.map(versionOf);
    },
    freeze: (v, by) =>
      database.write(async (tx) => {
        const at = now();
        const done = await sql`
          insert into reports (agency, year, version, kind, status, frozen, note, submitted_by, submitted_at, published_at)
          select ${v.agency}, ${v.year}, ${v.version}, ${v.kind}, ${v.status}, ${JSON.stringify(v.frozen)}::jsonb, ${v.note}, ${by.name}, ${at},
                 ${v.status === 'published' ? at : null}::timestamptz
          where ${v.version} = (select coalesce(max(version), 0) + 1 from reports where agency = ${v.agency} and year = ${v.year})
          on conflict do nothing`.execute(tx);
        if (Number(done.numAffectedRows ?? 0) === 0) return false;
        await syncReport(tx, v.agency, v.year);
        await noteEvents(tx, v.agency, [reportEvent(v.year, v.kind, v.note, { after: v.frozen }, v.version)], by, at);
        return true;
      }),
    setStatus: (agency, year, version, status, by, note) =>
      database.write(async (tx) => {
        const at = now();
        await sql`
          update reports set status = ${status}, published_at = case when ${status} = 'published' then coalesce(published_at, ${at}) else published_at end
          where agency = ${agency} and year = ${year} and version = ${version}`.execute(tx);
        await syncReport(tx, agency, year);
        await noteEvents(tx, agency, [reportEvent(year, `report:${status}`, note, null, version)], by, at);
      }),
    draft: (agency, year) => readDraft(db, agency, year),
    saveDraft: (agency, year, basedOn, sections, by) =>
      database.write(async (tx) => {
        const done = await sql`
          insert into report_drafts (agency, year, version, sections, saved_by, saved_at)
          select ${agency}, ${year}, 1, ${JSON.stringify(sections)}::jsonb, ${by.name}, ${now()} where ${basedOn} = 0
          on conflict do nothing`.execute(tx);
        if (Number(done.numAffectedRows ?? 0) > 0) return true;
        const changed = await sql`
          update report_drafts set version = version + 1, sections = ${JSON.stringify(sections)}::jsonb, saved_by = ${by.name}, saved_at = ${now()}
          where agency = ${agency} and year = ${year} and version = ${basedOn}`.execute(tx);
        return Number(changed.numAffectedRows ?? 0) > 0;
      }),
    async approvals(agency, year) {
      const { rows } = await sql<ApprovalRow>`
        select kind, compiled_hash, signed_by, signed_on, evidence, recorded_by from report_approvals
        where agency = ${agency} and year = ${year} and withdrawn_at is null order by id`.execute(db);
      return rows.map((r) => ({
        kind: r.kind,
        content: r.compiled_hash,
        signedBy: r.signed_by,
        signedOn: r.signed_on,
        evidence: r.evidence,
        recordedBy: r.recorded_by,
      }));
    },
    approve: (agency, year, a, by) =>
      database.write(async (tx) => {
        const at = now();
        await sql`
          insert into report_approvals (agency, year, kind, compiled_hash, signed_by, signed_on, evidence, recorded_by, recorded_at)
          values (${agency}, ${year}, ${a.kind}, ${a.content}, ${a.signedBy}, ${a.signedOn}, ${a.evidence}, ${by.id}, ${at})`.execute(tx);
        await noteEvents(tx, agency, [reportEvent(year, 'approved', '', { after: a })], by, at);
      }),
  };
}
