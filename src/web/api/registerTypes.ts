// What the console and the server say to each other about registers and imports. Types only.
import type { CaseEvent, FieldValue } from '#domain/registers/record.ts';
import type { RegisterKey } from '#domain/registers/register.ts';

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
