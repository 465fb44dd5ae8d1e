import { type RawBuilder, sql } from 'kysely';
import type { CaseEvent } from '#domain/registers/index.ts';
import type { RecordState } from '#domain/registers/ports.ts';
import type { Tx } from '../database.ts';
import { type RegisterTable, tableOf } from './columns.ts';
import type { Change } from './plan.ts';

/** A change with everything that was settled for it: number, version, person, sealed values. */
export interface Settled extends Change {
  number: string;
  readonly version: number;
  readonly personKey: string | null;
  /** Personal field → sealed text. */
  readonly sealed: Readonly<Record<string, string>>;
}

const BATCH = 200;

function rowOf(table: RegisterTable, change: Settled, at: Date, by: string): RawBuilder<unknown> {
  const own = table.columns.map(({ field }) =>
    field.personal ? (change.sealed[field.key] ?? null) : (change.after.values[field.key] ?? null),
  );
  const common = [
    change.version,
    change.origin,
    change.after.void?.reason ?? null,
    change.after.void?.on ?? null,
    change.personKey,
    at,
    by,
  ];
  return sql`(${sql.join([change.agency, change.number, ...own, ...common])})`;
}

const COMMON = ['version', 'origin', 'void_reason', 'void_on', 'person_key', 'recorded_at', 'recorded_by'];

/** Writes rows of one register, new and changed alike. */
export async function writeRows(tx: Tx, changes: readonly Settled[], at: Date, by: string): Promise<void> {
  const first = changes[0];
  if (!first) return;
  const table = tableOf(first.register);
  const columns = [...table.columns.map((c) => c.name), ...COMMON];
  const names = ['agency', 'number', ...columns].map((c) => sql.ref(c));
  const updates = columns.map((c) => sql`${sql.ref(c)} = excluded.${sql.ref(c)}`);
  for (let i = 0; i < changes.length; i += BATCH) {
    const rows = changes.slice(i, i + BATCH).map((c) => rowOf(table, c, at, by));
    await sql`
      insert into ${sql.table(table.name)} (${sql.join(names)}) values ${sql.join(rows)}
      on conflict (agency, number) do update set ${sql.join(updates)}`.execute(tx);
  }
  if (first.register === 'requests') await writeCaseEvents(tx, changes);
}

function eventRow(change: Settled, e: CaseEvent, n: number): RawBuilder<unknown> {
  return sql`(${change.agency}, ${change.number}, ${n}, ${e.on}, ${e.kind}, ${e.id ?? null}, ${e.days ?? null}, ${e.until ?? null},
    ${e.silenceMeans ?? null}, ${e.outcome ?? null}, ${e.reason ?? null}, ${e.recordedAt ?? null})`;
}

async function writeCaseEvents(tx: Tx, changes: readonly Settled[]): Promise<void> {
  for (const agency of new Set(changes.map((c) => c.agency))) {
    const numbers = changes.filter((c) => c.agency === agency && c.before).map((c) => c.number);
    if (numbers.length > 0) await sql`delete from request_events where agency = ${agency} and number = any(${numbers})`.execute(tx);
  }
  const rows = changes.flatMap((c) => c.after.events.map((e, n) => eventRow(c, e, n)));
  for (let i = 0; i < rows.length; i += BATCH) {
    await sql`
      insert into request_events (agency, number, n, on_day, kind, id, days, until_day, silence_means, outcome, reason, recorded_at)
      values ${sql.join(rows.slice(i, i + BATCH))}`.execute(tx);
  }
}

/** What kind of change it is, for the history. */
export function changeKind(before: RecordState | null, after: RecordState): 'created' | 'changed' | 'voided' | 'restored' {
  if (!before) return 'created';
  if (!before.void && after.void) return 'voided';
  if (before.void && !after.void) return 'restored';
  return 'changed';
}
