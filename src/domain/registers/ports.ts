import type { Actor } from '#domain/people/actor.ts';
import type { Refusal } from '#lib/result.ts';
import type { FieldValue, RecordDraft, RegisterRecord } from './record.ts';
import type { RegisterKey } from './register.ts';

/** Which records, in what order, which page. */
export interface RecordQuery {
  readonly register: RegisterKey;
  /** The units whose records are wanted: an organ with its internal units, or one of them. */
  readonly agencies: readonly string[];
  /** Records whose dateField lies in here, both ends included; one without a date is in no span. */
  readonly from?: string;
  readonly to?: string;
  /** Field → value or values it may have; null asks for an empty field. */
  readonly filter?: Readonly<Record<string, FieldValue | readonly FieldValue[]>>;
  /** Text contained in the number or a text field that is not personal. */
  readonly search?: string;
  /** The person: finds the same applicant on sealed data. */
  readonly personKey?: string;
  readonly numbers?: readonly string[];
  /** A field's key, `number`, or `recordedAt`; Chinese by pinyin. Default: dateField, then number. */
  readonly sort?: { readonly field: string; readonly direction: 'asc' | 'desc' };
  /** 1-based. */
  readonly page?: number;
  /** Records a page; 0: all of them. Default 50. */
  readonly size?: number;
  /** Default `without`. */
  readonly void?: 'without' | 'with' | 'only';
}

export interface RecordPage {
  readonly records: readonly RegisterRecord[];
  readonly total: number;
}

/** A change of a record as its history tells it, oldest first. Sealed values of an erased person are null. */
export interface RecordChange {
  readonly version: number;
  readonly at: string;
  readonly by: Actor;
  /** created · changed · voided · restored · revealed (personal values were looked at). */
  readonly kind: 'created' | 'changed' | 'voided' | 'restored' | 'revealed';
  readonly reason: string;
  readonly before: RecordState | null;
  readonly after: RecordState | null;
}

/** The part of a record a change may change. */
export type RecordState = Pick<RegisterRecord, 'values' | 'events' | 'void'>;

/** What is wrong with one draft of a batch. */
export interface DraftProblem {
  /** 0-based place in the batch. */
  readonly index: number;
  readonly kind: 'conflict' | 'exists' | 'missing' | 'invalid';
  readonly number?: string;
  readonly field?: string;
  readonly value?: FieldValue;
  /** In Chinese: what is wrong, and what to do. */
  readonly what: string;
  readonly fix: string;
  readonly basis?: string;
  /** On a conflict: the record as it stands now. */
  readonly current?: RegisterRecord;
}

/** A batch is kept whole or not at all; every problem of every draft is named. */
export interface SaveRefusal extends Refusal {
  readonly problems: readonly DraftProblem[];
}

/** True for a refused batch. */
export function isSaveRefusal(value: unknown): value is SaveRefusal {
  return typeof value === 'object' && value !== null && 'problems' in value && 'refused' in value;
}

/** The registers' store. */
export interface RegisterStore {
  list(query: RecordQuery): Promise<RecordPage>;
  get(register: RegisterKey, agency: string, number: string): Promise<RegisterRecord | null>;
  history(register: RegisterKey, agency: string, number: string): Promise<readonly RecordChange[]>;
  /** How many records that are not void each register has with its date in the span. */
  countIn(agencies: readonly string[], from: string, to: string): Promise<ReadonlyMap<RegisterKey, number>>;
  /**
   * Writes records, their events in the chain and their facts in one transaction, or nothing. A draft with `basedOn` is a
   * change: values it does not name stay. One without is a new record; without a number it is numbered, gap-free per agency,
   * register and year. A change that changes nothing makes no version.
   */
  saveMany(drafts: readonly RecordDraft[], by: Actor, reason: string): Promise<readonly RegisterRecord[] | SaveRefusal>;
  /** Notes in the chain that somebody looked at a record's personal values. */
  noteReveal(register: RegisterKey, agency: string, number: string, by: Actor, reason: string): Promise<void>;
  /** Destroys a person's key: sealed values of the person are gone for good; the chain still verifies, counts stay. */
  erasePerson(agency: string, personKey: string, by: Actor, reason: string): Promise<{ readonly keys: number }>;
}
