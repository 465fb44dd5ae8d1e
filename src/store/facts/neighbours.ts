import { type RawBuilder, sql } from 'kysely';
import type { FieldValue, RegisterKey, RegisterRecord } from '#domain/registers/index.ts';
import type { Db } from '../database.ts';
import { snake } from '../registers/columns.ts';
import { type RecordRow, toRecords } from '../registers/rows.ts';

/** Registers whose records count together: a record's facts may hang on those it names and on those that name it. */
const LINKS: Partial<Record<RegisterKey, readonly { readonly to: RegisterKey; readonly field: string }[]>> = {
  requests: [
    { to: 'requests', field: 'splitFrom' },
    { to: 'requests', field: 'mergedWith' },
  ],
  publications: [{ to: 'items', field: 'item' }],
};

/** The registers that must be looked at together with this one. */
export function linked(register: RegisterKey): RegisterKey[] {
  if (register === 'items' || register === 'publications') return ['items', 'publications'];
  return [register];
}

/** True where the register has links at all (a split, a publication of an item). */
export function hasLinks(register: RegisterKey): boolean {
  return register === 'items' || LINKS[register] !== undefined;
}

/** The records a record names. */
export function namedBy(register: RegisterKey, values: Readonly<Record<string, FieldValue>>): { register: RegisterKey; number: string }[] {
  return (LINKS[register] ?? []).flatMap(({ to, field }) => {
    const number = values[field];
    return typeof number === 'string' && number.trim() !== '' ? [{ register: to, number: number.trim() }] : [];
  });
}

async function load(db: Db, register: RegisterKey, units: readonly string[], condition: RawBuilder<unknown>): Promise<RegisterRecord[]> {
  const { rows } = await sql<RecordRow>`
    select * from ${sql.table(snake(register))} where agency = any(${[...units]}) and ${condition}`.execute(db);
  return (await toRecords(db, register, rows, null)).map((r) => r.record);
}

/** All records of a register; personal values stay closed. */
export function loadAll(db: Db, register: RegisterKey, units: readonly string[]): Promise<RegisterRecord[]> {
  return load(db, register, units, sql`true`);
}

/** The records of these numbers, and those that name one of them. */
async function around(db: Db, register: RegisterKey, units: readonly string[], numbers: readonly string[]): Promise<RegisterRecord[]> {
  const own = await load(db, register, units, sql`number = any(${[...numbers]})`);
  const naming: RegisterRecord[] = [];
  for (const [from, links] of Object.entries(LINKS) as [RegisterKey, { to: RegisterKey; field: string }[]][]) {
    for (const { to, field } of links) {
      if (to === register) naming.push(...(await load(db, from, units, sql`${sql.ref(snake(field))} = any(${[...numbers]})`)));
    }
  }
  return [...own, ...naming];
}

/**
 * The records given by number with everything that counts together with them, as far as it goes, within the units of one
 * organ.
 */
export async function withNeighbours(
  db: Db,
  units: readonly string[],
  seeds: readonly { readonly register: RegisterKey; readonly number: string }[],
): Promise<RegisterRecord[]> {
  const found = new Map<string, RegisterRecord>();
  const asked = new Set<string>();
  let frontier = [...seeds];
  while (frontier.length > 0) {
    const fresh = frontier.filter((s) => !asked.has(`${s.register}\n${s.number}`));
    for (const s of fresh) asked.add(`${s.register}\n${s.number}`);
    frontier = [];
    for (const [register, list] of Map.groupBy(fresh, (s) => s.register)) {
      const numbers = [...new Set(list.map((s) => s.number))];
      for (const record of await around(db, register, units, numbers)) {
        const key = `${record.register}\n${record.agency}\n${record.number}`;
        if (found.has(key)) continue;
        found.set(key, record);
        if (hasLinks(record.register)) frontier.push({ register: record.register, number: record.number });
        frontier.push(...namedBy(record.register, record.values));
      }
    }
  }
  return [...found.values()];
}
