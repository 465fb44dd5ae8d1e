import type { RegisterKey } from './register.ts';

/** A field's value. Days and months as text, money in fen. */
export type FieldValue = string | number | boolean | null;

/** One event of a request's case, the shape `clock` reads (contracts): `on`, `kind`, and what the kind needs. */
export interface CaseEvent {
  on: string;
  kind: string;
  id?: string;
  days?: number;
  until?: string;
  silenceMeans?: 'agencyDecides' | 'consent';
  outcome?: string;
  reason?: string;
  /** When it was recorded, where that was later than it happened. */
  recordedAt?: string;
}

/** A record of any register, as stored and as read from a registers file. */
export interface RegisterRecord {
  readonly register: RegisterKey;
  readonly agency: string;
  readonly number: string;
  /** 1 for the first version; each change adds one. */
  readonly version: number;
  /** `opening`: entered to open the first year. */
  readonly origin: 'entered' | 'import' | 'opening';
  /** Void records keep their number and count nowhere. */
  readonly void: { reason: string; on: string } | null;
  readonly values: Readonly<Record<string, FieldValue>>;
  /** Requests only; empty otherwise. */
  readonly events: readonly CaseEvent[];
  /** HMAC of the person's normalised identity: the same applicant on sealed data. */
  readonly personKey: string | null;
  readonly recordedAt: string;
  readonly recordedBy: string;
}

/** What an officer or an import hands in. */
export interface RecordDraft {
  readonly register: RegisterKey;
  readonly agency: string;
  /** Absent: numbered by the system. */
  readonly number?: string;
  readonly values: Readonly<Record<string, FieldValue>>;
  readonly events?: readonly CaseEvent[];
  readonly origin?: RegisterRecord['origin'];
  readonly void?: RegisterRecord['void'];
  /** The version the change was made on; a newer one in the store is a conflict, never overwritten. */
  readonly basedOn?: number;
}

/** A text, day, month or choice of a record; null where it is blank. */
export function textOf(record: RegisterRecord, key: string): string | null {
  const value = record.values[key];
  return typeof value === 'string' && value.trim() !== '' ? value : null;
}

/** A count or an amount in fen of a record; null where it is not entered. */
export function numberOf(record: RegisterRecord, key: string): number | null {
  const value = record.values[key];
  return typeof value === 'number' && Number.isSafeInteger(value) ? value : null;
}
