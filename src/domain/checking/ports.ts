import type { Finding, Level, Waiver } from '../checker/index.ts';
import type { Actor } from '../people/actor.ts';
import type { Doubt, Reading, Value } from '../report/model.ts';

/** How an officer settled a row or cell that was read in several ways: what the original says. */
export interface Choice {
  readonly cell: string;
  readonly values: readonly Value[];
  /** False where none of the readings was right and the figures were taken from the original. */
  readonly listed: boolean;
  readonly by: string;
  readonly on: string;
}

/** One check of one file, as it was: what the rules said then. It is never changed; a mended file is checked anew. */
export interface KeptCheck {
  readonly id: string;
  /** The office that had it checked; the report may be another's. */
  readonly agency: string;
  readonly file: string;
  /** Of the file, in hex. */
  readonly sha256: string;
  /** As the report prints them. */
  readonly unit: string | null;
  readonly year: number | null;
  /** As it was chosen; null: told from the unit's name. */
  readonly level: Level | null;
  /** Why the file could not be read; null where it was. */
  readonly unread: string | null;
  /** Without waivers: they are applied when it is shown. */
  readonly findings: readonly Finding[];
  /** Rows and cells that were read in several ways and not settled yet. */
  readonly doubts: readonly Doubt[];
  readonly choices: readonly Choice[];
  /** The file of last year's report it was compared with, and the check that report was read by. */
  readonly previousFile: string | null;
  readonly previousId: string | null;
  readonly at: string;
  readonly by: string;
}

/** A check without its findings, with its place among the checks of the same report. */
export interface CheckHead extends Omit<KeptCheck, 'findings' | 'doubts' | 'choices'> {
  /** Waivers are not taken off. */
  readonly counts: { readonly error: number; readonly warning: number; readonly info: number };
  readonly doubtful: number;
  /** 1 for the first check of this report. */
  readonly version: number;
  /** The check of this report before this one. */
  readonly before: string | null;
  /** True where no later check of this report is there. */
  readonly latest: boolean;
}

/** Which checks; what is left out does not matter. */
export interface CheckQuery {
  /** Part of the unit's or file's name. */
  readonly unit?: string | undefined;
  readonly year?: number | undefined;
  readonly latest?: true | undefined;
  /** The report that this check is of. */
  readonly reportOf?: string | undefined;
  readonly sha256?: string | undefined;
}

/** A finding that an office has decided to leave, with the number it is taken back by. */
export interface KeptWaiver {
  readonly id: number;
  readonly agency: string;
  readonly waiver: Waiver;
  /** The last day it holds; null: as long as the report stays as it is. */
  readonly until: string | null;
  readonly at: string;
}

export type NewCheck = Omit<KeptCheck, 'id' | 'at' | 'by'> & { readonly reading: Reading | null };

/** Checked files and waivers, by agency. */
export interface CheckedStore {
  /** The latest first. */
  heads(agencies: readonly string[], query: CheckQuery): Promise<CheckHead[]>;
  /** Those of the ids that the agencies have. */
  get(agencies: readonly string[], ids: readonly string[]): Promise<KeptCheck[]>;
  /** What was read then; null where it was too large to keep, or nothing was read. */
  reading(agency: string, id: string): Promise<Reading | null>;
  keep(check: NewCheck, by: Actor): Promise<KeptCheck>;
  /** Those not taken back, ended ones too. */
  waivers(agencies: readonly string[]): Promise<KeptWaiver[]>;
  waive(agency: string, waiver: Waiver, until: string | null, by: Actor): Promise<void>;
  /** False where there is none of that number. */
  takeBack(agency: string, id: number, by: Actor): Promise<boolean>;
}
