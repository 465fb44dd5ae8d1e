import { PREDICATES, predicateOf } from '../../facts/predicates.ts';
import { type Report, setValue, type Value, valueAt } from '../model.ts';
import type { Override } from '../ports.ts';

/** The report with the figures an officer set in place of the count; sums that were not themselves overruled follow. */
export function withOverrides(report: Report, overrides: readonly Override[]): Report {
  if (overrides.length === 0) return report;
  const tables = structuredClone(report.tables);
  const set = new Map(overrides.map((o) => [o.cell, o.value]));
  for (const [cell, value] of set) setValue(tables, cell, value);
  const settled = new Map<string, Value>();
  const valueOfCell = (cell: string): Value => {
    const known = settled.get(cell);
    if (known !== undefined) return known;
    const parts = set.has(cell) ? undefined : predicateOf(cell)?.sumOf;
    const values = parts?.map(valueOfCell);
    const value = values
      ? values.includes(null)
        ? null
        : (values as number[]).reduce((a, b) => a + b, 0)
      : (valueAt(tables, cell) ?? null);
    settled.set(cell, value);
    return value;
  };
  const cells = PREDICATES.filter((p) => valueAt(report.tables, p.figure) !== undefined).map((p) => p.figure);
  for (const cell of cells) setValue(tables, cell, valueOfCell(cell));
  return { ...report, tables, complete: cells.every((cell) => settled.get(cell) !== null) };
}
