import { readdir, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Io } from '../command.ts';

/** Fewer files than this are read before anyone wonders. */
const FEW = 5;
const EVERY = 25;
const WIDTH = 30;
const MOST_COUNTED = 2_000;

async function countIn(path: string, depth: number): Promise<number> {
  const found = await stat(path).catch(() => null);
  if (!found?.isDirectory()) return found ? 1 : 0;
  if (depth > 12) return 0;
  const entries = await readdir(path, { withFileTypes: true }).catch(() => []);
  let n = 0;
  for (const e of entries) {
    if (n > MOST_COUNTED) break;
    if (!e.name.startsWith('.')) n += e.isDirectory() ? await countIn(join(path, e.name), depth + 1) : 1;
  }
  return n;
}

/** Says on standard error how many files have been read: a bar at a terminal, else a line every 25. A ZIP counts as one until it is read. */
export async function progressOf(args: readonly string[], io: Io, terminal: boolean): Promise<{ read(n: number): void; end(): void }> {
  const counts = await Promise.all(args.map((a) => countIn(resolve(io.cwd, a), 0)));
  const total = counts.reduce((a, b) => a + b, 0);
  let shown = false;
  return {
    read(n) {
      if (Math.max(n, total) <= FEW) return;
      const of = Math.max(n, total);
      if (terminal) {
        const done = Math.round((n / of) * WIDTH);
        io.err(`\r[${'#'.repeat(done)}${'.'.repeat(WIDTH - done)}] 已读${n}/${of}个文件`);
        shown = true;
      } else if (n % EVERY === 0) io.err(`已读${n}个文件\n`);
    },
    end() {
      if (shown) io.err('\n');
    },
  };
}
