import ExcelJS from 'exceljs';
import { cellText, clean, LONGEST_CELL } from './clean.ts';
import { isDate, type RegisterColumn, type RegisterTable, registerValue, widestIn } from './registerTable.ts';

/** Columns are as wide as what they hold, within these, in digits. */
const NARROWEST = 8;
const WIDEST = 48;

const FORMATS: Partial<Record<RegisterColumn['kind'], string>> = { date: 'yyyy-mm-dd', money: '#,##0.00', count: '0' };

function sheetName(title: string): string {
  const name = clean(title)
    .replace(/[\\/?*[\]:']/g, '')
    .slice(0, 31);
  return name || '台账';
}

function cellValue(column: RegisterColumn, row: RegisterTable['rows'][number]): string | number | Date | null {
  const value = registerValue(column, row);
  if (column.kind === 'date' && isDate(value)) return new Date(`${value}T00:00:00Z`);
  if (typeof value === 'string' && value.length > LONGEST_CELL) {
    throw new Error(`“${column.label}”有一格超过${LONGEST_CELL}字，Excel放不下，没有导出。请改用CSV格式。`);
  }
  return typeof value === 'string' ? cellText(value) : value;
}

function widthOfColumn(table: RegisterTable, column: RegisterColumn): number {
  return Math.min(WIDEST, Math.max(NARROWEST, widestIn(table, column) * 2 + 2));
}

/**
 * A register as a workbook: one header row, then the rows as they stand; dates are dates, numbers numbers, words text (never a formula). The header stays
 * in view, repeats in print and can be filtered. Throws for a text longer than Excel can hold.
 */
export async function writeRegisterXlsx(table: RegisterTable): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet(sheetName(table.title), {
    views: [{ state: 'frozen', ySplit: 1 }],
    pageSetup: { paperSize: 9, orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0, printTitlesRow: '1:1' },
  });
  sheet.columns = table.columns.map((c) => ({ width: widthOfColumn(table, c) }));
  const head = sheet.addRow(table.columns.map((c) => clean(c.label)));
  head.font = { bold: true };
  head.alignment = { vertical: 'middle', wrapText: true };
  for (const row of table.rows) sheet.addRow(table.columns.map((c) => cellValue(c, row))).alignment = { vertical: 'top', wrapText: true };
  table.columns.forEach((column, i) => {
    const format = FORMATS[column.kind];
    if (format) for (let r = 2; r <= table.rows.length + 1; r++) sheet.getCell(r, i + 1).numFmt = format;
  });
  sheet.autoFilter = { from: { row: 1, column: 1 }, to: { row: table.rows.length + 1, column: Math.max(1, table.columns.length) } };
  return new Uint8Array(await book.xlsx.writeBuffer());
}
