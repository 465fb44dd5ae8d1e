import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Database, openDatabase } from './database.ts';
import { serverOwner } from './embedded/owner.ts';
import { findPlaces } from './embedded/places.ts';
import { serverPid } from './embedded/server.ts';

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
