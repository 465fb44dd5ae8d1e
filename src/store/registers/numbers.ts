import { sql } from 'kysely';
import type { RegisterKey } from '#domain/registers/index.ts';
import { formatNumber } from '#domain/registers/numbering.ts';
import type { Tx } from '../database.ts';
import { tableOf } from './columns.ts';

/**
 * The next numbers of an agency's register in a year, without a gap: the counter is part of the same transaction, and a
 * number somebody typed by hand is passed over.
 */
export async function takeNumbers(
  tx: Tx,
  agency: string,
  register: RegisterKey,
  year: number,
  count: number,
  alsoTaken: ReadonlySet<string>,
): Promise<string[]> {
  await sql`
    insert into counters (agency, register, year, last) values (${agency}, ${register}, ${year}, 0)
    on conflict do nothing`.execute(tx);
  const { rows } = await sql<{ last: number }>`
    select last from counters where agency = ${agency} and register = ${register} and year = ${year} for update`.execute(tx);
  let last = rows[0]?.last ?? 0;
  const numbers: string[] = [];
  while (numbers.length < count) {
    const wanted = Array.from({ length: count - numbers.length }, (_, i) => formatNumber(year, agency, register, last + 1 + i));
    const taken = await sql<{ number: string }>`
      select number from ${sql.table(tableOf(register).name)} where agency = ${agency} and number = any(${wanted})`.execute(tx);
    const used = new Set(taken.rows.map((r) => r.number));
    last += wanted.length;
    numbers.push(...wanted.filter((n) => !used.has(n) && !alsoTaken.has(n)));
  }
  await sql`
    update counters set last = ${last} where agency = ${agency} and register = ${register} and year = ${year}`.execute(tx);
  return numbers;
}
