import type { Listed, SearchDocument } from './document.ts';
import type { SearchQuery, SearchSort } from './query.ts';

/** The key of a thing that is searched. */
export type SearchKey = Pick<SearchDocument, 'agency' | 'kind' | 'id'>;

/** A found thing, before its words are marked. */
export interface FoundDocument {
  readonly agency: string;
  readonly kind: SearchDocument['kind'];
  readonly id: string;
  readonly visibility: SearchDocument['visibility'];
  readonly url: string;
  readonly title: string;
  readonly listed: Listed;
  readonly type: string | null;
  readonly reprint: boolean;
  readonly validity: SearchDocument['validity'];
  readonly publishedAt: string;
  /** Body and attachments, as read, up to a bound. */
  readonly shown: string;
}

export interface FoundPage {
  /** All that match, whatever page is shown. */
  readonly total: number;
  /** False: there are very many, and `total` counts a few that only nearly match; what is shown always matches. */
  readonly exact: boolean;
  readonly documents: readonly FoundDocument[];
}

/** Which of the matches are wanted. By `relevance` those with every word in the title come first, each group newest first. */
export interface Window {
  readonly sort: SearchSort;
  readonly offset: number;
  readonly limit: number;
}

/** Finds what is public. */
export interface SearchStore {
  find(query: SearchQuery, window: Window): Promise<FoundPage>;
  /** The same for documents with any of the words: what is offered when nothing has them all. */
  findAny(words: readonly string[], within: Pick<SearchQuery, 'filter' | 'without'>, limit: number): Promise<FoundPage>;
  /** Titles whose pinyin is near what was typed. */
  titlesLike(typed: string, limit: number): Promise<readonly string[]>;
}

/** Cuts a text into words; used to rank and to suggest, and for a loose search that found nothing as it was typed. */
export type Segmenter = (text: string) => Promise<readonly string[]>;
