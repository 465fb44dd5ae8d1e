import { sql } from 'kysely';
import { indexNumber } from '#domain/publishing/indexNumber.ts';
import type { Tx } from '../database.ts';

/** The next index number of an office in a year, gap-free; one typed by hand or imported is passed over. */
export async function takeIndexNumber(tx: Tx, agency: string, prefix: string, year: number): Promise<string> {
  for (;;) {
    const { rows } = await sql<{ last: number }>`
      insert into counters (agency, register, year, last) values (${agency}, 'indexNumbers', ${year}, 1)
      on conflict (agency, register, year) do update set last = counters.last + 1 returning last`.execute(tx);
    const number = indexNumber(prefix, year, rows[0]?.last ?? 1);
    const taken = await sql`select 1 from items where agency = ${agency} and number = ${number}`.execute(tx);
    if (taken.rows.length === 0) return number;
  }
}
