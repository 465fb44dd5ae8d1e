import type { Register } from '#domain/registers/register.ts';
import type { SheetLayout } from './layout.ts';
import type { ImportFinding } from './plan.ts';
import type { IgnoredRow } from './rows.ts';
import { findingAt } from './rowValues.ts';
import { columnLetter } from './sheet.ts';
import { dateKeyOf } from './target.ts';

/** What a person should know of a sheet before it is imported: hidden lines, differing years, columns it lacks. */
export function checkSheet(layout: SheetLayout, register: Register, ignored: readonly IgnoredRow[]): ImportFinding[] {
  const { sheet, mapping, year, titleYear } = layout;
  const findings: ImportFinding[] = [];
  const say = (what: string, fix: string) => findings.push(findingAt(layout, null, null, null, { what, fix }));

  const left = new Set(ignored.filter((i) => i.sheet === sheet.name).map((i) => i.row));
  const hidden = sheet.rows.filter((row) => row.hidden && !left.has(row.number)).map((row) => row.number);
  if (hidden.length > 0) say(`第${shortList(hidden)}行在表里是隐藏或筛掉的，也会导入`, '不要的请先从表里删去');
  const columns = mapping.columns.filter((c) => sheet.hiddenColumns.has(c.column) && c.use.kind !== 'none');
  if (columns.length > 0)
    say(`${columns.map((c) => `${columnLetter(c.column)}列“${c.title}”`).join('、')}是隐藏的列，也会导入`, '不要的请先从表里删去');

  if (year && titleYear && year.year !== titleYear.year) {
    say(`${titleYear.from}写的是${titleYear.year}年，导入时选的是${year.year}年；没写年份的日期按${year.year}年`, '请核对选定的年份');
  }
  for (const { field, choice } of layout.fromTitle) {
    say(`表里没有“${field.label}”一列，按表题都填为“${choice.label}”`, '不对的话请在表里加一列');
  }
  const given = new Set([
    ...mapping.columns.flatMap((c) => ('field' in c.use ? [c.use.field] : [])),
    ...layout.fromTitle.map((f) => f.field.key),
  ]);
  const missing = register.fields.filter((f) => f.required && !given.has(f.key)).map((f) => `“${f.label}”`);
  if (missing.length > 0) say(`表里没有${missing.join('、')}`, '可以先导入，之后在登记簿里补');
  if (!given.has(dateKeyOf(register)) && register.numberField !== register.dateField) {
    const label = register.fields.find((f) => f.key === dateKeyOf(register))!.label;
    say(`没有“${label}”的记录排不进任何一年，也不计数`, `请在表里加上“${label}”，或在列对应里选定是哪一列`);
  }
  const maybe = mapping.columns.filter((c) => c.maybe && c.use.kind === 'none' && !given.has(c.maybe));
  for (const column of maybe) {
    const field = register.fields.find((f) => f.key === column.maybe)!;
    say(`${column.letter}列“${column.title}”像是“${field.label}”，但不确定，没有导入`, '请在列对应里选定');
  }
  return findings;
}

function shortList(numbers: readonly number[]): string {
  return numbers.length <= 8 ? numbers.join('、') : `${numbers.slice(0, 8).join('、')}等${numbers.length}`;
}
