import { addWorkdaysProvisionally, dayIn, SHIPPED_CALENDAR } from '#law/calendar/index.ts';
import { addDays, type Day, day } from '#lib/day.ts';

/** The n-th working day after (before, if negative) a day by the shipped calendars; 0: the day itself or the next working day. */
export function workday(from: string, n: number): Day {
  const start = day(from);
  if (n > 0) return addWorkdaysProvisionally(SHIPPED_CALENDAR, start, n);
  let d = start;
  if (n === 0) while (!dayIn(SHIPPED_CALENDAR, d).workday) d = addDays(d, 1);
  for (let left = -n; left > 0; ) {
    d = addDays(d, -1);
    if (dayIn(SHIPPED_CALENDAR, d).workday) left--;
  }
  return d;
}

/** `count` working days of a year in order, spread evenly between two month-days. */
export function spread(year: number, count: number, first = '01-04', last = '12-20'): Day[] {
  const start = day(`${year}-${first}`);
  const length = (Date.parse(`${year}-${last}`) - Date.parse(start)) / 86_400_000;
  return Array.from({ length: count }, (_, i) => workday(addDays(start, Math.floor((i * length) / Math.max(count - 1, 1))), 0));
}
