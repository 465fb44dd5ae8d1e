import ExcelJS, { type Cell, type Workbook, type Worksheet } from 'exceljs';
import { ERROR_SHEET, type ImportFinding, type ImportPlan, type SheetGrid } from '#domain/imports/index.ts';
import { cellText } from '../writing/clean.ts';
import { slimWorkbook } from './slim.ts';

const MARK = '导入：';
const RED = 'FFFFC7CE';
const YELLOW = 'FFFFEB9C';

/**
 * A copy of the office's own workbook: cells in error red, cells to look at yellow, each with a comment, and a list of all of
 * them in front. Corrected, it can be imported as it is: the list is never read as data. Resolves to an .xlsx.
 */
export async function colouredCopy(bytes: Uint8Array, sheets: readonly SheetGrid[], plan: ImportPlan): Promise<Uint8Array> {
  const book = (await ownWorkbook(bytes, sheets)) ?? freshWorkbook(sheets);
  clearMarks(book);
  for (const finding of plan.warnings) mark(book, finding, YELLOW);
  for (const finding of plan.errors) mark(book, finding, RED);
  listFindings(book, plan);
  return new Uint8Array(await book.xlsx.writeBuffer());
}

async function ownWorkbook(bytes: Uint8Array, sheets: readonly SheetGrid[]): Promise<Workbook | null> {
  if (sheets.some((sheet) => sheet.source !== 'xlsx') || bytes[0] !== 0x50) return null;
  const slim = slimWorkbook(bytes);
  if (!slim) return null;
  try {
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(slim.buffer as ArrayBuffer);
    return sheets.every((sheet) => book.getWorksheet(sheet.name)) ? book : null;
  } catch {
    // Parts the library can't open (drawings, pivots of other programs): the contents are copied instead.
    return null;
  }
}

/** The contents in a new workbook, for CSV and for workbooks that can't be opened whole. Text stays text: nothing becomes a formula. */
function freshWorkbook(sheets: readonly SheetGrid[]): Workbook {
  const book = new ExcelJS.Workbook();
  for (const grid of sheets) {
    const sheet = book.addWorksheet(grid.name.replace(/[*?:\\/[\]]/g, '').slice(0, 31) || '表');
    for (const row of grid.rows) {
      for (const [column, cell] of row.cells)
        sheet.getCell(row.number, column).value = cell.kind === 'number' ? cell.number : cellText(cell.text);
    }
    for (const m of grid.merges) if (m.bottom - m.top < 1_000 && m.right <= 256) sheet.mergeCells(m.top, m.left, m.bottom, m.right);
  }
  return book;
}

/** Takes back what an earlier copy marked. */
function clearMarks(book: Workbook): void {
  const list = book.getWorksheet(ERROR_SHEET);
  if (list) book.removeWorksheet(list.id);
  book.eachSheet((sheet) =>
    sheet.eachRow((row) =>
      row.eachCell({ includeEmpty: true }, (cell) => {
        if (!noteOf(cell).startsWith(MARK)) return;
        cell.note = undefined as unknown as string;
        cell.fill = { type: 'pattern', pattern: 'none' };
      }),
    ),
  );
}

function noteOf(cell: Cell): string {
  const note = cell.note as string | { texts?: { text: string }[] } | undefined;
  if (!note) return '';
  return typeof note === 'string' ? note : (note.texts ?? []).map((t) => t.text).join('');
}

function cellOf(book: Workbook, finding: ImportFinding): Cell | null {
  const sheet = sheetNamed(book, finding.sheet);
  return sheet && finding.row !== null ? sheet.getCell(finding.row, finding.column ?? 1) : null;
}

function sheetNamed(book: Workbook, name: string): Worksheet | undefined {
  return book.getWorksheet(name) ?? book.getWorksheet(name.replace(/[*?:\\/[\]]/g, '').slice(0, 31));
}

function mark(book: Workbook, finding: ImportFinding, argb: string): void {
  const cell = cellOf(book, finding);
  if (!cell) return;
  const before = noteOf(cell).startsWith(MARK) ? `${noteOf(cell)}\n` : MARK;
  // Styles are shared between cells: a copy keeps the colour to this one.
  cell.style = { ...cell.style, fill: { type: 'pattern', pattern: 'solid', fgColor: { argb } } };
  cell.note = `${before}${cellText(`${finding.what}。${finding.fix}`)}`;
}

function listFindings(book: Workbook, plan: ImportPlan): void {
  const list = book.addWorksheet(ERROR_SHEET, {
    views: [{ state: 'frozen', ySplit: 1 }],
    pageSetup: { paperSize: 9, orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
  });
  list.columns = [
    { header: '级别', width: 8 },
    { header: '工作表', width: 16 },
    { header: '位置', width: 10 },
    { header: '列', width: 22 },
    { header: '填的内容', width: 28 },
    { header: '问题', width: 48 },
    { header: '怎么改', width: 56 },
  ];
  list.getRow(1).font = { bold: true };
  const all = [...plan.errors.map((f) => [f, '必须改', RED] as const), ...plan.warnings.map((f) => [f, '请核对', YELLOW] as const)];
  for (const [finding, level, argb] of all) {
    const place = finding.row === null ? '整张表' : `${finding.columnLetter ?? ''}${finding.row}${finding.columnLetter ? '' : '行'}`;
    const words = [finding.sheet, place, finding.header ?? '', finding.value ?? '', finding.what, finding.fix].map(cellText);
    const row = list.addRow([level, ...words]);
    row.alignment = { wrapText: true, vertical: 'top' };
    row.getCell(1).fill = { type: 'pattern', pattern: 'solid', fgColor: { argb } };
    const target = cellOf(book, finding);
    if (target) {
      row.getCell(3).value = { text: place, hyperlink: `#'${finding.sheet.replaceAll("'", "''")}'!${target.address}` };
      row.getCell(3).font = { color: { argb: 'FF0563C1' }, underline: true };
    }
  }
}
