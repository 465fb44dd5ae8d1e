import type { FieldValue, RegisterRecord } from '#domain/registers/record.ts';
import type { Field, Register } from '#domain/registers/register.ts';
import type { RegisterColumnKind, RegisterTable } from '../writing/registerTable.ts';

const KINDS: Partial<Record<Field['kind'], RegisterColumnKind>> = { day: 'date', count: 'count', fen: 'money' };

/**
 * Records as the table an office knows: its column titles and its words for choices, money in 元, so that the sheet can be
 * imported again without a change. Void records stand in it with 作废 and the reason, where there are any.
 */
export function recordTable(register: Register, records: readonly RegisterRecord[]): RegisterTable {
  const columns = register.fields.map((field) => ({ key: field.key, label: field.label, kind: KINDS[field.kind] ?? 'text' }) as const);
  const someVoid = records.some((record) => record.void);
  return {
    title: register.title,
    columns: someVoid ? [...columns, { key: VOID, label: '作废理由', kind: 'text' }] : columns,
    rows: records.map((record) => {
      const cells = register.fields.map((field) => [field.key, shown(field, valueIn(register, record, field))] as const);
      return { ...Object.fromEntries(cells), [VOID]: record.void?.reason ?? null };
    }),
  };
}

/** No register has a field of this name. */
const VOID = '#void';

function valueIn(register: Register, record: RegisterRecord, field: Field): FieldValue {
  return field.key === register.numberField ? record.number : (record.values[field.key] ?? null);
}

function shown(field: Field, value: FieldValue): FieldValue {
  if (value === null) return null;
  if (field.kind === 'fen' && typeof value === 'number') return value / 100;
  return field.choices?.find((choice) => choice.value === value)?.label ?? value;
}

/** Records as the registers file of `compile --registers` has them: one list under the register's key. */
export function recordJson(register: Register, records: readonly RegisterRecord[]): Record<string, unknown> {
  const list = records.map((record) => {
    const given = Object.entries(record.values).filter(([key, value]) => value !== null && key !== register.numberField);
    return {
      [register.numberField]: record.number,
      agency: record.agency,
      ...Object.fromEntries(given),
      ...(record.events.length > 0 ? { events: record.events } : {}),
      ...(record.void ? { void: record.void } : {}),
    };
  });
  return { [register.key]: list };
}
