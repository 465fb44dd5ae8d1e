import { stat, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { UsageError } from './command.ts';

const WHY: Readonly<Record<string, string>> = {
  ENOENT: '没有这个文件夹',
  EISDIR: '这是一个文件夹',
  ENOTDIR: '没有这个文件夹',
  EACCES: '没有写入的权限',
  EPERM: '没有写入的权限',
  EROFS: '没有写入的权限',
};

async function sameFile(a: string, b: string): Promise<boolean> {
  const [one, other] = await Promise.all([a, b].map((p) => stat(p).catch(() => null)));
  return Boolean(one && other && one.isFile() && one.ino === other.ino && one.dev === other.dev);
}

/**
 * Writes what was made where the caller asked for it.
 * @param read the files it was made from: none of them is written over, by whatever name
 * @throws UsageError where it can't be written
 */
export async function writeOut(cwd: string, path: string, made: string | Uint8Array, read: readonly string[] = []): Promise<void> {
  const to = resolve(cwd, path);
  for (const file of read)
    if (await sameFile(to, resolve(cwd, file))) throw new UsageError(`不能写到“${path}”：这是要读的原文件，请换一个文件名。`);
  await writeFile(to, made).catch((e: NodeJS.ErrnoException) => {
    const why = WHY[e.code ?? ''];
    if (!why) throw e;
    throw new UsageError(`不能写到“${path}”：${why}。`);
  });
}
