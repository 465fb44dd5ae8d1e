import type { SheetCell } from '../sheet.ts';
import { parseDayCell } from './day.ts';
import { chineseDigits } from './numerals.ts';
import { isProblem, type Parsed, problem, squeeze } from './parsed.ts';

const WRITE_SO = '请写成2023年3月或2023-03';

/** A month as `YYYY-MM`: 2023年3月, 2023.03, 202303, 3月 or 3 with the sheet's year, or any day of it. */
export function parseMonthCell(cell: SheetCell, year: number | null): Parsed<string> {
  if (cell.kind === 'number' && /^\d{4}\.1$/.test(String(cell.number))) {
    return problem(`“${cell.text}”分不清是1月还是10月`, WRITE_SO);
  }
  const plain = chineseDigits(squeeze(cell.text));
  const full = /^(\d{4})(?:[年.\-/](\d{1,2})月?(?:份)?|(\d{2}))$/.exec(plain);
  if (full && cell.kind !== 'date') return month(Number(full[1]), Number(full[2] ?? full[3]), cell.text);
  const bare = /^(\d{1,2})(月|月份)?$/.exec(plain);
  if (bare && year === null) return problem(`“${cell.text}”没有年份，表题和文件名里也看不出是哪一年`, '请写上年份，或导入时选定年份');
  if (bare && year !== null) return month(year, Number(bare[1]), cell.text);
  const day = parseDayCell(cell, year);
  return isProblem(day) ? problem(`“${cell.text}”认不出是哪个月`, WRITE_SO) : { value: day.value.slice(0, 7) };
}

function month(year: number, number: number, text: string): Parsed<string> {
  if (number < 1 || number > 12) return problem(`“${text}”没有这个月`, WRITE_SO);
  if (year < 1949 || year > 2099) return problem(`“${text}”的年份不像是真的`, '请核对年份');
  return { value: `${year}-${String(number).padStart(2, '0')}` };
}
