import { Worker } from 'node:worker_threads';
import type { FileText } from './extract.ts';

export type { FileText } from './extract.ts';

/** A file larger than this is not read for its words. */
const MOST_BYTES = 64 * 1024 * 1024;
const TIME_MS = 15_000;
const HEAP_MB = 384;

const FAILED: FileText = { text: '', state: 'failed' };
let last: Promise<unknown> = Promise.resolve();

function run(bytes: Uint8Array, name: string): Promise<FileText> {
  const { promise, resolve } = Promise.withResolvers<FileText>();
  const worker = new Worker(new URL('./text.worker.ts', import.meta.url), { resourceLimits: { maxOldGenerationSizeMb: HEAP_MB } });
  const clock = setTimeout(() => finish(FAILED), TIME_MS);
  const finish = (result: FileText): void => {
    clearTimeout(clock);
    resolve(result);
    void worker.terminate();
  };
  worker.on('message', finish);
  worker.on('error', () => finish(FAILED));
  worker.on('exit', () => finish(FAILED));
  const own = new Uint8Array(bytes);
  worker.postMessage({ bytes: own, name }, [own.buffer]);
  return promise;
}

/**
 * The text of an attachment (docx, pdf, xlsx, pptx, doc, txt, csv, html), for the search: at most 100,000 characters, 15 seconds, one file at a
 * time, in a thread of its own. A file that cannot be read has none.
 */
export function textOfFile(bytes: Uint8Array, name: string): Promise<FileText> {
  if (bytes.length > MOST_BYTES) return Promise.resolve(FAILED);
  const result = last.then(() => run(bytes, name));
  last = result;
  return result;
}
