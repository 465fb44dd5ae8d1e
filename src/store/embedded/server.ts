import { spawn } from 'node:child_process';
import { open, readdir, readFile, readlink, realpath, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Binaries } from './binaries.ts';
import type { ServerOwner } from './owner.ts';
import type { Places } from './places.ts';

const LOG_LIMIT = 10 * 1024 * 1024;

const SETTINGS: Readonly<Record<string, string>> = {
  listen_addresses: '',
  shared_buffers: '32MB',
  max_connections: '60',
  unix_socket_permissions: '0700',
  timezone: 'Asia/Shanghai',
  log_timezone: 'Asia/Shanghai',
  jit: 'off',
  cluster_name: 'gongkai',
};

/** A started server process. */
export interface Started {
  /** Null while it runs; else how it ended. */
  ended(): string | null;
  /** What it wrote to its log since it was started. */
  said(): Promise<string>;
}

/** Starts the server, on its own socket only. It outlives us: the last process out stops it. */
export async function startServer(binaries: Binaries, places: Places, owner: ServerOwner): Promise<Started> {
  const size = await stat(places.log).then(
    (s) => s.size,
    () => 0,
  );
  if (size > LOG_LIMIT) await rename(places.log, `${places.log}.1`);
  const from = size > LOG_LIMIT ? 0 : size;
  const log = await open(places.log, 'a', 0o600);
  const args = Object.entries({ ...SETTINGS, unix_socket_directories: places.socket }).flatMap(([k, v]) => ['-c', `${k}=${v}`]);
  const identity = owner.handOver ? { uid: owner.uid, gid: owner.gid } : {};
  const child = spawn(binaries.postgres, ['-D', places.cluster, ...args], {
    cwd: '/',
    env: { LC_ALL: 'C' },
    detached: true,
    stdio: ['ignore', log.fd, log.fd],
    ...identity,
  });
  // Noted from the first moment: a server that refuses to start is gone within milliseconds.
  let ended: string | null = null;
  child.once('error', (e) => {
    ended = e.message;
  });
  child.once('exit', (code, signal) => {
    ended ??= `exit ${code ?? signal}`;
  });
  child.unref();
  await log.close();
  return {
    ended: () => ended,
    said: async () => (await readFile(places.log)).subarray(from).toString('utf8'),
  };
}

/** The process number in the server's own pid file; null when there is none. */
export function serverPid(cluster: string): Promise<number | null> {
  return pidIn(path.join(cluster, 'postmaster.pid'));
}

/** Stops the server cleanly and waits until it is gone. Call it only with lock 7 held exclusively. */
export async function stopServer(cluster: string): Promise<void> {
  const pid = await serverPid(cluster);
  if (!pid) return;
  // SIGINT is the server's "fast" stop: sessions end, a checkpoint is written.
  process.kill(pid, 'SIGINT');
  for (let waited = 0; waited < 60_000; waited += 20) {
    if ((await serverPid(cluster)) !== pid || (process.platform === 'linux' && !(await lives(pid)))) return;
    await sleep(20);
  }
}

/** True for a process that runs; one that was killed and whose parent has not noticed yet does not. */
async function lives(pid: number): Promise<boolean> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
  const state = stat.slice(stat.lastIndexOf(')') + 2, stat.lastIndexOf(')') + 3);
  return state !== '' && state !== 'Z' && state !== 'X';
}

/** True when a process of a server works in the cluster's folder (every server process does), or that can't be told. */
async function inUse(cluster: string, pid: number): Promise<boolean> {
  const folder = await realpath(cluster);
  for (const name of await readdir('/proc')) {
    if (!/^\d+$/.test(name) || !(await lives(Number(name)))) continue;
    const at = await readlink(`/proc/${name}/cwd`).catch(() => null);
    if (at === folder) return true;
    if (at !== null || Number(name) !== pid) continue;
    if ((await readFile(`/proc/${pid}/comm`, 'utf8').catch(() => '')).trim() === 'postgres') return true;
  }
  return false;
}

async function pidIn(file: string): Promise<number | null> {
  const pid = Number((await readFile(file, 'utf8').catch(() => '')).split('\n')[0]);
  return Number.isInteger(pid) && pid > 0 ? pid : null;
}

/**
 * Removes the lock files of a server that is gone although its number still stands for something: for a stranger (after a
 * power cut the number may belong to anybody), or for the killed server itself, whose parent has not noticed. PostgreSQL
 * itself would refuse to start. Never while any process of a server still works in the folder.
 */
export async function dropStaleLocks(places: Places): Promise<void> {
  if (process.platform !== 'linux') return;
  for (const file of [path.join(places.cluster, 'postmaster.pid'), path.join(places.socket, '.s.PGSQL.5432.lock')]) {
    const pid = await pidIn(file);
    if (pid && !(await inUse(places.cluster, pid))) await rm(file, { force: true });
  }
}
