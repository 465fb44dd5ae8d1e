import { apart } from '../apart.ts';
import type { DocxPage } from './docx.ts';

const BOUNDS = { timeMs: 20_000, heapMb: 640, bufferMb: 500 };

/**
 * A Word file as a page, made in a thread of its own: the server goes on answering meanwhile. Null where it can't be read, takes longer
 * than twenty seconds, or needs more memory than a thread may hold.
 */
export async function docxApart(bytes: Uint8Array, timeMs: number = BOUNDS.timeMs): Promise<DocxPage | null> {
  const page = await apart<DocxPage>(new URL('./docx.worker.ts', import.meta.url), bytes, null, { ...BOUNDS, timeMs });
  return 'made' in page ? page.made : null;
}
