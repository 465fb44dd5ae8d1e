import ExcelJS, { type Workbook, type Worksheet } from 'exceljs';
import { HELP_SHEET, targetOf } from '#domain/imports/index.ts';
import type { Field, Register, RegisterKey } from '#domain/registers/register.ts';

/** A4 across, all columns on one page. */
const ON_PAPER = { paperSize: 9, orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0 } as const;
const LAST_ROW = 2_000;
const HEAD = 'FF1F4E79';
const REQUIRED = 'FF9C2A10';
const SAMPLE = 'FFF2F2F2';

const KIND_HINTS: Readonly<Record<Field['kind'], string>> = {
  text: '文字',
  longText: '文字，可分行',
  day: '日期，如2023-4-5、2023年4月5日',
  month: '月份，如2023年4月',
  count: '整数，没有的填0',
  fen: '金额，单位为元，最多到分',
  flag: '是或否',
  choice: '从下拉列表中选',
  reference: '对方的编号',
  unit: '单位名称',
};

/** Our own sheet for a register: columns with drop-down lists, a sample line that is not imported, and a page that explains each column. Resolves to an .xlsx. */
export async function registerTemplate(key: RegisterKey): Promise<Uint8Array> {
  const register = targetOf(key);
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet(register.title, { views: [{ state: 'frozen', ySplit: 1, xSplit: 1 }], pageSetup: ON_PAPER });
  const help = book.addWorksheet(HELP_SHEET, { pageSetup: ON_PAPER });
  writeColumns(book, sheet, register);
  writeHelp(help, register);
  return new Uint8Array(await book.xlsx.writeBuffer());
}

function writeColumns(book: Workbook, sheet: Worksheet, register: Register): void {
  sheet.columns = [{ width: 8 }, ...register.fields.map((field) => ({ width: widthOf(field), style: { numFmt: formatOf(field) } }))];
  const head = sheet.addRow(['序号', ...register.fields.map((field) => field.label)]);
  head.height = 30;
  head.eachCell((cell, column) => {
    const required = register.fields[column - 2]?.required;
    cell.font = { bold: true, color: { argb: 'FFFFFFFF' } };
    cell.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: required ? REQUIRED : HEAD } };
    cell.alignment = { wrapText: true, vertical: 'middle', horizontal: 'center' };
    cell.numFmt = '@';
  });
  const sample = sheet.addRow(['示例', ...register.fields.map(sampleOf)]);
  sample.eachCell((cell) => {
    cell.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: SAMPLE } };
    cell.font = { italic: true, color: { argb: 'FF7F7F7F' } };
  });
  addLists(book, sheet, register);
}

/** Lists stand on a hidden sheet: a list written into the cell may be no longer than 255 characters. */
function addLists(book: Workbook, sheet: Worksheet, register: Register): void {
  const lists = book.addWorksheet('可选内容', { state: 'hidden' });
  register.fields.forEach((field, i) => {
    const values = field.kind === 'flag' ? ['是', '否'] : (field.choices ?? []).map((choice) => choice.label);
    if (values.length === 0) return;
    const column = lists.getColumn(i + 1);
    column.values = [field.label, ...values];
    const from = sheet.getColumn(i + 2).letter;
    validationsOf(sheet).add(`${from}2:${from}${LAST_ROW}`, {
      type: 'list',
      allowBlank: true,
      formulae: [`'可选内容'!$${column.letter}$2:$${column.letter}$${values.length + 1}`],
      showErrorMessage: true,
      errorTitle: field.label,
      error: '请从下拉列表中选',
    });
  });
}

/** The library's list of validations by range, which its types leave out. */
function validationsOf(sheet: Worksheet): { add(range: string, validation: ExcelJS.DataValidation): void } {
  return (sheet as unknown as { dataValidations: { add(range: string, validation: ExcelJS.DataValidation): void } }).dataValidations;
}

function widthOf(field: Field): number {
  if (field.kind === 'longText') return 36;
  return Math.max(field.kind === 'text' ? 18 : 13, field.label.length * 2 + 3);
}

function formatOf(field: Field): string {
  if (field.kind === 'day') return 'yyyy-mm-dd';
  if (field.kind === 'fen') return '#,##0.00';
  return field.kind === 'count' ? '0' : '@';
}

function sampleOf(field: Field): string | number | Date {
  if (field.choices) return field.choices[0]!.label;
  switch (field.kind) {
    case 'day':
      return new Date(Date.UTC(2023, 3, 5));
    case 'month':
      return '2023年4月';
    case 'count':
      return 12;
    case 'fen':
      return 1200.5;
    case 'flag':
      return '否';
    default:
      return field.personal ? '某某（示例）' : `${field.label}（示例）`;
  }
}

function writeHelp(sheet: Worksheet, register: Register): void {
  sheet.columns = [{ width: 22 }, { width: 30 }, { width: 22 }, { width: 60 }];
  const lines = [
    [`${register.title}导入模板`],
    ['一行填一件；第2行是示例，导入时跳过，可以留着。不需要的列可以删去，列的先后可以变，列标题不要改。'],
    ['编号留空的，导入时自动编号。除红色的列是法律规定要登记的内容外，其他都可以不填；红色的列也可以以后再补。'],
  ];
  for (const line of lines) sheet.mergeCells(sheet.addRow(line).number, 1, sheet.rowCount, 4);
  sheet.getRow(1).font = { bold: true, size: 14 };
  const head = sheet.addRow(['列', '填什么', '依据', '说明和可填内容']);
  head.font = { bold: true };
  for (const field of register.fields) {
    const choices = (field.choices ?? []).map((choice) => choice.label).join('；');
    const row = sheet.addRow([
      field.label,
      KIND_HINTS[field.kind],
      field.required ? basisName(field.required.basis) : '',
      [field.hint, choices].filter(Boolean).join('。'),
    ]);
    row.alignment = { wrapText: true, vertical: 'top' };
    row.height = 15.5 * Math.max(1, Math.ceil((`${field.hint ?? ''}${choices}`.length * 2 + 2) / 54));
    if (field.required) row.getCell(1).font = { color: { argb: REQUIRED }, bold: true };
  }
  for (let i = 2; i <= 3; i++) {
    sheet.getRow(i).alignment = { wrapText: true, vertical: 'top' };
    sheet.getRow(i).height = 34;
  }
}

/** OGIR2019 29.2(1) → 条例第二十九条 … in figures: what a person looks up. */
function basisName(basis: string): string {
  const [law, place = ''] = basis.split(' ');
  const match = /^(\d+)(?:\.(\d+))?(?:\((\d+)\))?$/.exec(place);
  const name = law === 'OGIR2019' ? '《政府信息公开条例》' : '年度报告格式（2021年）';
  if (!match) return name;
  return `${name}第${match[1]}条${match[2] ? `第${match[2]}款` : ''}${match[3] ? `第（${match[3]}）项` : ''}`;
}
