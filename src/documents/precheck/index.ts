import type { PrecheckFinding } from '#domain/precheck/index.ts';
import { apart } from '../apart.ts';
import { BROKEN, inspectHere, isLight } from './here.ts';
import { type InspectedFile, Inspection } from './inspected.ts';

export type { InspectedFile } from './inspected.ts';

const BOUNDS = { timeMs: 30_000, heapMb: 640, bufferMb: 500 };

/**
 * Looks into an attachment for what its reader should not get: hidden sheets, rows and columns, pivot caches, comments, tracked
 * changes, hidden text, metadata, embedded files, positions of photos, personal data. A file that cannot be read is a finding; one
 * that takes longer than half a minute, or more memory than a thread may hold, keeps what was found and says that it is not all.
 */
export async function inspectAttachment(file: InspectedFile, bytes: Uint8Array, bounds = BOUNDS): Promise<PrecheckFinding[]> {
  const found = new Inspection(file);
  if (isLight(bytes)) {
    await inspectHere(bytes, file, found);
    return found.findings;
  }
  const script = new URL('./precheck.worker.ts', import.meta.url);
  const done = await apart<void, InspectedFile, PrecheckFinding>(script, bytes, file, bounds, (finding) => found.add(finding));
  if ('made' in done) return found.findings;
  if (done.stopped === 'died') found.note('PUB-UNREADABLE', 'error', BROKEN);
  else found.note('PUB-TOO-LONG', 'warning', '太大或太复杂，没有全部检查完；请拆分或另存为 PDF 再上传，或人工核对其余部分。');
  return found.findings;
}
