import { sql } from 'kysely';
import type { CaseEvent, FieldValue, RegisterKey, RegisterRecord } from '#domain/registers/index.ts';
import type { Db } from '../database.ts';
import { type Keyring, openKeys } from '../sealing/persons.ts';
import type { Secret } from '../sealing/secret.ts';
import type { RegisterTable } from './columns.ts';
import { tableOf } from './columns.ts';

/** A register's row: the common columns and one per field. */
export interface RecordRow {
  agency: string;
  number: string;
  version: number;
  origin: RegisterRecord['origin'];
  void_reason: string | null;
  void_on: string | null;
  person_key: string | null;
  recorded_at: Date;
  recorded_by: string;
  [column: string]: unknown;
}

/** A record as it is at rest: personal values sealed. */
export interface SealedRecord {
  readonly record: RegisterRecord;
  /** Field → sealed text. */
  readonly sealed: Readonly<Record<string, string>>;
}

function sealedOf(table: RegisterTable, row: RecordRow): Record<string, string> {
  const sealed: Record<string, string> = {};
  for (const { field, name } of table.personal) {
    const text = row[name];
    if (typeof text === 'string') sealed[field.key] = text;
  }
  return sealed;
}

function recordOf(table: RegisterTable, row: RecordRow, events: readonly CaseEvent[], keys: Keyring | null): SealedRecord {
  const sealed = sealedOf(table, row);
  const values: Record<string, FieldValue> = { [table.register.numberField]: row.number };
  for (const { field, name } of table.columns) {
    if (!field.personal) values[field.key] = (row[name] ?? null) as FieldValue;
    else {
      const text = sealed[field.key];
      values[field.key] = text && keys && row.person_key ? keys.openValue(row.person_key, field.key, text) : null;
    }
  }
  return {
    sealed,
    record: {
      register: table.register.key,
      agency: row.agency,
      number: row.number,
      version: row.version,
      origin: row.origin,
      void: row.void_on === null ? null : { reason: row.void_reason ?? '', on: row.void_on },
      values,
      events,
      personKey: row.person_key,
      recordedAt: row.recorded_at.toISOString(),
      recordedBy: row.recorded_by,
    },
  };
}

interface EventRow {
  agency: string;
  number: string;
  on_day: string;
  kind: string;
  id: string | null;
  days: number | null;
  until_day: string | null;
  silence_means: CaseEvent['silenceMeans'] | null;
  outcome: string | null;
  reason: string | null;
  recorded_at: string | null;
}

function caseEvent(row: EventRow): CaseEvent {
  return {
    on: row.on_day,
    kind: row.kind,
    ...(row.id !== null && { id: row.id }),
    ...(row.days !== null && { days: row.days }),
    ...(row.until_day !== null && { until: row.until_day }),
    ...(row.silence_means && { silenceMeans: row.silence_means }),
    ...(row.outcome !== null && { outcome: row.outcome }),
    ...(row.reason !== null && { reason: row.reason }),
    ...(row.recorded_at !== null && { recordedAt: row.recorded_at }),
  };
}

async function eventsOf(db: Db, rows: readonly RecordRow[]): Promise<Map<string, CaseEvent[]>> {
  const found = await sql<EventRow>`
    select * from request_events
    where agency = any(${[...new Set(rows.map((r) => r.agency))]}) and number = any(${rows.map((r) => r.number)})
    order by agency, number, n`.execute(db);
  const events = new Map<string, CaseEvent[]>();
  for (const row of found.rows) {
    const key = `${row.agency}\n${row.number}`;
    const list = events.get(key);
    if (list) list.push(caseEvent(row));
    else events.set(key, [caseEvent(row)]);
  }
  return events;
}

/** Turns rows into records; without a secret personal values stay closed (null). */
export async function toRecords(db: Db, register: RegisterKey, rows: readonly RecordRow[], secret: Secret | null): Promise<SealedRecord[]> {
  if (rows.length === 0) return [];
  const table = tableOf(register);
  const events = register === 'requests' ? await eventsOf(db, rows) : new Map<string, CaseEvent[]>();
  const rings = new Map<string, Keyring>();
  if (secret && table.personal.length > 0) {
    for (const agency of new Set(rows.map((r) => r.agency))) {
      const people = rows.filter((r) => r.agency === agency && r.person_key !== null).map((r) => r.person_key as string);
      rings.set(agency, await openKeys(db, secret, agency, people));
    }
  }
  return rows.map((row) => recordOf(table, row, events.get(`${row.agency}\n${row.number}`) ?? [], rings.get(row.agency) ?? null));
}
