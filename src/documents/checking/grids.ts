import type { Finding } from '#domain/checker/index.ts';
import { rowName } from '#domain/checker/labels.ts';
import { type Reading, valueAt } from '#domain/report/model.ts';
import { FORM_2021, type Form, formOf, requestRowKeys } from '#law/forms/index.ts';

/** One printed cell with its key and value as text. */
interface Cell {
  readonly key: string;
  readonly text: string;
}

/** A table as the annotated page shows it: row labels as people name them, a column head, and the cells. */
export interface ShownTable {
  readonly heads: readonly string[];
  readonly rows: readonly { readonly label: string; readonly cells: readonly Cell[] }[];
}

function shown(reading: Reading, key: string): Cell {
  const value = valueAt(reading.report.tables, key);
  const doubtful = reading.doubts.some((d) => d.cell === key || key.startsWith(`${d.cell}/`));
  return { key, text: value === undefined ? '' : value === null ? (doubtful ? '？' : '（空）') : `${value}` };
}

function label(form: Form, key: string): string {
  return rowName(form, key).replace(/^表[二三四]“|”$/g, '');
}

/** The table of section two, three or four of a report; null where it was not read. */
export function shownTable(reading: Reading, section: number): ShownTable | null {
  const { tables } = reading.report;
  const form = reading.report.form ? formOf(reading.report.form) : FORM_2021;
  if (section === 3 && tables.requests) {
    const rows = requestRowKeys(form, '3.6' in tables.requests).map((r) => ({
      label: label(form, `requests/${r}`),
      cells: form.applicantColumns.map((c) => shown(reading, `requests/${r}/${c.key}`)),
    }));
    return { heads: form.applicantColumns.map((c) => c.label), rows };
  }
  if (section === 4 && tables.remedies) {
    const rows = form.remedyGroups.map((g) => ({
      label: g.parent ? `${g.parent} · ${g.label}` : g.label,
      cells: form.remedyColumns.map((c) => shown(reading, `remedies/${g.key}/${c.key}`)),
    }));
    return { heads: form.remedyColumns.map((c) => c.label), rows };
  }
  if (section !== 2 || !tables.proactive) return null;
  const rows = form.proactive.flatMap((b) =>
    b.rows.map((r) => ({
      label: r.label,
      cells: b.columns.map((c) => {
        const cell = shown(reading, b.flat ? `proactive/${r.key}` : `proactive/${r.key}/${c.key}`);
        return { key: cell.key, text: `${c.label}：${cell.text}` };
      }),
    })),
  );
  return { heads: [], rows };
}

/** The cells that findings speak of. */
export function markedCells(findings: readonly Finding[]): Set<string> {
  return new Set(findings.flatMap((f) => (f.where.cell ? [f.where.cell] : [])));
}
