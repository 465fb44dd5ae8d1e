// What the console and the server say to each other about the annual report. Types only.
import type { Agency } from '#domain/agencies/agency.ts';
import type { Finding } from '#domain/checker/finding.ts';
import type { Declaration } from '#domain/registers/declaration.ts';
import type { RegisterKey } from '#domain/registers/register.ts';
import type { ReportDocument } from '#domain/report/document.ts';
import type { ReportSteps } from '#domain/report/office.ts';
import type { CellKey } from '#law/forms/index.ts';

/** GET /reports/:agency/:year[?from&to&asOf] */
export interface Workbench {
  readonly agency: Agency;
  readonly year: number;
  readonly status: 'open' | 'submitted' | 'corrected' | 'returned';
  /** What the one who asks may do with it as it stands. */
  readonly steps: ReportSteps;
  readonly document: ReportDocument;
  /** The system's own words of each section, as lines with {{figure}} tokens. */
  readonly proposed: readonly (readonly string[])[];
  /** Section → paragraphs as edited: text with bound numbers as {{figure}}; null: the system's own words. */
  readonly draft: {
    readonly version: number;
    readonly sections: readonly (readonly string[] | null)[];
    readonly savedAt: string | null;
    readonly savedBy: string | null;
  };
  /** What is not said for want of a declaration or a fact of the office, and what to do. */
  readonly gaps: readonly string[];
  /** How many records stand behind each cell; the records themselves on demand. */
  readonly recordCounts: Readonly<Record<CellKey, number>>;
  readonly missing: readonly {
    readonly register: RegisterKey;
    readonly title: string;
    readonly from: string;
    readonly to: string;
    readonly hasRecords: number;
  }[];
  readonly declarations: readonly Declaration[];
  readonly findings: readonly WorkbenchFinding[];
  readonly overrides: readonly {
    readonly cell: CellKey;
    readonly counted: number | null;
    readonly value: number;
    readonly reason: string;
    readonly by: string;
    readonly on: string;
  }[];
  /** Consents of a second person; `current`: to the report exactly as it stands. */
  readonly approvals: readonly { readonly kind: 'system' | 'paper'; readonly by: string; readonly on: string; readonly current: boolean }[];
  readonly versions: readonly {
    readonly version: number;
    readonly kind: 'submitted' | 'corrected';
    readonly status: 'submitted' | 'returned' | 'published';
    readonly at: string;
    readonly by: string;
    readonly note: string;
    /** Why the county sent it back. */
    readonly returned?: { readonly note: string; readonly by: string; readonly on: string };
    readonly files: readonly string[];
  }[];
  /** Dated notes the office left on a submitted report, in place of a corrected version. */
  readonly notes: readonly { readonly note: string; readonly by: string; readonly on: string }[];
  /** After a submission: cells that count otherwise today, with the records that moved them. */
  readonly differences: readonly {
    readonly cell: CellKey;
    readonly label: string;
    readonly submitted: number | null;
    readonly now: number | null;
    readonly records: readonly string[];
  }[];
  /** Why it can't be submitted yet; empty: it can. */
  readonly blockers: readonly string[];
  readonly asOf: string;
}

export interface WorkbenchFinding extends Finding {
  readonly id: string;
  readonly severityName: '必须改' | '建议改' | '可不改';
  readonly basisTitles: readonly string[];
}

/** GET /reports/:agency/:year/records?figure=… */
export interface FigureRecords {
  readonly figure: string;
  readonly label: string;
  readonly counts: string;
  readonly basis: readonly string[];
  readonly value: number | null;
  readonly byMonth: readonly { readonly month: string; readonly n: number }[];
  readonly records: readonly {
    readonly register: RegisterKey;
    /** The organ or the internal unit that keeps it. */
    readonly unit: string;
    readonly number: string;
    readonly title: string;
    readonly on: string;
    readonly quantity: number;
    readonly terms: string;
  }[];
  /** A declaration standing for a nil register. */
  readonly declarations: readonly Declaration[];
  readonly total: number;
  /** The part that comes from last year's printed report. */
  readonly opening: number;
}

/** PUT /reports/:agency/:year/draft */
export interface SaveDraft {
  readonly basedOn: number;
  readonly sections: readonly (readonly string[] | null)[];
}

/** POST /reports/:agency/:year/override · POST …/waive · POST …/submit · POST …/correct · POST /declarations */
export interface Override {
  readonly cell: CellKey;
  /** null takes the override back. */
  readonly value: number | null;
  readonly reason: string;
}

export interface Waive {
  readonly finding: string;
  readonly reason: string;
}

export interface Submit {
  readonly signedBy: string;
  readonly signedOn: string;
  /** Approval in the system by a second person, or on paper: who signed, when, photo. */
  readonly approval:
    | { readonly kind: 'paper'; readonly by: string; readonly on: string; readonly file?: string }
    | { readonly kind: 'override'; readonly reason: string }
    | { readonly kind: 'system' };
  readonly note?: string;
  /** Puts it on the public page at once. */
  readonly publish?: boolean;
}

export interface Declare {
  readonly agency: string;
  readonly register: RegisterKey;
  readonly from: string;
  readonly to: string;
  readonly state: 'kept' | 'nil' | 'notKept';
}

/** POST /opening (multipart: file = last year's report, agency, year) — reads it, shows cells and doubts; apply=true keeps it. */
export interface OpeningAnswer {
  readonly readable: boolean;
  readonly message: string;
  readonly unit: string | null;
  readonly year: number | null;
  readonly cells: number;
  readonly doubts: readonly string[];
  readonly carriedOver: readonly (number | null)[] | null;
  readonly inForce: number | null;
  readonly findings: readonly WorkbenchFinding[];
  readonly applied: boolean;
}
