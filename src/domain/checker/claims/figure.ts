import { valueAt } from '#domain/report/model.ts';
import { requestRowKeys } from '#law/forms/index.ts';
import { type Context, hasOneOtherRow } from '../context.ts';

/** A figure that prose can name: the cells whose sum it is, and other sums that a careful reader would accept as well. */
export interface Figure {
  readonly id: string;
  /** In Chinese, as a finding names it. */
  readonly label: string;
  readonly cells: readonly string[];
  readonly accepts?: readonly (readonly string[])[];
  /** 万元 in the table; the text may say 元. */
  readonly money?: true;
  /** The text may give any number up to the table's (published ones of those in force). */
  readonly atMost?: true;
}

/** The rows of section three that a code stands for: `3.3` is all of 不予公开. */
export function rowsUnder(context: Context, code: string): string[] {
  const keys = requestRowKeys(context.form, hasOneOtherRow(context));
  return keys.includes(code) ? [code] : keys.filter((k) => k.startsWith(`${code}.`));
}

/** A figure over rows of section three in one applicants' column (`legal`: 法人或其他组织, all five). */
export function requestFigure(
  context: Context,
  label: string,
  codes: readonly string[],
  column = 'total',
  accepts: readonly (readonly string[])[] = [],
): Figure {
  const columns = column === 'legal' ? ['business', 'research', 'publicWelfare', 'legalService', 'other'] : [column];
  const cellsFor = (list: readonly string[]): string[] =>
    list.flatMap((code) => rowsUnder(context, code)).flatMap((row) => columns.map((c) => `requests/${row}/${c}`));
  return { id: `requests/${codes.join('+')}/${column}`, label, cells: cellsFor(codes), accepts: accepts.map(cellsFor) };
}

/** What the tables say of a sum of cells: every value that a doubt leaves open, the least it can be where a part is unknown, or nothing. */
export type Printed = { readonly values: readonly number[] } | { readonly least: number } | null;

const COLUMNS = ['naturalPerson', 'business', 'research', 'publicWelfare', 'legalService', 'other', 'total'];
const REMEDY = ['upheld', 'corrected', 'other', 'pending', 'total'];

function optionsOf(context: Context, cell: string): number[] | null {
  const value = valueAt(context.reading.report.tables, cell);
  if (value !== null && value !== undefined) return [value];
  const [table, row, column] = cell.split('/') as [string, string, string | undefined];
  const doubt = context.reading.doubts.find((d) => d.cell === cell || d.cell === `${table}/${row}`);
  if (!doubt || doubt.more || doubt.readings.length === 0) return null;
  const order = table === 'requests' ? COLUMNS : table === 'remedies' ? REMEDY : proactiveColumns(context, row);
  const at = doubt.cell === cell ? 0 : order.indexOf(column ?? '');
  const values = doubt.readings.map((r) => r[at]);
  return values.every((v) => typeof v === 'number') ? [...new Set(values as number[])] : null;
}

function proactiveColumns(context: Context, row: string): string[] {
  return context.form.proactive.find((b) => b.rows.some((r) => r.key === row))?.columns.map((c) => c.key) ?? [];
}

/** A total whose own cell is blank is at least the sum of its row's known parts. */
function leastOf(context: Context, cell: string): number {
  const [table, row, column] = cell.split('/') as [string, string, string | undefined];
  if (table !== 'requests' || column !== 'total') return 0;
  return COLUMNS.slice(0, 6).reduce((sum, c) => sum + (valueAt(context.reading.report.tables, `requests/${row}/${c}`) ?? 0), 0);
}

/** For a total of a row whose own parts add up to something else: what they add up to. T3-APPLICANTS speaks of the total itself. */
export function partsOf(context: Context, cells: readonly string[]): number | null {
  if (cells.length !== 1 || !/^requests\/.*\/total$/.test(cells[0]!)) return null;
  const row = cells[0]!.split('/')[1];
  const parts = COLUMNS.slice(0, 6).map((c) => valueAt(context.reading.report.tables, `requests/${row}/${c}`));
  return parts.every((v) => typeof v === 'number') ? parts.reduce((a, b) => a + b, 0) : null;
}

/** The sum of the cells as printed. */
export function printedSum(context: Context, cells: readonly string[]): Printed {
  const table = cells[0]?.split('/')[0] as 'proactive' | 'requests' | 'remedies' | undefined;
  if (!table || context.reading.report.tables[table] === null) return null;
  let sums = [0];
  let least = 0;
  let open = false;
  for (const cell of cells) {
    const options = optionsOf(context, cell);
    if (!options) {
      open = true;
      least += leastOf(context, cell);
      continue;
    }
    least += Math.min(...options);
    sums = [...new Set(sums.flatMap((s) => options.map((o) => s + o)))];
    if (sums.length > 60) return null;
  }
  if (!open) return { values: sums };
  return least > 0 ? { least } : null;
}
