import { type Refusal, refuse } from '#lib/result.ts';
import { DraftBook } from './drafts.ts';
import { layOut, type SheetLayout } from './layout.ts';
import type { ImportFinding, ImportPlan, SheetPlan } from './plan.ts';
import { ERROR_SHEET, HELP_SHEET, type ImportRequest } from './request.ts';
import { type IgnoredRow, whyIgnored } from './rows.ts';
import { findingAt, readRow } from './rowValues.ts';
import { columnLetter, type SheetGrid, TallMerges } from './sheet.ts';
import { checkSheet } from './sheetFindings.ts';
import { targetOf } from './target.ts';

/** A sheet beside the best one is read too where its titles fit at least this share as well. */
const FITS_AS_WELL = 0.5;

/**
 * The dry run of an import: pure, saves nothing. Every line of every sheet comes out as a draft, as known already, as an
 * error or as left out with its reason. A refusal where no sheet has titles of the register, or the sheet named is not there.
 */
export function planImport(sheets: readonly SheetGrid[], request: ImportRequest): ImportPlan | Refusal {
  const register = targetOf(request.register);
  if (request.sheet !== null && !sheets.some((s) => s.name === request.sheet)) {
    return refuse(`文件里没有叫“${request.sheet}”的工作表；有：${sheets.map((s) => s.name).join('、')}`);
  }
  const ignoredSheets: { sheet: string; rows: number; reason: string }[] = [];
  const layouts: SheetLayout[] = [];
  const found = sheets.map((sheet) => {
    const skip = whyNotRead(sheet, request.sheet);
    return { sheet, skip, layout: skip ? null : layOut(sheet, register, request) };
  });
  const best = Math.max(0, ...found.map(({ layout }) => layout?.header.score ?? 0));
  for (const { sheet, skip, layout } of found) {
    if (layout && layout.header.score >= best * FITS_AS_WELL) layouts.push(layout);
    else ignoredSheets.push({ sheet: sheet.name, rows: sheet.rows.length, reason: skip ?? `没有找到“${register.title}”的列标题` });
  }
  if (layouts.length === 0) {
    const some = register.fields.filter((f) => f.grid).map((f) => `“${f.label}”`);
    return refuse(
      `没有找到“${register.title}”的列标题。至少要有两列认得出，如${some.slice(0, 6).join('、')}；也可以下载模板填写，或在列对应里逐列选定`,
    );
  }

  const book = new DraftBook(register, request);
  const ignored: IgnoredRow[] = [];
  const sheetFindings: ImportFinding[] = [];
  for (const layout of layouts) {
    const { sheet } = layout;
    const above = { merges: new TallMerges(sheet), rowAt: byNumber(sheet) };
    for (const row of sheet.rows) {
      const reason = whyIgnored(row, sheet, layout.header, layout.mapping);
      if (reason) ignored.push({ sheet: sheet.name, row: row.number, reason });
      else book.add(layout, row.number, readRow(layout, row, register, above));
    }
    for (const question of layout.mapping.questions) {
      const column = layout.mapping.columns.find((c) => c.column === question.column) ?? null;
      sheetFindings.push(findingAt(layout, null, column, null, { what: question.what, fix: question.fix }));
    }
  }
  const { drafts, known, errors, warnings } = book.finish();
  const allErrors = [...sheetFindings, ...errors];
  const rows = layouts.reduce((sum, { sheet }) => sum + sheet.rows.length, 0);
  const lines = (list: readonly { sheet: string; row: number | null }[]) => new Set(list.map((e) => `${e.sheet}\n${e.row}`)).size;
  return {
    register: request.register,
    agency: request.agency,
    file: request.fileName,
    sheets: layouts.map(sheetPlan),
    ignoredSheets,
    drafts,
    errors: allErrors,
    warnings: [...layouts.flatMap((layout) => checkSheet(layout, register, ignored)), ...warnings],
    known,
    ignored,
    counts: {
      rows,
      records: rows - ignored.length,
      toSave: lines(drafts),
      drafts: drafts.length,
      errorRows: lines(errors),
      known: known.length,
      ignored: ignored.length,
    },
  };
}

function whyNotRead(sheet: SheetGrid, wanted: string | null): string | null {
  if (wanted !== null) return sheet.name === wanted ? null : '没有选这张工作表';
  if (sheet.name === ERROR_SHEET) return '上次导入时生成的问题清单';
  if (sheet.name === HELP_SHEET) return '模板的填写说明';
  if (sheet.hidden) return '隐藏的工作表';
  return sheet.rows.length === 0 ? '空白的工作表' : null;
}

function byNumber(sheet: SheetGrid): (n: number) => SheetGrid['rows'][number] | undefined {
  const rows = new Map(sheet.rows.map((row) => [row.number, row]));
  return (n) => rows.get(n);
}

function sheetPlan(layout: SheetLayout): SheetPlan {
  const { sheet, header, mapping, year } = layout;
  const below = sheet.rows.filter((row) => row.number > header.bottom);
  const example = (column: number) => below.find((row) => row.cells.has(column))?.cells.get(column)?.text ?? '';
  const titled = new Set(mapping.columns.map((c) => c.column));
  const nameless = [...new Set(below.flatMap((row) => [...row.cells.keys()]))]
    .filter((column) => !titled.has(column))
    .sort((a, b) => a - b);
  const none = { title: '', use: { kind: 'none' }, confidence: 0, maybe: null } as const;
  const columns = [
    ...mapping.columns.filter((column) => column.use.kind === 'none'),
    ...nameless.map((column) => ({ ...none, column, letter: columnLetter(column) })),
  ];
  const unmapped = columns
    .map((column) => ({ ...column, example: example(column.column) }))
    .filter((c) => c.title !== '' || c.example !== '');
  return { sheet: sheet.name, headerRows: [header.top, header.bottom], year, mapping, unmapped };
}
