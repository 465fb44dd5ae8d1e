import { sql } from 'kysely';
import type { Database } from '../database.ts';
import { syncGuide } from './guides.ts';
import { syncItem } from './items.ts';
import { syncReport } from './reports.ts';

/** Indexes what is public and not yet found: data from before there was a search, or before it folded texts as it does now. Counts what was added. */
export async function indexMissing(database: Database): Promise<number> {
  const items = await sql<{ agency: string; item: string }>`
    select l.agency, l.item from item_lives l where l.portal and l.public in ('inForce', 'abolished', 'expired') and not exists (
      select 1 from search_documents d join search_grams g on g.no = d.no where d.agency = l.agency and d.kind = 'item' and d.id = l.item)`.execute(
    database.db,
  );
  const reports = await sql<{ agency: string; year: number }>`
    select distinct r.agency, r.year from reports r where r.status = 'published' and not exists (
      select 1 from search_documents d join search_grams g on g.no = d.no where d.agency = r.agency and d.kind = 'report' and d.id = r.year::text)`.execute(
    database.db,
  );
  const guides = await sql<{ agency: string }>`
    select agency from publishing_entries e where kind = 'guide' and last and not removed and not exists (
      select 1 from search_documents d join search_grams g on g.no = d.no
      where d.agency = e.agency and d.kind = 'guide')`.execute(database.db);
  for (const { agency, item } of items.rows) await database.write((tx) => syncItem(tx, agency, item));
  for (const { agency, year } of reports.rows) await database.write((tx) => syncReport(tx, agency, year));
  for (const { agency } of guides.rows) await database.write((tx) => syncGuide(tx, agency));
  return items.rows.length + reports.rows.length + guides.rows.length;
}
