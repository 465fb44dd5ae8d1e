import { createHash } from 'node:crypto';
import { chmod, chown, lstat, mkdir, readFile, rmdir, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { PlainFault } from '#lib/fault.ts';
import type { ServerOwner } from './owner.ts';
import { reachable } from './reach.ts';

/** Where the embedded server keeps its files. */
export interface Places {
  /** PostgreSQL's own data directory. */
  readonly cluster: string;
  /** Short, closed to others: a socket's path may not exceed 107 bytes. */
  readonly socket: string;
  readonly log: string;
  /** Where binaries are copied when they must be. */
  readonly copies: string;
}

const POINTER = 'database-at';
const ROOT_HOME = '/var/lib/gongkai';

function short(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 8);
}

/**
 * Makes the data folder. As root it can be passed through (not listed) by the server's user; its own files are closed.
 */
export async function makeDataFolder(data: string): Promise<void> {
  const mode = process.getuid?.() === 0 ? 0o711 : 0o700;
  await mkdir(data, { recursive: true, mode });
}

/**
 * The cluster stands in the data folder. Where the server's user can't get there (a closed folder of root's), it stands
 * under /var/lib/gongkai and the data folder says where.
 */
async function clusterHome(data: string, owner: ServerOwner): Promise<string> {
  const pointed = await readFile(path.join(data, POINTER), 'utf8').catch(() => null);
  if (pointed) return pointed.trim();
  if (await reachable(path.join(data, 'pg'), owner)) return data;
  const home = path.join(ROOT_HOME, short(data));
  await mkdir(home, { recursive: true, mode: 0o711 });
  await writeFile(path.join(data, POINTER), `${home}\n`, { mode: 0o600 });
  return home;
}

/** A folder only the server's user (and root) can enter; a stranger's folder of that name is never used. */
async function ownedFolder(dir: string, owner: ServerOwner): Promise<boolean> {
  try {
    await mkdir(path.dirname(dir), { recursive: true, mode: 0o755 });
    await mkdir(dir, { mode: 0o700 }).catch((e: NodeJS.ErrnoException) => {
      if (e.code !== 'EEXIST') throw e;
    });
    const found = await lstat(dir);
    if (!found.isDirectory()) return false;
    if (owner.handOver && found.uid === 0) await chown(dir, owner.uid, owner.gid);
    else if (found.uid !== owner.uid) return false;
    await chmod(dir, 0o700);
    return true;
  } catch {
    return false;
  }
}

async function socketFolder(cluster: string, owner: ServerOwner): Promise<string> {
  const name = short(cluster);
  const candidates = owner.handOver
    ? [`/run/gongkai/${name}`, `/tmp/gk-${name}`]
    : [path.join(tmpdir(), `gk-${owner.uid}-${name}`), `/tmp/gk-${owner.uid}-${name}`].filter((d) => d.length < 90);
  for (const dir of candidates) if (await ownedFolder(dir, owner)) return dir;
  throw new PlainFault(`无法建立数据库的套接字目录（试过 ${candidates.join('、')}）。请检查这些目录的权限，或用 DATABASE_URL 指明数据库。`);
}

/** Finds, and makes where absent, the folders of the embedded server for a data folder. */
export async function findPlaces(data: string, owner: ServerOwner): Promise<Places> {
  const home = await clusterHome(data, owner);
  const cluster = path.join(home, 'pg');
  return {
    cluster,
    socket: await socketFolder(cluster, owner),
    log: path.join(home, 'postgres.log'),
    copies: owner.handOver ? path.join(ROOT_HOME, 'programs') : path.join(home, 'programs'),
  };
}

/** The socket's folder again, where the last process out has just tidied it away. */
export async function ensureSocketFolder(places: Places, owner: ServerOwner): Promise<void> {
  await ownedFolder(places.socket, owner);
}

/** Leaves no empty folder behind; one that is in use again stays. */
export async function removeSocketFolder(places: Places): Promise<void> {
  await rmdir(places.socket).catch(() => undefined);
}
