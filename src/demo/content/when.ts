import { type Day, day, yearOf } from '#lib/day.ts';
import { workday } from '../workdays.ts';

/** Made some working days ago, and out so many working days later. */
export function recent(today: string, ago: number, later = 2): [formedOn: Day, publishedOn: Day] {
  return [workday(today, -ago - later), workday(today, -ago)];
}

/** What comes out once a year on a month-day: the last time by `today`, and its year. */
export function lastYearly(today: string, monthDay: string): { readonly year: number; readonly on: Day } {
  const year = yearOf(day(today));
  const here = workday(`${year}-${monthDay}`, 0);
  return here <= today ? { year, on: here } : { year: year - 1, on: workday(`${year - 1}-${monthDay}`, 0) };
}

/** 2026年11月9日. */
export function words(on: string): string {
  const [y, m, d] = on.split('-').map(Number);
  return `${y}年${m}月${d}日`;
}

/** 11月9日. */
export function dayWords(on: string): string {
  return words(on).replace(/^\d+年/, '');
}
