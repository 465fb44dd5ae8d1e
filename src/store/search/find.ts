import { type RawBuilder, sql } from 'kysely';
import type { Window } from '#domain/search/ports.ts';
import type { Matching } from './match.ts';

/** How far is read. What is found is the same for any bounds. */
export interface Bounds {
  /** Up to so many candidates are read to tell how many there are; of more, those shown are read, and the number is an upper bound. */
  readonly verified: number;
  /** A page is looked for among so many of the newest documents first: there lies that of a frequent word, and the rest needs no sorting. */
  readonly newest: number;
}

const ORDER = sql`titled desc, at desc, no desc`;

/**
 * Number, date and whether every word is in the title, of what the index tells. `offset 0` keeps the planner from walking the dates instead and
 * unpacking every document's grams on the way.
 */
function candidates({ grams, title }: Matching, byTitle: boolean, condition: RawBuilder<unknown>): RawBuilder<unknown> {
  const titled = byTitle && title !== null ? sql`no in (select no from search_grams where grams @@ ${title}::tsquery)` : sql`false`;
  return sql`select no, published_at as at, ${titled} as titled from search_grams where ${indexed(grams)} and ${condition} offset 0`;
}

const indexed = (grams: string | null): RawBuilder<unknown> => (grams === null ? sql`true` : sql`grams @@ ${grams}::tsquery`);

/** Counts what the index tells and, for a list by date, notes the newest of it on the way. */
function counted({ grams }: Matching, newest: number): RawBuilder<unknown> {
  const isNew = sql`filter (where published_at > (select coalesce((select published_at from search_grams order by published_at desc
    offset ${newest} limit 1), '-infinity')))`;
  return sql`select count(*) as total, array_agg(no) ${isNew} as nos, array_agg(published_at) ${isNew} as dates
    from search_grams where ${indexed(grams)}`;
}

/**
 * One statement for how many there are (`total`, `exact`) and the numbers of one page (`page`). Few candidates are all read to count
 * what matches; of more only those of the page are read, and the total counts candidates. Branches that are not wanted do not run.
 */
export function found(matching: Matching, { sort, offset, limit }: Window, bounds: Bounds): RawBuilder<unknown> {
  const { verified } = matching;
  const byTitle = sort === 'relevance' && matching.title !== null;
  const holds = verified ? sql`(select ${verified} from search_texts t where t.no = c.no)` : sql`true`;
  const first = byTitle
    ? sql`select no, published_at as at, true as titled from search_grams where ${indexed(matching.title)} offset 0`
    : sql`select u.no, u.at, false as titled from counted, unnest(nos, dates) as u (no, at)`;
  const part = sql`order by ${ORDER} limit ${limit} offset ${offset}`;
  // The texts are read in the order of the page, and no more of them than it takes.
  const readIn = (rows: RawBuilder<unknown>) =>
    sql`select * from (select * from (${rows}) r order by ${ORDER}) c where ${holds} limit ${limit} offset ${offset}`;
  return sql`counted as materialized (${counted(matching, bounds.newest)}),
    few as materialized (select ${verified ? sql`total <= ${bounds.verified}` : sql`false`} as yes from counted),
    hits as materialized (select * from (${candidates(matching, byTitle, sql`(select yes from few)`)}) c where ${holds}),
    first as materialized (${readIn(sql`select * from (${first}) f where not (select yes from few)`)}),
    page as (
      (select * from hits ${part})
      union all select * from first where (select count(*) from first) = ${limit}
      union all (${readIn(candidates(matching, byTitle, sql`not (select yes from few) and (select count(*) from first) < ${limit}`))})),
    found as (select case when (select yes from few) then (select count(*) from hits) else (select total from counted) end as total,
      ${verified ? sql`(select yes from few)` : sql`true`} as exact)`;
}

/** The order of a page's rows. */
export const pageOrder = sql`page.titled desc, page.at desc, page.no desc`;
