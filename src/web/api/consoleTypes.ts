// What the console and the server say to each other, under /api/console. Types only: both sides import them.
// Every POST, PUT and DELETE carries the header x-gongkai-csrf with `Me.csrf`. Errors: `ApiError` with status
// 400 unreadable, 401 not signed in, 403 no permission, 404, 409 changed meanwhile, 422 refused by a rule, 503 read-only.
import type { Agency, AgencyLevel } from '#domain/agencies/agency.ts';
import type { Finding } from '#domain/checker/finding.ts';
import type { Declaration } from '#domain/registers/declaration.ts';
import type { CaseEvent, FieldValue } from '#domain/registers/record.ts';
import type { Register, RegisterKey } from '#domain/registers/register.ts';
import type { ReportDocument } from '#domain/report/document.ts';
import type { ReportSteps } from '#domain/report/office.ts';
import type { CellKey } from '#law/forms/index.ts';

export type { Agency, AgencyLevel, CaseEvent, Declaration, FieldValue, Finding, Register, RegisterKey, ReportDocument };

export interface ApiError {
  readonly error: string;
  readonly advice: string;
  readonly basis: readonly string[];
  /** Field errors of a save: which draft (0-based), which field. */
  readonly fields?: readonly FieldProblem[];
}

export interface FieldProblem {
  readonly index: number;
  readonly field: string;
  readonly value: string;
  readonly what: string;
  readonly fix: string;
}

export type Role = 'clerk' | 'reviewer' | 'signer' | 'unitAdmin' | 'countySupervisor' | 'auditor';

/** GET /me */
export interface Me {
  readonly person: { readonly id: string; readonly name: string };
  readonly memberships: readonly {
    readonly agency: string;
    readonly agencyName: string;
    readonly shortName: string;
    readonly level: AgencyLevel;
    readonly role: Role;
    readonly roleName: string;
  }[];
  readonly csrf: string;
  /** Asia/Shanghai. */
  readonly today: string;
  readonly demo: boolean;
  /** Standing warnings: not by TLS, calendar ends soon, disk nearly full. */
  readonly warnings: readonly string[];
  readonly calendarTo: string;
}

/** A row of a register's grid. Personal values come masked; `reveal` opens them and is logged. */
export interface Row {
  readonly number: string;
  readonly agency: string;
  readonly version: number;
  readonly values: Readonly<Record<string, FieldValue>>;
  readonly events: readonly CaseEvent[];
  readonly void: { readonly reason: string; readonly on: string } | null;
  readonly origin: 'entered' | 'import' | 'opening';
  readonly recordedAt: string;
  readonly recordedBy: string;
  /** Requests only: due date, days left (working), state, marks. */
  readonly clock?: ClockSummary;
  /** Requests that were split: the parts, which have the clock in its place. */
  readonly parts?: readonly string[];
}

export interface ClockSummary {
  readonly dueOn: string | null;
  readonly state: string;
  readonly stateName: string;
  readonly inTime: boolean | null;
  readonly provisional: readonly string[];
  readonly daysLeft: number | null;
  /** `on` null: no date is known. */
  readonly next: { readonly on: string | null; readonly what: string } | null;
}

/** GET /registers/:register?agency&year&q&sort&page&size&void&<field>=… */
export interface RowsPage {
  readonly rows: readonly Row[];
  readonly total: number;
  readonly page: number;
  readonly size: number;
}

/** POST /registers/:register — all or nothing. */
export interface SaveRows {
  readonly agency: string;
  readonly reason?: string;
  readonly drafts: readonly {
    readonly number?: string;
    readonly basedOn?: number;
    readonly values: Readonly<Record<string, FieldValue>>;
    readonly events?: readonly CaseEvent[];
  }[];
}

export interface SavedRows {
  readonly rows: readonly Row[];
}

/** POST /registers/:register/:number/void */
export interface VoidRow {
  readonly agency: string;
  readonly reason: string;
  readonly basedOn: number;
}

/** GET /registers/:register/:number/history?agency */
export interface HistoryEntry {
  readonly at: string;
  readonly actor: string;
  readonly action: string;
  readonly version: number;
  readonly changes: readonly { readonly field: string; readonly label: string; readonly before: string; readonly after: string }[];
}

/** GET /requests/:number/clock?agency — the day-by-day reason. */
export interface CaseClock extends ClockSummary {
  readonly days: readonly {
    readonly date: string;
    readonly counted: boolean;
    readonly n: number | null;
    readonly segment: number | string;
    readonly why: string;
    readonly article: string;
  }[];
  readonly findings: readonly { readonly rule: string; readonly why: string; readonly basis: readonly string[] }[];
  readonly refused: readonly { readonly kind: string; readonly on: string; readonly why: string; readonly basis: readonly string[] }[];
}

/** POST /import (multipart: file, register?, agency, year?, mapping? (column title → field, `` for none), apply?) — dry run unless apply is "true". */
export interface ImportAnswer {
  readonly applied: boolean;
  readonly register: RegisterKey;
  readonly registerTitle: string;
  /** What a column may be filled to; items take the fields of their publications too. */
  readonly fields: readonly { readonly key: string; readonly label: string }[];
  readonly sheet: string;
  readonly headerRow: number;
  readonly columns: readonly {
    readonly column: number;
    readonly letter: string;
    readonly header: string;
    readonly field: string | null;
    readonly sample: string;
  }[];
  readonly counts: {
    readonly rows: number;
    readonly drafts: number;
    readonly errors: number;
    readonly ignored: number;
    readonly known: number;
  };
  readonly errors: readonly {
    readonly row: number;
    readonly column: string;
    readonly header: string;
    readonly value: string;
    readonly what: string;
    readonly fix: string;
  }[];
  readonly warnings: readonly string[];
  readonly preview: readonly Readonly<Record<string, FieldValue>>[];
  /** A coloured copy of the sheet, when there are errors: GET /import/copies/:id */
  readonly copy: string | null;
  readonly needsYear: boolean;
}

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

/** GET /tasks?agency */
export interface Task {
  readonly id: string;
  readonly title: string;
  readonly detail: string;
  readonly kind: string;
  readonly dueOn: string | null;
  readonly daysLeft: number | null;
  readonly tone: 'overdue' | 'today' | 'soon' | 'later' | 'paused' | 'none';
  readonly why: string;
  readonly link: string;
}

/** GET /calendar */
export interface CalendarAnswer {
  readonly years: readonly {
    readonly year: number;
    readonly notice: string;
    readonly shipped: boolean;
    readonly verified: boolean;
    readonly off: readonly string[];
    readonly work: readonly string[];
    readonly enteredBy: string | null;
    readonly confirmedBy: string | null;
  }[];
  readonly coveredFrom: string;
  readonly coveredTo: string;
}

/** GET /people?agency */
export interface PersonRow {
  readonly id: string;
  readonly name: string;
  readonly account: string;
  readonly disabled: boolean;
  readonly memberships: readonly {
    readonly agency: string;
    readonly role: Role;
    readonly roleName: string;
    readonly from: string;
    readonly until: string | null;
  }[];
}
