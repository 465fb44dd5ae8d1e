import { availableParallelism } from 'node:os';
import type { Expanded } from '#documents/reading/expand.ts';
import { readReportFile, type Unreadable } from '#documents/reading/read.ts';
import type { Reading } from '#domain/report/model.ts';

/** A file read, or why not. */
export interface ReadFile {
  readonly file: string;
  readonly reading: Reading | Unreadable;
}

/** Files under way at once: enough that a processor never waits for a disk. */
const UNDER_WAY = 2 * Math.min(4, availableParallelism());
/** Bytes of the files under way; a larger file waits until it is the only one. A reader holds its file a second time. */
const BYTES_UNDER_WAY = 32 * 1024 * 1024;

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
  let bytes = 0;
  const read = async (at: number, source: Expanded): Promise<void> => {
    const reading = 'bytes' in source ? await readReportFile(source.bytes, source.path) : source.unreadable;
    out[at] = { file: source.path, reading };
    onRead(++count);
  };
  for await (const source of sources) {
    const size = 'bytes' in source ? source.bytes.length : 0;
    while (running.size >= UNDER_WAY || (running.size > 0 && bytes + size > BYTES_UNDER_WAY)) await Promise.race(running);
    bytes += size;
    const job = read(index++, source).finally(() => {
      running.delete(job);
      bytes -= size;
    });
    running.add(job);
  }
  await Promise.all(running);
  return out;
}
