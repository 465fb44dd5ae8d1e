import { type Finding, rules } from '#domain/checker/index.ts';
import { type Reading, valueAt } from '#domain/report/model.ts';
import { cellsOf, FORM_2021, formOf, identitiesOf } from '#law/forms/index.ts';

/** How much of the tables was read. */
export interface CellCount {
  readonly read: number;
  readonly doubtful: number;
  readonly blank: number;
}

/** The cells of a report by how they were read; those the report does not print are not counted. */
export function cellCount(reading: Reading): CellCount {
  const form = reading.report.form ? formOf(reading.report.form) : FORM_2021;
  const doubtful = new Set(reading.doubts.map((d) => d.cell));
  let read = 0;
  let inDoubt = 0;
  let blank = 0;
  for (const { key } of cellsOf(form)) {
    const value = valueAt(reading.report.tables, key);
    if (value === undefined) continue;
    if (value !== null) read++;
    else if (doubtful.has(key) || doubtful.has(key.split('/').slice(0, 2).join('/'))) inDoubt++;
    else blank++;
  }
  return { read, doubtful: inDoubt, blank };
}

function identitiesHeld(reading: Reading): number {
  const { tables, form } = reading.report;
  const oneOtherRow = tables.requests !== null && '3.6' in tables.requests;
  return identitiesOf(form ? formOf(form) : FORM_2021, oneOtherRow).filter(({ cell, terms }) => {
    const values = terms.map((t) => ({ value: valueAt(tables, t.cell), sign: t.sign }));
    const sum = values.reduce((n, { value, sign }) => n + (value ?? 0) * sign, 0);
    return values.every(({ value }) => value !== null && value !== undefined) && valueAt(tables, cell) === sum;
  }).length;
}

/** Rules that look at the tables alone; the others need the whole text. */
const TABLE_RULES = /^(T3|T4|TABLE|CELL|ROW|FORM|RULES|LABEL)-/;

/** What was looked at and is right: counts first, then the rules that had nothing to say, by their titles. */
export function agreed(
  reading: Reading,
  findings: readonly Finding[],
  hasPrevious: boolean,
): { readonly counts: string[]; readonly rules: string[] } {
  const said = new Set(findings.map((f) => f.rule));
  const cells = cellCount(reading);
  const held = identitiesHeld(reading);
  const { requests, remedies } = reading.report.tables;
  const looked = (id: string): boolean => {
    if (id.startsWith('Y-') || id === 'REPEAT-YEAR') return hasPrevious;
    if (id.startsWith('T3')) return requests !== null;
    if (id.startsWith('T4')) return remedies !== null;
    if (id === 'DATE-LATE') return reading.report.signedOn !== null;
    return id !== 'LOCAL-CONTENT' && (TABLE_RULES.test(id) || reading.report.partial === undefined);
  };
  const counts: string[] = [];
  if (cells.read > 0) counts.push(`${cells.read}格已读出，${cells.doubtful}格存疑`);
  if (held > 0) counts.push(`${held}条勾稽关系成立`);
  return { counts, rules: rules.filter((r) => looked(r.id) && !said.has(r.id)).map((r) => r.title) };
}
