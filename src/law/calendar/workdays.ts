import { chineseDate, type Day, eachDay, yearOf } from '#lib/day.ts';
import { type Refusal, refuse } from '#lib/result.ts';
import { addWorkdaysProvisionally, type Calendar, covers, dayIn } from './calendar.ts';

/** Why a count that touches `d` cannot be stated: the day and the year whose notice is missing. */
export function outsideData(calendar: Calendar, d: Day): Refusal {
  const side = d < calendar.coveredFrom ? '早于' : '晚于';
  return refuse(
    `${chineseDate(d)}${side}放假安排数据的范围（${chineseDate(calendar.coveredFrom)}至${chineseDate(calendar.coveredTo)}），` +
      `缺${yearOf(d)}年的放假安排，工作日无法确定。请先录入该年国务院办公厅的放假通知。`,
    'LOCAL',
  );
}

/** Whether the day is a working day; refused outside the data. */
export function isWorkday(calendar: Calendar, d: Day): { readonly workday: boolean } | Refusal {
  if (!covers(calendar, d)) return outsideData(calendar, d);
  return { workday: dayIn(calendar, d).workday };
}

/** The n-th working day after `from`, which is day 0 whatever kind of day it is; refused where the count leaves the data. */
export function addWorkdays(calendar: Calendar, from: Day, n: number): Day | Refusal {
  if (!covers(calendar, from)) return outsideData(calendar, from);
  const to = addWorkdaysProvisionally(calendar, from, n);
  return covers(calendar, to) ? to : outsideData(calendar, to);
}

/** Working days from `from` to `to`, both included; refused outside the data. */
export function countWorkdays(calendar: Calendar, from: Day, to: Day): number | Refusal {
  for (const d of [from, to]) if (!covers(calendar, d)) return outsideData(calendar, d);
  let n = 0;
  for (const d of eachDay(from, to)) if (dayIn(calendar, d).workday) n++;
  return n;
}
