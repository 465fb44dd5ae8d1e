// 年报体检 in the console: what both sides say, under /api/console/checks.
import type { Finding } from '#domain/checker/finding.ts';

/** One kept check in the list. */
export interface CheckSummary {
  readonly id: string;
  readonly file: string;
  readonly unit: string | null;
  readonly year: number | null;
  /** 1 for the first check of this report. */
  readonly version: number;
  readonly at: string;
  readonly by: string;
  readonly counts: { readonly error: number; readonly warning: number; readonly info: number; readonly waived: number };
  readonly doubts: number;
  readonly previousFile: string | null;
  /** Since the check before; null for the first. */
  readonly since: { readonly fixed: number; readonly added: number; readonly still: number } | null;
}

export interface ShownFinding extends Finding {
  readonly severityName: string;
  readonly basisTitles: readonly string[];
  readonly place: string;
  /** What should stand there, in words; empty where it can't be known. */
  readonly proposal: string;
}

/** GET /checks/:id?agency; POST /checks/:id/waivers and /checks/:id/waivers/back answer it too. */
export interface CheckDetail extends CheckSummary {
  /** In order: their numbers are what a waiver names. */
  readonly findings: readonly (ShownFinding & { readonly state: 'added' | 'still' | null })[];
  readonly fixed: readonly ShownFinding[];
}

/** POST /checks: form with agency and files. */
export interface CheckAnswer {
  readonly checks: readonly CheckSummary[];
  readonly unread: readonly { readonly file: string; readonly message: string }[];
}
