import type { Agency } from '#domain/agencies/agency.ts';
import type { CaseEvent, Declaration } from '#domain/registers/index.ts';
import type { Tables } from '#domain/report/model.ts';
import type { OfficeProfile } from '#domain/report/narrative/office.ts';

/** A line of a register; its keys are the register's fields. */
export type Line = Readonly<Record<string, string | number | boolean | null>>;

/** A line of the requests register with its case's events. */
export type RequestLine = { readonly events: readonly CaseEvent[] } & Readonly<Record<string, unknown>>;

/** An office's registers as `compile --registers` reads them. */
export interface DemoRegisters {
  readonly agencies: readonly Agency[];
  readonly declarations: readonly Declaration[];
  readonly opening: readonly { readonly agency: string; readonly year: number; readonly tables: Tables }[];
  readonly requests: readonly RequestLine[];
  readonly normativeDocuments: readonly Line[];
  readonly items: readonly Line[];
  readonly publications: readonly Line[];
  readonly administrative: readonly Line[];
  readonly remedies: readonly Line[];
  readonly tickets: readonly Line[];
  readonly activities: readonly Line[];
  readonly problems: readonly Line[];
  /** Particulars of the offices, for the text of the report. */
  readonly offices: readonly OfficeProfile[];
}
