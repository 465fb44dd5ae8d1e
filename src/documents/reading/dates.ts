import { parseDay } from '#lib/day.ts';

const CHINESE = '〇一二三四五六七八九';

/** 二〇二四 → 2024, 十七 → 17, 三十一 → 31; null where it is no numeral. */
export function chineseNumber(text: string): number | null {
  const t = text.replace(/[零○oO0]/g, '〇');
  if (/^[〇一二三四五六七八九]+$/.test(t)) return Number([...t].map((c) => CHINESE.indexOf(c)).join(''));
  const m = /^([一二三四五六七八九])?十([一二三四五六七八九])?$/.exec(t);
  if (!m) return null;
  return (m[1] ? CHINESE.indexOf(m[1]) : 1) * 10 + (m[2] ? CHINESE.indexOf(m[2]) : 0);
}

function iso(y: string, m: string, d: string): string | null {
  const number = (t: string): number | null => (/^\d+$/.test(t) ? Number(t) : chineseNumber(t));
  const [year, month, day] = [number(y), number(m), number(d)];
  if (year === null || month === null || day === null) return null;
  return parseDay(`${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`);
}

const YEAR = '((?:19|20)\\d{2}|[二一][〇零○oO0九][〇零○oO0一二三四五六七八九]{2})';
const CN = '[一二三四五六七八九十]{1,3}';
const DAY_FORMS = [new RegExp(`${YEAR}年(\\d{1,2}|${CN})月(\\d{1,2}|${CN})日?`), /((?:19|20)\d{2})[-./](\d{1,2})[-./](\d{1,2})(?!\d)/];
const YEAR_ALONE = new RegExp(`${YEAR}(?=年|年度|\\b|\\D|$)`);
const YEARS = new RegExp(`[(（【]?${YEAR}年?度?[)）】]?`, 'g');

export interface FoundDay {
  readonly day: string;
  readonly start: number;
  readonly end: number;
}

/** The first full date in a text without spaces: 2024年1月17日, 二〇二四年一月十七日, 2024.1.17, 2024-01-17. */
export function findDay(text: string): FoundDay | null {
  let best: FoundDay | null = null;
  for (const form of DAY_FORMS) {
    const m = form.exec(text);
    const day = m ? iso(m[1]!, m[2]!, m[3]!) : null;
    if (m && day && (!best || m.index < best.start)) best = { day, start: m.index, end: m.index + m[0].length };
  }
  return best;
}

/** A text without spaces that ends as a date does, whether the calendar has that day or not: 2024年2月30日. */
export function findDayShape(text: string): { readonly start: number; readonly end: number } | null {
  for (const form of DAY_FORMS) {
    const m = form.exec(text);
    if (m) return { start: m.index, end: m.index + m[0].length };
  }
  return null;
}

/** The first period in a text without spaces: 2023年1月1日(起)至(2023年)12月31日(止). */
export function findPeriod(text: string): [string, string] | null {
  for (let from = 0; from < text.length; ) {
    const first = findDay(text.slice(from));
    if (!first) return null;
    const after = text.slice(from + first.end, from + first.end + 40);
    const bridge = /^(?:起|开始|始)?[,，]?(?:至|到|止|[-—–－~～―]+)+/.exec(after);
    if (bridge) {
      const rest = after.slice(bridge[0].length).replace(/^(?:当年|同年|本年)/, '');
      const bare = new RegExp(`^(\\d{1,2}|${CN})月(\\d{1,2}|${CN})(?:日|(?=止|[，,。；;]|$))`).exec(rest);
      const short = /^(\d{1,2})[-./](\d{1,2})(?![-./\d])/.exec(rest);
      const second = findDay(rest);
      const end = bare
        ? iso(first.day.slice(0, 4), bare[1]!, bare[2]!)
        : short
          ? iso(first.day.slice(0, 4), short[1]!, short[2]!)
          : second && second.start === 0
            ? second.day
            : null;
      if (end && end >= first.day) return [first.day, end];
    }
    from += first.end;
  }
  return null;
}

/** The first year of a text as a number: 2023年, 2023, 二〇二三年. */
export function findYear(text: string): number | null {
  const m = YEAR_ALONE.exec(text);
  if (!m) return null;
  return /^\d/.test(m[1]!) ? Number(m[1]) : chineseNumber(m[1]!);
}

/** A text without its years: 2023年度, （2023年）, 二〇二三年. */
export function withoutYears(text: string): string {
  return text.replace(YEARS, '');
}
