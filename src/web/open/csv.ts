import type { CsvColumn } from './endpoint.ts';

function cell(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'number') return String(value);
  const text = Array.isArray(value) ? value.join('；') : String(value);
  // What a spreadsheet would take for a formula is preceded by an apostrophe.
  const harmless = /^[=+\-@\t\r＝＋－＠]/u.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}

/** Rows as CSV: UTF-8 with BOM, CRLF. */
export function csvOf(columns: readonly CsvColumn[], rows: readonly Readonly<Record<string, unknown>>[]): string {
  const lines = [columns.map(([label]) => cell(label)), ...rows.map((row) => columns.map(([, field]) => cell(row[field])))];
  return `\ufeff${lines.map((l) => `${l.join(',')}\r\n`).join('')}`;
}
