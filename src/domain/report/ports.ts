import type { OpeningFigures } from '#domain/facts/opening.ts';
import type { Actor } from '#domain/people/actor.ts';
import type { Declaration } from '#domain/registers/declaration.ts';
import type { RegisterKey } from '#domain/registers/register.ts';
import type { FrozenReport } from './freeze.ts';

/** What is declared about registers; declarations in force never overlap. */
export interface DeclarationStore {
  /** Those in force, of these units; with `asOf` those known at the end of that day. */
  of(agencies: readonly string[], asOf?: string | null): Promise<readonly Declaration[]>;
  /** A declaration takes the place of what was declared before for the same days. */
  declare(declaration: Declaration, by: Actor): Promise<void>;
  withdraw(agency: string, register: RegisterKey, from: string, to: string, by: Actor): Promise<void>;
}

/** Opening figures as they are kept: with the printed report as evidence, until records replace them. */
export interface KeptOpening extends OpeningFigures {
  /** SHA-256 of the report kept as evidence, hexadecimal. */
  readonly evidence: string | null;
  readonly by: string;
  readonly at: string;
}

export interface OpeningStore {
  of(agencies: readonly string[], asOf?: string | null): Promise<readonly KeptOpening[]>;
  keep(figures: Omit<KeptOpening, 'by' | 'at'>, by: Actor): Promise<void>;
  withdraw(agency: string, year: number, by: Actor): Promise<void>;
}

/** A frozen version of a year's report. */
export interface ReportVersion {
  readonly agency: string;
  readonly year: number;
  /** 1 for the submitted one; a correction adds one; all stay readable. */
  readonly version: number;
  readonly kind: 'submitted' | 'corrected';
  /** `returned` by the county for correction. */
  readonly status: 'submitted' | 'returned' | 'published';
  readonly frozen: FrozenReport;
  readonly note: string;
  readonly submittedBy: string;
  readonly submittedAt: string;
  readonly publishedAt: string | null;
  /** Why the county sent it back. */
  readonly returned?: { readonly note: string; readonly by: string; readonly at: string };
}

/** The office's words while they are being written: per section its paragraphs, or null for the system's own words. */
export interface ReportDraft {
  readonly version: number;
  readonly sections: readonly (readonly string[] | null)[];
  readonly savedBy: string | null;
  readonly savedAt: string | null;
}

/** A figure an officer set against the count, with the reason. */
export interface Override {
  readonly cell: string;
  readonly counted: number | null;
  readonly value: number;
  readonly reason: string;
  readonly by: string;
  readonly on: string;
}

/** A finding somebody accepted, with the reason; it lapses when the compared values change. */
export interface Waiver {
  readonly finding: string;
  /** The values that were compared, as text. */
  readonly compared: string;
  readonly reason: string;
  readonly by: string;
  readonly on: string;
}

/** Consent to a report by a second person, in the system or on paper. */
export interface Approval {
  readonly kind: 'system' | 'paper';
  /** What was consented to: the hash of figures and words. */
  readonly content: string;
  readonly signedBy: string;
  readonly signedOn: string;
  /** The photo of the signed paper: a file's id. */
  readonly evidence: string | null;
  readonly recordedBy: string;
}

export interface ReportStore {
  versions(agency: string, year: number): Promise<readonly ReportVersion[]>;
  /** The latest version of every agency's year given, for roll-up and comparison. */
  latest(agencies: readonly string[], year: number): Promise<readonly ReportVersion[]>;
  /** False: another version was frozen meanwhile. */
  freeze(version: Omit<ReportVersion, 'submittedBy' | 'submittedAt' | 'publishedAt'>, by: Actor): Promise<boolean>;
  setStatus(agency: string, year: number, version: number, status: ReportVersion['status'], by: Actor, note: string): Promise<void>;
  draft(agency: string, year: number): Promise<ReportDraft>;
  /** False: somebody saved a newer draft. */
  saveDraft(agency: string, year: number, basedOn: number, sections: ReportDraft['sections'], by: Actor): Promise<boolean>;
  overrides(agency: string, year: number): Promise<readonly Override[]>;
  /** Null takes the override back. */
  overrule(
    agency: string,
    year: number,
    cell: string,
    override: { counted: number | null; value: number; reason: string } | null,
    by: Actor,
  ): Promise<void>;
  waivers(agency: string, year: number): Promise<readonly Waiver[]>;
  waive(agency: string, year: number, waiver: Omit<Waiver, 'by' | 'on'>, by: Actor): Promise<void>;
  unwaive(agency: string, year: number, finding: string, by: Actor): Promise<void>;
  approvals(agency: string, year: number): Promise<readonly Approval[]>;
  approve(agency: string, year: number, approval: Omit<Approval, 'recordedBy'>, by: Actor): Promise<void>;
}
