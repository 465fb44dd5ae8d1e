import WordExtractor from 'word-extractor';
import type { Reading } from '#domain/report/model.ts';
import { readDocx } from './docx.ts';
import { convertOffice, officeInstalled } from './office.ts';
import { readReportText } from './text.ts';
import { isUnreadable, type Unreadable, unreadable } from './unreadable.ts';
import { readXlsx } from './xlsx.ts';

/** What an OLE file holds, by the names in its directory. */
function contentOf(bytes: Uint8Array): 'word' | 'sheet' | 'other' {
  const names = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const has = (name: string): boolean => names.includes(Buffer.from(name, 'utf16le'));
  if (has('WordDocument')) return 'word';
  return has('Workbook') || has('Book') ? 'sheet' : 'other';
}

const NO_OFFICE = '本机没有安装LibreOffice，读不了这种旧格式；请用文字处理软件另存为.docx再提供。';
const NO_OFFICE_SHEET = '本机没有安装LibreOffice，读不了旧格式的表格（.xls、.et、.ods）；请用表格软件另存为.xlsx再提供。';

/** The head of a Word document's stream, at the start of a sector, with its bit for a password. */
function locked(bytes: Uint8Array): boolean {
  const b = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = 512; at + 12 <= b.length; at += 512)
    if (b.readUInt16LE(at) === 0xa5ec && b[at + 3]! <= 1) return (b.readUInt16LE(at + 10) & 0x100) !== 0;
  return false;
}

async function textOfDoc(bytes: Uint8Array): Promise<Reading | Unreadable> {
  try {
    const document = await new WordExtractor().extract(Buffer.from(bytes));
    return readReportText(document.getBody());
  } catch {
    return unreadable('broken', '旧格式Word文件已损坏或设有密码，读不出文字；请另存为.docx再提供。');
  }
}

/** True where the text alone gave every table whole: nothing in doubt, nothing but figures, every row's sum holding. */
function sound(reading: Reading | Unreadable): boolean {
  if (isUnreadable(reading) || Object.values(reading.tableStates).some((s) => s !== 'present')) return false;
  if (reading.doubts.length + reading.notes.length + reading.absentRows.length > 0) return false;
  const rows = [...Object.values(reading.report.tables.requests ?? {}), ...Object.values(reading.report.tables.remedies ?? {})];
  return rows.every((r) => r.slice(0, -1).reduce<number>((a, b) => a + (b ?? 0), 0) === r.at(-1));
}

/**
 * Reads .doc, .wps and .xls. A .doc is read by its text where that alone is sound, which is a thousand times faster; else, and
 * for the others, LibreOffice turns it into a new file.
 */
export async function readOle(bytes: Uint8Array, name: string): Promise<Reading | Unreadable> {
  const content = contentOf(bytes);
  if (content === 'word' && locked(bytes)) return unreadable('encrypted', '文件设有打开密码；请去掉密码后再提供。');
  const text = content === 'word' ? await textOfDoc(bytes) : null;
  if (text && (sound(text) || !officeInstalled())) return text;
  if (!officeInstalled()) return unreadable('unsupported', content === 'sheet' ? NO_OFFICE_SHEET : NO_OFFICE);
  if (content === 'sheet') return readXlsx(await convertOffice(bytes, 'xls', 'xlsx'));
  const wps = content === 'other' || /\.(?:wps|wpt)$/i.test(name);
  try {
    const reading = readDocx(await convertOffice(bytes, wps ? 'wps' : 'doc', 'docx'));
    return text && !isUnreadable(text) && isUnreadable(reading) ? text : reading;
  } catch (fault) {
    if (text) return text;
    throw fault;
  }
}

/** True for the spreadsheets among such files, by the beginning of their content. */
function isSheet(bytes: Uint8Array): boolean {
  return /opendocument\.spreadsheet|urn:schemas-microsoft-com:office:spreadsheet/.test(
    new TextDecoder('latin1').decode(bytes.subarray(0, 4_000)),
  );
}

/** Reads .rtf, .odt, .ods and the XML files of old word processors and spreadsheets by LibreOffice. */
export async function readConverted(bytes: Uint8Array, from: 'rtf' | 'odt' | 'xml'): Promise<Reading | Unreadable> {
  const sheet = isSheet(bytes);
  if (!officeInstalled()) return unreadable('unsupported', sheet ? NO_OFFICE_SHEET : NO_OFFICE);
  if (sheet) return readXlsx(await convertOffice(bytes, from === 'odt' ? 'ods' : from, 'xlsx'));
  return readDocx(await convertOffice(bytes, from, 'docx'));
}
