import { z } from 'zod';
import { REGISTERS, registerOf } from '#domain/registers/index.ts';
import type { RecordQuery } from '#domain/registers/ports.ts';
import type { FieldValue } from '#domain/registers/record.ts';
import type { Field, RegisterKey } from '#domain/registers/register.ts';

/** A register's key in an address. */
export const registerKey = z.enum(REGISTERS.map((r) => r.key) as [RegisterKey, ...RegisterKey[]]);
/** An agency's code in an address or body. */
export const agencyCode = z.string().regex(/^[a-z0-9][a-z0-9-]{0,30}$/);
/** A record's number. */
export const recordNumber = z.string().min(1).max(100);
export const reason = z.string().trim().min(1).max(500);
export const dayText = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
/** The nth of something, or a revision: no database of ours counts further. */
export const MOST_COUNTED = 2_147_483_647;
export const year = z.coerce.number().int().min(2000).max(2100);

/** What the screen asks of a register: the same address serves grid, export and print. */
export const ROWS_QUERY = z.looseObject({
  register: registerKey,
  agency: agencyCode,
  year: year.optional(),
  q: z.string().max(100).optional(),
  sort: z.string().max(60).optional(),
  page: z.coerce.number().int().min(1).max(100_000).default(1),
  size: z.coerce.number().int().min(1).max(500).default(50),
  void: z.enum(['without', 'with', 'only']).default('with'),
  number: z.string().max(100).optional(),
});

function filterValue(field: Field, text: string): FieldValue {
  if (text === '') return null;
  if (field.kind === 'flag') return text === 'true';
  if (field.kind === 'count' || field.kind === 'fen') return Number(text);
  return text;
}

function sortOf(sort: string | undefined, fields: readonly Field[]): RecordQuery['sort'] {
  if (!sort) return undefined;
  const direction = sort.startsWith('-') ? 'desc' : 'asc';
  const field = sort.replace(/^-/, '');
  const known = field === 'number' || field === 'recordedAt' || fields.some((f) => f.key === field && !f.personal);
  return known ? { field, direction } : undefined;
}

/** The store's query for what the screen asks; fields the register does not have are ignored, personal ones can't be searched. */
export function recordQuery(asked: z.output<typeof ROWS_QUERY>, agencies: readonly string[]): RecordQuery {
  const { fields, numberField } = registerOf(asked.register);
  const filter: Record<string, FieldValue> = {};
  for (const field of fields) {
    const value = asked[field.key];
    if (field.key === numberField || field.personal || typeof value !== 'string' || field.key in ROWS_QUERY.shape) continue;
    filter[field.key] = filterValue(field, value);
  }
  return {
    register: asked.register,
    agencies,
    ...(asked.year && { from: `${asked.year}-01-01`, to: `${asked.year}-12-31` }),
    ...(Object.keys(filter).length > 0 && { filter }),
    ...(asked.q && { search: asked.q }),
    ...(asked.number && { numbers: [asked.number] }),
    sort: sortOf(asked.sort, fields),
    page: asked.page,
    size: asked.size,
    void: asked.void,
  };
}
