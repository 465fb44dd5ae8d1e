import { clean } from './clean.ts';
import { type RegisterTable, registerText, registerValue } from './registerTable.ts';

/** A text that a spreadsheet would take for a formula is preceded by an apostrophe. */
function harmless(text: string): string {
  return /^[=+\-@\t\r＝＋－＠]/u.test(text) ? `'${text}` : text;
}

function quoted(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** A register as CSV: UTF-8 with BOM (so that Excel shows the Chinese), CRLF, dates YYYY-MM-DD, no text that could be run as a formula. */
export function writeRegisterCsv(table: RegisterTable): Uint8Array {
  const lines = [
    table.columns.map((c) => quoted(harmless(clean(c.label)))),
    ...table.rows.map((row) =>
      table.columns.map((c) => {
        const text = registerText(c, row);
        return quoted(typeof registerValue(c, row) === 'number' ? text : harmless(text));
      }),
    ),
  ];
  return new TextEncoder().encode(`\ufeff${lines.map((line) => `${line.join(',')}\r\n`).join('')}`);
}
