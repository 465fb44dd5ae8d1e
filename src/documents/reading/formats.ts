import type { Reading } from '#domain/report/model.ts';
import { decodeText } from './decode.ts';
import { readDocx } from './docx.ts';
import { ReadingStopped } from './fault.ts';
import { readHtml } from './html.ts';
import { readJson } from './json.ts';
import { readConverted, readOle } from './legacy.ts';
import { readMhtml } from './mhtml.ts';
import { readPdf } from './pdf/read.ts';
import { type FileKind, sniff } from './sniff.ts';
import { readReportText } from './text.ts';
import { type Unreadable, unreadable } from './unreadable.ts';
import { readXlsx } from './xlsx.ts';

type Reader = (bytes: Uint8Array, name: string) => Reading | Unreadable | Promise<Reading | Unreadable>;

const READERS: Record<FileKind, Reader> = {
  empty: () => unreadable('broken', '文件是空的（0字节）；请重新导出或上传。'),
  image: () => unreadable('scanned', '这是图片，没有可读的文字；请提供可以复制文字的文件（Word、网页或带文字的PDF）。'),
  binary: () => unreadable('unsupported', '不认识的文件格式；请另存为Word（.docx）、PDF、网页、Excel或文本文件。'),
  ofd: () => unreadable('unsupported', '暂不能读OFD文件；请另存为Word（.docx）或带文字的PDF。'),
  zip: () => unreadable('unsupported', '这是压缩包，里面没有Word或Excel的正文；请解压后提供年报文件。'),
  encryptedOffice: () => unreadable('encrypted', '文件设有打开密码；请去掉密码后再提供。'),
  text: (bytes) => readReportText(decodeText(bytes)),
  html: (bytes) => readHtml(bytes),
  mhtml: (bytes) => readMhtml(bytes),
  json: (bytes) => readJson(decodeText(bytes)),
  docx: (bytes) => readDocx(bytes),
  xlsx: (bytes) => readXlsx(bytes),
  ole: (bytes, name) => readOle(bytes, name),
  rtf: (bytes) => readConverted(bytes, 'rtf'),
  odf: (bytes) => readConverted(bytes, 'odt'),
  officeXml: (bytes) => readConverted(bytes, 'xml'),
  pdf: (bytes) => readPdf(bytes),
};

/** Reads a file in this thread. Never throws. */
export async function readHere(bytes: Uint8Array, name: string): Promise<Reading | Unreadable> {
  try {
    return await READERS[sniff(bytes)](bytes, name);
  } catch (fault) {
    if (fault instanceof ReadingStopped) return unreadable(fault.why, fault.message);
    return unreadable(
      'broken',
      `文件内容已损坏，读到一半无法继续（${fault instanceof Error ? fault.name : '未知原因'}）；请重新导出后再试。`,
    );
  }
}
