import { decodeText } from '../reading/decode.ts';
import { ReadingStopped } from '../reading/fault.ts';
import { ZipFile } from '../reading/zip.ts';
import { inspectDocx } from './docx.ts';
import type { InspectedFile, Inspection } from './inspected.ts';
import { inspectPhoto } from './photo.ts';
import { inspectXlsx } from './xlsx.ts';

const MOST_BYTES = 300_000_000;
/** Bytes of a plain text that are looked through; a list of all households of a county is shorter. */
const MOST_TEXT = 4_000_000;
/** A file so small, unpacked too, is looked through before a thread would have begun. */
const LIGHT_BYTES = 64 * 1024;
const LIGHT_UNPACKED = 512 * 1024;

function begins(bytes: Uint8Array, hex: string): boolean {
  return Buffer.from(bytes.subarray(0, hex.length / 2)).toString('hex') === hex;
}

/** Packed files by a part only they have, and what is to be said of them. */
const UNREAD: readonly (readonly [readonly string[], string])[] = [
  [['ppt/presentation.xml'], '是演示文稿（.pptx），隐藏的页、备注和批注没有检查；请人工核对，或另存为 PDF 再上传。'],
  [['OFD.xml'], '是版式文件（.ofd），里面没有检查；请人工核对没有不宜公开的内容。'],
  [['xl/workbook.bin'], '是二进制的表格（.xlsb），里面没有检查；请另存为 .xlsx 再上传。'],
  [['mimetype', 'content.xml'], '是开放文档（.odt、.ods、.odp），里面没有检查；请另存为 .docx、.xlsx 或 PDF 再上传。'],
];

function inspectOther(zip: ZipFile, found: Inspection): void {
  const known = UNREAD.find(([parts]) => parts.every((part) => zip.entry(part)));
  found.note('PUB-UNCHECKED', 'warning', known?.[1] ?? '是压缩包，里面的文件没有检查；请逐个上传。');
}

const PHOTOS = ['ffd8ff', '89504e470d0a1a0a', '52494646'];

async function inspect(bytes: Uint8Array, found: Inspection, file: InspectedFile): Promise<void> {
  // Its reader takes long to load, and only threads of their own ever need it.
  if (begins(bytes, '25504446')) return (await import('./pdf.ts')).inspectPdf(bytes, found);
  if (begins(bytes, '504b')) {
    const zip = new ZipFile(bytes, MOST_BYTES);
    if (zip.entry('xl/workbook.xml')) return inspectXlsx(zip, found);
    if (zip.entry('word/document.xml')) return inspectDocx(zip, found);
    return inspectOther(zip, found);
  }
  if (PHOTOS.some((hex) => begins(bytes, hex))) return inspectPhoto(bytes, found);
  if (begins(bytes, 'd0cf11e0')) {
    found.note('PUB-UNCHECKED', 'warning', '是旧格式（.doc、.xls、.wps），看不出有没有隐藏的内容；请另存为 .docx、.xlsx 或 PDF 再上传。');
    return;
  }
  if (/^text\//.test(file.mediaType) || /\.(txt|csv)$/i.test(file.name)) {
    if (bytes.length > MOST_TEXT) found.note('PUB-TOO-LONG', 'warning', '太长，只检查了前4 MB；请拆分后再上传，或人工核对其余部分。');
    const lines = decodeText(bytes.subarray(0, MOST_TEXT)).split('\n');
    lines.forEach((line, i) => {
      found.words(line, `第${i + 1}行`);
    });
    return;
  }
  if (!/^image\//.test(file.mediaType)) found.note('PUB-UNCHECKED', 'warning', '的格式不能检查，请人工核对里面没有不宜公开的内容。');
}

/** Whether a file is soon looked through, whatever it holds. */
export function isLight(bytes: Uint8Array): boolean {
  if (PHOTOS.some((hex) => begins(bytes, hex))) return true;
  if (bytes.length > LIGHT_BYTES || begins(bytes, '25504446')) return false;
  if (!begins(bytes, '504b')) return true;
  try {
    const zip = new ZipFile(bytes, LIGHT_UNPACKED);
    for (const entry of zip.entries) zip.read(entry);
    return true;
  } catch {
    return false;
  }
}

/** Looks a file through in this thread. A file that cannot be read is a finding. */
export async function inspectHere(bytes: Uint8Array, file: InspectedFile, found: Inspection): Promise<void> {
  try {
    await inspect(bytes, found, file);
  } catch (fault) {
    if (!(fault instanceof ReadingStopped)) throw fault;
    const why = fault.why === 'encrypted' ? '设有密码，公众打不开，也无法检查；请去掉密码。' : BROKEN;
    found.note('PUB-UNREADABLE', 'error', why);
  }
}

/** What is said of a file nothing can be read from. */
export const BROKEN = '打不开或已损坏，无法检查；请重新导出后再上传。';
