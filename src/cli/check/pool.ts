import { availableParallelism } from 'node:os';
import type { Expanded } from '#documents/reading/expand.ts';
import { readReportFile, type Unreadable } from '#documents/reading/read.ts';
import type { Reading } from '#domain/report/model.ts';

/** A file read, or why not. */
export interface ReadFile {
  readonly file: string;
  readonly reading: Reading | Unreadable;
}

/** Files under way at once: enough that a processor never waits for a disk, few enough that their bytes are little. */
const UNDER_WAY = 2 * Math.min(4, availableParallelism());

/**
 * Reads files, as many at a time as there are processors for, and gives them back in their order. One that breaks or stalls never
 * stops the rest: the reader gives it up by itself.
 * @param onRead called with the number read so far
 */
export async function readFiles(sources: AsyncIterable<Expanded>, onRead: (n: number) => void = () => {}): Promise<ReadFile[]> {
  const out: ReadFile[] = [];
  const running = new Set<Promise<void>>();
  let count = 0;
  let index = 0;
  const read = async (at: number, source: Expanded): Promise<void> => {
    const reading = 'bytes' in source ? await readReportFile(source.bytes, source.path) : source.unreadable;
    out[at] = { file: source.path, reading };
    onRead(++count);
  };
  for await (const source of sources) {
    while (running.size >= UNDER_WAY) await Promise.race(running);
    const job = read(index++, source).finally(() => running.delete(job));
    running.add(job);
  }
  await Promise.all(running);
  return out;
}
