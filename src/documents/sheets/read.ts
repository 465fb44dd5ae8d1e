import type { SheetGrid } from '#domain/imports/sheet.ts';
import { type Refusal, refuse } from '#lib/result.ts';
import { SheetUnreadable } from './archive.ts';
import { decodeText, readCsv } from './csv.ts';
import { convertLegacy } from './legacy.ts';
import { LIMITS } from './limits.ts';
import { readWorkbook } from './xlsx/workbook.ts';

/** Why a file can't be read as sheets, with what to do. */
export interface UnreadableSheets extends Refusal {
  readonly why: SheetUnreadable['why'];
}

const OLE = [0xd0, 0xcf, 0x11, 0xe0];
const starts = (bytes: Uint8Array, head: readonly number[]) => head.every((byte, i) => bytes[i] === byte);

/**
 * Reads a spreadsheet of the office: .xlsx, .xlsm, CSV in UTF-8 or GBK, and .xls where LibreOffice is installed. What the
 * file is, its first bytes say, not its name. Bounded in size, cells and time; never opens a link or runs a formula.
 */
export async function readSheets(bytes: Uint8Array, fileName: string): Promise<SheetGrid[] | UnreadableSheets> {
  try {
    return await read(bytes, fileName);
  } catch (e) {
    if (e instanceof SheetUnreadable) return { ...refuse(`“${fileName}”读不了：${e.message}`), why: e.why };
    throw e;
  }
}

async function read(bytes: Uint8Array, fileName: string): Promise<SheetGrid[]> {
  if (bytes.length === 0) throw new SheetUnreadable('empty', '文件是空的');
  if (bytes.length > LIMITS.fileBytes)
    throw new SheetUnreadable('tooLarge', `文件超过${LIMITS.fileBytes / 1024 / 1024}MB；请删去图片，或分成几个文件`);
  if (starts(bytes, OLE)) return readWorkbook(await convertLegacy(bytes));
  if (starts(bytes, [0x50, 0x4b])) return someRows(readWorkbook(bytes));
  if (starts(bytes, [0x25, 0x50, 0x44, 0x46])) throw new SheetUnreadable('unsupported', '这是 PDF，不是表格；请找到原来的表格文件');
  const text = decodeText(bytes);
  if (/^\s*(<!doctype|<html|<\?xml|<table)/i.test(text)) {
    throw new SheetUnreadable('unsupported', '这其实是网页，只是改了扩展名；请用表格软件打开，另存为 .xlsx 再导入');
  }
  if (text.slice(0, 4096).includes('\u0000')) throw new SheetUnreadable('unsupported', '不是表格文件；请另存为 .xlsx 或 CSV 再导入');
  return someRows([readCsv(text, fileName.replace(/\.[^.]*$/, ''))]);
}

function someRows(sheets: SheetGrid[]): SheetGrid[] {
  if (sheets.every((sheet) => sheet.rows.length === 0)) throw new SheetUnreadable('empty', '表里没有任何内容');
  return sheets;
}
