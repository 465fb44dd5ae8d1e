import type { PrecheckFinding } from '#domain/precheck/index.ts';
import { decodeText } from '../reading/decode.ts';
import { ReadingStopped } from '../reading/fault.ts';
import { ZipFile } from '../reading/zip.ts';
import { inspectDocx } from './docx.ts';
import { type InspectedFile, Inspection } from './inspected.ts';
import { inspectPdf } from './pdf.ts';
import { inspectXlsx } from './xlsx.ts';

export type { InspectedFile } from './inspected.ts';

const MOST_BYTES = 300_000_000;
/** Bytes of a plain text that are looked through; a list of all households of a county is shorter. */
const MOST_TEXT = 4_000_000;

function begins(bytes: Uint8Array, hex: string): boolean {
  return Buffer.from(bytes.subarray(0, hex.length / 2)).toString('hex') === hex;
}

/** True where the directory of a photo's data points to where it was taken. */
function tellsPlace(head: Buffer, tiff: number): boolean {
  const little = head.toString('latin1', tiff, tiff + 2) === 'II';
  const u16 = (at: number): number => (at + 2 > head.length ? 0 : little ? head.readUInt16LE(at) : head.readUInt16BE(at));
  const u32 = (at: number): number => (at + 4 > head.length ? 0 : little ? head.readUInt32LE(at) : head.readUInt32BE(at));
  const first = tiff + u32(tiff + 4);
  for (let i = 0; i < Math.min(u16(first), 200); i++) if (u16(first + 2 + i * 12) === 0x8825) return true;
  return false;
}

/** Where a photo's data may begin: in a JPEG behind its mark, in a PNG in `eXIf`, in a WebP in `EXIF`. */
const DATA_MARKS = [
  ['Exif\0\0', 6],
  ['eXIf', 4],
  ['EXIF', 8],
] as const;
const MOST_PHOTO = 4_000_000;

/** GPS in the data of a photo, in either of the two ways programs write it: where it was taken. */
function inspectPhoto(bytes: Uint8Array, found: Inspection): void {
  const photo = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  // PNG and WebP may keep the data at their end.
  const parts = photo.length <= MOST_PHOTO ? [photo] : [photo.subarray(0, MOST_PHOTO / 2), photo.subarray(-MOST_PHOTO / 2)];
  const told = parts.some(
    (part) =>
      /(?:exif:|<)GPSLatitude/.test(part.toString('latin1')) ||
      DATA_MARKS.some(([mark, skip]) => {
        const at = part.indexOf(mark, 0, 'latin1');
        return at >= 0 && tellsPlace(part, at + skip);
      }),
  );
  if (told) found.note('PUB-HIDDEN-GPS', 'error', '照片里记着拍摄的位置；请去掉位置信息后再上传。');
}

const PHOTOS = ['ffd8ff', '89504e470d0a1a0a', '52494646'];

async function inspect(bytes: Uint8Array, found: Inspection, file: InspectedFile): Promise<void> {
  if (begins(bytes, '25504446')) return inspectPdf(bytes, found);
  if (begins(bytes, '504b')) {
    const zip = new ZipFile(bytes, MOST_BYTES);
    if (zip.entry('xl/workbook.xml')) return inspectXlsx(zip, found);
    if (zip.entry('word/document.xml')) return inspectDocx(zip, found);
    found.note('PUB-UNCHECKED', 'warning', '是压缩包，里面的文件没有检查；请逐个上传。');
    return;
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

/**
 * Looks into an attachment for what its reader should not get: hidden sheets, rows and columns, pivot caches, comments, tracked
 * changes, hidden text, metadata, embedded files, positions of photos, personal data. A file that cannot be read is a finding.
 */
export async function inspectAttachment(file: InspectedFile, bytes: Uint8Array): Promise<PrecheckFinding[]> {
  const found = new Inspection(file);
  try {
    await inspect(bytes, found, file);
  } catch (fault) {
    if (!(fault instanceof ReadingStopped)) throw fault;
    const why =
      fault.why === 'encrypted' ? '设有密码，公众打不开，也无法检查；请去掉密码。' : '打不开或已损坏，无法检查；请重新导出后再上传。';
    found.note('PUB-UNREADABLE', 'error', why);
  }
  return found.findings;
}
