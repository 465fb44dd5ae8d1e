import { dayOfMoment } from '#lib/day.ts';
import { type FieldValue, type RegisterRecord, textOf } from '../registers/record.ts';
import type { RegisterKey } from '../registers/register.ts';
import { caseEvents, endsCase } from '../requests/events.ts';
import type { Fact } from './fact.ts';

/** Columns that say something happened; not known before its day. (A time limit or validity is known from the start.) */
const HAPPENINGS: Readonly<Partial<Record<RegisterKey, readonly string[]>>> = {
  requests: ['outcomeOn', 'withdrawnOn', 'feeNoticedOn', 'feePaidOn', 'correctedOn'],
  normativeDocuments: ['promulgatedOn'],
  remedies: ['decidedOn', 'appealedOn', 'finalOn'],
  tickets: ['closedOn'],
};

/** Results that are known only with their day. */
const RESULTS: Readonly<Partial<Record<RegisterKey, readonly (readonly [on: string, result: string])[]>>> = {
  remedies: [
    ['decidedOn', 'result'],
    ['finalOn', 'finalResult'],
  ],
};

/** The columns whose first day is that on which a record begins; of an application its events say it. */
const BEGINNINGS: Readonly<Partial<Record<RegisterKey, readonly string[]>>> = {
  normativeDocuments: ['issuedOn'],
  publications: ['on'],
  remedies: ['filedOn', 'toldOn'],
  tickets: ['receivedOn'],
  activities: ['on'],
};

function beginning(record: RegisterRecord): string | undefined {
  const columns = (BEGINNINGS[record.register] ?? []).flatMap((key) => textOf(record, key) ?? []);
  const events = record.register === 'requests' ? caseEvents(record).map((e) => e.on) : [];
  return [...events, ...columns].sort()[0];
}

function laterThan(moment: string | undefined, asOf: string): boolean {
  const day = moment ? dayOfMoment(moment) : null;
  return day !== null && day > asOf;
}

/** The values known then: without what happened later, and without the result of what had not happened yet. */
function valuesKnown(record: RegisterRecord, asOf: string): Record<string, FieldValue> {
  const values = { ...record.values };
  for (const key of HAPPENINGS[record.register] ?? []) {
    const value = values[key];
    if (typeof value === 'string' && value > asOf) values[key] = null;
  }
  for (const [on, result] of RESULTS[record.register] ?? []) if (record.values[on] && !values[on]) values[result] = null;
  if (record.register !== 'requests') return values;
  const events = caseEvents(record).filter(endsCase);
  const ends = [...events.map((e) => e.on), textOf(record, 'outcomeOn')].filter((on) => on !== null);
  if (ends.length > 0 && ends.every((on) => on > asOf)) values['outcome'] = null;
  return values;
}

/**
 * A record as it was known at the end of the day `asOf`: null where it had not begun or was not yet recorded; without what
 * happened or was recorded later. A part not yet split off was not there.
 */
export function asKnown(record: RegisterRecord, asOf: string): RegisterRecord | null {
  const splitOn = record.register === 'requests' ? textOf(record, 'splitOn') : null;
  const begins = [record.recordedAt, splitOn ?? undefined, beginning(record)];
  if (begins.some((day) => laterThan(day, asOf))) return null;
  const events = record.events.filter((e) => e.on <= asOf && !laterThan(e.recordedAt, asOf));
  const known = record.void && record.void.on > asOf ? null : record.void;
  return { ...record, values: valuesKnown(record, asOf), events, void: known };
}

/** Whether a fact was known at the end of the day `asOf`. */
export function isKnown(fact: Fact, asOf: string): boolean {
  return fact.happenedOn <= asOf && !laterThan(fact.recordedAt, asOf);
}
