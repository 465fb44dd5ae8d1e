import { createHash, randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Kysely, PostgresDialect, sql } from 'kysely';
import { afterAll, describe } from 'vitest';
import { type Database, openDatabase } from '../database.ts';
import { type EmbeddedServer, openEmbedded } from '../embedded/embedded.ts';
import { QuietPool } from '../pool.ts';

/** A server the tests run on. */
export interface TestServer {
  readonly name: string;
  open(): Promise<{ url(database: string): string; close(): Promise<void> }>;
}

const DEBIAN = '/usr/lib/postgresql/15/bin';
const uid = process.getuid?.() ?? 0;

function urlOf(server: EmbeddedServer, database: string): string {
  const { host, user } = server.connection;
  return `postgres://${user}@/${database}?host=${encodeURIComponent(String(host))}`;
}

/** One server for all test files at a time, shared as two processes of the product share theirs. */
function ownServer(name: string, folder: string, options: Parameters<typeof openEmbedded>[1]): TestServer {
  return {
    name,
    async open() {
      const server = await openEmbedded(path.join(tmpdir(), `gongkai-tests-${uid}-${folder}`), options);
      return { url: (database) => urlOf(server, database), close: () => server.close() };
    },
  };
}

function givenServer(url: string): TestServer {
  return {
    name: 'TEST_DATABASE_URL',
    open: async () => ({
      url: (database) => {
        const own = new URL(url);
        own.pathname = `/${database}`;
        return own.href;
      },
      close: async () => undefined,
    }),
  };
}

/** The embedded server always; PostgreSQL 15 too where TEST_DATABASE_URL names one or Debian's is installed. */
export function testServers(): TestServer[] {
  const given = process.env['TEST_DATABASE_URL'];
  const debian = { initdb: `${DEBIAN}/initdb`, postgres: `${DEBIAN}/postgres`, locale: ['--locale=C'] };
  const servers = [ownServer('embedded PostgreSQL', 'embedded', {})];
  if (given) servers.push(givenServer(given));
  else if (existsSync(debian.postgres)) servers.push(ownServer('Debian PostgreSQL 15', 'debian15', { programs: debian }));
  return servers;
}

async function migrationsHash(): Promise<string> {
  const folder = path.join(import.meta.dirname, '..', 'migrations');
  const hash = createHash('sha256');
  for (const name of (await readdir(folder)).sort()) hash.update(await readFile(path.join(folder, name)));
  return hash.digest('hex').slice(0, 8);
}

/** Runs work on one connection of its own. */
export async function onServer<T>(url: string, work: (db: Kysely<unknown>) => Promise<T>): Promise<T> {
  const db = new Kysely<unknown>({ dialect: new PostgresDialect({ pool: new QuietPool({ connectionString: url, max: 1 }) }) });
  try {
    return await work(db);
  } finally {
    await db.destroy();
  }
}

/** A database with all tables, copied for each test file; made once per state of the migrations. */
async function template(url: (database: string) => string): Promise<string> {
  const name = `gk_template_${await migrationsHash()}`;
  await onServer(url('postgres'), (db) =>
    db.connection().execute(async (own) => {
      await sql`select pg_advisory_lock(9)`.execute(own);
      try {
        const ready = await sql`select 1 from pg_database where datname = ${`${name}_ready`}`.execute(own);
        if (ready.rows.length > 0) return;
        await sql.raw(`drop database if exists "${name}"`).execute(own);
        await sql.raw(`create database "${name}" template template0`).execute(own);
        await (await openDatabase({ data: tmpdir(), databaseUrl: url(name) })).close();
        await sql.raw(`alter database "${name}" rename to "${name}_ready"`).execute(own);
      } finally {
        await sql`select pg_advisory_unlock(9)`.execute(own);
      }
    }),
  );
  return `${name}_ready`;
}

/** A database of its own for one test file. */
export interface TestDatabase {
  readonly url: string;
  readonly database: Database;
  close(): Promise<void>;
}

/** Makes a database with all tables on a server. Losing it with the machine is fine, so it does not wait for the disk. */
export async function openTestDatabase(server: TestServer): Promise<TestDatabase> {
  const open = await server.open();
  const name = `gk_test_${randomBytes(6).toString('hex')}`;
  const from = await template(open.url);
  await onServer(open.url('postgres'), async (db) => {
    await sql.raw(`create database "${name}" template "${from}"`).execute(db);
    await sql.raw(`alter database "${name}" set synchronous_commit = off`).execute(db);
  });
  const database = await openDatabase({ data: tmpdir(), databaseUrl: open.url(name) });
  return {
    url: open.url(name),
    database,
    async close() {
      await database.close();
      await onServer(open.url('postgres'), (db) => sql.raw(`drop database "${name}" with (force)`).execute(db));
      await open.close();
    },
  };
}

/** Runs a group of tests on every server there is, each with a database of its own, opened on first use. */
export function onEveryServer(title: string, tests: (database: () => Promise<TestDatabase>) => void): void {
  describe.each(testServers().map((s) => [s.name, s] as const))(`${title} (%s)`, (_, server) => {
    let opened: Promise<TestDatabase> | null = null;
    afterAll(async () => (await opened)?.close());
    tests(() => (opened ??= openTestDatabase(server)));
  });
}
