import type { FieldValue, Register } from '../../../web/api/consoleTypes.ts';
import { type FieldOf, typed } from './values.ts';

/** Rows taken from the clipboard, with the field each column fills; null: left out. */
export interface Pasted {
  readonly header: readonly string[] | null;
  readonly fields: readonly (string | null)[];
  readonly rows: readonly (readonly string[])[];
}

/** Splits what Excel or WPS puts on the clipboard: tabs, line ends, and quoted cells that hold line ends. */
export function cellsOfClipboard(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = '';
  let quoted = false;
  const endRow = () => {
    row.push(cell);
    if (row.some((c) => c.trim() !== '')) rows.push(row);
    row = [];
    cell = '';
  };
  for (let i = 0; i < text.length; i++) {
    const c = text[i]!;
    if (quoted && c === '"' && text[i + 1] === '"') {
      cell += '"';
      i++;
    } else if (c === '"' && (quoted || cell === '')) quoted = !quoted;
    else if (!quoted && c === '\t') {
      row.push(cell);
      cell = '';
    } else if (!quoted && c === '\n') endRow();
    else if (c !== '\r') cell += c;
  }
  endRow();
  return rows;
}

function fieldNamed(register: Register, title: string): FieldOf | undefined {
  const wanted = title
    .normalize('NFKC')
    .replace(/[\s（(].*$/, '')
    .trim();
  return register.fields.find((f) => f.label === title.trim() || f.label === wanted || f.synonyms?.includes(wanted));
}

/** A first row that names at least half of its columns is a header; else columns are taken in the order of the grid. */
export function readClipboard(register: Register, text: string): Pasted {
  const cells = cellsOfClipboard(text);
  const first = cells[0] ?? [];
  const named = first.map((c) => fieldNamed(register, c)?.key ?? null);
  if (named.filter(Boolean).length * 2 >= first.length && first.length > 0) return { header: first, fields: named, rows: cells.slice(1) };
  const order = register.fields.filter((f) => f.grid || f.key === register.numberField).map((f) => f.key);
  const width = Math.max(0, ...cells.map((r) => r.length));
  return { header: null, fields: Array.from({ length: width }, (_, i) => order[i] ?? null), rows: cells };
}

/** The drafts a paste makes. */
export function draftsOf(register: Register, pasted: Pasted): { number?: string; values: Record<string, FieldValue> }[] {
  return pasted.rows.map((row) => {
    const values: Record<string, FieldValue> = {};
    pasted.fields.forEach((key, i) => {
      const field = register.fields.find((f) => f.key === key);
      if (field) values[field.key] = typed(field, row[i] ?? '');
    });
    const number = values[register.numberField];
    delete values[register.numberField];
    return number ? { number: String(number), values } : { values };
  });
}
