import { registerOf } from '#domain/registers/index.ts';
import type { FieldValue } from '#domain/registers/record.ts';
import type { Field, Register, RegisterKey } from '#domain/registers/register.ts';

const PUBLISHED = 'publications.';
const PUBLICATION_FIELDS = ['channel', 'on', 'address', 'takenDownOn', 'takenDownReason'];

/**
 * What a sheet is read as: the register, and for 主动公开信息 also the publication fields, since an office writes what it
 * made public and where in one line.
 */
export function targetOf(key: RegisterKey): Register {
  const register = registerOf(key);
  if (key !== 'items') return register;
  const published = registerOf('publications').fields.filter((field) => PUBLICATION_FIELDS.includes(field.key));
  const optional = ({ required: _, ...field }: Field): Field => ({ ...field, key: `${PUBLISHED}${field.key}` });
  return { ...register, fields: [...register.fields, ...published.map(optional)] };
}

/** A line's values apart: those of the record itself, and those of its publication (empty where the sheet says nothing of it). */
export function splitValues(values: Readonly<Record<string, FieldValue>>) {
  const own: Record<string, FieldValue> = {};
  const published: Record<string, FieldValue> = {};
  for (const [key, value] of Object.entries(values)) {
    if (key.startsWith(PUBLISHED)) published[key.slice(PUBLISHED.length)] = value;
    else own[key] = value;
  }
  return { own, published };
}

/** The field of a line that may name several channels at once (政府网站、微信公众号). */
export const CHANNEL_FIELD = `${PUBLISHED}channel`;

/** The field whose date places a line in a year: an item counts by its first publication. */
export function dateKeyOf(register: Register): string {
  return register.key === 'items' ? `${PUBLISHED}on` : register.dateField;
}
