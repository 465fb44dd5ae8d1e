import { type RawBuilder, sql } from 'kysely';
import type { FoundDocument, FoundPage, SearchStore, Window } from '#domain/search/ports.ts';
import type { SearchFilter, SearchQuery } from '#domain/search/query.ts';
import type { Database, Db } from '../database.ts';
import { inPinyin, inTitle } from './grams.ts';
import { filtered, matching } from './match.ts';

interface FoundRow {
  total: number;
  agency: string | null;
  kind: FoundDocument['kind'];
  id: string;
  visibility: FoundDocument['visibility'];
  type: string | null;
  validity: FoundDocument['validity'];
  published_at: Date;
  shown: { url: string; title: string; line: string; text: string };
}

/** Of a long text only the beginning leaves the database. */
const SHOWN = 6000;
const COLUMNS = sql`d.agency, d.kind, d.id, d.visibility, d.type, d.validity, d.published_at,
  jsonb_build_object('url', d.shown->'url', 'title', d.shown->'title', 'line', d.shown->'line', 'text', left(d.shown->>'text', ${sql.lit(SHOWN)})) as shown`;

function foundOf(r: FoundRow): FoundDocument {
  return {
    agency: r.agency ?? '',
    kind: r.kind,
    id: r.id,
    visibility: r.visibility,
    url: r.shown.url,
    title: r.shown.title,
    documentLine: r.shown.line,
    type: r.type,
    validity: r.validity,
    publishedAt: r.published_at.toISOString(),
    shown: r.shown.text,
  };
}

function pageOf(rows: readonly FoundRow[]): FoundPage {
  return { total: rows[0]?.total ?? 0, documents: rows.filter((r) => r.agency !== null).map(foundOf) };
}

/** A word that is nearly everywhere makes the planner read the whole table and unpack every row's grams; the index is always cheaper. */
function byIndex<T>(db: Db, query: RawBuilder<T>): Promise<readonly T[]> {
  return db.transaction().execute(async (tx) => {
    await sql`set local enable_seqscan = off`.execute(tx);
    return (await query.execute(tx)).rows;
  });
}

/** Hits are places in the table and a date: narrow, so that counting and sorting all of them is cheap; texts are read for one page only. */
async function run(db: Db, hits: RawBuilder<unknown>, order: RawBuilder<unknown>, window: Window): Promise<FoundPage> {
  const rows = await byIndex(
    db,
    sql<FoundRow>`
    with hits as materialized (${hits}),
    page as (select place, row_number() over () as n from (
      select place from hits order by ${order} limit ${window.limit} offset ${window.offset}) as chosen)
    select (select count(*) from hits) as total, ${COLUMNS}
    from (select 1) as one left join page on true left join search_documents d on d.ctid = page.place
    order by page.n`,
  );
  return pageOf(rows);
}

const NEWEST = sql`published_at desc, place desc`;

function find(db: Db, query: SearchQuery, window: Window): Promise<FoundPage> {
  const { grams, title, where } = matching(query);
  if (window.sort === 'date' || grams === null)
    return run(db, sql`select ctid as place, published_at from search_documents where ${where}`, NEWEST, window);
  const hits = sql`
    select h.ctid as place, h.published_at, t.place is not null as titled
    from (select ctid, published_at from search_documents where ${where}) as h
    left join (select ctid as place from search_documents where grams @@ ${title}::tsquery) as t on t.place = h.ctid`;
  return run(db, hits, sql`titled desc, ${NEWEST}`, window);
}

function findAny(db: Db, words: readonly string[], filter: SearchFilter, limit: number): Promise<FoundPage> {
  const any = words.map((w) => `(${inTitle(w)})`).join(' | ');
  const where = sql.join([sql`grams @@ ${any}::tsquery`, ...filtered(filter)], sql` and `);
  const window: Window = { sort: 'date', offset: 0, limit };
  return run(db, sql`select ctid as place, published_at from search_documents where ${where}`, NEWEST, window);
}

async function titlesLike(db: Db, typed: string, limit: number): Promise<string[]> {
  const { rows } = await sql<{ title: string }>`
    select shown->>'title' as title from search_documents
    where grams @@ ${inPinyin(typed)}::tsquery and position(${typed} in pinyin) > 0 and visibility = 'public'
    order by published_at desc limit ${limit}`.execute(db);
  return rows.map((r) => r.title);
}

/** The search over what is public. */
export function searchStore(database: Database): SearchStore {
  return {
    find: (query, window) => find(database.replica, query, window),
    findAny: async (words, filter, limit) =>
      words.length === 0 ? { total: 0, documents: [] } : findAny(database.replica, words, filter, limit),
    titlesLike: (typed, limit) => titlesLike(database.replica, typed, limit),
  };
}
