import { addDays, type Day, daysBetween, parseDay } from '#lib/day.ts';

/** 有效性 of an item or a document on a day. */
export type Validity = 'notYet' | 'valid' | 'expired' | 'abolished';

export const VALIDITY_NAMES: Readonly<Record<Validity, string>> = { notYet: '尚未施行', valid: '有效', expired: '失效', abolished: '废止' };

/** The dates validity hangs on. */
export interface Validities {
  readonly effectiveOn: string | null;
  /** The last day in force. */
  readonly validUntil: string | null;
  /** First day without force: abolished or replaced. */
  readonly endedOn: string | null;
}

/** The validity on a day. Abolition and lapse together: whichever came first. */
export function validityOn(v: Validities, on: Day): Validity {
  const ended = parseDay(v.endedOn ?? '');
  const until = parseDay(v.validUntil ?? '');
  const lapsed = until ? addDays(until, 1) : null;
  if (ended && on >= ended && (!lapsed || ended <= lapsed)) return 'abolished';
  if (lapsed && on >= lapsed) return 'expired';
  const from = parseDay(v.effectiveOn ?? '');
  return from && on < from ? 'notYet' : 'valid';
}

/** Days before the end of validity an office is reminded, first to last: local practice, editable data. */
export const EXPIRY_REMINDERS: readonly number[] = [180, 90, 30];

/** How close the end is: the reminder reached (180, 90, 30 days before), 0 once it has lapsed; null while far off or without an end. */
export function expiryReminder(v: Validities, today: Day, reminders: readonly number[] = EXPIRY_REMINDERS): number | null {
  const until = parseDay(v.validUntil ?? '');
  const ended = parseDay(v.endedOn ?? '');
  if (!until || (ended && ended <= today)) return null;
  const left = daysBetween(today, until);
  if (left < 0) return 0;
  return reminders.filter((r) => left <= r).sort((a, b) => a - b)[0] ?? null;
}
