import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { statSync } from 'node:fs';
import { access, chmod, chown, copyFile, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { afterEach, describe, expect, it } from 'vitest';
import { type EmbeddedServer, openEmbedded } from './embedded.ts';
import { serverOwner } from './owner.ts';
import { serverPid } from './server.ts';

const made: { dir: string; server?: EmbeddedServer; child?: ChildProcess }[] = [];

async function folder(): Promise<string> {
  const dir = await mkdtemp(path.join(tmpdir(), 'gongkai-embedded-'));
  // Passable, as a data folder of root's is; closed ones have a case of their own.
  if (process.getuid?.() === 0) await chmod(dir, 0o711);
  made.push({ dir });
  return path.join(dir, 'data');
}

async function opened(data: string): Promise<EmbeddedServer> {
  const server = await openEmbedded(data);
  made.push({ dir: path.dirname(data), server });
  return server;
}

async function ask<T extends pg.QueryResultRow>(connection: pg.ClientConfig, sql: string): Promise<T[]> {
  const client = new pg.Client(connection);
  await client.connect();
  try {
    return (await client.query<T>(sql)).rows;
  } finally {
    await client.end();
  }
}

interface Told {
  cluster: string;
  encoding: string;
  connection: pg.ClientConfig;
}

/** Another process that holds the same folder's server. */
async function holder(data: string, identity: { uid?: number; gid?: number } = {}): Promise<{ child: ChildProcess; told: Told }> {
  const script = path.join(import.meta.dirname, '..', 'testing', 'holder.worker.ts');
  const child = spawn(process.execPath, [script, data], { stdio: ['pipe', 'pipe', 'pipe'], ...identity });
  made.push({ dir: path.dirname(data), child });
  let errors = '';
  child.stderr?.on('data', (d) => {
    errors += d;
  });
  for await (const line of child.stdout ?? []) return { child, told: JSON.parse(String(line)) as Told };
  throw new Error(`the holder ended: ${errors}`);
}

async function ended(child: ChildProcess): Promise<void> {
  child.stdin?.end();
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
}

async function gone(pid: number): Promise<boolean> {
  for (let i = 0; i < 200; i++) {
    try {
      process.kill(pid, 0);
    } catch {
      return true;
    }
    await sleep(20);
  }
  return false;
}

afterEach(async () => {
  for (const { server, child } of made) {
    await server?.close();
    if (child && child.exitCode === null && child.signalCode === null) child.kill('SIGKILL');
  }
  for (const dir of new Set(made.map((m) => m.dir))) {
    // A server whose holder was killed: a last holder stops it.
    if (
      await access(path.join(dir, 'data')).then(
        () => true,
        () => false,
      )
    ) {
      if (process.getuid?.() === 0 || made.every((m) => m.dir !== dir || !m.child))
        await (await openEmbedded(path.join(dir, 'data'))).close();
    }
    await rm(dir, { recursive: true, force: true });
  }
  made.length = 0;
});

/** True when every folder above the file lets any user through. */
function openToOthers(file: string): boolean {
  const above = path.dirname(file);
  return above === file || ((statSync(above).mode & 0o001) !== 0 && openToOthers(above));
}

describe('the embedded server', () => {
  it('makes a UTF-8 database sorted by code point, reached through a socket only, and is gone after a clean stop', async () => {
    const server = await opened(await folder());
    const [row] = await ask<Record<string, string>>(
      server.connection,
      `select current_setting('server_encoding') as encoding, current_setting('listen_addresses') as tcp,
              (select datlocale from pg_database where datname = current_database()) as locale, '张' < '阿' as by_code_point`,
    );
    expect(row).toEqual({ encoding: 'UTF8', tcp: '', locale: 'C.UTF-8', by_code_point: true });
    const pid = (await serverPid(server.cluster)) ?? 0;
    await server.close();
    expect(await gone(pid)).toBe(true);
    expect(await serverPid(server.cluster)).toBeNull();
    await expect(access(String(server.connection.host))).rejects.toThrow();
  });

  it('keeps its socket short however long the data folder is', async () => {
    const long = path.join(await folder(), 'x'.repeat(120), 'data');
    await mkdir(path.dirname(long), { recursive: true, mode: 0o711 });
    const server = await openEmbedded(long);
    expect(String(server.connection.host).length).toBeLessThan(90);
    await server.close();
  });

  it('is shared by two processes, and the last one out stops it', async () => {
    const data = await folder();
    const ours = await opened(data);
    const pid = (await serverPid(ours.cluster)) ?? 0;
    const { child, told } = await holder(data);
    expect(told.cluster).toBe(ours.cluster);
    await ours.close();
    expect(await ask(told.connection, 'select 1 as one')).toEqual([{ one: 1 }]);
    await ended(child);
    expect(await gone(pid)).toBe(true);
  });

  it('is made once when two processes start at the same moment on an empty folder', async () => {
    const data = await folder();
    const [a, b] = await Promise.all([holder(data), holder(data)]);
    expect(a.told.connection).toEqual(b.told.connection);
    expect((await readdir(path.dirname(a.told.cluster))).filter((n) => n.includes('.new') || n === 'starting')).toEqual([]);
    await Promise.all([ended(a.child), ended(b.child)]);
    expect(await serverPid(a.told.cluster)).toBeNull();
  });

  it('left running by a killed process is found again by its connection', async () => {
    const data = await folder();
    const { child, told } = await holder(data);
    const pid = await serverPid(told.cluster);
    child.kill('SIGKILL');
    await once(child, 'exit');
    const ours = await opened(data);
    expect(await serverPid(ours.cluster)).toBe(pid);
  });

  /** The pid file as a killed server leaves it, with another number. */
  async function leavePid(cluster: string, pid: number | undefined): Promise<void> {
    const file = path.join(cluster, 'postmaster.pid');
    await writeFile(file, `${pid}\n${cluster}\n0\n5432\n/nowhere\n\n\nready\n`);
    const owner = serverOwner();
    if (owner.handOver) await chown(file, owner.uid, owner.gid);
  }

  it('starts after its pid file was left behind with the number of a living stranger', async () => {
    const data = await folder();
    const first = await opened(data);
    await first.close();
    const stranger = spawn('sleep', ['60']);
    await leavePid(first.cluster, stranger.pid);
    const again = await opened(data);
    expect(await ask(again.connection, 'select 1 as one')).toEqual([{ one: 1 }]);
    stranger.kill('SIGKILL');
  });

  it.runIf(process.platform === 'linux')('starts after it was killed though its parent has not noticed', async () => {
    const data = await folder();
    const first = await opened(data);
    await first.close();
    // A dead child that nobody waits for, called like the server.
    const program = path.join(path.dirname(data), 'postgres');
    await copyFile('/bin/sleep', program);
    await chmod(program, 0o755);
    const careless = spawn('sh', ['-c', `${program} 0.05 & echo $!; exec sleep 60`], { stdio: ['ignore', 'pipe', 'ignore'] });
    const [line] = (await once(careless.stdout, 'data')) as [Buffer];
    await sleep(200);
    await leavePid(first.cluster, Number(line));
    const socket = String(first.connection.host);
    await mkdir(socket, { recursive: true });
    await writeFile(path.join(socket, '.s.PGSQL.5432.lock'), `${Number(line)}\n${first.cluster}\n0\n5432\n${socket}\n`);
    const again = await opened(data);
    expect(await ask(again.connection, 'select 1 as one')).toEqual([{ one: 1 }]);
    careless.kill('SIGKILL');
  });

  it('comes back by itself, with everything committed, after the server was killed', async () => {
    const server = await opened(await folder());
    await ask(server.connection, `create table kept (word text); insert into kept values ('公开')`);
    process.kill((await serverPid(server.cluster)) ?? 0, 'SIGKILL');
    let rows: unknown[] = [];
    for (let i = 0; i < 300 && rows.length === 0; i++) {
      await sleep(100);
      rows = await ask(server.connection, 'select word from kept').catch(() => []);
    }
    expect(rows).toEqual([{ word: '公开' }]);
  });

  it('says that the cluster is another version instead of trying on and on', async () => {
    const data = await folder();
    const first = await opened(data);
    await first.close();
    await writeFile(path.join(first.cluster, 'PG_VERSION'), '15\n');
    await expect(openEmbedded(data)).rejects.toThrow(/另一个 PostgreSQL 版本/);
    await writeFile(path.join(first.cluster, 'PG_VERSION'), '18\n');
  });

  it.runIf(process.getuid?.() === 0)(
    'runs for root in a folder closed to others, keeping the cluster where the server can reach it',
    async () => {
      const dir = await mkdtemp(path.join(tmpdir(), 'gongkai-closed-'));
      const data = path.join(dir, 'data');
      const server = await openEmbedded(data);
      expect(await ask(server.connection, 'select 1 as one')).toEqual([{ one: 1 }]);
      expect(server.cluster.startsWith((await readFile(path.join(data, 'database-at'), 'utf8')).trim())).toBe(true);
      await server.close();
      await rm(path.dirname(server.cluster), { recursive: true });
      await rm(dir, { recursive: true });
    },
  );

  // Another user must be able to run the programs of this checkout at all: not one under /root.
  it.runIf(process.getuid?.() === 0 && openToOthers(process.execPath)).each([
    ['an ordinary user', 65534],
    ['a user without a name', 45678],
  ])('runs for %s', async (_, uid) => {
    const dir = await mkdtemp(path.join(tmpdir(), 'gongkai-user-'));
    await chown(dir, uid, uid);
    const data = path.join(dir, 'data');
    const { child, told } = await holder(data, { uid, gid: uid });
    expect(told.encoding).toBe('UTF8');
    await ended(child);
    made.length = 0;
    expect(await serverPid(told.cluster)).toBeNull();
    await rm(dir, { recursive: true });
  });
});
