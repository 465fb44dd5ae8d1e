// What the console and the server say to each other about 自查, under /api/console/inspection. Types only: both sides import them.
import type { Finding } from '#domain/inspection/difference.ts';
import type { ItemKey } from '#domain/inspection/items.ts';
import type { LimitKey, LimitUnit } from '#domain/inspection/limits.ts';
import type { InspectionLine } from '#domain/inspection/ports.ts';
import type { Hit, Result } from '#domain/inspection/result.ts';
import type { GivenTable } from '#domain/inspection/service.ts';
import type { Points } from '#domain/inspection/table.ts';

export type { GivenTable, Hit, ItemKey, LimitKey };

/** What was found of one item at one place, with the words of the item. */
export interface ShownResult extends Omit<Result, 'item'> {
  readonly item: ItemKey;
  readonly label: string;
  readonly severityName: string;
  readonly stateName: string;
  readonly basisTitles: readonly string[];
  readonly evidenceName: string;
  readonly todo: string;
  readonly link: string;
}

export interface ShownChange extends Finding {
  readonly label: string;
}

/** GET /inspection?agency[&id] · POST /inspection */
export interface InspectionAnswer {
  /** Null: never inspected. */
  readonly line: (InspectionLine & { readonly verdictName: string; readonly triggerName: string }) | null;
  readonly results: readonly ShownResult[];
  readonly since: {
    readonly on: string;
    readonly added: readonly ShownChange[];
    readonly fixed: readonly ShownChange[];
    readonly still: number;
  } | null;
  readonly runs: readonly (InspectionLine & { readonly verdictName: string; readonly triggerName: string })[];
  readonly mayRun: boolean;
}

/** GET /inspection/units?agency */
export interface UnitRow {
  readonly agency: string;
  readonly name: string;
  readonly verdict: '合格' | '不合格' | '未查';
  readonly on: string | null;
  readonly vetoes: number;
  readonly deductions: number;
  readonly reminders: number;
  readonly unchecked: number;
  readonly deducted: number | null;
  readonly says: string;
}

/** GET /inspection/table?agency · PUT /inspection/table */
export interface TableAnswer {
  readonly limits: readonly {
    readonly key: LimitKey;
    readonly label: string;
    /** No rule gives it: a line the office draws for itself. */
    readonly ours: boolean;
    readonly unit: LimitUnit;
    readonly value: number;
    readonly shipped: number;
    readonly basisTitle: string;
    readonly evidenceName: string;
    readonly checkedOn: string;
  }[];
  readonly points: readonly { readonly key: ItemKey; readonly label: string; readonly points: Points | null }[];
  readonly source: string;
  readonly setBy: string | null;
  readonly setOn: string | null;
  readonly ownerName: string;
  readonly mayChange: boolean;
}
