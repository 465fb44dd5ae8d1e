import type { Calendar } from '#law/calendar/index.ts';
import { type ClockResult, clock } from '#law/clock/index.ts';
import type { Day } from '#lib/day.ts';
import { type Refusal, refuse } from '#lib/result.ts';
import { type CaseEvent, type RegisterRecord, textOf } from '../registers/record.ts';
import { caseEvents, endsCase } from '../requests/events.ts';

/** The result written in the columns as the event that ends the case. */
function endingOf(record: RegisterRecord): CaseEvent[] {
  const on = textOf(record, 'outcomeOn');
  const outcome = textOf(record, 'outcome');
  if (!on || record.events.some(endsCase)) return [];
  if (outcome?.startsWith('3.6')) return [{ on, kind: 'closed', outcome }];
  return [{ on, kind: 'answered' }];
}

/** A register's request as the clock reads a case; one consultation in the columns is one consultation of the clock. */
export function clockCaseOf(record: RegisterRecord, today: Day): { channel: string; today: Day; events: readonly CaseEvent[] } {
  const events = [...caseEvents(record), ...endingOf(record)].filter((e) => e.on <= today);
  const withIds = events.map((e) => (/^consultation|^opinion/.test(e.kind) && e.id === undefined ? { ...e, id: '1' } : e));
  // Two ways of ending on record (a withdrawal and the result that follows from it) are one.
  const sorted = withIds.toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
  const ended = sorted.find(endsCase);
  const once = sorted.filter((e) => !endsCase(e) || e === ended);
  return { channel: textOf(record, 'channel') ?? 'counter', today, events: once };
}

/** The clock of a request: due date, state, the next step, day by day. A refusal where there is no receipt to count from. */
export function caseClock(record: RegisterRecord, calendar: Calendar, today: Day): ClockResult | Refusal {
  const read = clockCaseOf(record, today);
  if (read.events.length === 0) return refuse('没有收到日期，无从计算期限；请补填收到日期。', 'OGIR2019 31');
  return clock(calendar, read);
}
