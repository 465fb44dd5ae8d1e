import { type Kysely, sql } from 'kysely';
import { type Migration, Migrator } from 'kysely/migration';
import { PlainFault } from '#lib/fault.ts';
import { agenciesAndPeople } from './0001-agencies-and-people.ts';
import { events } from './0002-events.ts';
import { registers } from './0003-registers.ts';
import { facts } from './0004-facts.ts';
import { reports } from './0005-reports.ts';
import { publishingItems } from './0010-publishing-items.ts';
import { publishingEntries } from './0011-publishing-entries.ts';
import { search } from './0020-search.ts';
import { searchGrams } from './0021-search-grams.ts';
import { checks } from './0030-checks.ts';
import { checkReports } from './0031-check-reports.ts';
import { inspections } from './0040-inspections.ts';
import { searchLines } from './0041-search-lines.ts';
import { siteVisits } from './0043-site-visits.ts';

/** In order; one that was released is never changed, only followed by another. */
const STEPS: Readonly<Record<string, string>> = {
  '0001-agencies-and-people': agenciesAndPeople,
  '0002-events': events,
  '0003-registers': registers,
  '0004-facts': facts,
  '0005-reports': reports,
  '0010-publishing-items': publishingItems,
  '0011-publishing-entries': publishingEntries,
  '0020-search': search,
  '0021-search-grams': searchGrams,
  '0030-checks': checks,
  '0031-check-reports': checkReports,
  '0040-inspections': inspections,
  '0041-search-lines': searchLines,
  '0043-site-visits': siteVisits,
};

/** The database was made by a newer version of the product. */
export class NewerDatabase extends PlainFault {}

const MIGRATING = 8;

function migrations(): Record<string, Migration> {
  const step = (text: string): Migration => ({ up: async (db) => void (await sql.raw(text).execute(db)) });
  return Object.fromEntries(Object.entries(STEPS).map(([name, text]) => [name, step(text)]));
}

/** Brings the tables up to date, one process at a time, all or nothing. */
export async function migrate(db: Kysely<unknown>): Promise<void> {
  await db.connection().execute(async (own) => {
    await sql`select pg_advisory_lock(${MIGRATING})`.execute(own);
    try {
      const migrator = new Migrator({ db: own, provider: { getMigrations: async () => migrations() }, allowUnorderedMigrations: true });
      const { error } = await migrator.migrateToLatest();
      if (!error) return;
      if (/previously executed migration .* is missing/.test(String(error)))
        throw new NewerDatabase('数据库由更新版本的程序建立或升级过，本版本不能使用。请换用新版本的程序。', { cause: error });
      throw error;
    } finally {
      await sql`select pg_advisory_unlock(${MIGRATING})`.execute(own);
    }
  });
}
