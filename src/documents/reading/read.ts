import type { Reading } from '#domain/report/model.ts';
import { decodeText } from './decode.ts';
import { type FileKind, sniff } from './sniff.ts';
import { readReportText } from './text.ts';
import { type Unreadable, unreadable } from './unreadable.ts';

export { readReportText } from './text.ts';
export { isUnreadable, type Unreadable, type UnreadableReason } from './unreadable.ts';

/** Larger files are not opened. */
const LARGEST = 100 * 1024 * 1024;

type Reader = (bytes: Uint8Array, name: string) => Reading | Unreadable | Promise<Reading | Unreadable>;

const READERS: Record<FileKind, Reader> = {
  empty: () => unreadable('broken', '文件是空的（0字节）；请重新导出或上传。'),
  image: () => unreadable('scanned', '这是图片，没有可读的文字；请提供可以复制文字的文件（Word、网页或带文字的PDF）。'),
  text: (bytes) => readReportText(decodeText(bytes)),
  binary: () => unreadable('unsupported', '不认识的文件格式；请另存为Word（.docx）、PDF、网页、Excel或文本文件。'),
  docx: unsupported,
  xlsx: unsupported,
  zip: unsupported,
  ofd: () => unreadable('unsupported', '暂不能读OFD文件；请另存为Word（.docx）或带文字的PDF。'),
  odf: unsupported,
  ole: unsupported,
  encryptedOffice: () => unreadable('encrypted', '文件设有打开密码；请去掉密码后再提供。'),
  rtf: unsupported,
  pdf: unsupported,
  html: unsupported,
  mhtml: unsupported,
  json: unsupported,
};

function unsupported(): Unreadable {
  return unreadable('unsupported', '暂不能读这种文件；请另存为文本文件。');
}

/**
 * Reads any office's annual report from a file. What it is, is told from its content; the name only serves messages.
 * Never throws: whatever cannot be read comes back as an {@link Unreadable} that says why and what to do.
 */
export async function readReportFile(bytes: Uint8Array, name: string): Promise<Reading | Unreadable> {
  if (bytes.length > LARGEST) return unreadable('tooLarge', '文件超过100兆字节；年报正文一般不到5兆，请只提供年报本身。');
  try {
    return await READERS[sniff(bytes)](bytes, name);
  } catch (fault) {
    return unreadable(
      'broken',
      `文件内容已损坏，读到一半无法继续（${fault instanceof Error ? fault.name : '未知原因'}）；请重新导出后再试。`,
    );
  }
}
