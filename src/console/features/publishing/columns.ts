import type { ColumnChoice } from '../../../web/api/publishingTypes.ts';

/** Columns as choices in the order of the tree, indented by depth; closed ones are left out unless chosen. */
export function columnOptions(columns: readonly ColumnChoice[], chosen: string | null = null): { value: string; label: string }[] {
  return columns.filter((c) => !c.closed || c.id === chosen).map((c) => ({ value: c.id, label: `${'　'.repeat(c.depth)}${c.label}` }));
}
