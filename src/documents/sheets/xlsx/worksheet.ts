import { type Merge, parseAddress, type SheetCell, type SheetRow } from '#domain/imports/sheet.ts';
import type { XmlAttributes } from '../../xml.ts';
import { SheetUnreadable } from '../archive.ts';
import { LIMITS } from '../limits.ts';
import { serialToText } from './serial.ts';
import { type NumberStyle, shownNumber } from './styles.ts';
import { unescapeXlsx, walkXml } from './xml.ts';

/** What a sheet's cells need from the rest of the workbook. */
export interface WorkbookParts {
  readonly strings: readonly string[];
  readonly styles: readonly NumberStyle[];
  readonly system1904: boolean;
}

export interface Worksheet {
  readonly rows: readonly SheetRow[];
  readonly merges: readonly Merge[];
  readonly hiddenColumns: ReadonlySet<number>;
}

interface OpenCell {
  column: number;
  type: string;
  style: number;
  value: string;
  inline: string;
  formula: boolean;
}

interface OpenRow {
  number: number;
  hidden: boolean;
  cells: Map<number, SheetCell>;
}

/** Reads one sheet: rows that hold something, merged areas, hidden columns. Throws `SheetUnreadable` past a limit. */
export function readWorksheet(xml: string, name: string, parts: WorkbookParts): Worksheet {
  const rows = new Map<number, OpenRow>();
  const merges: Merge[] = [];
  const hiddenColumns = new Set<number>();
  let row: OpenRow = { number: 0, hidden: false, cells: new Map() };
  let cell: OpenCell | null = null;
  let lastColumn = 0;
  let cells = 0;
  let reading: 'v' | 't' | null = null;
  let phonetic = 0;

  const openRow = (attributes: XmlAttributes) => {
    const number = Number(attributes.get('r') ?? row.number + 1);
    const hidden = attributes.get('hidden') === '1' || attributes.get('hidden') === 'true';
    row = rows.get(number) ?? { number, hidden, cells: new Map() };
    lastColumn = 0;
  };
  const openCell = (attributes: XmlAttributes) => {
    const place = attributes.get('r');
    const address = place ? parseAddress(place) : null;
    lastColumn = address?.column ?? lastColumn + 1;
    cell = {
      column: lastColumn,
      type: attributes.get('t') ?? 'n',
      style: Number(attributes.get('s') ?? 0),
      value: '',
      inline: '',
      formula: false,
    };
  };
  const closeCell = () => {
    const content = cell && contentOf(cell, parts);
    if (!cell || !content) return;
    if (++cells > LIMITS.cells) throw new SheetUnreadable('tooLarge', `工作表“${name}”超过${LIMITS.cells}个单元格；请分成几个文件导入`);
    if (cell.column > LIMITS.columns)
      throw new SheetUnreadable('tooLarge', `工作表“${name}”第${row.number}行在第${LIMITS.columns}列以外还有内容；登记表不会这样宽`);
    row.cells.set(cell.column, content);
    if (rows.has(row.number)) return;
    if (rows.size >= LIMITS.rows) throw new SheetUnreadable('tooLarge', `工作表“${name}”超过${LIMITS.rows}行；请按年份分成几个文件导入`);
    rows.set(row.number, row);
  };

  walkXml(xml, {
    open(tag, attributes) {
      if (tag === 'c') openCell(attributes);
      else if (tag === 'row') openRow(attributes);
      else if (tag === 'f' && cell) cell.formula = true;
      else if (tag === 'v') reading = 'v';
      else if (tag === 'rPh') phonetic++;
      else if (tag === 't') reading = phonetic === 0 ? 't' : null;
      else if (tag === 'mergeCell') addMerge(merges, attributes.get('ref') ?? '', name);
      else if (tag === 'col') hideColumns(hiddenColumns, attributes);
    },
    text(text) {
      if (!cell || !reading) return;
      if (reading === 'v') cell.value += text;
      else cell.inline += text;
    },
    close(tag) {
      if (tag === 'rPh') phonetic--;
      else if (tag === 'v' || tag === 't') reading = null;
      else if (tag === 'c') {
        closeCell();
        cell = null;
      }
    },
  });
  return { rows: [...rows.values()].sort((a, b) => a.number - b.number), merges, hiddenColumns };
}

function addMerge(merges: Merge[], ref: string, name: string): void {
  const [from, to] = ref.split(':').map(parseAddress);
  if (!from || !to) return;
  if (merges.length >= LIMITS.merges) throw new SheetUnreadable('tooLarge', `工作表“${name}”的合并单元格超过${LIMITS.merges}处`);
  merges.push({ top: from.row, left: from.column, bottom: to.row, right: to.column });
}

function hideColumns(hidden: Set<number>, attributes: XmlAttributes): void {
  if (attributes.get('hidden') !== '1' && attributes.get('hidden') !== 'true') return;
  const to = Math.min(Number(attributes.get('max')), LIMITS.columns);
  for (let column = Number(attributes.get('min')); column <= to; column++) hidden.add(column);
}

function contentOf(cell: OpenCell, parts: WorkbookParts): SheetCell | null {
  if (cell.type === 's') return textCell(parts.strings[Number(cell.value)] ?? '');
  if (cell.type === 'inlineStr') return textCell(unescapeXlsx(cell.inline || cell.value));
  if (cell.type === 'str') return textCell(unescapeXlsx(cell.value));
  if (cell.value === '') return cell.formula ? { kind: 'uncalculated', text: '' } : null;
  if (cell.type === 'e') return { kind: 'fault', text: cell.value };
  if (cell.type === 'b') return { kind: 'flag', text: cell.value === '1' ? '是' : '否', flag: cell.value === '1' };
  if (cell.type === 'd') return { kind: 'date', text: cell.value.replace('T', ' ').slice(0, 16) };
  return numberCell(cell, parts);
}

function textCell(text: string): SheetCell | null {
  return text.trim() === '' ? null : { kind: 'text', text: text.slice(0, LIMITS.cellText) };
}

function numberCell(cell: OpenCell, parts: WorkbookParts): SheetCell {
  const number = Number(cell.value);
  if (!Number.isFinite(number)) return { kind: 'text', text: cell.value };
  const style = parts.styles[cell.style];
  const date = style?.date ? serialToText(number, parts.system1904) : null;
  if (date) return { kind: 'date', text: date };
  return { kind: 'number', number, text: shownNumber(number, style) };
}
