import type { RegisterKey } from '#domain/registers/register.ts';
import type { Fact, FactKind } from './fact.ts';
import type { PlacedRecord } from './place.ts';
import type { Predicate } from './predicate.ts';
import type { RegisterRule } from './problem.ts';

/** What is counted: an organ, the span's first and last day, and what was known at the end of `asOf` (null: all). */
export interface CountScope {
  readonly agency: string;
  readonly from: string;
  readonly to: string;
  readonly asOf: string | null;
}

/** One record behind a figure with what it contributes. */
export interface CountedRecord {
  readonly register: RegisterKey;
  /** The agency that keeps the record: the organ or an internal unit. */
  readonly unit: string;
  readonly number: string;
  /** The latest legal date among its facts in the figure. */
  readonly on: string;
  readonly quantity: number;
}

/** A page of the records behind a figure. */
export interface CountedPage {
  readonly records: readonly CountedRecord[];
  readonly total: number;
}

/** A record whose stored facts are not what its register says. */
export interface FactDifference {
  readonly unit: string;
  readonly register: RegisterKey;
  readonly record: string;
  readonly stored: readonly FactLine[];
  readonly recounted: readonly FactLine[];
}

/** A fact without its history. */
export type FactLine = Pick<Fact, 'agency' | 'kind' | 'dimensions' | 'happenedOn' | 'quantity'>;

/** What keeps a record from counting as it should. */
export interface RecordProblem {
  readonly unit: string;
  readonly register: RegisterKey;
  readonly record: string;
  readonly rule: RegisterRule;
  readonly text: string;
  /** First and last of the days the record speaks of. */
  readonly firstDay: string | null;
  readonly lastDay: string | null;
}

/** Which facts to read; everything given must hold. Reversed ones never come. */
export interface FactFilter {
  readonly agency: string;
  readonly asOf: string | null;
  readonly registers?: readonly RegisterKey[];
  readonly kinds?: readonly FactKind[];
  readonly from?: string;
  readonly to?: string;
  readonly records?: readonly PlacedRecord[];
}

/** The countable shadow as it is stored. */
export interface FactStore {
  /** The sums of counted figures by their key; one SQL statement for all given. A predicate with `sumOf` is left out. */
  countAll(predicates: readonly Predicate[], scope: CountScope): Promise<ReadonlyMap<string, number>>;
  /** The records behind a counted figure: those whose facts do not cancel out. */
  recordsOf(predicates: readonly Predicate[], scope: CountScope, page?: { page: number; size: number }): Promise<CountedPage>;
  /** How many records stand behind each counted figure. */
  recordCounts(predicates: readonly Predicate[], scope: CountScope): Promise<ReadonlyMap<string, number>>;
  /** All records behind each figure; with `since` those whose facts recorded from that moment on change it. */
  recordLists(predicates: readonly Predicate[], scope: CountScope, since?: Date): Promise<ReadonlyMap<string, readonly PlacedRecord[]>>;
  /** The sum of counted figures by the month their facts happened in. */
  byMonth(predicates: readonly Predicate[], scope: CountScope): Promise<readonly { readonly month: string; readonly n: number }[]>;
  facts(filter: FactFilter): Promise<readonly Fact[]>;
  /** What is wrong with the records of an organ that began on or before `to`. */
  problems(agency: string, to: string): Promise<readonly RecordProblem[]>;
  /** Makes all facts of an agency's records anew from the history; null: of every agency. Resolves to how many there are. */
  rebuild(agency: string | null): Promise<number>;
  /** Counts again from the registers and lists what differs; empty: nothing. */
  reconcile(agency: string | null): Promise<readonly FactDifference[]>;
}
