import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type pg from 'pg';
import { PlainFault } from '#lib/fault.ts';
import { attach, embeddedConnection, type Lease } from './attach.ts';
import { type Binaries, findBinaries } from './binaries.ts';
import { freeBytes } from './disk.ts';
import { initialise } from './initialise.ts';
import { withLock } from './lock.ts';
import { type ServerOwner, serverOwner } from './owner.ts';
import { ensureSocketFolder, findPlaces, makeDataFolder, type Places, removeSocketFolder } from './places.ts';
import { dropStaleLocks, type Started, startServer, stopServer } from './server.ts';

/** A hold on the embedded server of a data folder. */
export interface EmbeddedServer {
  readonly connection: pg.ClientConfig;
  /** The folder of its data: the disk to watch. */
  readonly cluster: string;
  /** Gives the hold up; stops the server when nobody else uses it. */
  close(): Promise<void>;
}

/** The server can't be started; the message says why and what to do. */
export class ServerFault extends PlainFault {}

const PATIENCE_MS = 90_000;

/** Held while a process makes or starts the database. */
function startLock(places: Places): string {
  return path.join(path.dirname(places.cluster), 'starting');
}

export interface EmbeddedOptions {
  /** Receives messages for the console. */
  readonly say?: (text: string) => void;
  /** Another PostgreSQL's programs instead of the packed ones. */
  readonly programs?: Binaries;
}

interface Ground {
  readonly places: Places;
  readonly owner: ServerOwner;
  readonly programs?: Binaries;
}

/**
 * Attaches to the data folder's server, starting or making it first where needed. A server that dies later is started
 * again with growing pauses, never in a loop, and not on a full disk.
 */
export async function openEmbedded(data: string, options: EmbeddedOptions = {}): Promise<EmbeddedServer> {
  await makeDataFolder(data);
  const owner = serverOwner();
  const places = await findPlaces(data, owner);
  const ground: Ground = { places, owner, ...(options.programs && { programs: options.programs }) };
  const state = { lease: await hold(ground), closing: false };
  void keepAlive(state, ground, options.say ?? (() => undefined));
  return {
    connection: embeddedConnection(places),
    cluster: places.cluster,
    async close() {
      if (state.closing) return;
      state.closing = true;
      const last = await state.lease.release().catch(() => false);
      if (last) {
        await stopServer(places.cluster);
        // Not while another process is just starting the server anew.
        await withLock(startLock(places), () => removeSocketFolder(places));
      }
      await state.lease.close();
    },
  };
}

/** Attach, else start and attach. Two processes may do this at once; each failed try begins anew. */
async function hold(ground: Ground): Promise<Lease> {
  const { places } = ground;
  const until = Date.now() + PATIENCE_MS;
  for (let pause = 20; ; pause = Math.min(pause * 2, 1000)) {
    const lease = (await attach(places)) ?? (await withLock(startLock(places), () => start(ground)));
    if (lease) return lease;
    if (Date.now() > until) throw new ServerFault(`数据库在 ${PATIENCE_MS / 1000} 秒内没有启动。日志在 ${places.log}。`);
    await sleep(pause);
  }
}

/** One start, under the lock. Null: the server stopped again for no reason of its own (another process was closing it). */
async function start({ places, owner, programs }: Ground): Promise<Lease | null> {
  const running = await attach(places);
  if (running) return running;
  const binaries = programs ?? (await findBinaries(owner, places.copies));
  await initialise(binaries, places.cluster, owner);
  await ensureSocketFolder(places, owner);
  const started = await startServer(binaries, places, owner);
  return awaitReady(started, places);
}

async function awaitReady(started: Started, places: Places): Promise<Lease | null> {
  const until = Date.now() + PATIENCE_MS;
  for (let pause = 5; Date.now() < until; pause = Math.min(pause * 1.5, 100)) {
    const lease = await attach(places);
    if (lease) return lease;
    const ended = started.ended();
    if (ended !== null) {
      const said = `${ended} ${await started.said()}`;
      if (/lock file .* already exists|shared memory block .* still in use/.test(said)) {
        await dropStaleLocks(places);
        return null;
      }
      throw new ServerFault(explain(said, places));
    }
    await sleep(pause);
  }
  return null;
}

function explain(said: string, places: Places): string {
  if (/No space left/i.test(said)) return '数据库无法启动：磁盘已满。请腾出空间后再启动；已登记的数据不受影响。';
  if (/incompatible with server/i.test(said))
    return `数据库无法启动：${places.cluster} 是另一个 PostgreSQL 版本建立的。请用原来的版本启动并备份，再换新版本。`;
  if (/ENOENT/.test(said)) return '数据库程序不见了。请重新运行一次安装（删除 node_modules 后再启动）。';
  const last = said.trim().split('\n').slice(-4).join(' / ');
  return `数据库无法启动：${last}。日志在 ${places.log}。`;
}

/** Starts a server that died again, with pauses of 1, 2, 4 … 60 seconds; waits while the disk is full. */
async function keepAlive(state: { lease: Lease; closing: boolean }, ground: Ground, say: (text: string) => void): Promise<void> {
  const { places } = ground;
  for (;;) {
    await state.lease.lost;
    if (state.closing) return;
    say('数据库连接断开，正在恢复……\n');
    for (let pause = 1000; !state.closing; pause = Math.min(pause * 2, 60_000)) {
      await sleep(pause, undefined, { ref: false });
      if (state.closing) return;
      if ((await freeBytes(path.dirname(places.cluster))) < 32 * 1024 * 1024) {
        say('磁盘已满，数据库停机等待。请腾出空间，随后自动恢复。\n');
        continue;
      }
      try {
        state.lease = await hold(ground);
        say('数据库已恢复。\n');
        break;
      } catch (e) {
        say(`${e instanceof Error ? e.message : String(e)}\n`);
      }
    }
  }
}
