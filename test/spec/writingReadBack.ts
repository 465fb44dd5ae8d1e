import ExcelJS from 'exceljs';
import { strFromU8, unzipSync } from 'fflate';
import { type DefaultTreeAdapterTypes, parse } from 'parse5';
import { SaxesParser } from 'saxes';

// Small readers that share nothing with the writers or with the product's own readers: they give each table as the text in each of its slots.

/** `slots[row][column]`: the text of the cell covering the slot. */
export type Slots = string[][];

interface Span {
  text: string;
  colSpan: number;
  rowSpan: number;
}

function spread(rows: Span[][]): Slots {
  const slots: Slots = rows.map(() => []);
  rows.forEach((cells, r) => {
    let c = 0;
    for (const cell of cells) {
      while (slots[r]?.[c] !== undefined) c++;
      for (let i = 0; i < cell.rowSpan; i++) for (let k = 0; k < cell.colSpan; k++) (slots[r + i] as string[])[c + k] = cell.text;
      c += cell.colSpan;
    }
  });
  return slots;
}

type Node = DefaultTreeAdapterTypes.Node;

function descendants(node: Node, name: string): DefaultTreeAdapterTypes.Element[] {
  const children = 'childNodes' in node ? node.childNodes : [];
  return children.flatMap((c) => ('tagName' in c && c.tagName === name ? [c] : descendants(c, name)));
}

function innerText(node: Node): string {
  if ('value' in node) return node.value;
  return 'childNodes' in node ? node.childNodes.map(innerText).join('') : '';
}

/** The tables of an HTML file. */
export function readHtml(bytes: Uint8Array): Slots[] {
  return descendants(parse(strFromU8(bytes)), 'table').map((table) =>
    spread(
      descendants(table, 'tr').map((tr) =>
        tr.childNodes
          .filter((c) => 'tagName' in c)
          .map((cell) => {
            const attribute = (name: string) => Number(cell.attrs.find((a) => a.name === name)?.value ?? 1);
            return { text: innerText(cell), colSpan: attribute('colspan'), rowSpan: attribute('rowspan') };
          }),
      ),
    ),
  );
}

/** The tables of a Word file: gridSpan across, vMerge down. */
export function readDocx(bytes: Uint8Array): Slots[] {
  const tables: Slots[] = [];
  let row: string[] = [];
  let text = '';
  let span = 1;
  let continued = false;
  let inText = false;
  const parser = new SaxesParser();
  parser.on('opentag', ({ name, attributes }) => {
    if (name === 'w:tbl') tables.push([]);
    if (name === 'w:tr') row = [];
    if (name === 'w:tc') [text, span, continued] = ['', 1, false];
    if (name === 'w:gridSpan') span = Number(attributes['w:val']);
    if (name === 'w:vMerge') continued = attributes['w:val'] !== 'restart';
    if (name === 'w:t') inText = true;
  });
  parser.on('text', (t) => {
    if (inText) text += t;
  });
  parser.on('closetag', ({ name }) => {
    const table = tables.at(-1);
    if (name === 'w:t') inText = false;
    if (name === 'w:tc') for (let i = 0; i < span; i++) row.push(continued ? (table?.at(-1)?.[row.length] ?? '') : text);
    if (name === 'w:tr') table?.push(row);
  });
  parser.write(strFromU8(unzipSync(bytes)['word/document.xml'] as Uint8Array)).close();
  return tables;
}

/** The sheets of a workbook below their title row, the first sheet (the text) left out; numbers stay numbers. */
export async function readXlsx(bytes: Uint8Array): Promise<(string | number | null)[][][]> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(bytes.buffer as ArrayBuffer);
  return book.worksheets.slice(1).map((sheet) =>
    Array.from({ length: sheet.rowCount - 1 }, (_, r) =>
      Array.from({ length: sheet.columnCount }, (_, c) => {
        const value = sheet.getCell(r + 2, c + 1).value;
        return typeof value === 'object' && value !== null ? `[${JSON.stringify(value)}]` : (value as string | number | null);
      }),
    ),
  );
}
