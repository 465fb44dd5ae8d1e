import { visible } from '#domain/visibility/gate.ts';
import { highlight, type Piece, snippet } from './highlight.ts';
import type { FoundDocument, FoundPage, SearchStore, Segmenter } from './ports.ts';
import { partsOf, type SearchQuery, type Term } from './query.ts';
import { ranked } from './rank.ts';
import { soundingWords } from './suggest.ts';
import { alternativesOf } from './synonyms.ts';

/** One line of a result page. */
export interface SearchHit {
  readonly agency: string;
  readonly kind: FoundDocument['kind'];
  readonly id: string;
  readonly url: string;
  readonly title: readonly Piece[];
  readonly snippet: readonly Piece[];
  readonly type: string | null;
  readonly validity: FoundDocument['validity'];
  readonly publishedAt: string;
}

export interface SearchPage {
  readonly total: number;
  /** False: about so many (see {@link FoundPage}). */
  readonly exact: boolean;
  /** From 1. */
  readonly page: number;
  readonly pages: number;
  readonly hits: readonly SearchHit[];
  /** Only where nothing was found: other words to try, and documents that have some of the words in their title. */
  readonly words: readonly string[];
  readonly near: readonly SearchHit[];
}

export const PER_PAGE = 20;
/** So many of the first matches are ranked among themselves; what follows stays newest first, so that pages are stable. */
const RANKED = 100;
const LAST_PAGE = 500;
const NEAR = 5;

export interface SearchService {
  search(query: SearchQuery, page: number, at: number): Promise<SearchPage>;
}

function hitOf(d: FoundDocument, marks: readonly string[]): SearchHit {
  return {
    agency: d.agency,
    kind: d.kind,
    id: d.id,
    url: d.url,
    title: highlight(d.title, marks),
    snippet: snippet(d.shown || d.listed.summary, marks),
    type: d.type,
    validity: d.validity,
    publishedAt: d.publishedAt,
  };
}

/** A term as it is typed and, loosely, what else it is called. */
const meant = (term: Term, query: SearchQuery): string[] =>
  term.phrase || query.mode === 'exact' ? [term.text] : alternativesOf(term.text);

/** What is marked: whole terms and, loosely, their parts and what else those are called. */
function marksOf(query: SearchQuery): string[] {
  if (query.mode === 'exact') return query.terms.map((t) => t.text);
  return query.terms.flatMap((t) => [t.text, ...(t.phrase ? [] : partsOf(t.text).flatMap(alternativesOf))]);
}

/** Finds, ranks and marks what is public; every hit passes the gate once more on its way out. */
export function searchService(store: SearchStore, segment: Segmenter): SearchService {
  const wordsOf = async (query: SearchQuery): Promise<string[]> => {
    const parts = query.terms.flatMap((t) => (t.phrase || query.mode === 'exact' ? [t.text] : partsOf(t.text).flatMap(alternativesOf)));
    const cut = await Promise.all(parts.map((p) => segment(p)));
    return [...new Set(cut.flat())].filter((w) => [...w].length > 1);
  };

  const best = async (query: SearchQuery, page: number, at: number): Promise<FoundPage> => {
    const offset = (page - 1) * PER_PAGE;
    if (query.sort === 'date' || offset >= RANKED) return store.find(query, { sort: query.sort, offset, limit: PER_PAGE });
    const found = await store.find(query, { sort: 'relevance', offset: 0, limit: RANKED });
    const terms = query.terms.flatMap((t) => meant(t, query));
    const documents = ranked(found.documents, terms, await wordsOf(query), at).slice(offset, offset + PER_PAGE);
    return { ...found, documents };
  };

  /** The same loose search cut into words, which need not stand together; null where that is no other search. */
  const apart = async (query: SearchQuery): Promise<SearchQuery | null> => {
    if (query.mode === 'exact') return null;
    const cut = await Promise.all(query.terms.map(async (t) => (t.phrase ? [t] : await cutTerm(t))));
    const terms = cut.flat();
    return terms.length > query.terms.length ? { ...query, terms } : null;
  };
  const cutTerm = async (term: Term): Promise<readonly Term[]> => {
    const cut = await Promise.all(partsOf(term.text).map((p) => segment(p)));
    const words = [...new Set(cut.flat())].filter((w) => [...w].length > 1);
    return words.length > 1 ? words.map((text) => ({ text, phrase: false })) : [term];
  };

  const near = async (query: SearchQuery, at: number): Promise<Pick<SearchPage, 'words' | 'near'>> => {
    const words = await wordsOf(query);
    const sounding = await Promise.all(query.terms.map((t) => soundingWords(store, t.text)));
    const found = await store.findAny(words, query, RANKED);
    const documents = ranked(
      found.documents.filter((d) => visible(d, null)),
      [],
      words,
      at,
    ).slice(0, NEAR);
    return { words: [...new Set(sounding.flat())], near: documents.map((d) => hitOf(d, words)) };
  };

  return {
    async search(query, wanted, at) {
      const page = Math.min(Math.max(1, Math.trunc(wanted) || 1), LAST_PAGE);
      const first = await best(query, page, at);
      const looser = first.total === 0 && query.terms.length > 0 ? await apart(query) : null;
      const found = looser ? await best(looser, page, at) : first;
      const marks = marksOf(found.total > 0 && looser ? looser : query);
      const hits = found.documents.filter((d) => visible(d, null)).map((d) => hitOf(d, marks));
      const none = found.total === 0 && query.terms.length > 0;
      return {
        total: found.total,
        exact: found.exact,
        page,
        pages: Math.min(LAST_PAGE, Math.max(1, Math.ceil(found.total / PER_PAGE))),
        hits,
        ...(none ? await near(query, at) : { words: [], near: [] }),
      };
    },
  };
}
