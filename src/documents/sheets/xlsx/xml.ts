import { scanXml, type XmlHandler } from '../../xml.ts';
import { SheetUnreadable } from '../archive.ts';

const FAULTS = {
  declared: () => new SheetUnreadable('broken', '文件里有不该有的声明，可能被改动过；请在表格软件里另存为 .xlsx 再导入'),
  broken: () => new SheetUnreadable('broken', '文件已损坏，有的部分读不出来；请在表格软件里打开，另存为 .xlsx 再导入'),
};

/** Walks a part of a workbook. No entity of its own is expanded and nothing is fetched. Throws `SheetUnreadable`. */
export function walkXml(xml: string, handler: XmlHandler): void {
  scanXml(xml, handler, FAULTS);
}

/** Undoes `_x000D_`, the escape for characters XML can't hold; other control characters go. */
export function unescapeXlsx(text: string): string {
  return text
    .replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
    .replace(/\r\n?/g, '\n')
    .replace(/[\u0000-\u0008\u000b-\u001f\u007f]/g, '');
}
