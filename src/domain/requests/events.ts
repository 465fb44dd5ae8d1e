import { type CaseEvent, numberOf, type RegisterRecord, textOf } from '../registers/record.ts';
import { REQUESTS } from './register.ts';

const DATED_COLUMNS = REQUESTS.fields.flatMap((f) => (f.event ? [[f.key, f.event] as const] : []));

/** A case's events, with those that stand only as a date in a column of the register, in the order recorded. */
export function caseEvents(record: RegisterRecord): CaseEvent[] {
  const has = new Set(record.events.map((e) => e.kind));
  const fromColumns = DATED_COLUMNS.flatMap(([key, kind]): CaseEvent[] => {
    const on = textOf(record, key);
    if (!on || has.has(kind)) return [];
    if (kind === 'extended') return [{ on, kind, days: numberOf(record, 'extendedDays') ?? undefined }];
    if (kind === 'clarificationSent') return [{ on, kind, until: textOf(record, 'correctBy') ?? undefined }];
    return [{ on, kind }];
  });
  const until = textOf(record, 'correctBy');
  const recorded = record.events.map((e) => {
    // The notice as a step, its last day only in the column: the two belong together.
    if (e.kind !== 'clarificationSent' || e.until !== undefined || e.days !== undefined || !until) return e;
    return { ...e, until };
  });
  return [...recorded, ...fromColumns];
}

/** Whether an event ends the case: an answer sent, a closing record, a withdrawal. */
export function endsCase(event: CaseEvent): boolean {
  return event.kind === 'answered' || event.kind === 'closed' || event.kind === 'withdrawn';
}
