import { parseDay, shanghaiDay } from '#lib/day.ts';
import type { SheetCell } from '../sheet.ts';
import { chineseDigits } from './numerals.ts';
import { type Parsed, problem, squeeze } from './parsed.ts';

/** Serial numbers of 1990-01-01 and 2099-12-31: outside, a bare number is no date. */
const FIRST_SERIAL = 32_874;
const LAST_SERIAL = 73_050;
const MS_PER_DAY = 86_400_000;
const WRITE_SO = '请写成2023-4-5或2023年4月5日这样的日期';

/**
 * A day as an office writes it: 2023.4.5, 2023/4/5, 2023年4月5日, 20230405, a date or serial number of the spreadsheet, a
 * timestamp (its date at +08:00), 4月5日 with the sheet's year. `year`: the year of the sheet where its title or the
 * caller says it; without it a date without year is a problem, never a guess.
 */
export function parseDayCell(cell: SheetCell, year: number | null): Parsed<string> {
  if (cell.kind === 'date') return real(cell.text.slice(0, 10), cell.text);
  if (cell.kind === 'number') return fromNumber(cell.number, year);
  return parseDayText(cell.text, year);
}

function fromNumber(number: number, year: number | null): Parsed<string> {
  if (Number.isInteger(number) && number >= 19_000_101 && number <= 21_001_231) return compact(String(number));
  if (number >= FIRST_SERIAL && number < LAST_SERIAL + 1) {
    return { value: new Date(Date.UTC(1899, 11, 30) + Math.floor(number) * MS_PER_DAY).toISOString().slice(0, 10) };
  }
  if (/^\d{1,2}\.[123]$/.test(String(number))) {
    return problem(`“${number}”分不清是${String(number).replace('.', '月')}日还是${String(number).replace('.', '月')}0日`, WRITE_SO);
  }
  return parseDayText(String(number), year);
}

/** The same for text. */
export function parseDayText(text: string, year: number | null): Parsed<string> {
  const stamp = timestamp(text);
  if (stamp) return stamp;
  const plain = chineseDigits(squeeze(withoutTime(text)));
  const full = /^(\d{4})[年.\-/](\d{1,2})[月.\-/](\d{1,2})[日号]?$/.exec(plain);
  if (full) return real(iso(full[1]!, full[2]!, full[3]!), text);
  if (/^\d{8}$/.test(plain)) return compact(plain);
  const short = /^(\d{2})[年.\-/](\d{1,2})[月.\-/](\d{1,2})[日号]?$/.exec(plain);
  if (short) return shortYear(short, year, text);
  const monthDay = /^(\d{1,2})[月.\-/](\d{1,2})[日号]?$/.exec(plain);
  if (monthDay) return withYear(monthDay, year, text);
  return problem(describe(plain, text), WRITE_SO);
}

/** A time of day stands apart, by a blank, T or 日; run into the day's own digits it could not be told from them. */
function withoutTime(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[(（]?(星期|周)[一二三四五六日天][)）]?/, ' ')
    .trim()
    .replace(
      /(?:\s+|T|(?<=[日号]))(?:上午|下午|凌晨|早上|中午|晚上)?\s*\d{1,2}(?:[:时点]\s*(?:\d{1,2}(?:[:分]\s*(?:\d{1,2}(?:\.\d+)?秒?)?)?)?)$/,
      '',
    );
}

function describe(plain: string, text: string): string {
  if (/^\d{4}[年.\-/]\d{1,2}月?$/.test(plain)) return `“${text}”只有年月，没有日`;
  if (/\d[-~—至到]+\d/.test(plain) && /[月.年]/.test(plain)) return `“${text}”像是一段时间，这里要的是一天`;
  return `“${text}”认不出是哪一天`;
}

function withYear(match: RegExpExecArray, year: number | null, text: string): Parsed<string> {
  if (year === null) return problem(`“${text}”没有年份，表题和文件名里也看不出是哪一年`, '请在日期里写上年份，或导入时选定年份');
  return real(iso(String(year), match[1]!, match[2]!), text);
}

/** Two digits of a year are taken only where they are the sheet's year or the one before or after. */
function shortYear(match: RegExpExecArray, year: number | null, text: string): Parsed<string> {
  const near = year === null ? undefined : [year, year - 1, year + 1].find((y) => y % 100 === Number(match[1]));
  if (near === undefined) return problem(`“${text}”的年份只有两位`, '请把年份写成四位，如2023.4.5');
  return real(iso(String(near), match[2]!, match[3]!), text);
}

function compact(digits: string): Parsed<string> {
  return real(`${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6)}`, digits);
}

function iso(year: string, month: string, day: string): string {
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}

function real(day: string, text: string): Parsed<string> {
  const parsed = parseDay(day);
  if (!parsed) return problem(`“${text}”不是日历上有的日子`, WRITE_SO);
  if (parsed < '1949-10-01' || parsed > '2099-12-31') return problem(`“${text}”的年份不像是真的`, '请核对年份');
  return { value: parsed };
}

/** A timestamp with a zone becomes the date at +08:00; one without a zone is already local. */
function timestamp(text: string): Parsed<string> | null {
  const match = /^\s*(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2}(:\d{2}(\.\d+)?)?)\s*(Z|[+-]\d{2}:?\d{2})\s*$/.exec(text);
  if (!match) return null;
  const zone = match[5] === 'Z' ? 'Z' : match[5]!.replace(/(\d{2}):?(\d{2})$/, '$1:$2');
  const ms = Date.parse(`${match[1]}T${match[2]}${zone}`);
  return Number.isNaN(ms) ? problem(`“${text}”不是日历上有的时刻`, WRITE_SO) : real(shanghaiDay(ms), text);
}
