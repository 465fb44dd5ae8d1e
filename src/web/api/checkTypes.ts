// 年报体检 in the console: what both sides say, under /api/console/checks.
import type { Finding } from '#domain/checker/finding.ts';

/** One kept check in a list. */
export interface CheckSummary {
  readonly id: string;
  /** The office that keeps it, as a code and as people call it. */
  readonly agency: string;
  readonly keeper: string;
  readonly file: string;
  readonly unit: string | null;
  readonly year: number | null;
  /** Why the file could not be read; null where it was. */
  readonly unread: string | null;
  /** 1 for the first check of this report. */
  readonly version: number;
  readonly latest: boolean;
  readonly at: string;
  readonly by: string;
  readonly counts: { readonly error: number; readonly warning: number; readonly info: number; readonly waived: number };
  /** Rows and cells read in several ways and not settled yet. */
  readonly doubts: number;
  readonly previousFile: string | null;
  /** Since the check before; null for the first. */
  readonly since: { readonly fixed: number; readonly added: number; readonly still: number } | null;
}

/** GET /checks?agency&unit&year&outcome&page&size: reports, each by its latest check. */
export interface CheckList {
  readonly checks: readonly CheckSummary[];
  readonly total: number;
  /** The years there are reports of, the latest first. */
  readonly years: readonly number[];
  /** True where other offices' checks are among them. */
  readonly several: boolean;
}

export interface ShownFinding extends Finding {
  readonly waived?: { readonly reason: string; readonly by: string; readonly on?: string; readonly until?: string };
  readonly severityName: string;
  readonly title: string;
  readonly basisTitles: readonly string[];
  readonly place: string;
  /** What should stand there, in words; empty where it can't be known. */
  readonly proposal: string;
}

/** A row or cell read in several ways. */
export interface ShownDoubt {
  readonly cell: string;
  readonly name: string;
  /** The names of its cells, in the order of the readings. */
  readonly columns: readonly string[];
  readonly why: string;
  readonly readings: readonly (readonly (number | null)[])[];
  /** How many more readings than those listed. */
  readonly more: number;
}

/** What an officer said the original says. */
export interface ShownChoice {
  readonly name: string;
  readonly values: readonly (number | null)[];
  readonly listed: boolean;
  readonly by: string;
  readonly on: string;
}

/** GET /checks/:id?agency; the posts on a check answer it too. */
export interface CheckDetail extends CheckSummary {
  /** In order: their numbers are what a waiver names. At most `mostShown`; the rest is in the workbook. */
  readonly findings: readonly (ShownFinding & { readonly number: number; readonly state: 'added' | 'still' | null })[];
  readonly findingsInAll: number;
  readonly fixed: readonly ShownFinding[];
  readonly doubtful: readonly ShownDoubt[];
  readonly choices: readonly ShownChoice[];
  readonly versions: readonly CheckSummary[];
  readonly mayDecide: boolean;
  readonly maySettle: boolean;
}

/** POST /checks: form with agency, level and one file or several. */
export interface CheckAnswer {
  readonly checks: readonly (CheckSummary & {
    /** The very same file was kept before, with the same result. */
    readonly same: boolean;
  })[];
  /** Made anew because last year's report is there now. */
  readonly again: readonly CheckSummary[];
}

/** GET /checks/matrix?agency&year: units × rules. */
export interface CheckMatrix {
  readonly year: number;
  readonly rules: readonly { readonly id: string; readonly title: string; readonly severity: Finding['severity'] }[];
  readonly rows: readonly (CheckSummary & { readonly byRule: Readonly<Record<string, number>> })[];
}
