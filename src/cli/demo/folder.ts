import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PlainFault } from '#lib/fault.ts';

/** A folder with this file is the demo's own and may be emptied. */
const MARK = 'gongkai-demo';
const RUNNING = 'running';
/** Where the embedded database stands when it can't stand in the folder itself. */
const POINTER = 'database-at';
const ELSEWHERE = '/var/lib/gongkai/';

async function names(folder: string): Promise<string[]> {
  return readdir(folder).catch((e: NodeJS.ErrnoException) => {
    if (e.code === 'ENOENT') return [];
    throw new PlainFault(`打不开演示数据文件夹“${folder}”（${e.code ?? e.message}）。请检查权限，或用设置 GONGKAI_DATA 换一个位置。`);
  });
}

function alive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (e) {
    return (e as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** True for a folder that is the demo's. */
export async function carriesMark(folder: string): Promise<boolean> {
  return (await names(folder)).includes(MARK);
}

/** Makes the folder the demo's, or refuses one that holds something else. */
export async function claimFolder(folder: string): Promise<void> {
  const found = await names(folder);
  if (found.includes(MARK)) return;
  if (found.length > 0) throw new PlainFault(`“${folder}”里有别的数据，不是演示数据，没有动它。请用设置 GONGKAI_DATA 换一个位置。`);
  try {
    await mkdir(folder, { recursive: true, mode: process.getuid?.() === 0 ? 0o711 : 0o700 });
    await writeFile(join(folder, MARK), '这个文件夹是演示数据，可以整个删掉。\n');
  } catch (e) {
    throw new PlainFault(
      `不能写演示数据文件夹“${folder}”（${(e as NodeJS.ErrnoException).code ?? String(e)}）。请检查权限和磁盘，或用设置 GONGKAI_DATA 换一个位置。`,
    );
  }
}

/** The other demos that are running on this folder, by process number. */
export async function othersRunning(folder: string): Promise<number[]> {
  const pids = (await names(join(folder, RUNNING))).map(Number);
  return pids.filter((pid) => Number.isInteger(pid) && pid !== process.pid && alive(pid));
}

/** Notes that this process uses the folder; returns how to take the note away. */
export async function noteRunning(folder: string): Promise<() => Promise<void>> {
  const note = join(folder, RUNNING, String(process.pid));
  await mkdir(join(folder, RUNNING), { recursive: true });
  await writeFile(note, '');
  return () => rm(note, { force: true });
}

/** Empties the demo's folder, and its database where that stands elsewhere. Only a folder that carries the mark. */
export async function emptyFolder(folder: string): Promise<void> {
  const found = await names(folder);
  if (found.length === 0) return;
  if (!found.includes(MARK)) throw new PlainFault(`“${folder}”不是演示数据，没有清空。`);
  const others = await othersRunning(folder);
  if (others.length > 0) throw new PlainFault(`演示正在运行（进程${others.join('、')}），请先停掉它，再用 --fresh。`);
  const elsewhere = await readFile(join(folder, POINTER), 'utf8').then(
    (text) => text.trim(),
    () => null,
  );
  if (elsewhere?.startsWith(ELSEWHERE) && !elsewhere.includes('..')) await rm(elsewhere, { recursive: true, force: true });
  for (const name of found) if (name !== MARK) await rm(join(folder, name), { recursive: true, force: true });
}
