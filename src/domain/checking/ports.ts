import type { Finding, Waiver } from '../checker/index.ts';
import type { Actor } from '../people/actor.ts';

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
  /** Without waivers: they are applied when it is shown. */
  readonly findings: readonly Finding[];
  /** Rows and cells that were read in several ways. */
  readonly doubts: number;
  /** The file of last year's report it was compared with. */
  readonly previousFile: string | null;
  readonly at: string;
  readonly by: string;
}

/** A finding that an office has decided to leave, with the number it is taken back by. */
export interface KeptWaiver {
  readonly id: number;
  readonly waiver: Waiver;
  readonly at: string;
}

/** Checked files and waivers, by agency. */
export interface CheckedStore {
  /** The latest first, at most `most`. */
  list(agency: string, most: number): Promise<KeptCheck[]>;
  keep(check: Omit<KeptCheck, 'id' | 'at' | 'by'>, by: Actor): Promise<KeptCheck>;
  waivers(agency: string): Promise<KeptWaiver[]>;
  waive(agency: string, waiver: Waiver, by: Actor): Promise<void>;
  /** False where there is none of that number. */
  takeBack(agency: string, id: number, by: Actor): Promise<boolean>;
}
