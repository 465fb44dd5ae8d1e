import type { FieldValue, Register, RegisterRecord } from '#domain/registers/index.ts';
import { registerOf } from '#domain/registers/index.ts';

const PHONE = /^(\+?86)?1\d{10}$/;
const IDENTITY = /^[\dXx]{8,}$|^[0-9A-Z]{18}$/;
const TOWNSHIP = /^(.{0,30}?(?:镇|乡|街道))/;

/**
 * A personal value as a screen shows it: a mobile number keeps its first three and last four digits, the number of an
 * identity paper its first two and last three, an address ends at the township, a name keeps its first character.
 */
export function maskText(text: string): string {
  const bare = text.replace(/[\s-]/g, '');
  if (PHONE.test(bare)) return `${bare.slice(0, -8)}****${bare.slice(-4)}`;
  if (IDENTITY.test(bare)) return `${bare.slice(0, 2)}${'*'.repeat(bare.length - 5)}${bare.slice(-3)}`;
  const township = TOWNSHIP.exec(text);
  if (township && township[0] !== text) return `${township[1]}**`;
  return `${[...text][0] ?? ''}**`;
}

/** The record's values with the personal ones masked. */
export function maskValues(register: Register, values: RegisterRecord['values']): Record<string, FieldValue> {
  const masked: Record<string, FieldValue> = { ...values };
  for (const { key, personal } of register.fields) {
    const value = masked[key];
    if (personal && typeof value === 'string' && value !== '') masked[key] = maskText(value);
  }
  return masked;
}

/** A record as a screen shows it. */
export function maskRecord(record: RegisterRecord): RegisterRecord {
  return { ...record, values: maskValues(registerOf(record.register), record.values) };
}
