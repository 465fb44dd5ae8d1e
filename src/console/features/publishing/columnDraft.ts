import type { ColumnRow, EntryBody } from '../../../web/api/publishingTypes.ts';

export type DraftColumn = EntryBody<'columns'>['columns'][number];

/** A column with its depth in the tree being drawn. */
export interface PlacedColumn {
  readonly column: DraftColumn;
  readonly depth: number;
  readonly first: boolean;
  readonly last: boolean;
}

/** The tree being drawn, from the top down. */
export function placed(columns: readonly DraftColumn[], parent: string | null = null, depth = 0): PlacedColumn[] {
  const own = columns.filter((c) => c.parent === parent).sort((a, b) => a.order - b.order);
  return own.flatMap((column, i) => [
    { column, depth, first: i === 0, last: i === own.length - 1 },
    ...placed(columns, column.id, depth + 1),
  ]);
}

/** Moves a column one place up (−1) or down (1) among its siblings. */
export function moved(columns: readonly DraftColumn[], id: string, by: -1 | 1): DraftColumn[] {
  const parent = columns.find((c) => c.id === id)?.parent ?? null;
  const siblings = columns.filter((c) => c.parent === parent).sort((a, b) => a.order - b.order);
  const at = siblings.findIndex((c) => c.id === id);
  const other = siblings[at + by];
  const here = siblings[at];
  if (!here || !other) return [...columns];
  siblings[at] = other;
  siblings[at + by] = here;
  const order = new Map(siblings.map((c, i) => [c.id, i + 1]));
  return columns.map((c) => ({ ...c, order: order.get(c.id) ?? c.order }));
}

/** A new column below another, counted like it. */
export function added(columns: readonly DraftColumn[], parent: DraftColumn | null): DraftColumn {
  const order = Math.max(0, ...columns.filter((c) => c.parent === (parent?.id ?? null)).map((c) => c.order)) + 1;
  return {
    id: `own-${Date.now().toString(36)}`,
    parent: parent?.id ?? null,
    label: '',
    order,
    basis: [],
    category: parent?.category ?? 'other',
    threshold: null,
    fields: [],
    description: '',
    closed: false,
    whenFilled: false,
    everyDays: null,
    keeper: '',
  };
}

/** A column and all below it. */
export function below(columns: readonly DraftColumn[], id: string): Set<string> {
  const out = new Set([id]);
  for (const found of out) for (const c of columns) if (c.parent === found) out.add(c.id);
  return out;
}

/** How many columns are not as they were saved. */
export function changes(rows: readonly ColumnRow[], draft: readonly DraftColumn[]): number {
  const was = new Map(rows.map((r) => [r.column.id, JSON.stringify(r.column)]));
  const gone = rows.filter((r) => !draft.some((c) => c.id === r.column.id)).length;
  return gone + draft.filter((c) => was.get(c.id) !== JSON.stringify(c)).length;
}
