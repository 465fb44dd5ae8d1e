import { ReadingStopped } from '../reading/fault.ts';
import { convertOffice, officeInstalled } from '../reading/office.ts';
import { SheetUnreadable } from './archive.ts';

/** Turns an .xls/.et into .xlsx with LibreOffice where it is installed. Throws `SheetUnreadable`. */
export async function convertLegacy(bytes: Uint8Array): Promise<Uint8Array> {
  if (Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(Buffer.from('EncryptedPackage', 'utf16le'))) {
    throw new SheetUnreadable('encrypted', '文件加了密码；请取消密码后再导入');
  }
  if (!officeInstalled()) {
    throw new SheetUnreadable('unsupported', '这是旧格式（.xls）。本机没有装 LibreOffice，请在表格软件里“另存为”.xlsx 再导入');
  }
  try {
    return await convertOffice(bytes, 'xls', 'xlsx');
  } catch (e) {
    if (!(e instanceof ReadingStopped)) throw e;
    throw new SheetUnreadable('broken', '旧格式（.xls）转换不出来，可能已损坏或加了密码；请在表格软件里另存为 .xlsx');
  }
}
