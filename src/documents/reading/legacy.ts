import WordExtractor from 'word-extractor';
import type { Reading } from '#domain/report/model.ts';
import { readDocx } from './docx.ts';
import { convertOffice, officeInstalled } from './office.ts';
import { readReportText } from './text.ts';
import { type Unreadable, unreadable } from './unreadable.ts';
import { readXlsx } from './xlsx.ts';

/** What an OLE file holds, by the names in its directory. */
function contentOf(bytes: Uint8Array): 'word' | 'sheet' | 'other' {
  const names = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const has = (name: string): boolean => names.includes(Buffer.from(name, 'utf16le'));
  if (has('WordDocument')) return 'word';
  return has('Workbook') || has('Book') ? 'sheet' : 'other';
}

const NO_OFFICE = '本机没有安装LibreOffice，读不了这种旧格式；请用文字处理软件另存为.docx再提供。';

async function textOfDoc(bytes: Uint8Array): Promise<Reading | Unreadable> {
  try {
    const document = await new WordExtractor().extract(Buffer.from(bytes));
    return readReportText(document.getBody());
  } catch {
    return unreadable('broken', '旧格式Word文件已损坏或设有密码，读不出文字；请另存为.docx再提供。');
  }
}

/** Reads .doc, .wps and .xls: by LibreOffice where it is installed, a .doc else by its text alone. */
export async function readOle(bytes: Uint8Array, name: string): Promise<Reading | Unreadable> {
  const content = contentOf(bytes);
  const wps = content === 'other' || /\.(?:wps|wpt)$/i.test(name);
  if (officeInstalled()) {
    if (content === 'sheet') return readXlsx(await convertOffice(bytes, 'xls', 'xlsx'));
    try {
      const reading = readDocx(await convertOffice(bytes, wps ? 'wps' : 'doc', 'docx'));
      if (!('readable' in reading) || content !== 'word') return reading;
    } catch (fault) {
      if (content !== 'word') throw fault;
    }
    return textOfDoc(bytes);
  }
  return content === 'word' ? textOfDoc(bytes) : unreadable('unsupported', NO_OFFICE);
}

/** Reads .rtf and .odt by LibreOffice. */
export async function readConverted(bytes: Uint8Array, from: 'rtf' | 'odt'): Promise<Reading | Unreadable> {
  if (!officeInstalled()) return unreadable('unsupported', NO_OFFICE);
  return readDocx(await convertOffice(bytes, from, 'docx'));
}
