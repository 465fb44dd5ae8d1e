import { createHash } from 'node:crypto';
import { expandBytes } from '#documents/reading/expand.ts';
import { isUnreadable, readReportFile } from '#documents/reading/read.ts';
import type { Level } from '#domain/checker/index.ts';
import type { Submitted } from '#domain/checking/keeping.ts';
import type { Upload } from '../check/upload.ts';

/** Reports of one submission, those in ZIPs counted. */
const MOST = 300;

async function readOne(file: string, bytes: Uint8Array): Promise<Submitted> {
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const reading = await readReportFile(bytes, file);
  return { file, sha256, read: isUnreadable(reading) ? { unread: reading.message } : reading };
}

function unread(file: string, message: string): Submitted {
  return { file, sha256: createHash('sha256').update(file).digest('hex'), read: { unread: message } };
}

function yearOf({ read }: Submitted): number {
  return 'unread' in read ? 0 : (read.report.year ?? 0);
}

/**
 * Reads what was handed in, one at a time: the reader's threads are also the public page's, and a ZIP's members are inflated as they
 * are read. Earlier years come first: next year's report is compared with them.
 */
export async function readSubmitted(uploads: readonly Upload[], level: Level | undefined): Promise<Submitted[]> {
  const out: Submitted[] = [];
  for (const upload of uploads) {
    if (upload.tooLarge) {
      out.push(unread(upload.name, '文件超过30 MB，请只提供年报本身。'));
      continue;
    }
    for (const found of expandBytes(upload.name, upload.bytes)) {
      if (out.length >= MOST) {
        out.push(unread(found.path, `一次最多查${MOST}份，这一份起没有查，请分批提交。`));
        break;
      }
      out.push('unreadable' in found ? unread(found.path, found.unreadable.message) : await readOne(found.path, found.bytes));
    }
  }
  return out.map((s) => ({ ...s, level })).sort((a, b) => yearOf(a) - yearOf(b));
}
