import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { Actor } from '#domain/people/actor.ts';
import { ENTRY_NAMES, type Entry, type EntryBody, type EntryKind, SINGLE } from '#domain/publishing/entries/entry.ts';
import type { EntryDraft, EntryStore } from '#domain/publishing/ports.ts';
import { isSaveRefusal } from '#domain/registers/ports.ts';
import type { RecordDraft, RegisterRecord } from '#domain/registers/record.ts';
import { type Refusal, refuse } from '#lib/result.ts';
import { loadTree, unitsAround } from '../agencies/load.ts';
import type { Database, Db, Tx } from '../database.ts';
import { lockChains, type NewEvent, noteEvents } from '../events/log.ts';
import { saveDrafts } from '../registers/save.ts';
import type { Secret } from '../sealing/secret.ts';
import { syncGuide } from '../search/guides.ts';
import { Undone, undoable } from './undo.ts';

interface EntryRow {
  agency: string;
  kind: EntryKind;
  id: string;
  version: number;
  body: unknown;
  removed: boolean;
  reason: string;
  recorded_at: Date;
  recorded_by: string;
}

function entryOf<K extends EntryKind>(r: EntryRow): Entry<K> {
  return {
    agency: r.agency,
    kind: r.kind as K,
    id: r.id,
    version: r.version,
    body: r.body as EntryBody<K>,
    removed: r.removed,
    reason: r.reason,
    recordedAt: r.recorded_at.toISOString(),
    recordedBy: r.recorded_by,
  };
}

async function lastOf(db: Db, agency: string, kind: EntryKind, id: string): Promise<EntryRow | null> {
  const { rows } = await sql<EntryRow>`
    select * from publishing_entries where agency = ${agency} and kind = ${kind} and id = ${id} and last`.execute(db);
  return rows[0] ?? null;
}

function conflict(draft: EntryDraft, last: EntryRow | null): Refusal | null {
  const name = ENTRY_NAMES[draft.kind];
  if ((draft.basedOn ?? 0) === (last?.version ?? 0)) return null;
  if (!last) return refuse(`没有找到要修改的${name}，请刷新后再试。`);
  return refuse(`${name}在您打开之后已被${last.recorded_by}改过，请刷新后对照最新内容再保存。`);
}

async function writeEntry(tx: Tx, row: EntryRow): Promise<void> {
  await sql`update publishing_entries set last = false where agency = ${row.agency} and kind = ${row.kind} and id = ${row.id} and last`.execute(
    tx,
  );
  await sql`
    insert into publishing_entries (agency, kind, id, version, body, removed, last, reason, recorded_at, recorded_by)
    values (${row.agency}, ${row.kind}, ${row.id}, ${row.version}, ${JSON.stringify(row.body)}::jsonb, ${row.removed}, true, ${row.reason},
      ${row.recorded_at}, ${row.recorded_by})`.execute(tx);
}

/** What was saved, or nothing of all. */
function saved(answer: Awaited<ReturnType<typeof saveDrafts>>): readonly RegisterRecord[] {
  if (isSaveRefusal(answer)) throw new Undone(answer);
  return answer;
}

interface Writing {
  readonly by: Actor;
  readonly reason: string;
  readonly at: Date;
  readonly records: readonly RecordDraft[];
  readonly secret: Secret;
}

/** Entries after the last that is there, their events, and the lines of registers that agree with them; the chains are locked. */
export async function writeEntries(tx: Tx, agency: string, drafts: readonly EntryDraft[], given: Writing): Promise<Entry[]> {
  const { by, reason, at, records, secret } = given;
  const planned: EntryRow[] = [];
  for (const d of drafts) {
    const id = SINGLE.has(d.kind) ? d.kind : (d.id ?? randomUUID());
    const last = await lastOf(tx, agency, d.kind, id);
    const found = conflict(d, last);
    if (found) throw new Undone(found);
    const version = (last?.version ?? 0) + 1;
    const removed = d.removed ?? false;
    planned.push({ agency, kind: d.kind, id, version, body: d.body, removed, reason, recorded_at: at, recorded_by: by.name });
  }
  for (const row of planned) await writeEntry(tx, row);
  if (planned.some((row) => row.kind === 'guide')) await syncGuide(tx, agency);
  if (records.length > 0) saved(await saveDrafts(tx, records, { secret, by, reason, at }));
  const events = planned.map(
    (r): NewEvent => ({
      register: `publishing.${r.kind}`,
      record: r.id,
      version: r.version,
      kind: r.removed ? 'removed' : r.version === 1 ? 'created' : 'changed',
      reason,
      payload: { after: r.body },
    }),
  );
  await noteEvents(tx, agency, events, by, at);
  return planned.map((r) => entryOf(r));
}

