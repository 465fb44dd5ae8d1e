import type { RecordDraft } from '#domain/registers/record.ts';
import type { RegisterKey } from '#domain/registers/register.ts';
import type { ColumnMapping, MappedColumn } from './mapping.ts';
import type { IgnoredRow } from './rows.ts';
import type { SheetYear } from './year.ts';

/** Something about a cell, a row or a sheet, in an office's words. */
export interface ImportFinding {
  readonly sheet: string;
  /** The line as the spreadsheet numbers it; null for the sheet as a whole. */
  readonly row: number | null;
  readonly column: number | null;
  readonly columnLetter: string | null;
  /** The column's own title, else the field's label. */
  readonly header: string | null;
  readonly value: string | null;
  readonly what: string;
  readonly fix: string;
}

/** A record to be saved and the line it comes from. */
export interface PlannedDraft {
  readonly sheet: string;
  readonly row: number;
  readonly draft: RecordDraft;
}

/** A line that is already in the register as it stands. */
export interface KnownRow {
  readonly sheet: string;
  readonly row: number;
  readonly number: string;
}

/** How one sheet was read. */
export interface SheetPlan {
  readonly sheet: string;
  readonly headerRows: readonly [number, number];
  readonly year: SheetYear | null;
  readonly mapping: ColumnMapping;
  /** The office's own columns, which are not imported, with a value of each as an example. */
  readonly unmapped: readonly (MappedColumn & { readonly example: string })[];
}

/** The dry run of an import: what would be saved, what stands in the way, and why the rest is no record. Applied whole or not at all. */
export interface ImportPlan {
  readonly register: RegisterKey;
  readonly agency: string;
  readonly file: string;
  readonly sheets: readonly SheetPlan[];
  readonly ignoredSheets: readonly { readonly sheet: string; readonly rows: number; readonly reason: string }[];
  readonly drafts: readonly PlannedDraft[];
  readonly errors: readonly ImportFinding[];
  readonly warnings: readonly ImportFinding[];
  readonly known: readonly KnownRow[];
  readonly ignored: readonly IgnoredRow[];
  readonly counts: {
    /** Lines of the sheets read that hold anything. */
    readonly rows: number;
    /** Lines that are records: saved, known or in error. */
    readonly records: number;
    readonly toSave: number;
    /** Records to be saved; a line of 主动公开信息 may make several. */
    readonly drafts: number;
    readonly errorRows: number;
    readonly known: number;
    readonly ignored: number;
  };
}
