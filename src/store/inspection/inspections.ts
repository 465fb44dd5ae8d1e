import { createHash, randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { Inspection, InspectionLine, InspectionStore } from '#domain/inspection/ports.ts';
import type { LinkProbe, SiteVisit } from '#domain/inspection/scene.ts';
import { storable } from '#domain/publishing/storable.ts';
import type { Database } from '../database.ts';
import { noteEvents } from '../events/log.ts';
import { addressesOf, contentsOf } from './contents.ts';

interface LineRow {
  agency: string;
  id: string;
  on_day: string;
  trigger: Inspection['trigger'];
  summary: Inspection['summary'];
  made_by: string;
  made_at: Date;
}
interface Row extends LineRow {
  results: Inspection['results'];
  table: Inspection['table'];
}

const LINE = sql`agency, id, on_day, trigger, summary, made_by, made_at`;

function lineOf(r: LineRow): InspectionLine {
  return { agency: r.agency, id: r.id, on: r.on_day, at: r.made_at.toISOString(), by: r.made_by, trigger: r.trigger, summary: r.summary };
}

const wholeOf = (r: Row): Inspection => ({ ...lineOf(r), results: r.results, table: r.table });

const json = (value: unknown): string => JSON.stringify(storable(value));

/** Longer than any span an administrator would look at. */
const VISITS_KEPT_DAYS = 92;

/** Runs of the self-inspection, and what reading everything public takes. */
export function inspectionStore(database: Database, now: () => Date): InspectionStore {
  const { db } = database;
  const one = async (agency: string, id: string): Promise<Inspection | null> => {
    const { rows } = await sql<Row>`select * from inspections where agency = ${agency} and id = ${id}`.execute(db);
    return rows[0] ? wholeOf(rows[0]) : null;
  };
  return {
    contents: (agency) => contentsOf(db, agency),
    addresses: (agency) => addressesOf(db, agency),
    keep: (run, by) =>
      database.write(async (tx) => {
        const at = now();
        const id = randomUUID();
        const { rows } = await sql<Row>`
          insert into inspections (agency, id, on_day, trigger, summary, results, "table", made_by, made_at)
          values (${run.agency}, ${id}, ${run.on}, ${run.trigger}, ${json(run.summary)}::jsonb, ${json(run.results)}::jsonb,
            ${json(run.table)}::jsonb, ${by.name}, ${at})
          on conflict do nothing returning *`.execute(tx);
        const [kept] = rows;
        if (!kept) return null;
        const payload = { on: run.on, trigger: run.trigger, summary: run.summary };
        const event = { register: 'inspections', record: id, version: 0, kind: 'inspected', reason: '', payload };
        await noteEvents(tx, run.agency, [event], by, at);
        return wholeOf(kept);
      }),
    prune: (agency, before, by) =>
      database.write(async (tx) => {
        const gone = await sql`
          delete from inspections i where agency = ${agency} and trigger = 'daily' and on_day < ${before}::date and exists (
            select 1 from inspections l where l.agency = i.agency and l.seq > i.seq
              and date_trunc('month', l.on_day) = date_trunc('month', i.on_day))`.execute(tx);
        const count = Number(gone.numAffectedRows ?? 0);
        if (count === 0) return 0;
        const event = { register: 'inspections', record: '', version: 0, kind: 'pruned', reason: '', payload: { before, count } };
        await noteEvents(tx, agency, [event], by, now());
        return count;
      }),
    async list(agency, most) {
      const { rows } = await sql<LineRow>`
        select ${LINE} from inspections where agency = ${agency} order by seq desc limit ${most}`.execute(db);
      return rows.map(lineOf);
    },
    get: one,
    async before(agency, id) {
      const { rows } = await sql<Row>`
        select * from inspections where agency = ${agency}
          and seq < (select seq from inspections where agency = ${agency} and id = ${id}) order by seq desc limit 1`.execute(db);
      return rows[0] ? wholeOf(rows[0]) : null;
    },
    async latest(agencies) {
      const { rows } = await sql<LineRow>`
        select l.* from unnest(${[...agencies]}::text[]) a,
          lateral (select ${LINE} from inspections i where i.agency = a order by seq desc limit 1) l`.execute(db);
      return rows.map(lineOf);
    },
    async probes(agency) {
      const { rows } = await sql<Omit<LinkProbe, 'checkedAt'> & { checked_at: Date }>`
        select url, outcome, detail, checked_at from link_probes where agency = ${agency}`.execute(db);
      return rows.map(({ url, outcome, detail, checked_at }) => ({ url, outcome, detail, checkedAt: checked_at.toISOString() }));
    },
    async visits(agency, host) {
      const { rows } = await sql<Omit<SiteVisit, 'at'> & { visited_at: Date }>`
        select host, visited_at, outcome, detail, ms, ipv6 from site_visits where agency = ${agency} and host = ${host}
        order by visited_at, no`.execute(db);
      return rows.map(({ visited_at, ...v }) => ({ ...v, at: visited_at.toISOString() }));
    },
    keepVisit: (agency, v, by) =>
      database.write(async (tx) => {
        await sql`delete from site_visits where agency = ${agency} and visited_at < ${v.at}::timestamptz - interval '${sql.raw(String(VISITS_KEPT_DAYS))} days'`.execute(
          tx,
        );
        await sql`
          insert into site_visits (agency, host, visited_at, outcome, detail, ms, ipv6, visited_by)
          values (${agency}, ${v.host}, ${v.at}, ${v.outcome}, ${v.detail}, ${v.ms}, ${v.ipv6}, ${by.name})`.execute(tx);
      }),
    keepProbes: (agency, probes, by) =>
      database.write(async (tx) => {
        for (const p of probes) {
          const hash = createHash('sha256').update(p.url).digest();
          await sql`
            insert into link_probes (agency, url_hash, url, outcome, detail, checked_by, checked_at)
            values (${agency}, ${hash}, ${p.url}, ${p.outcome}, ${p.detail}, ${by.name}, ${p.checkedAt})
            on conflict (agency, url_hash) do update set outcome = excluded.outcome, detail = excluded.detail,
              checked_by = excluded.checked_by, checked_at = excluded.checked_at`.execute(tx);
        }
      }),
  };
}
