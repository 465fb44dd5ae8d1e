import type { RegisterRecord } from '#domain/registers/record.ts';
import { caseClock } from '#domain/tasks/caseClock.ts';
import { stateName, workdaysLeft } from '#domain/tasks/tasks.ts';
import type { Calendar } from '#law/calendar/index.ts';
import type { ClockResult } from '#law/clock/index.ts';
import type { Day } from '#lib/day.ts';
import { isRefusal } from '#lib/result.ts';
import type { ClockSummary, Row } from './registerTypes.ts';

const PROVISIONAL = { opinionOpen: '意见未回，暂计', undelivered: '送达日期未登记，暂计', pastCalendar: '放假安排未公布，暂计' } as const;
const ENDED: readonly string[] = ['answered', 'withdrawn', 'closed'];

/** The few words a grid shows of a clock. */
export function summaryOf(result: ClockResult, calendar: Calendar, today: Day): ClockSummary {
  const { dueOn, state, inTime, provisional, nextOn } = result;
  const open = !ENDED.includes(state);
  return {
    dueOn,
    state,
    stateName: stateName(state),
    inTime,
    provisional: provisional.map((p) => PROVISIONAL[p]),
    daysLeft: open && dueOn ? workdaysLeft(calendar, today, dueOn) : null,
    next: open && nextOn ? { on: nextOn.on, what: nextOn.what } : null,
  };
}

/** A record as the console shows it; `parts`: what an application was split into. */
export function rowOf(record: RegisterRecord, calendar: Calendar, today: Day, parts: readonly string[] = []): Row {
  const { number, agency, version, values, events, origin, recordedAt, recordedBy } = record;
  const row: Row = { number, agency, version, values, events, void: record.void, origin, recordedAt, recordedBy };
  if (record.register !== 'requests' || record.void) return row;
  if (parts.length > 0) return { ...row, parts };
  const result = caseClock(record, calendar, today);
  return isRefusal(result) ? row : { ...row, clock: summaryOf(result, calendar, today) };
}