/** The small lists of publishing: saved whole or not at all, each version kept, each change in the agency's chain. */
export function entryStore(database: Database, now: () => Date, secret: Secret): EntryStore {
  const { db } = database;

  /** Chains are locked at once and in one order, those a save of registers takes too. */
  async function lock(tx: Tx, agency: string, records: readonly RecordDraft[]): Promise<void> {
    await lockChains(tx, records.length > 0 ? unitsAround(await loadTree(tx), agency) : [agency]);
  }

  return {
    async list<K extends EntryKind>(agencies: readonly string[], kind: K, removed = false) {
      const { rows } = await sql<EntryRow>`
        select * from publishing_entries where agency = any(${[...agencies]}) and kind = ${kind} and last
        ${removed ? sql`` : sql`and not removed`} order by agency, recorded_at, id`.execute(db);
      return rows.map((r) => entryOf<K>(r));
    },
    async get<K extends EntryKind>(agency: string, kind: K, id: string) {
      const row = await lastOf(db, agency, kind, id);
      return row ? entryOf<K>(row) : null;
    },
    async versions<K extends EntryKind>(agency: string, kind: K, id: string) {
      const { rows } = await sql<EntryRow>`
        select * from publishing_entries where agency = ${agency} and kind = ${kind} and id = ${id} order by version`.execute(db);
      return rows.map((r) => entryOf<K>(r));
    },
    async changes(agencies) {
      const { rows } = await sql<{ agency: string; seq: number }>`
        select agency, seq from chains where agency = any(${[...agencies]})`.execute(db);
      return new Map(rows.map((r) => [r.agency, r.seq]));
    },
    async lastAtPlaces(agency) {
      const { rows } = await sql<EntryRow & { last_on: string | null }>`
        select e.*, (select max(p."on") from publications p
            left join publishing_entries d on d.agency = p.agency and d.kind = 'placed' and d.id = p.number and d.last and not d.removed
            where p.agency = e.agency and p.void_on is null and case when d.id is not null then d.body ->> 'place' = e.id
              else position(e.body ->> 'name' in coalesce(p.address, '')) > 0
                or (e.body ->> 'address' <> '' and starts_with(coalesce(p.address, ''), e.body ->> 'address')) end) as last_on
        from publishing_entries e where e.agency = ${agency} and e.kind = 'place' and e.last and not e.removed
        order by e.recorded_at, e.id`.execute(db);
      return rows.map(({ last_on, ...r }) => ({ place: entryOf<'place'>(r), on: last_on }));
    },
    save: (agency, drafts, by, reason, records = []) =>
      undoable(database, async (tx) => {
        const at = now();
        await lock(tx, agency, records);
        return writeEntries(tx, agency, drafts, { by, reason, at, records, secret });
      }),
    publishAt: (publication, place, by) =>
      undoable(database, async (tx) => {
        const { agency } = publication;
        const at = now();
        await lock(tx, agency, [publication]);
        const [made] = saved(await saveDrafts(tx, [publication], { secret, by, reason: '', at }));
        if (!made) throw new Error('a saved publication came back as none');
        const body = { publication: made.number, place };
        const placed = { kind: 'placed', id: made.number, basedOn: null, body } as const;
        await writeEntries(tx, agency, [placed], { by, reason: '', at, records: [], secret });
        return made;
      }),
  };
}
