import { lstat, open, readdir, stat as statOf } from 'node:fs/promises';
import { join } from 'node:path';
import { ReadingStopped } from './fault.ts';
import { givenFile, NOT_A_FILE } from './given.ts';
import { oversized } from './size.ts';
import { sniff } from './sniff.ts';
import { type Unreadable, unreadable } from './unreadable.ts';
import { type ZipEntry, ZipFile } from './zip.ts';

/** A file to read, or why it can't be; `path` is what is shown: the argument, then the path in the folder or ZIP. */
export type Expanded = { readonly path: string; readonly bytes: Uint8Array } | { readonly path: string; readonly unreadable: Unreadable };

const MOST_FILES = 2_000;
const MOST_DEPTH = 12;
const MOST_NESTING = 2;
const LARGEST = 100 * 1024 * 1024;
/** One member of a ZIP, inflated. */
const LARGEST_MEMBER = 60 * 1024 * 1024;
/** All members of one ZIP, inflated. */
const MOST_INFLATED = 1024 * 1024 * 1024;

const BY_PATH = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** What systems and programs leave beside the files. */
function leftover(name: string): boolean {
  return /^(?:\.|~\$|~\w+\.tmp$|__MACOSX$|Thumbs\.db$|desktop\.ini$)/i.test(name);
}

/** What 新建 in a folder's menu makes, never written in: it has no bytes. */
function unwritten(name: string, size: number): boolean {
  return size === 0 && /^新建[^/]*\.\w+$/.test(name.slice(name.lastIndexOf('/') + 1));
}

/** No bytes, stored or deflated. */
function isEmpty(entry: ZipEntry): boolean {
  return entry.crc === 0 && entry.compressed <= 5;
}

/** A member's name as a path to show: no way up, no drive, no control characters. */
export function shownPath(name: string): string {
  const parts = name
    .replaceAll('\\', '/')
    .replace(/[\p{Cc}\p{Cf}]/gu, '')
    .replace(/^[A-Za-z]:/, '')
    .split('/')
    .filter((p) => p !== '' && p !== '.' && p !== '..');
  return parts.join('/').slice(0, 300).toWellFormed() || '未命名';
}

/** A path as it may be shown: a name can hold what steers a terminal or turns the reading direction. */
function harmless(path: string): string {
  return path.replace(/[\p{Cc}\p{Cf}]/gu, '\ufffd');
}

interface Budget {
  files: number;
}

function stopped(path: string, fault: unknown): Expanded {
  if (fault instanceof ReadingStopped) return { path, unreadable: unreadable(fault.why, fault.message) };
  const code = fault instanceof Error && 'code' in fault ? String(fault.code) : '';
  if (code === NOT_A_FILE) return { path, unreadable: unreadable('unsupported', `这${NOT_A_FILE}（是设备或管道）；请给出年报文件。`) };
  const why = code === 'ENOENT' ? '找不到这个文件' : code === 'EACCES' || code === 'EPERM' ? '没有权限打开这个文件' : '打不开这个文件';
  return { path, unreadable: unreadable('broken', `${why}；请检查路径和权限。`) };
}

function* members(path: string, bytes: Uint8Array, nesting: number, budget: Budget): Generator<Expanded> {
  if (sniff(bytes) !== 'zip') {
    yield { path, bytes };
    return;
  }
  if (nesting > MOST_NESTING) {
    yield { path, unreadable: unreadable('tooLarge', '压缩包套了太多层；请解压后再提供。') };
    return;
  }
  let zip: ZipFile;
  try {
    zip = new ZipFile(bytes, MOST_INFLATED);
  } catch (fault) {
    yield stopped(path, fault);
    return;
  }
  const entries = zip.entries
    .map((entry) => ({ entry, shown: shownPath(entry.name) }))
    .filter(
      ({ entry, shown }) =>
        !entry.name.endsWith('/') && !shown.split('/').some(leftover) && !unwritten(shown, isEmpty(entry) ? 0 : entry.compressed),
    )
    .sort((a, b) => BY_PATH(a.shown, b.shown));
  if (entries.length === 0) yield { path, unreadable: unreadable('notAReport', '压缩包里没有文件。') };
  for (const { entry, shown } of entries) {
    const own = `${path}/${shown}`;
    if (--budget.files < 0) {
      yield { path: own, unreadable: unreadable('tooLarge', `文件超过${MOST_FILES}个，这一个起没有读；请分批提供。`) };
      return;
    }
    try {
      yield* members(own, zip.read(entry, LARGEST_MEMBER), nesting + 1, budget);
    } catch (fault) {
      yield stopped(own, fault);
    }
  }
}

/** The files in an upload: itself, or what a ZIP holds, by path. */
export function expandBytes(name: string, bytes: Uint8Array): Generator<Expanded> {
  return members(name, bytes, 0, { files: MOST_FILES });
}

async function* walk(shown: string, path: string, depth: number, budget: Budget): AsyncGenerator<Expanded> {
  const stat = await (depth === 0 ? statOf : lstat)(path);
  if (stat.isDirectory()) {
    if (depth > MOST_DEPTH) {
      yield { path: shown, unreadable: unreadable('tooLarge', '文件夹套了太多层；请只提供放年报的文件夹。') };
      return;
    }
    const names = (await readdir(path)).filter((n) => !leftover(n)).sort(BY_PATH);
    for (const name of names) {
      if (budget.files < 0) return;
      yield* guarded(`${shown.replace(/\/+$/, '')}/${harmless(name)}`, join(path, name), depth + 1, budget);
    }
    return;
  }
  if (depth > 0 && (!stat.isFile() || unwritten(shown, stat.size))) return;
  if (--budget.files < 0) {
    yield { path: shown, unreadable: unreadable('tooLarge', `文件超过${MOST_FILES}个，这一个起没有读；请分批提供。`) };
    return;
  }
  if (!stat.isFile()) {
    yield* members(shown, await givenFile(path), 0, budget);
    return;
  }
  const tooLarge =
    stat.size > LARGEST ? unreadable('tooLarge', '文件超过100兆字节；请只提供年报本身。') : oversized(await headOf(path), stat.size);
  if (tooLarge) yield { path: shown, unreadable: tooLarge };
  else yield* members(shown, await givenFile(path), 0, budget);
}

/** Enough of a file to tell what it is, where its end is not needed for that. */
async function headOf(path: string): Promise<Uint8Array> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(new Uint8Array(16_384), 0, 16_384, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

async function* guarded(shown: string, path: string, depth: number, budget: Budget): AsyncGenerator<Expanded> {
  try {
    yield* walk(shown, path, depth, budget);
  } catch (fault) {
    yield stopped(shown, fault);
  }
}

/**
 * The files an argument names: a file, a folder and all below it, or what a ZIP holds, by path. Links inside a folder are not
 * followed. Never throws.
 * @param argument as given, shown in front of every path; @param path where it is on this machine
 */
export function expandPath(argument: string, path: string): AsyncGenerator<Expanded> {
  return guarded(harmless(argument), path, 0, { files: MOST_FILES });
}
