import { type RawBuilder, sql } from 'kysely';
import type { FoundDocument, FoundPage, SearchStore, Window } from '#domain/search/ports.ts';
import type { SearchFilter, SearchQuery } from '#domain/search/query.ts';
import type { Database, Db } from '../database.ts';
import { inPinyin, inTitle } from './grams.ts';
import { filtered, matching } from './match.ts';

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
  line: { url: string; title: string; listed: FoundDocument['listed'] };
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

/** Up to so many candidates are read to tell how many there are; of more, those shown are read, and the number is an upper bound. */
const VERIFIED = 1000;

interface Reach {
  readonly db: Db;
  readonly indexed: Db | null;
  readonly most: number;
}

/** A query for candidates (place, published_at …), how they are ordered, and what is still to be read in their text. */
interface Candidates {
  readonly select: RawBuilder<unknown>;
  readonly order: RawBuilder<unknown>;
  readonly verified: RawBuilder<unknown> | null;
}

/**
 * Candidates are places in the table and a date: narrow, so that counting and sorting all of them is cheap; texts are read for one page
 * only, and for verifying. Two branches, of which one runs: few candidates are verified and counted, of many only as many as are shown.
 */
async function run(reach: Reach, { select, order, verified }: Candidates, window: Window): Promise<FoundPage> {
  const { most } = reach;
  const part = sql`limit ${window.limit} offset ${window.offset}`;
  const holds = sql`(select ${verified ?? sql`true`} from search_documents v where v.ctid = c.place)`;
  const hits = verified
    ? sql`candidates as materialized (${select}), few as (select count(*) <= ${most} as yes from candidates),
      hits as materialized (select * from candidates c where (select yes from few) and ${holds}),
      chosen as (
        (select place from hits order by ${order} ${part})
        union all
        (select place from (select * from candidates order by ${order}) c where not (select yes from few) and ${holds} ${part})),
      found as (select case when (select yes from few) then (select count(*) from hits) else (select count(*) from candidates) end as total,
        (select yes from few) as exact)`
    : sql`hits as materialized (${select}), chosen as (select place from hits order by ${order} ${part}),
      found as (select (select count(*) from hits) as total, true as exact)`;
  const rows = await byIndex(
    reach,
    sql<FoundRow>`with ${hits}, page as (select place, row_number() over () as n from chosen)
      select found.total, found.exact, ${COLUMNS}
      from found left join page on true left join search_documents d on d.ctid = page.place
      order by page.n`,
  );
  return pageOf(rows);
}

const NEWEST = sql`published_at desc, place desc`;
const PLACES = sql`select ctid as place, published_at from search_documents`;

function find(reach: Reach, query: SearchQuery, window: Window): Promise<FoundPage> {
  const { grams, title, where, verified } = matching(query);
  if (window.sort === 'date' || grams === null)
    return run(reach, { select: sql`${PLACES} where ${where}`, order: NEWEST, verified }, window);
  const select = sql`
    select h.place, h.published_at, t.place is not null as titled
    from (${PLACES} where ${where}) as h
    left join (select ctid as place from search_documents where grams @@ ${title}::tsquery) as t on t.place = h.place`;
  return run(reach, { select, order: sql`titled desc, ${NEWEST}`, verified }, window);
}

function findAny(reach: Reach, words: readonly string[], filter: SearchFilter, limit: number): Promise<FoundPage> {
  const any = words.map((w) => `(${inTitle(w)})`).join(' | ');
  const where = sql.join([sql`grams @@ ${any}::tsquery`, ...filtered(filter)], sql` and `);
  const select = sql`${PLACES} where ${where}`;
  return run(reach, { select, order: NEWEST, verified: null }, { sort: 'date', offset: 0, limit });
}

async function titlesLike(db: Db, typed: string, limit: number): Promise<string[]> {
  const { rows } = await sql<{ title: string }>`
    select line->>'title' as title from search_documents
    where grams @@ ${inPinyin(typed)}::tsquery and position(${typed} in pinyin) > 0 and visibility = 'public'
    order by published_at desc limit ${limit}`.execute(db);
  return rows.map((r) => r.title);
}

/** The search over what is public. `most`: up to so many candidates are read to tell exactly how many match. */
export function searchStore(database: Database, most = VERIFIED): SearchStore {
  const reach: Reach = { db: database.replica, indexed: database.indexed ?? null, most };
  return {
    find: (query, window) => find(reach, query, window),
    findAny: async (words, filter, limit) =>
      words.length === 0 ? { total: 0, exact: true, documents: [] } : findAny(reach, words, filter, limit),
    titlesLike: (typed, limit) => titlesLike(database.replica, typed, limit),
  };
}
