import { execFile } from 'node:child_process';
import { access, chown, mkdir, readdir, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { PlainFault } from '#lib/fault.ts';
import type { Binaries } from './binaries.ts';
import type { ServerOwner } from './owner.ts';

const run = promisify(execFile);

/** The role of the embedded server; it is reachable through a closed socket folder only. */
export const EMBEDDED_USER = 'gongkai';

/** True when the cluster has been made. */
export async function isInitialised(cluster: string): Promise<boolean> {
  return access(path.join(cluster, 'PG_VERSION')).then(
    () => true,
    () => false,
  );
}

/** A user without an entry in the password file gets a mapped name, for initdb only. */
function command(binaries: Binaries, owner: ServerOwner, args: string[]): [string, string[]] {
  if (owner.named) return [binaries.initdb, args];
  return ['unshare', ['--user', '--map-user=65534', '--map-group=65534', binaries.initdb, ...args]];
}

/** Folders that a killed first start left behind. */
async function sweep(cluster: string): Promise<void> {
  const dir = path.dirname(cluster);
  for (const name of await readdir(dir)) {
    if (/^pg\.\d+\.new$/.test(name)) await rm(path.join(dir, name), { recursive: true, force: true });
  }
}

/**
 * Makes the cluster: UTF-8, sorted by code point whatever the machine's locale. Made beside and renamed, so that a
 * half-made one is never taken for whole, and of two at once the second gives way. Call it under the lock.
 */
export async function initialise(binaries: Binaries, cluster: string, owner: ServerOwner): Promise<void> {
  if (await isInitialised(cluster)) return;
  await sweep(cluster);
  const fresh = `${cluster}.${process.pid}.new`;
  await mkdir(fresh, { mode: 0o700 });
  if (owner.handOver) await chown(fresh, owner.uid, owner.gid);
  const common = ['-D', fresh, '-U', EMBEDDED_USER, '--auth=trust', '--no-instructions', '--encoding=UTF8'];
  const [file, args] = command(binaries, owner, [...common, ...binaries.locale]);
  const identity = owner.handOver ? { uid: owner.uid, gid: owner.gid } : {};
  try {
    await run(file, args, { cwd: '/', env: { LC_ALL: 'C', PATH: process.env['PATH'] ?? '/usr/bin:/bin' }, ...identity });
    await rename(fresh, cluster);
  } catch (e) {
    await rm(fresh, { recursive: true, force: true });
    if (await isInitialised(cluster)) return;
    const why = e instanceof Error && 'stderr' in e ? String(e.stderr).trim() : String(e);
    throw new PlainFault(explainInitdb(why), { cause: e });
  }
}

function explainInitdb(why: string): string {
  if (/No space left/i.test(why)) return '无法建立数据库：磁盘已满。请腾出空间后再启动。';
  if (/look up effective user|unshare/i.test(why))
    return '无法建立数据库：当前用户在系统里没有名字。请换一个普通用户运行，或用 DATABASE_URL 指明数据库。';
  return `无法建立数据库：${why.split('\n').slice(-5).join(' / ')}`;
}
