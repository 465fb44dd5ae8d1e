import ExcelJS from 'exceljs';
import { basisText } from '#domain/checker/basisText.ts';
import { SEVERITY_NAMES } from '#domain/checker/catalogue.ts';
import { type Finding, rules } from '#domain/checker/index.ts';
import { cellText } from '../writing/clean.ts';
import { doubtPlace, doubtText } from './doubtText.ts';
import type { Result } from './result.ts';
import { GROUPS, placeText } from './text.ts';

/** All that a doubt holds. */
export const MOST_READINGS = 20;

const HEAD_FILL = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFE8ECF1' } } as const;

/** What the workbook says of one report, read just now or kept. */
export interface SheetRow {
  readonly file: string;
  readonly unit: string | null;
  readonly year: number | null;
  /** Why it could not be read; null where it was. */
  readonly unread: string | null;
  readonly findings: readonly Finding[];
  /** Places read in several ways, each with what it may be. */
  readonly doubts: readonly { readonly cell: string; readonly text: string }[];
}

function stateOf(r: SheetRow): string {
  if (r.unread !== null) return '读不了';
  return r.doubts.length > 0 ? `存疑${r.doubts.length}处` : '读出';
}

function sheet(book: ExcelJS.Workbook, name: string, columns: readonly [string, number][], frozen: number): ExcelJS.Worksheet {
  const ws = book.addWorksheet(name, { views: [{ state: 'frozen', xSplit: frozen, ySplit: 1 }] });
  ws.columns = columns.map(([header, width]) => ({ header, width }));
  const head = ws.getRow(1);
  head.font = { bold: true };
  head.alignment = { wrapText: true, vertical: 'middle' };
  head.eachCell((cell) => {
    cell.fill = HEAD_FILL;
  });
  return ws;
}

/** A row whose words any program can open, whatever stood in the report or its name. */
function addRow(ws: ExcelJS.Worksheet, values: readonly unknown[]): void {
  ws.addRow(values.map((v) => (typeof v === 'string' ? cellText(v) : v)));
}

function summary(book: ExcelJS.Workbook, results: readonly SheetRow[]): void {
  const said = new Set(results.flatMap((r) => r.findings.map((f) => f.rule)));
  const seen = rules.filter((r) => said.has(r.id));
  const columns: [string, number][] = [
    ['文件', 36],
    ['单位', 24],
    ['年度', 8],
    ['读取', 10],
    ...GROUPS.map(([, name]): [string, number] => [name, 8]),
    ...seen.map((r): [string, number] => [`${r.title}（${r.id}）`, 14]),
  ];
  const ws = sheet(book, '汇总', columns, 2);
  for (const r of results) {
    if (r.unread !== null) {
      addRow(ws, [r.file, '', '', stateOf(r)]);
      continue;
    }
    const open = r.findings.filter((f) => !f.waived);
    const bySeverity = GROUPS.map(([s]) => open.filter((f) => f.severity === s).length);
    const byRule = seen.map((rule) => open.filter((f) => f.rule === rule.id).length || null);
    addRow(ws, [r.file, r.unit, r.year, stateOf(r), ...bySeverity, ...byRule]);
  }
  ws.autoFilter = { from: { row: 1, column: 1 }, to: { row: 1, column: columns.length } };
}

function findings(book: ExcelJS.Workbook, checked: readonly SheetRow[]): void {
  const ws = sheet(
    book,
    '问题',
    [
      ['文件', 36],
      ['单位', 24],
      ['年度', 8],
      ['轻重', 8],
      ['位置', 16],
      ['问题', 70],
      ['原文', 40],
      ['应为', 14],
      ['现在', 14],
      ['规则', 16],
      ['依据', 40],
      ['不改的理由', 24],
    ],
    0,
  );
  for (const r of checked) {
    for (const f of r.findings) {
      const waived = f.waived ? `${f.waived.reason}（${f.waived.by}）` : '';
      const basis = f.basis.map(basisText).join('、');
      addRow(ws, [
        r.file,
        r.unit,
        r.year,
        SEVERITY_NAMES[f.severity],
        placeText(f),
        f.message,
        f.where.quote,
        f.expected,
        f.actual,
        f.rule,
        basis,
        waived,
      ]);
    }
  }
  ws.getColumn(6).alignment = { wrapText: true, vertical: 'top' };
  ws.autoFilter = { from: { row: 1, column: 1 }, to: { row: 1, column: 12 } };
}

function unread(book: ExcelJS.Workbook, results: readonly SheetRow[]): void {
  const ws = sheet(
    book,
    '读不了和存疑',
    [
      ['文件', 36],
      ['位置', 24],
      ['说明', 80],
    ],
    0,
  );
  for (const r of results) {
    if (r.unread !== null) addRow(ws, [r.file, '', r.unread]);
    for (const d of r.doubts) addRow(ws, [r.file, d.cell, d.text]);
  }
}

/** One workbook for many reports: a row a report with a column a rule, every finding, and what could not be read or is in doubt. */
export async function checksXlsx(rows: readonly SheetRow[]): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook();
  summary(book, rows);
  findings(book, rows);
  unread(book, rows);
  return new Uint8Array(await book.xlsx.writeBuffer());
}

function rowOf(r: Result): SheetRow {
  if (!r.readable) return { file: r.file, unit: null, year: null, unread: r.message, findings: [], doubts: [] };
  const { unit, year } = r.reading.report;
  const doubts = r.reading.doubts.map((d) => ({ cell: doubtPlace(r.reading, d), text: doubtText(d, MOST_READINGS) }));
  return { file: r.file, unit, year, unread: null, findings: r.findings, doubts };
}

/** The workbook of results as they were just made. */
export function asXlsx(results: readonly Result[]): Promise<Uint8Array> {
  return checksXlsx(results.map(rowOf));
}
