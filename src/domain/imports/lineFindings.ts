import type { Register } from '#domain/registers/register.ts';
import type { ReadLine } from './known.ts';
import type { SheetLayout } from './layout.ts';
import type { ImportFinding } from './plan.ts';
import { findingAt, type RowValues } from './rowValues.ts';
import { dateKeyOf } from './target.ts';

/** A line that becomes a draft, with where it stood. */
export interface BookedLine {
  readonly line: ReadLine;
  readonly layout: SheetLayout;
  readonly read: RowValues;
}

/** The finding of a row that says nothing in the columns that are known. */
export function emptyRow(layout: SheetLayout, row: number): ImportFinding {
  const column = layout.mapping.columns.find((c) => c.use.kind === 'none') ?? null;
  const fix = '不要的行请删去；要的请把内容填在认得的列里，或在列对应里选定列';
  return findingAt(layout, row, column, null, { what: '这一行在认得的列里都没有内容', fix });
}

/** How to mend a date that goes the wrong way because it was written without its year. */
export function yearHint(layout: SheetLayout, text: string | undefined, fix: string): string {
  if (!text || !layout.year || /\d{4}|\d{2}年/.test(text) || !/\d/.test(text)) return fix;
  return `${fix}；没写年份的按${layout.year.year}年读，不是这一年的请写上年份`;
}

/** A date outside the sheet's year: right for a case carried over, and the trace of a year a spreadsheet added by itself; or no date where the sheet has its column. */
export function dateFindings(register: Register, { line, layout, read }: BookedLine): ImportFinding[] {
  const key = dateKeyOf(register);
  if (key === register.numberField) return [];
  const field = register.fields.find((f) => f.key === key)!;
  const date = read.values[key];
  const findings: ImportFinding[] = [];
  if (
    !date &&
    read.columnOf.has(key) === false &&
    !field.required &&
    layout.mapping.columns.some((c) => 'field' in c.use && c.use.field === key)
  ) {
    findings.push(findingAt(layout, line.row, null, null, { what: `没有填“${field.label}”，排不进任何一年，也不计数`, fix: '请补上日期' }));
  }
  if (!date || !layout.year || String(date).startsWith(String(layout.year.year))) return findings;
  const at = read.columnOf.get(key);
  const what = `“${field.label}”是${String(date)}，不在${layout.year.year}年`;
  const fix = '请核对年份；表格软件会给没写年份的日期自动加上录入那年';
  findings.push(findingAt(layout, line.row, at?.column ?? null, at?.cell.text ?? null, { what, fix }));
  return findings;
}
