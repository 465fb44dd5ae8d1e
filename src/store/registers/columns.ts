import { type Field, type Register, type RegisterKey, registerOf } from '#domain/registers/index.ts';

/** `clarificationSentOn` → `clarification_sent_on`. */
export function snake(key: string): string {
  return key.replace(/[A-Z]/g, (c) => `_${c.toLowerCase()}`);
}

/** A field with the column that holds it. */
export interface Column {
  readonly field: Field;
  readonly name: string;
}

/** A register's table: the number field is the table's `number`; every other field has a column of its own. */
export interface RegisterTable {
  readonly register: Register;
  readonly name: string;
  readonly columns: readonly Column[];
  readonly personal: readonly Column[];
}

const tables = new Map<RegisterKey, RegisterTable>();

/** The table of a register. */
export function tableOf(key: RegisterKey): RegisterTable {
  const known = tables.get(key);
  if (known) return known;
  const register = registerOf(key);
  const columns = register.fields.filter((f) => f.key !== register.numberField).map((field): Column => ({ field, name: snake(field.key) }));
  const table = { register, name: snake(key), columns, personal: columns.filter((c) => c.field.personal) };
  tables.set(key, table);
  return table;
}

/** The column a field is sorted and filtered by; null for a field the register has not. */
export function columnOf(table: RegisterTable, key: string): string | null {
  if (key === 'number' || key === table.register.numberField) return 'number';
  if (key === 'recordedAt') return 'recorded_at';
  return table.columns.find((c) => c.field.key === key)?.name ?? null;
}
