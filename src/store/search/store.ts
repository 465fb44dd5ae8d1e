import { type RawBuilder, sql } from 'kysely';
import type { FoundDocument, FoundPage, SearchStore, Window } from '#domain/search/ports.ts';
import type { SearchQuery } from '#domain/search/query.ts';
import type { Database, Db } from '../database.ts';
import { type Bounds, found, pageOrder } from './find.ts';
import { inPinyin, inTitle } from './grams.ts';
import { besides, type Matching, matching } from './match.ts';

interface FoundRow {
  total: number;
  exact: boolean;
  agency: string | null;
  kind: FoundDocument['kind'];
  id: string;
  visibility: FoundDocument['visibility'];
  type: string | null;
  validity: FoundDocument['validity'];
  published_at: Date;
  line: { url: string; title: string; listed: FoundDocument['listed']; reprint?: boolean };
  shown: string;
}

/** Of a long text only the beginning leaves the database. */
const SHOWN = 6000;
const COLUMNS = sql`d.agency, d.kind, d.id, d.visibility, d.type, d.validity, d.published_at, d.line,
  left(d.shown, ${sql.lit(SHOWN)}) as shown`;

function foundOf(r: FoundRow): FoundDocument {
  return {
    agency: r.agency ?? '',
    kind: r.kind,
    id: r.id,
    visibility: r.visibility,
    url: r.line.url,
    title: r.line.title,
    listed: r.line.listed,
    type: r.type,
    reprint: r.line.reprint === true,
    validity: r.validity,
    publishedAt: r.published_at.toISOString(),
    shown: r.shown,
  };
}

function pageOf(rows: readonly FoundRow[]): FoundPage {
  return { total: rows[0]?.total ?? 0, exact: rows[0]?.exact ?? true, documents: rows.filter((r) => r.agency !== null).map(foundOf) };
}

/** A word that is nearly everywhere makes the planner read the whole table and unpack every row's grams; the index is always cheaper. */
async function byIndex<T>({ db, indexed }: Reach, query: RawBuilder<T>): Promise<readonly T[]> {
  if (indexed) return (await query.execute(indexed)).rows;
  return db.transaction().execute(async (tx) => {
    await sql`set local enable_seqscan = off`.execute(tx);
    return (await query.execute(tx)).rows;
  });
}

const BOUNDS: Bounds = { verified: 3000, newest: 2000 };

interface Reach {
  readonly db: Db;
  readonly indexed: Db | null;
  readonly bounds: Bounds;
}

async function find(reach: Reach, asked: Matching, window: Window): Promise<FoundPage> {
  const rows = await byIndex(
    reach,
    sql<FoundRow>`with ${found(asked, window, reach.bounds)}
      select found.total, found.exact, ${COLUMNS}
      from found left join page on true left join search_documents d on d.no = page.no
      order by ${pageOrder}`,
  );
  return pageOf(rows);
}

/** Documents with any of the words in their title. */
function anyOf(words: readonly string[], within: Pick<SearchQuery, 'filter' | 'without'>): Matching {
  const any = `(${words.map((w) => `(${inTitle(w)})`).join(' | ')})`;
  const { grams, verified } = besides(within);
  return { grams: [any, ...grams].join(' & '), title: null, verified: verified.length > 0 ? sql.join(verified, sql` and `) : null };
}

async function titlesLike(db: Db, typed: string, limit: number): Promise<string[]> {
  const { rows } = await sql<{ title: string }>`
    select d.line->>'title' as title
    from search_grams g join search_texts t on t.no = g.no join search_documents d on d.no = g.no
    where g.grams @@ ${inPinyin(typed)}::tsquery and position(${typed} in t.pinyin) > 0 and d.visibility = 'public'
    order by g.published_at desc limit ${limit}`.execute(db);
  return rows.map((r) => r.title);
}

/** The search over what is public. */
export function searchStore(database: Database, bounds: Bounds = BOUNDS): SearchStore {
  const reach: Reach = { db: database.replica, indexed: database.indexed ?? null, bounds };
  return {
    find: (query, window) => find(reach, matching(query), window),
    findAny: async (words, within, limit) =>
      words.length === 0 ? { total: 0, exact: true, documents: [] } : find(reach, anyOf(words, within), { sort: 'date', offset: 0, limit }),
    titlesLike: (typed, limit) => titlesLike(database.replica, typed, limit),
  };
}
