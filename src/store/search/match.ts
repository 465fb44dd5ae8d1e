import { type RawBuilder, sql } from 'kysely';
import type { SearchFilter, SearchQuery, Term } from '#domain/search/query.ts';
import { partsOf } from '#domain/search/query.ts';
import { alternativesOf } from '#domain/search/synonyms.ts';
import { inFilter, inPinyin, inText, inTitle } from './grams.ts';

const LATIN = /^[a-z0-9]{2,}$/;

/** One condition on the index, with what the index alone cannot tell. */
interface Match {
  /** Literal of a tsquery. */
  readonly grams: string;
  readonly title: string;
  readonly verified: RawBuilder<boolean> | null;
}

/** That a folded column holds a term; as a pattern, which is compared byte by byte. */
function holds(column: 'folded' | 'pinyin', term: string): RawBuilder<boolean> {
  return sql<boolean>`${sql.ref(column)} like ${`%${term.replace(/[\\%_]/g, '\\$&')}%`}`;
}

/** Pairs of neighbours tell a term of one or two characters wholly; a longer one may only have its pairs apart. */
function together(term: string): Match {
  return { grams: inText(term), title: inTitle(term), verified: [...term].length > 2 ? holds('folded', term) : null };
}

/** Latin letters may be the text's own or the pinyin of its title. */
function typedInLatin(part: string): Match {
  return {
    grams: `((${inText(part)}) | (${inPinyin(part)}))`,
    title: `((${inTitle(part)}) | (${inPinyin(part)}))`,
    verified: sql<boolean>`(${holds('folded', part)} or ${holds('pinyin', part)})`,
  };
}

/** A part or what else it is called; its pairs may stand apart. */
function loosely(part: string): Match {
  const any = (inWhat: (term: string) => string) =>
    `(${alternativesOf(part)
      .map((a) => `(${inWhat(a)})`)
      .join(' | ')})`;
  return { grams: any(inText), title: any(inTitle), verified: null };
}

function matchesOf(term: Term, mode: SearchQuery['mode']): Match[] {
  if (mode === 'exact' || term.phrase) return [together(term.text)];
  return partsOf(term.text).map((part) => (LATIN.test(part) ? typedInLatin(part) : loosely(part)));
}

/** The conditions that a document shown to the public meets. */
export interface Matching {
  /** What the index tells: literals of a tsquery; null: anything. */
  readonly grams: string | null;
  /** … of those with every word in the title; null: no word was asked. */
  readonly title: string | null;
  /** What only the text itself tells, of a row of search_texts; null: nothing more. */
  readonly verified: RawBuilder<unknown> | null;
}

/** Conditions on columns; the first is the gate's: what is not public is not in the table, and would not be listed if it were. */
export function filtered(filter: SearchFilter): RawBuilder<unknown>[] {
  const all: RawBuilder<unknown>[] = [sql`visibility = 'public'`];
  if (filter.agency !== undefined) all.push(sql`agency = ${filter.agency}`);
  if (filter.column !== undefined) all.push(sql`${filter.column} = any(columns)`);
  if (filter.year !== undefined) all.push(sql`year = ${filter.year}`);
  if (filter.type !== undefined) all.push(sql`type = ${filter.type}`);
  if (filter.validity !== undefined) all.push(sql`validity = ${filter.validity}`);
  return all;
}

const allOf = (parts: readonly string[]): string | null => parts.join(' & ') || null;

/** What a found document must be besides: what is filtered by, and without what is not wanted. */
interface Besides {
  readonly grams: readonly string[];
  readonly verified: readonly RawBuilder<boolean>[];
}

/** The index tells of one or two characters that they are not there; of more only the text does. */
export function besides({ filter, without = [] }: Pick<SearchQuery, 'filter' | 'without'>): Besides {
  const passed = inFilter(filter);
  const short = without.filter((w) => [...w].length <= 2);
  const long = without.filter((w) => [...w].length > 2);
  return {
    grams: [...short.map((w) => `!(${inText(w)})`), ...(passed === null ? [] : [passed])],
    verified: long.map((w) => sql<boolean>`not ${holds('folded', w)}`),
  };
}

/** What a search asks of the index. */
export function matching(query: SearchQuery): Matching {
  const matches = query.terms.flatMap((t) => matchesOf(t, query.mode));
  const more = besides(query);
  const verified = [...matches.flatMap((m) => (m.verified ? [m.verified] : [])), ...more.verified];
  return {
    grams: allOf([...matches.map((m) => m.grams), ...more.grams]),
    title: matches.length > 0 ? allOf([...matches.map((m) => m.title), ...more.grams]) : null,
    verified: verified.length > 0 ? sql.join(verified, sql` and `) : null,
  };
}
