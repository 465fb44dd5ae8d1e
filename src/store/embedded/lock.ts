import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** The process's start time as the kernel tells it: a number used again by another process shows. */
async function bornAt(pid: number): Promise<string> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
  return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '';
}

function alive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (e) {
    return (e as NodeJS.ErrnoException).code === 'EPERM';
  }
}

async function holderGone(file: string): Promise<boolean> {
  const text = await readFile(path.join(file, 'holder'), 'utf8').catch(() => '');
  const [pid, born] = text.split(' ');
  if (!pid) return false;
  return !alive(Number(pid)) || (await bornAt(Number(pid))) !== (born ?? '');
}

/**
 * Runs `work` while holding the lock folder `file`, so that two processes do not both make a database. Only saves work:
 * what is correct without it is the rename in `initialise` and PostgreSQL's own pid file.
 */
export async function withLock<T>(file: string, work: () => Promise<T>): Promise<T> {
  const started = Date.now();
  for (;;) {
    try {
      await mkdir(file);
      break;
    } catch (e) {
      if ((e as NodeJS.ErrnoException).code !== 'EEXIST') throw e;
    }
    const tooLong = Date.now() - started > 120_000;
    if (tooLong || (await holderGone(file))) {
      const stale = `${file}.${process.pid}.stale`;
      await rename(file, stale).catch(() => undefined);
      await rm(stale, { recursive: true, force: true });
    } else await sleep(50);
  }
  try {
    await writeFile(path.join(file, 'holder'), `${process.pid} ${await bornAt(process.pid)}`);
    return await work();
  } finally {
    await rm(file, { recursive: true, force: true });
  }
}
