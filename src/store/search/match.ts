import { type RawBuilder, sql } from 'kysely';
import type { SearchFilter, SearchQuery, Term } from '#domain/search/query.ts';
import { partsOf } from '#domain/search/query.ts';
import { inPinyin, inText, inTitle } from './grams.ts';

const LATIN = /^[a-z0-9]{2,}$/;

/** One condition on the index, with what the index alone cannot tell. */
interface Match {
  /** Literal of a tsquery. */
  readonly grams: string;
  readonly title: string;
  readonly verified: RawBuilder<boolean> | null;
}

/** Pairs of neighbours tell a term of one or two characters wholly; a longer one may only have its pairs apart. */
function together(term: string): Match {
  return {
    grams: inText(term),
    title: inTitle(term),
    verified: [...term].length > 2 ? sql<boolean>`position(${term} in folded) > 0` : null,
  };
}

/** Latin letters may be the text's own or the pinyin of its title. */
function typedInLatin(part: string): Match {
  return {
    grams: `((${inText(part)}) | (${inPinyin(part)}))`,
    title: `((${inTitle(part)}) | (${inPinyin(part)}))`,
    verified: sql<boolean>`(position(${part} in folded) > 0 or position(${part} in pinyin) > 0)`,
  };
}

function matchesOf(term: Term, mode: SearchQuery['mode']): Match[] {
  if (mode === 'exact' || term.phrase) return [together(term.text)];
  return partsOf(term.text).map((part) =>
    LATIN.test(part) ? typedInLatin(part) : { grams: inText(part), title: inTitle(part), verified: null },
  );
}

/** The conditions that a document shown to the public meets. */
export interface Matching {
  /** Null: anything, only the filters decide. */
  readonly grams: string | null;
  readonly title: string | null;
  /** What the index and the columns tell. */
  readonly where: RawBuilder<unknown>;
  /** What only the text itself tells; null: nothing more. */
  readonly verified: RawBuilder<unknown> | null;
}

/** Conditions on columns; the first is the gate's: what is not public is not in the index, and would not be found in it. */
export function filtered(filter: SearchFilter): RawBuilder<unknown>[] {
  const all: RawBuilder<unknown>[] = [sql`visibility = 'public'`];
  if (filter.agency !== undefined) all.push(sql`agency = ${filter.agency}`);
  if (filter.column !== undefined) all.push(sql`${filter.column} = any(columns)`);
  if (filter.year !== undefined) all.push(sql`year = ${filter.year}`);
  if (filter.type !== undefined) all.push(sql`type = ${filter.type}`);
  if (filter.validity !== undefined) all.push(sql`validity = ${filter.validity}`);
  return all;
}

/** What a search asks of the index. */
export function matching(query: SearchQuery): Matching {
  const matches = query.terms.flatMap((t) => matchesOf(t, query.mode));
  const grams = matches.length > 0 ? matches.map((m) => m.grams).join(' & ') : null;
  const title = matches.length > 0 ? matches.map((m) => m.title).join(' & ') : null;
  const conditions = [...(grams === null ? [] : [sql`grams @@ ${grams}::tsquery`]), ...filtered(query.filter)];
  const verified = matches.flatMap((m) => (m.verified ? [m.verified] : []));
  return {
    grams,
    title,
    where: sql.join(conditions, sql` and `),
    verified: verified.length > 0 ? sql.join(verified, sql` and `) : null,
  };
}
