import { Worker } from 'node:worker_threads';
import type { DocxPage } from './docx.ts';

const TIME_MS = 20_000;
const HEAP_MB = 640;

/**
 * A Word file as a page, made in a thread of its own: the server goes on answering meanwhile. Null where it can't be read, takes longer
 * than twenty seconds, or needs more memory than a thread may hold.
 */
export function docxApart(bytes: Uint8Array, timeMs: number = TIME_MS): Promise<DocxPage | null> {
  const { promise, resolve } = Promise.withResolvers<DocxPage | null>();
  const worker = new Worker(new URL('./docx.worker.ts', import.meta.url), {
    resourceLimits: { maxOldGenerationSizeMb: HEAP_MB, maxYoungGenerationSizeMb: 48 },
  });
  const finish = (page: DocxPage | null): void => {
    clearTimeout(clock);
    resolve(page);
    void worker.terminate();
  };
  const clock = setTimeout(() => finish(null), timeMs);
  worker
    .once('message', finish)
    .once('error', () => finish(null))
    .once('exit', () => finish(null));
  // A copy of its own: a view would drag the whole upload it lies in along.
  const own = new Uint8Array(bytes);
  worker.postMessage(own, [own.buffer]);
  return promise;
}
