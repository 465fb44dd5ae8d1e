import { type FileKind, sniff } from './sniff.ts';
import { type Unreadable, unreadable } from './unreadable.ts';

/** Kinds of plain characters: larger ones are no report, and opening them would cost many times their size. */
const LARGEST: Partial<Record<FileKind, number>> = { text: 20_000_000, json: 20_000_000, html: 30_000_000, mhtml: 60_000_000 };

/**
 * Why a file is too large for what it is; null where it is not.
 * @param head the file, or its beginning: ZIP and OLE files are not told apart here
 */
export function oversized(head: Uint8Array, size: number): Unreadable | null {
  if (size <= LARGEST.text!) return null;
  const most = LARGEST[sniff(head)];
  if (most === undefined || size <= most) return null;
  return unreadable('tooLarge', `文字或网页文件超过${most / 1_000_000}兆字节，不像一份年报；请只提供年报本身。`);
}
