import { mkdir, readFile, rmdir, unlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const WAIT_MS = 200;

function alive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (e) {
    return (e as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** Runs alone among the processes that use the folder; a lock left by a process that is gone is taken over. */
export async function alone<T>(folder: string, waiting: () => void, work: () => Promise<T>): Promise<T> {
  const lock = join(folder, 'filling');
  const holder = join(lock, 'pid');
  const release = async () => {
    await unlink(holder).catch(() => undefined);
    await rmdir(lock).catch(() => undefined);
  };
  let told = false;
  for (;;) {
    try {
      await mkdir(lock);
      await writeFile(holder, String(process.pid));
      break;
    } catch (e) {
      if ((e as NodeJS.ErrnoException).code !== 'EEXIST') throw e;
      const pid = Number(await readFile(holder, 'utf8').catch(() => '0'));
      if (pid && !alive(pid)) await release();
      else {
        if (!told) waiting();
        told = true;
        await new Promise((done) => setTimeout(done, WAIT_MS));
      }
    }
  }
  try {
    return await work();
  } finally {
    await release();
  }
}
