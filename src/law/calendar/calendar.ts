import { addDays, chineseWeekday, type Day, day, eachDay, weekday, yearOf } from '#lib/day.ts';
import type { HolidayYear } from './year.ts';

/** What the calendar says of one day. `covered` false: no notice reaches the day; Monday to Friday then counts as a working day. */
export interface CalendarDay {
  readonly workday: boolean;
  readonly covered: boolean;
  /** In Chinese: 星期三 · 星期六，休息日 · 春节放假 · 星期日，调休上班. */
  readonly why: string;
  /** The notice that makes the day differ from its week; null for an ordinary day. */
  readonly basis: string | null;
}

/** The notices of several years as one value. Every rule that counts working days takes it as an argument. */
export interface Calendar {
  readonly years: readonly HolidayYear[];
  readonly coveredFrom: Day;
  /** Coverage ends with the last year of an unbroken row of years; a year beyond a gap covers nothing. */
  readonly coveredTo: Day;
  readonly special: ReadonlyMap<Day, CalendarDay>;
}

function specialDays(years: readonly HolidayYear[]): Map<Day, CalendarDay> {
  const days = new Map<Day, CalendarDay>();
  for (const y of years) {
    for (const o of y.off)
      for (const d of eachDay(o.from, o.to)) days.set(d, { workday: false, covered: true, why: `${o.name}放假`, basis: y.basis });
    for (const d of y.work) days.set(d, { workday: true, covered: true, why: `${chineseWeekday(d)}，调休上班`, basis: y.basis });
  }
  return days;
}

/**
 * Merges the notices of several years; a later entry for the same year replaces an earlier one (a notice changed during its year).
 * @throws when no year is given
 */
export function calendarOf(years: readonly HolidayYear[]): Calendar {
  const byYear = [...new Map(years.map((y) => [y.year, y])).values()].sort((a, b) => a.year - b.year);
  const first = byYear[0];
  if (!first) throw new Error('a calendar needs the notice of one year at least');
  const row = byYear.filter((y, i) => y.year === first.year + i);
  return {
    years: row,
    coveredFrom: day(`${first.year}-01-01`),
    coveredTo: day(`${first.year + row.length - 1}-12-31`),
    special: specialDays(row),
  };
}

/** True where a notice reaches the day: only there is a count a statement of law. */
export function covers(calendar: Calendar, d: Day): boolean {
  return d >= calendar.coveredFrom && d <= calendar.coveredTo;
}

/** The day as the calendar knows it; past the data Monday to Friday count, and `covered` is false. */
export function dayIn(calendar: Calendar, d: Day): CalendarDay {
  const special = calendar.special.get(d);
  if (special && covers(calendar, d)) return special;
  const workday = weekday(d) <= 5;
  const why = workday ? chineseWeekday(d) : `${chineseWeekday(d)}，休息日`;
  if (covers(calendar, d)) return { workday, covered: true, why, basis: null };
  return { workday, covered: false, why: `${why}（暂计，缺${yearOf(d)}年放假安排）`, basis: null };
}

/** `dayIn(…).workday` alone, for walks over many days. */
export function worksOn(calendar: Calendar, d: Day): boolean {
  const special = d <= calendar.coveredTo ? calendar.special.get(d) : undefined;
  return special ? dayIn(calendar, d).workday : weekday(d) <= 5;
}

/** The n-th working day after `from` (`from` is day 0), past the data counted Monday to Friday: provisional where `!covers(calendar, result)`. */
export function addWorkdaysProvisionally(calendar: Calendar, from: Day, n: number): Day {
  let d = from;
  for (let left = n; left > 0; ) {
    d = addDays(d, 1);
    if (worksOn(calendar, d)) left--;
  }
  return d;
}
