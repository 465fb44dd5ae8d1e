import { parseDay } from '#lib/day.ts';
import { clean } from './clean.ts';
import { widthOf } from './layout.ts';

/** `date`: YYYY-MM-DD. `money`: 元, two decimals. */
export type RegisterColumnKind = 'text' | 'date' | 'count' | 'money';

export interface RegisterColumn {
  readonly key: string;
  /** What the office calls the column. */
  readonly label: string;
  readonly kind: RegisterColumnKind;
}

export type RegisterValue = string | number | boolean | null | undefined;

/** A register as it is shown: exactly the columns and rows on the screen, in their order. */
export interface RegisterTable {
  /** 依申请公开台账. */
  readonly title: string;
  readonly columns: readonly RegisterColumn[];
  readonly rows: readonly Readonly<Record<string, RegisterValue>>[];
}

/** One cell as data: words cleaned (their line breaks kept), 是 or 否 for yes and no, null for nothing. */
export function registerValue(column: RegisterColumn, row: RegisterTable['rows'][number]): string | number | null {
  const value = row[column.key];
  if (value === null || value === undefined || value === '') return null;
  if (typeof value === 'boolean') return value ? '是' : '否';
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new Error(`not a number to export: ${column.key} ${value}`);
    return value;
  }
  return value
    .split(/\r\n|[\r\n]/)
    .map(clean)
    .join('\n');
}

/** The same as text for people: money with two decimals. */
export function registerText(column: RegisterColumn, row: RegisterTable['rows'][number]): string {
  const value = registerValue(column, row);
  if (value === null) return '';
  return column.kind === 'money' && typeof value === 'number' ? value.toFixed(2) : String(value);
}

/** True for the text of a real date. */
export function isDate(value: string | number | null): value is string {
  return typeof value === 'string' && parseDay(value) !== null;
}

/** Rows looked at for the width of a column. */
const SAMPLE = 300;

/** Width of what a column holds, its name included, in characters of full width: the longest line of its cells. */
export function widestIn(table: RegisterTable, column: RegisterColumn): number {
  const texts = table.rows.slice(0, SAMPLE).flatMap((row) => registerText(column, row).split('\n'));
  return [clean(column.label), ...texts].reduce((n, t) => Math.max(n, widthOf(t)), 0);
}
