import type { KeyboardEvent } from 'react';
import { FORM_2021, proactiveKeys, remedyKey, requestKey } from '../../../law/forms/index.ts';
import { useReport } from './context.ts';
import { FigureDrawer } from './FigureDrawer.tsx';

const FORM = FORM_2021;

function cellValue(tables: ReturnType<typeof useReport>['bench']['document']['report']['tables'], cell: string): number | null {
  const [table, row, column] = cell.split('/') as [string, string, string | undefined];
  if (table === 'requests') return tables.requests?.[row]?.[FORM.applicantColumns.findIndex((c) => c.key === column)] ?? null;
  if (table === 'remedies') return tables.remedies?.[row]?.[FORM.remedyColumns.findIndex((c) => c.key === column)] ?? null;
  const entry = tables.proactive?.[row];
  return typeof entry === 'object' && entry !== null ? (entry[column ?? ''] ?? null) : (entry ?? null);
}

/** Arrow keys move between the cells of a table; Enter opens. */
function move(e: KeyboardEvent<HTMLTableElement>): void {
  const step = { ArrowLeft: [0, -1], ArrowRight: [0, 1], ArrowUp: [-1, 0], ArrowDown: [1, 0] }[e.key];
  const cell = (e.target as HTMLElement).closest('td');
  if (!step || !cell) return;
  const rows = [...e.currentTarget.querySelectorAll('tr')].map((r) => [...r.querySelectorAll('td')]).filter((r) => r.length > 0);
  const r = rows.findIndex((row) => row.includes(cell as HTMLTableCellElement));
  const c = rows[r]?.indexOf(cell as HTMLTableCellElement) ?? 0;
  const next = rows[r + step[0]!]?.[c + step[1]!];
  if (!next) return;
  e.preventDefault();
  next.querySelector('button')?.focus();
}

function Cell({ cell, total = false }: { readonly cell: string; readonly total?: boolean }) {
  const { bench, figure, open } = useReport();
  const value = cellValue(bench.document.report.tables, cell);
  const changed = bench.overrides.some((o) => o.cell === cell);
  const marked = bench.findings.some((f) => !f.waived && f.severity === 'error' && (f.where.cell === cell || f.cells?.includes(cell)));
  return (
    <td className={[total ? 'total' : '', figure === cell ? 'opened' : '', changed ? 'changed' : '', marked ? 'marked' : ''].join(' ')}>
      <button type="button" id={`cell-${cell}`} aria-expanded={figure === cell} onClick={() => open(figure === cell ? null : cell)}>
        {value ?? (
          <span className="null">
            空<span className="unseen">，未申报</span>
          </span>
        )}
      </button>
    </td>
  );
}

interface BodyRow {
  readonly key: string;
  readonly label: string;
  /** The group the row belongs to, said before its label. */
  readonly group?: string | null | undefined;
  readonly cells: readonly string[];
}

/** The rows of a table: the label, then a button a cell. */
function Body({ rows }: { readonly rows: readonly BodyRow[] }) {
  return (
    <tbody>
      {rows.map((r) => (
        <tr key={r.key}>
          <th scope="row" className={r.group ? 'sub-row' : ''}>
            {r.group && <small>{r.group}</small>} {r.label}
          </th>
          {r.cells.map((cell) => (
            <Cell key={cell} cell={cell} total={cell.endsWith('/total')} />
          ))}
        </tr>
      ))}
    </tbody>
  );
}

function Heads({ columns }: { readonly columns: readonly { readonly key: string; readonly label: string }[] }) {
  return columns.map((c) => (
    <th key={c.key} scope="col">
      {c.label}
    </th>
  ));
}

function Opened({ cells }: { readonly cells: readonly string[] }) {
  const { figure, place } = useReport();
  return figure !== null && place === 'table' && cells.includes(figure) ? <FigureDrawer figure={figure} /> : null;
}

/** Section two: one table a block of the form. */
export function ProactiveTable() {
  return (
    <>
      {FORM.proactive.map((b) => (
        <table key={b.item} className="form" onKeyDown={move}>
          <caption>{b.item}</caption>
          <thead>
            <tr>
              <th scope="col">{b.corner}</th>
              <Heads columns={b.columns} />
            </tr>
          </thead>
          <Body rows={b.rows.map((r) => ({ ...r, cells: b.columns.map((c) => `proactive/${r.key}${b.flat ? '' : `/${c.key}`}`) }))} />
        </table>
      ))}
      <Opened cells={proactiveKeys(FORM)} />
    </>
  );
}

/** Section three: 25 rows and seven columns. */
export function RequestsTable() {
  const grouped = FORM.applicantColumns.filter((c) => c.group);
  return (
    <>
      <table className="form three" onKeyDown={move}>
        <caption>{FORM.requestsCorner}</caption>
        <thead>
          <tr>
            <th rowSpan={2} scope="col">
              办理情况
            </th>
            <th rowSpan={2} scope="col">
              {FORM.applicantColumns[0]!.label}
            </th>
            <th colSpan={grouped.length} scope="colgroup">
              {grouped[0]!.group}
            </th>
            <th rowSpan={2} scope="col">
              {FORM.applicantColumns.at(-1)!.label}
            </th>
          </tr>
          <tr>
            <Heads columns={grouped} />
          </tr>
        </thead>
        <Body rows={FORM.requestRows.map((r) => ({ ...r, cells: FORM.applicantColumns.map((c) => requestKey(r.key, c.key)) }))} />
      </table>
      <Opened cells={FORM.requestRows.flatMap((r) => FORM.applicantColumns.map((c) => requestKey(r.key, c.key)))} />
    </>
  );
}

/** Section four: three groups of five. */
export function RemediesTable() {
  return (
    <>
      <table className="form" onKeyDown={move}>
        <caption>复议和诉讼，按结果</caption>
        <thead>
          <tr>
            <th scope="col">类别</th>
            <Heads columns={FORM.remedyColumns} />
          </tr>
        </thead>
        <Body
          rows={FORM.remedyGroups.map(({ key, label, parent }) => ({
            key,
            label,
            group: parent,
            cells: FORM.remedyColumns.map((c) => remedyKey(key, c.key)),
          }))}
        />
      </table>
      <Opened cells={FORM.remedyGroups.flatMap((g) => FORM.remedyColumns.map((c) => remedyKey(g.key, c.key)))} />
    </>
  );
}
