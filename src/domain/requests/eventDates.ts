import type { CaseEvent, FieldValue } from '../registers/record.ts';
import { REQUESTS } from './register.ts';

/** The dates of a case's events in the columns of the register that show them: for lists and filters; the events are what counts. */
export function eventDates(events: readonly CaseEvent[]): Record<string, FieldValue> {
  const dates: Record<string, FieldValue> = {};
  for (const { key, event } of REQUESTS.fields) {
    const found = event && events.find((e) => e.kind === event);
    if (found) dates[key] = found.on;
  }
  const until = events.find((e) => e.kind === 'clarificationSent')?.until;
  if (until) dates['correctBy'] = until;
  return dates;
}
