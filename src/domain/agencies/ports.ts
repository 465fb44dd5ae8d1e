import type { Actor } from '#domain/people/actor.ts';
import type { Agency, Succession } from './agency.ts';

/** Agencies with their dated states. */
export interface AgencyStore {
  /** Every dated state of every agency. */
  all(): Promise<readonly Agency[]>;
  /** Adds or replaces one dated state (`from` is its key) in one transaction with its event. */
  save(states: readonly Agency[], by: Actor): Promise<void>;
  successions(): Promise<readonly Succession[]>;
  recordSuccession(succession: Succession, states: readonly Agency[], by: Actor): Promise<void>;
}

/** The system's own agency in keys that begin with the agency: settings and calendars of all. */
export const WHOLE_SYSTEM = '-';

/** Settings of an agency or of the whole system. */
export interface SettingStore {
  get<T>(agency: string, key: string): Promise<T | null>;
  set(agency: string, key: string, value: unknown, by: Actor): Promise<void>;
}
