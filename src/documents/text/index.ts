import { apart } from '../apart.ts';
import type { FileText } from './extract.ts';

export type { FileText } from './extract.ts';

/** A file larger than this is not read for its words. */
const MOST_BYTES = 64 * 1024 * 1024;
const BOUNDS = { timeMs: 15_000, heapMb: 384, bufferMb: 500 };

const FAILED: FileText = { text: '', state: 'failed' };
let last: Promise<unknown> = Promise.resolve();

async function run(bytes: Uint8Array, name: string): Promise<FileText> {
  const text = await apart<FileText, string>(new URL('./text.worker.ts', import.meta.url), bytes, name, BOUNDS);
  return 'made' in text ? text.made : FAILED;
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
