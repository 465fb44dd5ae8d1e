import { dayOfMoment } from '#lib/day.ts';
import type { RegisterRecord } from '../registers/record.ts';
import type { RegisterKey } from '../registers/register.ts';
import type { Fact } from './fact.ts';

/** Columns that say something happened; not known before its day. (A time limit or validity is known from the start.) */
const HAPPENINGS: Readonly<Partial<Record<RegisterKey, readonly string[]>>> = {
  requests: ['outcomeOn', 'withdrawnOn', 'feeNoticedOn', 'feePaidOn', 'correctedOn'],
  normativeDocuments: ['promulgatedOn'],
  remedies: ['decidedOn', 'appealedOn', 'finalOn'],
  tickets: ['closedOn'],
};

function laterThan(moment: string | undefined, asOf: string): boolean {
  const day = moment ? dayOfMoment(moment) : null;
  return day !== null && day > asOf;
}

/**
 * A record as it was known at the end of the day `asOf`: null where it was not yet recorded; without what happened or was
 * recorded later. A part not yet split off was not there.
 */
export function asKnown(record: RegisterRecord, asOf: string): RegisterRecord | null {
  const { splitOn, on } = record.values;
  const made = record.register === 'requests' ? splitOn : record.register === 'publications' ? on : null;
  if (laterThan(record.recordedAt, asOf) || (typeof made === 'string' && made > asOf)) return null;
  const values = { ...record.values };
  for (const key of HAPPENINGS[record.register] ?? []) {
    const value = values[key];
    if (typeof value === 'string' && value > asOf) values[key] = null;
  }
  const events = record.events.filter((e) => e.on <= asOf && !laterThan(e.recordedAt, asOf));
  return { ...record, values, events, void: record.void && record.void.on > asOf ? null : record.void };
}

/** Whether a fact was known at the end of the day `asOf`. */
export function isKnown(fact: Fact, asOf: string): boolean {
  return fact.happenedOn <= asOf && !laterThan(fact.recordedAt, asOf);
}
