import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { fold } from '#domain/search/fold.ts';
import { type SearchDocument, type SearchQuery, termsOf } from '#domain/search/index.ts';
import { openDatabase } from '#store/database.ts';
import { searchStore, writeDocuments } from '#store/search/index.ts';
import type { BenchResult } from './result.ts';
import { corpus, QUERIES } from './searching/corpus.ts';
import { haveGroonga, openGroonga } from './searching/groonga.ts';

const DOCUMENTS = Number(process.env['BENCH_DOCUMENTS'] ?? 200_000);
const ROUNDS = 7;
const BATCH = 1000;

const WINDOW = { sort: 'date', offset: 0, limit: 20 } as const;

function exactly(typed: string): SearchQuery {
  return { terms: termsOf(typed), mode: 'exact', sort: 'date', filter: {} };
}

/** How many documents contain each query, counted without any index. */
type Oracle = Map<string, number>;

function note(oracle: Oracle, d: SearchDocument): void {
  const text = [d.title, d.listed.index, d.listed.documentNumber, d.body].map(fold).join('\n');
  for (const q of QUERIES) if (text.includes(fold(q))) oracle.set(q, (oracle.get(q) ?? 0) + 1);
}

/** The documents in a database of their own; as groonga, the index is made after the data. */
async function openOurs(make: (i: number) => SearchDocument) {
  const folder = await mkdtemp(join(tmpdir(), 'bench-search-'));
  await chmod(folder, 0o711);
  const database = await openDatabase({ data: join(folder, 'data') });
  const oracle: Oracle = new Map();
  await sql`drop index search_grams_grams`.execute(database.db);
  for (let i = 0; i < DOCUMENTS; i += BATCH) {
    const batch = Array.from({ length: Math.min(BATCH, DOCUMENTS - i) }, (_, j) => make(i + j));
    for (const d of batch) note(oracle, d);
    await database.write((tx) => writeDocuments(tx, batch));
  }
  await database.db.connection().execute(async (own) => {
    await sql`set maintenance_work_mem = '1GB'`.execute(own);
    await sql`create index search_grams_grams on search_grams using gin (grams) with (fastupdate = off)`.execute(own);
  });
  for (const table of ['search_documents', 'search_grams', 'search_texts'])
    await sql`vacuum analyze ${sql.table(table)}`.execute(database.db);
  const close = async (): Promise<void> => {
    await database.close();
    await rm(folder, { recursive: true, force: true });
  };
  return { store: searchStore(database), oracle, close };
}

async function milliseconds(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

/** Exact search over 200,000 documents, the newest twenty and how many there are, against groonga's bigram index over the same folded texts. */
export async function benchSearch(): Promise<BenchResult> {
  if (!(await haveGroonga())) throw new Error('groonga is not here and apt could not bring it: nothing was measured');
  const make = corpus(DOCUMENTS);
  const ours = await openOurs(make);
  const groonga = await openGroonga(DOCUMENTS, make);
  const rounds: { ours: number; base: number }[] = [];
  try {
    for (const q of QUERIES) {
      const [found, theirs] = [await ours.store.find(exactly(q), WINDOW), await groonga.search(q)];
      const wanted = ours.oracle.get(q) ?? 0;
      if (found.exact ? found.total !== wanted : found.total < wanted) throw new Error(`${q}: ${found.total} found, ${wanted} there`);
      process.stdout.write(`${q}: ${wanted} there, ${found.exact ? '' : 'about '}${found.total} found, groonga ${theirs}\n`);
    }
    for (let round = 0; round < ROUNDS; round++) {
      let [sum, base] = [0, 0];
      for (const q of QUERIES) {
        base += await milliseconds(() => groonga.search(q));
        sum += await milliseconds(() => ours.store.find(exactly(q), WINDOW));
      }
      rounds.push({ ours: sum / QUERIES.length, base: base / QUERIES.length });
    }
  } finally {
    await groonga.close();
    await ours.close();
  }
  return {
    name: `exact search, mean of ${QUERIES.length} queries over ${DOCUMENTS} documents`,
    unit: 'ms',
    rounds,
    goal: '≤ 2 × groonga bigram',
  };
}
