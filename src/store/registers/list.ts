import { type RawBuilder, sql } from 'kysely';
import type { FieldValue, RegisterKey } from '#domain/registers/index.ts';
import type { RecordPage, RecordQuery } from '#domain/registers/ports.ts';
import type { Db } from '../database.ts';
import type { Secret } from '../sealing/secret.ts';
import { columnOf, type RegisterTable, tableOf } from './columns.ts';
import { type RecordRow, toRecords } from './rows.ts';

const PAGE_SIZE = 50;

/** `%`, `_` and `\` of what somebody typed are letters, not wildcards. */
function contains(text: string): string {
  return `%${text.replace(/[\\%_]/g, (c) => `\\${c}`)}%`;
}

function anyOf(table: RegisterTable, field: string, wanted: FieldValue | readonly FieldValue[]): RawBuilder<unknown> {
  const column = columnOf(table, field);
  if (!column || table.personal.some((c) => c.name === column)) throw new Error(`the register ${table.name} can't be filtered by ${field}`);
  const values = Array.isArray(wanted) ? (wanted as readonly FieldValue[]) : [wanted as FieldValue];
  const given = values.filter((v) => v !== null).map(String);
  const parts = [];
  if (given.length > 0) parts.push(sql`${sql.ref(column)}::text = any(${given})`);
  if (given.length < values.length) parts.push(sql`${sql.ref(column)} is null`);
  return parts.length === 0 ? sql`false` : sql`(${sql.join(parts, sql` or `)})`;
}

/** A month column (`2023-04`) is compared as its first day's month. */
function spanOf(table: RegisterTable, query: RecordQuery): RawBuilder<unknown>[] {
  const { dateField, fields } = table.register;
  const column = sql.ref(columnOf(table, dateField) ?? 'number');
  const month = fields.find((f) => f.key === dateField)?.kind === 'month';
  const bound = (d: string): RawBuilder<unknown> => (month ? sql`${d.slice(0, 7)}` : sql`${d}::date`);
  return [...(query.from ? [sql`${column} >= ${bound(query.from)}`] : []), ...(query.to ? [sql`${column} <= ${bound(query.to)}`] : [])];
}

function searchOf(table: RegisterTable, search: string): RawBuilder<unknown> {
  const text = table.columns.filter((c) => !c.field.personal && (c.field.kind === 'text' || c.field.kind === 'longText'));
  const names = ['number', ...text.map((c) => c.name)];
  return sql`(${sql.join(
    names.map((n) => sql`${sql.ref(n)} ilike ${contains(search.trim())}`),
    sql` or `,
  )})`;
}

function whereOf(table: RegisterTable, query: RecordQuery): RawBuilder<unknown> {
  const parts: RawBuilder<unknown>[] = [sql`agency = any(${[...query.agencies]})`, ...spanOf(table, query)];
  if ((query.void ?? 'without') === 'without') parts.push(sql`void_on is null`);
  if (query.void === 'only') parts.push(sql`void_on is not null`);
  if (query.personKey) parts.push(sql`person_key = ${query.personKey}`);
  if (query.numbers) parts.push(sql`number = any(${[...query.numbers]})`);
  if (query.search?.trim()) parts.push(searchOf(table, query.search));
  for (const [field, wanted] of Object.entries(query.filter ?? {})) parts.push(anyOf(table, field, wanted));
  return sql.join(parts, sql` and `);
}

function orderOf(table: RegisterTable, query: RecordQuery): RawBuilder<unknown> {
  const wanted = query.sort ?? { field: table.register.dateField, direction: 'asc' as const };
  const column = columnOf(table, wanted.field);
  if (!column || table.personal.some((c) => c.name === column))
    throw new Error(`the register ${table.name} can't be sorted by ${wanted.field}`);
  const direction = wanted.direction === 'desc' ? sql`desc nulls last` : sql`asc nulls last`;
  const kind = table.columns.find((c) => c.name === column)?.field.kind;
  // Pinyin order; in ORDER BY only, since an index would depend on the server's ICU version.
  const pinyin = kind === 'text' || kind === 'longText' ? sql` collate "zh-x-icu"` : sql``;
  return sql`${sql.ref(column)}${pinyin} ${direction}, number, agency`;
}

/** One page of a register. */
export async function listRecords(db: Db, secret: Secret, query: RecordQuery): Promise<RecordPage> {
  const table = tableOf(query.register);
  const where = whereOf(table, query);
  const size = query.size ?? PAGE_SIZE;
  const page = size === 0 ? sql`` : sql`limit ${size} offset ${((query.page ?? 1) - 1) * size}`;
  const { rows } = await sql<RecordRow>`
    select * from ${sql.table(table.name)} where ${where} order by ${orderOf(table, query)} ${page}`.execute(db);
  const counted =
    size === 0
      ? rows.length
      : ((await sql<{ n: number }>`select count(*) as n from ${sql.table(table.name)} where ${where}`.execute(db)).rows[0]?.n ?? 0);
  const records = await toRecords(db, query.register, rows, secret);
  return { records: records.map((r) => r.record), total: counted };
}

/** The rows of some records, locked or not; for reading and for saving alike. */
export async function rowsOf(
  db: Db,
  register: RegisterKey,
  agency: string,
  numbers: readonly string[],
  lock: 'lock' | 'read' = 'read',
): Promise<RecordRow[]> {
  const table = tableOf(register);
  const { rows } = await sql<RecordRow>`
    select * from ${sql.table(table.name)} where agency = ${agency} and number = any(${[...numbers]}) order by number
    ${lock === 'lock' ? sql`for update` : sql``}`.execute(db);
  return rows;
}
