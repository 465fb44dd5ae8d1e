import { readdirSync } from 'node:fs';
import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { REGISTERS } from '#domain/registers/index.ts';
import { tableOf } from '../registers/columns.ts';
import { onEveryServer } from '../testing/database.ts';
import { migrate, NewerDatabase } from './index.ts';

const TYPES: Readonly<Record<string, string>> = { day: 'date', count: 'bigint', fen: 'bigint', flag: 'boolean' };
const COMMON = [
  'agency',
  'number',
  'version',
  'origin',
  'void_reason',
  'void_on',
  'person_key',
  'visibility',
  'recorded_at',
  'recorded_by',
];

/** Of no agency: a person may serve several. */
const OF_NO_AGENCY = ['people', 'sessions', 'kysely_migration', 'kysely_migration_lock'];

onEveryServer('the tables', (open) => {
  it.each(REGISTERS.map((r) => [r.title, r] as const))('%s: the columns are those of its definition', async (_, register) => {
    const { database } = await open();
    const { rows } = await sql<{ name: string; type: string }>`
      select column_name as name, data_type as type from information_schema.columns
      where table_schema = current_schema() and table_name = ${tableOf(register.key).name}`.execute(database.db);
    const found = Object.fromEntries(rows.filter((r) => !COMMON.includes(r.name)).map((r) => [r.name, r.type]));
    const wanted = Object.fromEntries(
      tableOf(register.key).columns.map((c) => [c.name, c.field.personal ? 'text' : (TYPES[c.field.kind] ?? 'text')]),
    );
    expect(found).toEqual(wanted);
    expect(rows.map((r) => r.name)).toEqual(expect.arrayContaining(COMMON));
  });

  it('begin every primary and unique key with the agency', async () => {
    const { database } = await open();
    const { rows } = await sql<{ table: string; first: string }>`
      select c.relname as table, a.attname as first from pg_index i
      join pg_class c on c.oid = i.indrelid join pg_namespace n on n.oid = c.relnamespace
      left join pg_attribute a on a.attrelid = c.oid and a.attnum = i.indkey[0]
      where i.indisunique and n.nspname = current_schema()`.execute(database.db);
    const others = rows.filter((r) => r.first !== 'agency').map((r) => r.table);
    expect([...new Set(others)].filter((t) => !OF_NO_AGENCY.includes(t))).toEqual([]);
    expect(rows.length).toBeGreaterThan(20);
  });

  it('are made once, however many processes start at the same time', async () => {
    const { database } = await open();
    await Promise.all([migrate(database.db), migrate(database.db), migrate(database.db)]);
    const { rows } = await sql<{ n: number }>`select count(*) as n from kysely_migration`.execute(database.db);
    expect(rows[0]?.n).toBe(readdirSync(import.meta.dirname).filter((f) => /^\d{4}-.*\.ts$/.test(f)).length);
  });

  it('made by a newer version are refused, not changed', async () => {
    const { database } = await open();
    await sql`insert into kysely_migration (name, timestamp) values ('9999-from-the-future', '2030')`.execute(database.db);
    await expect(migrate(database.db)).rejects.toThrow(NewerDatabase);
    await sql`delete from kysely_migration where name = '9999-from-the-future'`.execute(database.db);
  });
});
