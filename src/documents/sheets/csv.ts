import type { SheetCell, SheetGrid, SheetRow } from '#domain/imports/sheet.ts';
import { SheetUnreadable } from './archive.ts';
import { LIMITS } from './limits.ts';

/** The text of a CSV file: UTF-8, UTF-16 with its mark, else GB 18030 (what Chinese editions save by default). Throws `SheetUnreadable`. */
export function decodeText(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  for (const encoding of ['utf-8', 'gb18030']) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes);
    } catch {}
  }
  throw new SheetUnreadable('broken', '认不出文件的编码；请在表格软件里另存为 .xlsx 再导入');
}

/** Comma, semicolon or tab: the one the first lines use most, outside quotes. */
function separatorOf(text: string): string {
  const head = text.slice(0, 20_000).replace(/"[^"]*"/g, '');
  const count = (mark: string) => head.split(mark).length;
  return [',', '\t', ';'].reduce((best, mark) => (count(mark) > count(best) ? mark : best));
}

/** Reads CSV text. A plain number is taken as one, since that is what the spreadsheet that saved it held. Row numbers are those a spreadsheet shows, not lines of the file: a quoted cell may hold line breaks. */
export function readCsv(text: string, name: string): SheetGrid {
  const separator = separatorOf(text);
  const rows: SheetRow[] = [];
  let cells = new Map<number, SheetCell>();
  let number = 1;
  let column = 1;
  let value = '';
  let quoted = false;

  const endCell = () => {
    if (value.trim() !== '') {
      if (column > LIMITS.columns) throw new SheetUnreadable('tooLarge', `第${number}行超过${LIMITS.columns}列`);
      cells.set(column, cellOf(value));
    }
    value = '';
    column++;
  };
  const endRow = () => {
    endCell();
    if (cells.size > 0) {
      if (rows.length >= LIMITS.rows) throw new SheetUnreadable('tooLarge', `超过${LIMITS.rows}行；请按年份分成几个文件导入`);
      rows.push({ number, hidden: false, cells });
    }
    cells = new Map();
    number++;
    column = 1;
  };

  for (let i = 0; i < text.length; i++) {
    const char = text[i]!;
    if (quoted) {
      if (char !== '"') value += char === '\r' && text[i + 1] === '\n' ? '' : char;
      else if (text[i + 1] === '"') {
        value += '"';
        i++;
      } else quoted = false;
    } else if (char === '"' && value.trim() === '') {
      quoted = true;
      value = '';
    } else if (char === separator) endCell();
    else if (char === '\n' || char === '\r') {
      if (char === '\r' && text[i + 1] === '\n') i++;
      endRow();
    } else if (char !== '\u0000') value += char;
  }
  if (quoted) throw new SheetUnreadable('broken', `第${number}行起有一个引号没有配对，后面的内容分不清列；请改正或另存为 .xlsx`);
  endRow();
  return { name, hidden: false, rows, merges: [], hiddenColumns: new Set(), source: 'csv' };
}

/** Takes off the ' that stands before = + - @ so that a spreadsheet doesn't run the cell. */
function unguard(value: string): string {
  return /^'[=+\-@\t\r＝＋－＠]/.test(value) ? value.slice(1) : value;
}

function cellOf(value: string): SheetCell {
  const text = unguard(value).slice(0, LIMITS.cellText);
  const number = Number(text);
  return text.length <= 15 && String(number) === text ? { kind: 'number', number, text } : { kind: 'text', text };
}
