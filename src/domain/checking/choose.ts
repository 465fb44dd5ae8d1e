import { cellsOf, FORM_2021, formOf } from '#law/forms/index.ts';
import { type Refusal, refuse } from '#lib/result.ts';
import { type Doubt, type Reading, setValue, type Value } from '../report/model.ts';

/** A row or cell in doubt, and what the original says there. */
export interface Settled {
  readonly cell: string;
  readonly values: readonly Value[];
}

/** The cells that a doubt is about, in the order of its readings: a row's, or the one. */
export function cellsInDoubt(form: Reading['report']['form'], cell: string): string[] {
  const own = cellsOf(form ? formOf(form) : FORM_2021)
    .map((c) => c.key)
    .filter((key) => key.startsWith(`${cell}/`));
  return own.length > 0 ? own : [cell];
}

function sameValues(a: readonly Value[], b: readonly Value[]): boolean {
  return a.length === b.length && a.every((v, i) => v === b[i]);
}

/** True where the values are one of the readings that were listed. */
export function isListed(doubt: Doubt, values: readonly Value[]): boolean {
  return doubt.readings.some((r) => sameValues(r, values));
}

/** A reading with some doubts settled, the rest as it was; a refusal where one is not in doubt or the figures do not fit it. */
export function settle(reading: Reading, settled: readonly Settled[]): Reading | Refusal {
  const { form } = reading.report;
  const tables = structuredClone(reading.report.tables);
  for (const { cell, values } of settled) {
    if (!reading.doubts.some((d) => d.cell === cell)) return refuse('这一行没有存疑，或者已经定过了；请刷新页面。');
    const cells = cellsInDoubt(form, cell);
    if (values.length !== cells.length) return refuse(`这一行有${cells.length}格，给了${values.length}个数；请按原件逐格填写。`);
    for (const [i, key] of cells.entries()) setValue(tables, key, values[i] ?? null);
  }
  const done = new Set(settled.map((s) => s.cell));
  return { ...reading, report: { ...reading.report, tables }, doubts: reading.doubts.filter((d) => !done.has(d.cell)) };
}
