import type { ApplicantColumn, CellKey, Form } from '#law/forms/index.ts';

/** A printed cell: a number, or null where it is blank, unreadable, in doubt or not declared. */
export type Value = number | null;

/** Section two as contracts fix it: 2021 or 2019 shape; nested objects or plain values under the row's key. */
export type ProactiveTable = Record<string, Value | Record<string, Value>>;

/** Row key → seven values in the order of the applicant columns. */
export type RequestsTable = Record<string, Value[]>;

/** Group key → 维持, 纠正, 其他, 尚未审结, 总计. */
export type RemediesTable = Record<string, Value[]>;

export interface Tables {
  proactive: ProactiveTable | null;
  requests: RequestsTable | null;
  remedies: RemediesTable | null;
}

/** An annual report's figures and particulars, the shape `check` and `compile` print. */
export interface Report {
  form: Form['edition'] | null;
  /** The title without year and 政府信息公开…报告; without a title the signature. */
  unit: string | null;
  signedBy: string | null;
  signedOn: string | null;
  year: number | null;
  period: [string, string] | null;
  tables: Tables;
  /** Sections whose narrative the source leaves out. */
  partial?: number[];
  /** Set by compile: true when no cell is null. */
  complete?: boolean;
}

/** Readings that fit equally well; the cells concerned are null in `tables`. */
export interface Doubt {
  /** A row (`requests/3.1`) or a single cell. */
  cell: string;
  readings: Value[][];
  /** How many more readings than the twenty listed. */
  more?: number;
  why: string;
}

/** Place in the report: section 0 title and preamble, 1–6, 7 signature. */
export interface Where {
  section: number;
  /** 1-based line in text, paragraph number in documents. */
  line?: number;
  /** At most 60 characters. */
  quote?: string;
  cell?: CellKey;
}

/** One line (paragraph) of the report as read. */
export interface Line {
  readonly n: number;
  readonly text: string;
  readonly section: number;
  /** `heading`: the title of a section; `table`: a cell or row of a table; `title`, `signature`: first and last lines. */
  readonly kind: 'title' | 'heading' | 'text' | 'table' | 'signature';
}

/** What stands in a cell besides a plain whole number. */
export interface CellNote {
  readonly cell: CellKey;
  readonly kind: 'blank' | 'mark' | 'remark' | 'decimal' | 'negative' | 'text';
  /** As printed. */
  readonly printed: string;
  readonly line?: number;
}

/** How a table was found. */
export type TableState = 'present' | 'missing' | 'cut';

/** A report as read from a file: figures, doubts, and the text the rules look at. Readers fill it; rules only look. */
export interface Reading {
  readonly report: Report;
  readonly doubts: Doubt[];
  readonly lines: readonly Line[];
  readonly notes: readonly CellNote[];
  readonly tableStates: { proactive: TableState; requests: TableState; remedies: TableState };
  /** The edition section two shows and the one section three shows; they differ in a mixed form. */
  readonly editions: { proactive: Form['edition'] | null; requests: Form['edition'] | null };
  /** Source line (paragraph) of each cell, where it is known; cells of an unread row have the row's first. */
  readonly cellLines?: Readonly<Record<CellKey, number>>;
  /** Row labels printed otherwise than the form has them. */
  readonly labels: readonly { cell: string; printed: string; expected: string; line?: number }[];
  /** Rows of the form the report does not print (规章, for one). */
  readonly absentRows: readonly string[];
  /** Where a second report in the same file begins; it was not read. */
  readonly nextReport?: { readonly line: number; readonly text: string };
}

const COLUMN_ORDER: readonly ApplicantColumn['key'][] = [
  'naturalPerson',
  'business',
  'research',
  'publicWelfare',
  'legalService',
  'other',
  'total',
];
const REMEDY_ORDER = ['upheld', 'corrected', 'other', 'pending', 'total'] as const;

/** The value of one cell; undefined where the report has no such cell at all (a row it does not print, a missing table). */
export function valueAt(tables: Tables, cell: CellKey): Value | undefined {
  const [table, row, column] = cell.split('/') as [string, string, string | undefined];
  if (table === 'requests') return tables.requests?.[row]?.[COLUMN_ORDER.indexOf(column as ApplicantColumn['key'])];
  if (table === 'remedies') return tables.remedies?.[row]?.[REMEDY_ORDER.indexOf(column as (typeof REMEDY_ORDER)[number])];
  const entry = tables.proactive?.[row];
  if (entry === null || entry === undefined || typeof entry === 'number') return column === undefined ? entry : undefined;
  return column === undefined ? undefined : entry[column];
}

/** Sets one cell, making its row when absent. The tables must not be null. */
export function setValue(tables: Tables, cell: CellKey, value: Value): void {
  const [table, row, column] = cell.split('/') as [string, string, string | undefined];
  if (table === 'requests') {
    tables.requests ??= {};
    (tables.requests[row] ??= COLUMN_ORDER.map(() => null))[COLUMN_ORDER.indexOf(column as ApplicantColumn['key'])] = value;
  } else if (table === 'remedies') {
    tables.remedies ??= {};
    (tables.remedies[row] ??= REMEDY_ORDER.map(() => null))[REMEDY_ORDER.indexOf(column as (typeof REMEDY_ORDER)[number])] = value;
  } else {
    tables.proactive ??= {};
    if (column === undefined) tables.proactive[row] = value;
    else ((tables.proactive[row] ??= {}) as Record<string, Value>)[column] = value;
  }
}
