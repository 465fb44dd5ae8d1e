import type { Where } from '#domain/report/model.ts';

/** 必须改 · 建议改 · 可不改. */
export type Severity = 'error' | 'warning' | 'info';

/** One thing the checker says of a report. */
export interface Finding {
  rule: string;
  severity: Severity;
  /** In Chinese: what, where, what to do. */
  message: string;
  basis: readonly string[];
  where: Where;
  /** The words of the quote that the finding is about, as printed; the whole quote where they are left out. */
  words?: string;
  /** What should stand in their place (in the cell's, where a cell is named), where it can be known; empty: nothing should. */
  fix?: string;
  /** Cells concerned where one finding speaks of several of a row. */
  cells?: readonly string[];
  expected?: number | string | null;
  actual?: number | string | null;
  /** Set when a waiver covers the finding. */
  waived?: { reason: string; by: string; on?: string };
}
