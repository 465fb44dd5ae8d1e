import type { Actor } from '#domain/people/actor.ts';
import type { NewAccount } from '#domain/people/ports.ts';
import type { Refusal } from '#lib/result.ts';
import type { Agency, Succession } from './agency.ts';

/** What one change of agencies writes, all of it or nothing. */
export interface AgencyChange {
  /** Added, or put in the place of the state of the same code that begins on the same day. */
  readonly states: readonly Agency[];
  readonly succession?: Succession;
  /** The first person of an agency that comes with it, and what is answered where the account cannot be made. */
  readonly account?: NewAccount & { readonly orElse: Refusal };
}

/** Agencies with their dated states. */
export interface AgencyStore {
  /** Every dated state of every agency. */
  all(): Promise<readonly Agency[]>;
  /**
   * Decides over the states as they stand while nobody else can change any, and writes what was decided with its events, in one transaction.
   * The answer is the decision's refusal; nothing is written then.
   */
  change(by: Actor, decide: (all: readonly Agency[]) => AgencyChange | Refusal): Promise<Refusal | null>;
  /** Adds or replaces states without asking what there is. */
  save(states: readonly Agency[], by: Actor): Promise<void>;
  successions(): Promise<readonly Succession[]>;
}

/** The system's own agency in keys that begin with the agency: settings and calendars of all. */
export const WHOLE_SYSTEM = '-';

/** Settings of an agency or of the whole system. */
export interface SettingStore {
  get<T>(agency: string, key: string): Promise<T | null>;
  set(agency: string, key: string, value: unknown, by: Actor): Promise<void>;
}
