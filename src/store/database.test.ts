import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Database, openDatabase } from './database.ts';
import { embeddedConnection } from './embedded/attach.ts';
import { serverOwner } from './embedded/owner.ts';
import { findPlaces } from './embedded/places.ts';
import { serverPid } from './embedded/server.ts';
import { QuietPool } from './pool.ts';

let dir: string;
let database: Database;
beforeAll(async () => {
  dir = await mkdtemp(path.join(tmpdir(), 'gongkai-database-'));
  await chmod(dir, 0o711);
  database = await openDatabase({ data: path.join(dir, 'data') });
});
afterAll(async () => {
  await database.close();
  await rm(dir, { recursive: true, force: true });
});

const one = () => sql<{ one: number }>`select 1 as one`.execute(database.db).then((r) => r.rows);

describe('a database that is killed', () => {
  it('fails what is under way, leaves nothing of it, and serves again by itself; the program goes on', async () => {
    await sql`create table kept (n integer)`.execute(database.db);
    const cluster = (await findPlaces(path.join(dir, 'data'), serverOwner())).cluster;
    const broken = database.write(async (tx) => {
      await sql`insert into kept values (1)`.execute(tx);
      process.kill((await serverPid(cluster)) ?? 0, 'SIGKILL');
      // The connection hears of it while no query runs on it.
      await sleep(300);
      await sql`insert into kept values (2)`.execute(tx);
    });
    await expect(broken).rejects.toThrow();
    let answer: unknown = null;
    for (let i = 0; i < 300 && answer === null; i++) {
      await sleep(100);
      answer = await one().catch(() => null);
    }
    expect(answer).toEqual([{ one: 1 }]);
    expect((await sql`select n from kept`.execute(database.db)).rows).toEqual([]);
  });
});

describe('a connection the server ends while nothing runs on it', () => {
  const ended = (pid: number) => sql`select pg_terminate_backend(${pid})`.execute(database.db);

  it.each(['db', 'indexed'] as const)('of %s ends no program; the next question gets another', async (which) => {
    const on = database[which] ?? database.db;
    const pidOf = async (db: typeof on) => (await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(db)).rows[0]?.pid ?? 0;
    const [first, broken] = await on.connection().execute(async (own) => {
      const pid = await pidOf(own);
      await ended(pid);
      await sleep(200);
      return [pid, await pidOf(own).catch(() => 'broken')];
    });
    expect(broken).toBe('broken');
    const second = await pidOf(on);
    expect([second > 0, second === first]).toEqual([true, false]);
  });
});

describe('connections that are closed', () => {
  it('have all been let go of when the closing ends', async () => {
    const pool = new QuietPool(embeddedConnection(await findPlaces(path.join(dir, 'data'), serverOwner())));
    let [open, most] = [0, 0];
    pool.on('connect', (client) => {
      most = Math.max(most, ++open);
      client.on('end', () => --open);
    });
    await Promise.all([1, 2, 3].map(() => pool.query('select pg_sleep(0.05)')));
    await pool.end();
    expect([most, open]).toEqual([3, 0]);
  });
});

describe('what many readers ask', () => {
  const ordered = `select current_setting('enable_sort') as sorting`;

  it('is taken from an index in its order, even before the server has counted its tables', async () => {
    const asked = await Promise.all([database.ask, database.askMain].map((ask) => ask?.<{ sorting: string }>('sorting', ordered, [])));
    expect(asked.flat()).toEqual([{ sorting: 'off' }, { sorting: 'off' }]);
  });

  it('leaves every other question its plan', async () => {
    expect((await sql<{ sorting: string }>`${sql.raw(ordered)}`.execute(database.db)).rows).toEqual([{ sorting: 'on' }]);
  });
});
