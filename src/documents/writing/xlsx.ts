import ExcelJS from 'exceljs';
import type { ReportDocument } from '#domain/report/document.ts';
import { textOf } from '#domain/report/document.ts';
import { valueAt } from '#domain/report/model.ts';
import { cellsOf, formOf } from '#law/forms/index.ts';
import { layOut, type PlacedCell } from '../grid.ts';
import { LONGEST_CELL } from './clean.ts';
import { chineseOrdinal } from './figures.ts';
import type { SectionGrid } from './grids.ts';
import { columnWeights, type PrintedReport, type PrintedSection, printReport, widthOf } from './layout.ts';

/** Points of one line. */
const LINE = 16;
const TEXT_COLUMN = 76;
const TABLE_WIDTH = { 2: 80, 3: 120, 4: 105 } as const;
const TITLE_ROWS = 1;

const THIN = { style: 'thin' } as const;
const BOX = { top: THIN, left: THIN, bottom: THIN, right: THIN };

function pageSetup(headerRows: number): Partial<ExcelJS.PageSetup> {
  return {
    paperSize: 9,
    orientation: 'portrait',
    margins: { left: 0.6, right: 0.6, top: 0.8, bottom: 0.8, header: 0.3, footer: 0.3 },
    fitToPage: true,
    fitToWidth: 1,
    fitToHeight: 0,
    ...(headerRows > 0 ? { printTitlesRow: `${TITLE_ROWS + 1}:${TITLE_ROWS + headerRows}` } : {}),
  };
}

function lines(text: string, characters: number): number {
  return Math.max(1, Math.ceil(widthOf(text) / Math.max(1, characters)));
}

/** Widths in digits; two of them hold one Chinese character. */
function columnWidths(table: SectionGrid): number[] {
  const weights = columnWeights(table.section, table.grid.columns);
  const sum = weights.reduce((a, b) => a + b, 0);
  return weights.map((w) => (w / sum) * TABLE_WIDTH[table.section]);
}

function cellText(sheet: ExcelJS.Worksheet, placed: PlacedCell, units: ReadonlyMap<string, string>, printed: PrintedReport): void {
  const { cell } = placed;
  const row = placed.row + TITLE_ROWS + 1;
  const column = placed.column + 1;
  if (cell.colSpan > 1 || cell.rowSpan > 1) sheet.mergeCells(row, column, row + cell.rowSpan - 1, column + cell.colSpan - 1);
  const target = sheet.getCell(row, column);
  const value = cell.cellKey === undefined ? cell.text : valueAt(printed.document.report.tables, cell.cellKey);
  target.value = value ?? null;
  if (typeof value === 'number') target.numFmt = cell.cellKey && units.get(cell.cellKey) === 'money' && value !== 0 ? '0.00####' : '0';
  const label = cell.scope === 'row' && cell.rowSpan === 1;
  target.alignment = { vertical: 'middle', horizontal: label && cell.colSpan > 0 ? 'left' : 'center', wrapText: true };
  if (cell.header) target.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFF2F2F2' } };
  for (let r = row; r < row + cell.rowSpan; r++) {
    for (let c = column; c < column + cell.colSpan; c++) sheet.getCell(r, c).border = BOX;
  }
}

function tableSheet(book: ExcelJS.Workbook, printed: PrintedReport, section: PrintedSection, table: SectionGrid): void {
  const form = formOf(printed.document.form);
  const { grid } = table;
  const sheet = book.addWorksheet(`${chineseOrdinal(table.section)}、${form.sections[table.section - 1]}`, {
    pageSetup: pageSetup(grid.headerRows),
    views: [{ state: 'frozen', ySplit: TITLE_ROWS + grid.headerRows }],
  });
  const widths = columnWidths(table);
  sheet.columns = widths.map((width) => ({ width }));
  sheet.mergeCells(1, 1, TITLE_ROWS, grid.columns);
  const title = sheet.getCell(1, 1);
  title.value = section.heading;
  title.font = { bold: true, size: 14 };
  const layout = layOut(grid);
  const units = new Map(cellsOf(form).map((c) => [c.key, c.unit]));
  for (const placed of layout.cells) cellText(sheet, placed, units, printed);
  grid.rows.forEach((_, row) => {
    const heights = layout.cells
      .filter((c) => c.row === row && c.cell.rowSpan === 1)
      .map(({ column, cell }) => lines(cell.text, widths.slice(column, column + cell.colSpan).reduce((a, b) => a + b, 0) / 2 - 1));
    sheet.getRow(row + TITLE_ROWS + 1).height = LINE * Math.max(1, ...heights) + 4;
  });
  if (section.note) sheet.getCell(grid.rows.length + TITLE_ROWS + 1, 1).value = section.note;
}

interface Line {
  readonly text: string;
  readonly font?: Partial<ExcelJS.Font>;
}

function textLines(printed: PrintedReport): Line[] {
  const { document, sections, signedOn } = printed;
  const all: Line[] = [
    ...(document.mark ? [{ text: document.mark }] : []),
    { text: document.title, font: { bold: true, size: 16 } },
    ...document.preamble.map((p) => ({ text: textOf(p) })),
    ...sections.flatMap((s) => [{ text: s.heading, font: { bold: true, size: 12 } }, ...s.paragraphs.map((p) => ({ text: textOf(p) }))]),
    { text: document.signedBy },
    ...(signedOn ? [{ text: signedOn }] : []),
  ];
  return all.flatMap((line) =>
    Array.from({ length: Math.max(1, Math.ceil(line.text.length / LONGEST_CELL)) }, (_, i) => ({
      ...line,
      text: line.text.slice(i * LONGEST_CELL, (i + 1) * LONGEST_CELL),
    })),
  );
}

function textSheet(book: ExcelJS.Workbook, printed: PrintedReport): void {
  const sheet = book.addWorksheet('正文', { pageSetup: pageSetup(0) });
  sheet.columns = [{ width: TEXT_COLUMN }];
  textLines(printed).forEach((line, i) => {
    const cell = sheet.getCell(i + 1, 1);
    cell.value = line.text;
    cell.alignment = { wrapText: true, vertical: 'top' };
    if (line.font) cell.font = line.font;
    sheet.getRow(i + 1).height = Math.min(409, LINE * lines(line.text, TEXT_COLUMN / 2 - 2) * ((line.font?.size ?? 11) / 11) + 4);
  });
}

/**
 * The report as a workbook: the text, and each table on a sheet with its merged cells; figures are numbers, words are text (never a formula),
 * undeclared cells are empty.
 */
export async function writeReportXlsx(source: ReportDocument): Promise<Uint8Array> {
  const printed = printReport(source);
  const book = new ExcelJS.Workbook();
  book.creator = printed.document.signedBy;
  book.title = printed.document.title;
  textSheet(book, printed);
  for (const section of printed.sections) if (section.table) tableSheet(book, printed, section, section.table);
  return new Uint8Array(await book.xlsx.writeBuffer());
}
