import type { Tables, Value } from '#domain/report/model.ts';
import { valueAt } from '#domain/report/model.ts';
import type { CellKey, CellUnit, Form, RequestRow } from '#law/forms/index.ts';
import { remedyKey, requestKey } from '#law/forms/index.ts';
import type { Grid, GridCell, HeaderScope } from '../grid.ts';
import { printed } from './figures.ts';

/** Slots of the row labels of section three: 三、本年度办理结果 | group | row. */
const LABEL_SLOTS = 3;

/** A table of the report and the section it stands in. */
export interface SectionGrid {
  readonly section: 2 | 3 | 4;
  readonly table: keyof Tables;
  readonly grid: Grid;
  /** Keys of the blank cells, in the order of the form. */
  readonly blank: readonly CellKey[];
}

function head(text: string, scope: HeaderScope, colSpan = 1, rowSpan = 1): GridCell {
  return { text, colSpan, rowSpan, header: true, scope };
}

function figure(tables: Tables, cellKey: CellKey, unit: CellUnit, colSpan = 1): GridCell {
  const value: Value | undefined = valueAt(tables, cellKey);
  return { text: printed(value, unit), colSpan, rowSpan: 1, header: false, cellKey };
}

function leastCommonMultiple(a: number, b: number): number {
  let [x, y] = [a, b];
  while (y > 0) [x, y] = [y, x % y];
  return (a * b) / x;
}

/** Section two: the blocks of the form as one table, each block's columns sharing the width evenly (2021: 14 × 4). */
export function proactiveGrid(form: Form, tables: Tables): Grid {
  const values = form.proactive.reduce((n, b) => leastCommonMultiple(n, b.columns.length), 1);
  const rows = form.proactive.flatMap((block) => {
    const span = values / block.columns.length;
    return [
      [head(block.item, 'rowgroup', values + 1)],
      [head(block.corner, 'col'), ...block.columns.map((c) => head(c.label, 'col', span))],
      ...block.rows.map((row) => [
        head(row.label, 'row'),
        ...block.columns.map((c) => figure(tables, `proactive/${row.key}${block.flat ? '' : `/${c.key}`}`, c.unit, span)),
      ]),
    ];
  });
  return { rows, columns: values + 1, headerRows: 0, caption: form.sections[1] };
}

/** True for the rows standing under 三、本年度办理结果. */
function isOutcome(row: RequestRow): boolean {
  return row.role === 'outcome' || row.role === 'sum';
}

function requestHead(form: Form): GridCell[][] {
  const columns = form.applicantColumns;
  const kinds = columns.map((c, i) => {
    if (!c.group) return head(c.label, 'col', 1, 2);
    const opens = columns[i - 1]?.group !== c.group;
    return opens ? head(c.group, 'colgroup', columns.filter((x) => x.group === c.group).length) : null;
  });
  return [
    [head(form.requestsCorner, 'col', LABEL_SLOTS, 3), head(form.requestsHead, 'colgroup', columns.length)],
    kinds.filter((c) => c !== null),
    columns.filter((c) => c.group).map((c) => head(c.label, 'col')),
  ];
}

function requestLabels(rows: readonly RequestRow[], i: number, outcomesLabel: string): GridCell[] {
  const row = rows[i];
  if (!row) return [];
  if (!isOutcome(row)) return [head(row.label, 'row', LABEL_SLOTS)];
  const before = rows[i - 1];
  const outer = before && isOutcome(before) ? [] : [head(outcomesLabel, 'row', 1, rows.filter(isOutcome).length)];
  if (!row.group) return [...outer, head(row.label, 'row', LABEL_SLOTS - 1)];
  const inner = before?.group === row.group ? [] : [head(row.group, 'row', 1, rows.filter((r) => r.group === row.group).length)];
  return [...outer, ...inner, head(row.label, 'row')];
}

/** Section three: three header rows, then the rows of the form under their groups (2021: 28 × 10). */
export function requestsGrid(form: Form, tables: Tables): Grid {
  const rows = form.requestRows;
  const body = rows.map((row, i) => [
    ...requestLabels(rows, i, form.outcomesLabel),
    ...form.applicantColumns.map((c) => figure(tables, requestKey(row.key, c.key), 'count')),
  ]);
  return {
    rows: [...requestHead(form), ...body],
    columns: LABEL_SLOTS + form.applicantColumns.length,
    headerRows: 3,
    caption: form.sections[2],
  };
}

/** Section four: one row of figures under three header rows, the groups of a parent side by side (4 × 15). */
export function remediesGrid(form: Form, tables: Tables): Grid {
  const groups = form.remedyGroups;
  const width = form.remedyColumns.length;
  const parents = [...new Set(groups.map((g) => g.parent ?? g.label))];
  const labels = (rowSpan: number) => form.remedyColumns.map((c) => head(c.label, 'col', 1, rowSpan));
  const under = (parent: string) => groups.filter((g) => (g.parent ?? g.label) === parent);
  return {
    rows: [
      parents.map((p) => head(p, 'colgroup', under(p).length * width)),
      groups.flatMap((g) => (g.parent ? [head(g.label, 'colgroup', width)] : labels(2))),
      groups.filter((g) => g.parent).flatMap(() => labels(1)),
      groups.flatMap((g) => form.remedyColumns.map((c) => figure(tables, remedyKey(g.key, c.key), 'count'))),
    ],
    columns: groups.length * width,
    headerRows: 3,
    caption: form.sections[3],
  };
}

/** The three tables of a report as printed. A table the report does not have prints with blank cells. */
export function gridsOf(form: Form, tables: Tables): SectionGrid[] {
  const of = (section: 2 | 3 | 4, table: keyof Tables, grid: Grid): SectionGrid => ({
    section,
    table,
    grid,
    blank: grid.rows.flat().flatMap((c) => (c.cellKey && c.text === '' ? [c.cellKey] : [])),
  });
  return [
    of(2, 'proactive', proactiveGrid(form, tables)),
    of(3, 'requests', requestsGrid(form, tables)),
    of(4, 'remedies', remediesGrid(form, tables)),
  ];
}
