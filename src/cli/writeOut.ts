import { randomUUID } from 'node:crypto';
import { access, chmod, constants, realpath, rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { PlainFault } from '#lib/fault.ts';
import { UsageError } from './command.ts';

/** Another name or place helps. */
const WHY: Readonly<Record<string, string>> = {
  ENOENT: '没有这个文件夹',
  EISDIR: '这是一个文件夹',
  ENOTDIR: '没有这个文件夹',
  EACCES: '没有写入的权限',
  EPERM: '没有写入的权限',
  EROFS: '没有写入的权限',
  ENAMETOOLONG: '文件名太长',
  ELOOP: '链接绕成了圈',
};

/** The machine must be put right first. */
const FAULTS: Readonly<Record<string, string>> = {
  ENOSPC: '磁盘已满，请清出空间后再试',
  EDQUOT: '磁盘配额已用完，请清出空间后再试',
  EFBIG: '超过了这台机器上单个文件的上限，请分几次做',
  EBUSY: '文件正被别的程序占用，请关掉后再试',
  EIO: '磁盘读写出错，请检查磁盘',
};

/** Why a machine could not write, from the code of its fault, and what to do. */
export function machineFault(code: string): string {
  return FAULTS[code] ?? `系统报告 ${code}，请检查磁盘或换一个位置`;
}

async function sameFile(a: string, b: string): Promise<boolean> {
  const [one, other] = await Promise.all([a, b].map((p) => stat(p).catch(() => null)));
  return Boolean(one && other && one.isFile() && one.ino === other.ino && one.dev === other.dev);
}

/** Writes beside the place and moves it there when it is whole; an older file stays as it was until then, and where it fails. */
async function writeWhole(to: string, made: string | Uint8Array): Promise<void> {
  const before = await stat(to).catch(() => null);
  // A terminal or a pipe takes what comes and can't be put in place of; a folder says by itself that it is one.
  if (before && !before.isFile()) return writeFile(to, made);
  // What is not to be written over is not to be put in place of either.
  if (before) await access(to, constants.W_OK);
  const place = before ? await realpath(to) : to;
  const beside = join(dirname(place), `.${basename(place).slice(0, 60)}.${randomUUID().slice(0, 8)}`);
  try {
    await writeFile(beside, made, { flag: 'wx' });
    if (before) await chmod(beside, before.mode);
    await rename(beside, place);
  } catch (fault) {
    await rm(beside, { force: true }).catch(() => undefined);
    throw fault;
  }
}

/**
 * Writes what was made where the caller asked for it: whole, or not at all.
 * @param read the files it was made from: none of them is written over, by whatever name
 * @throws UsageError where it can't be written there; PlainFault where the disk is full or broken
 */
export async function writeOut(cwd: string, path: string, made: string | Uint8Array, read: readonly string[] = []): Promise<void> {
  const to = resolve(cwd, path);
  for (const file of read)
    if (await sameFile(to, resolve(cwd, file))) throw new UsageError(`不能写到“${path}”：这是要读的原文件，请换一个文件名。`);
  await writeWhole(to, made).catch((e: NodeJS.ErrnoException) => {
    if (e.code === undefined) throw e;
    const why = WHY[e.code];
    if (why) throw new UsageError(`不能写到“${path}”：${why}。`);
    throw new PlainFault(`没有写成“${path}”：${machineFault(e.code)}。`);
  });
}
