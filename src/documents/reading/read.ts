import type { Reading } from '#domain/report/model.ts';
import { readHere } from './formats.ts';
import { readApart } from './pool.ts';
import { oversized } from './size.ts';
import { sniff } from './sniff.ts';
import { type Unreadable, unreadable } from './unreadable.ts';

export { readReportText } from './text.ts';
export { isUnreadable, type Unreadable } from './unreadable.ts';

/** Larger files are not opened. */
const LARGEST = 100 * 1024 * 1024;
/** Text up to this size is read at once; everything else in a thread that can be ended. */
const SMALL_TEXT = 200_000;

/**
 * Reads any office's annual report from a file. What it is, is told from its content; the name only serves messages. Never
 * throws: whatever cannot be read comes back as an {@link Unreadable} that says why and what to do. Ends within 20 seconds, plus
 * the time it waits for others; call it for many files at once and it uses every processor.
 */
export async function readReportFile(bytes: Uint8Array, name: string): Promise<Reading | Unreadable> {
  if (bytes.length > LARGEST) return unreadable('tooLarge', '文件超过100兆字节；年报正文一般不到5兆，请只提供年报本身。');
  const kind = sniff(bytes);
  const tooLarge = oversized(bytes, bytes.length);
  if (tooLarge) return tooLarge;
  const simple =
    kind === 'text' || kind === 'json'
      ? bytes.length <= SMALL_TEXT
      : ['empty', 'image', 'binary', 'ofd', 'zip', 'encryptedOffice'].includes(kind);
  return simple ? readHere(bytes, name) : readApart(bytes, name);
}
