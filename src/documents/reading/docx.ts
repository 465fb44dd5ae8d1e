import type { Reading } from '#domain/report/model.ts';
import type { GridCell } from '../grid.ts';
import { readPieces } from './assemble.ts';
import { type Block, piecesOfBlocks } from './blocks.ts';
import { DocxNumbering } from './docxNumbering.ts';
import { ReadingStopped } from './fault.ts';
import type { Unreadable } from './unreadable.ts';
import { attribute, isOn, walkXml } from './xml.ts';
import { ZipFile } from './zip.ts';

/** All parts read of one document, inflated. */
const MOST_BYTES = 80_000_000;
const MOST_CELLS = 100_000;
const MOST_PARAGRAPHS = 200_000;
const MOST_SPAN = 63;

interface OpenCell {
  text: string;
  n: number;
  span: number;
  /** `start` of a vertical merge, its `rest`, or none. */
  merge: 'start' | 'rest' | null;
}

interface OpenTable {
  rows: { cells: OpenCell[]; deleted: boolean }[];
}

/** Rows of a DOCX table as grid rows: what a vertical merge covers is dropped and counted in its origin's rowSpan. */
function closeTable(table: OpenTable): Extract<Block, { kind: 'table' }> {
  const rows: GridCell[][] = [];
  const lines: number[][] = [];
  const origins = new Map<number, { rowSpan: number }>();
  let columns = 0;
  for (const row of table.rows.filter((r) => !r.deleted)) {
    const cells: GridCell[] = [];
    const numbers: number[] = [];
    let column = 0;
    for (const cell of row.cells) {
      const above = origins.get(column);
      if (cell.merge === 'rest' && above) above.rowSpan++;
      else {
        const own = { text: cell.text.trim(), colSpan: cell.span, rowSpan: 1, header: false };
        cells.push(own);
        numbers.push(cell.n);
        if (cell.merge === 'start') origins.set(column, own);
        else origins.delete(column);
      }
      column += cell.span;
    }
    columns = Math.max(columns, column);
    rows.push(cells);
    lines.push(numbers);
  }
  return { kind: 'table', grid: { rows, columns, headerRows: 0 }, lines };
}

/** What has no place in the printed text. */
const SKIPPED = new Set([
  'del',
  'moveFrom',
  'Fallback',
  'instrText',
  'delText',
  'delInstrText',
  'footnoteReference',
  'annotationRef',
  'rt',
]);

/** How text looks: fonts, sizes, borders, widths. Two thirds of a document, and nothing of it is read: without them it is parsed three times as fast. */
const LOOKS =
  /<w:(?:rFonts|szCs|sz|color|spacing|kern|lang|bCs|b|iCs|i|u|jc|ind|snapToGrid|tcW|shd|vAlign|gridCol|top|left|bottom|right|insideH|insideV|tblW|trHeight|widowControl|keepNext|autoSpaceDE|autoSpaceDN|noProof)(?: [^<>]*)?\/>/g;

function withoutLooks(xml: string | null): string | null {
  const plain = xml !== null && !xml.includes('<![CDATA[') && !xml.includes('<!--');
  return plain ? xml.replace(LOOKS, '') : xml;
}

/** Blocks of a DOCX: tracked insertions kept, deletions dropped, hidden text dropped, text boxes and content controls read. */
export function docxBlocks(bytes: Uint8Array): Block[] {
  const zip = new ZipFile(bytes, MOST_BYTES);
  const xml = withoutLooks(zip.text('word/document.xml'));
  if (xml === null) throw new ReadingStopped('broken', 'Word文件缺少正文部分；请用文字处理软件打开后另存再提供。');
  const numbering = new DocxNumbering(zip);
  const blocks: Block[] = [];
  const tables: OpenTable[] = [];
  const paragraphs: { text: string; num: string | null; level: number | null; style: string | null; n: number }[] = [];
  let skipping = 0;
  let hiddenRun = false;
  let inText = false;
  let inProperties = 0;
  let inRowProperties = false;
  let n = 0;
  let cells = 0;
  const cell = (): OpenCell | undefined => tables.at(-1)?.rows.at(-1)?.cells.at(-1);
  const put = (text: string): void => {
    const p = paragraphs.at(-1);
    if (p && skipping === 0 && !hiddenRun) p.text += text;
  };

  walkXml(xml, {
    open(name, a) {
      if (SKIPPED.has(name)) {
        if (name === 'del' && inRowProperties) tables.at(-1)!.rows.at(-1)!.deleted = true;
        skipping++;
      } else if (name === 'p') {
        if (n >= MOST_PARAGRAPHS) throw new ReadingStopped('tooLarge', `正文超过${MOST_PARAGRAPHS}段，不像一份年报；请只提供年报本身。`);
        paragraphs.push({ text: '', num: null, level: null, style: null, n: ++n });
      } else if (name === 'tbl') tables.push({ rows: [] });
      else if (name === 'tr') tables.at(-1)?.rows.push({ cells: [], deleted: false });
      else if (name === 'trPr') inRowProperties = true;
      else if (name === 'tc') {
        if (++cells > MOST_CELLS) throw new ReadingStopped('tooLarge', `表格超过${MOST_CELLS}格，不像一份年报；请只提供年报本身。`);
        tables
          .at(-1)
          ?.rows.at(-1)
          ?.cells.push({ text: '', n: n + 1, span: 1, merge: null });
      } else if (name === 'gridSpan') {
        const open = cell();
        if (open) open.span = Math.min(MOST_SPAN, Math.max(1, Number(attribute(a, 'val')) || 1));
      } else if (name === 'vMerge') {
        const open = cell();
        if (open) open.merge = attribute(a, 'val') === 'restart' ? 'start' : 'rest';
      } else if (name === 'pPr') inProperties++;
      else if (name === 'numId' && paragraphs.length > 0) paragraphs.at(-1)!.num = attribute(a, 'val') ?? null;
      else if (name === 'ilvl' && paragraphs.length > 0) paragraphs.at(-1)!.level = Number(attribute(a, 'val') ?? 0);
      else if (name === 'pStyle' && paragraphs.length > 0) paragraphs.at(-1)!.style = attribute(a, 'val') ?? null;
      else if (name === 'r') hiddenRun = false;
      else if (name === 'vanish' && inProperties === 0) hiddenRun = isOn(a);
      else if (name === 't') inText = true;
      else if (name === 'tab' && inProperties === 0) put(' ');
      else if (name === 'br' || name === 'cr') put(tables.length > 0 ? ' ' : '\n');
      else if (name === 'noBreakHyphen') put('-');
    },
    text(text) {
      if (inText) put(text);
    },
    close(name) {
      if (SKIPPED.has(name)) skipping--;
      else if (name === 't') inText = false;
      else if (name === 'pPr') inProperties--;
      else if (name === 'trPr') inRowProperties = false;
      else if (name === 'r') hiddenRun = false;
      else if (name === 'p') closeParagraph();
      else if (name === 'tbl') endTable();
    },
  });

  function closeParagraph(): void {
    const p = paragraphs.pop();
    if (!p) return;
    const text = p.text.trim() === '' ? p.text : numbering.next(p) + p.text;
    const open = cell();
    if (open) open.text += (open.text === '' ? '' : '\n') + text;
    else if (text.trim() !== '') blocks.push({ kind: 'paragraph', n: p.n, text });
  }

  function endTable(): void {
    const table = tables.pop();
    if (!table) return;
    const outer = cell();
    const block = closeTable(table);
    if (!outer) blocks.push(block);
    else if (outer) nested(outer, block);
  }

  /** A table inside a cell: laid out as its own block when the outer one only frames it. */
  function nested(outer: OpenCell, block: Extract<Block, { kind: 'table' }>): void {
    if (outer.text.trim() !== '') blocks.push({ kind: 'paragraph', n: outer.n, text: outer.text });
    outer.text = '';
    blocks.push(block);
  }

  return blocks;
}

/** Reads a report from a DOCX. */
export function readDocx(bytes: Uint8Array): Reading | Unreadable {
  return readPieces(piecesOfBlocks(docxBlocks(bytes)));
}
