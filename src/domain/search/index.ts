export type { SearchAttachment, SearchDocument, SearchKind } from './document.ts';
export { LONGEST_TEXT } from './document.ts';
export { fold } from './fold.ts';
export type { Piece } from './highlight.ts';
export type { SearchIndexer, SearchKey, SearchStore, Segmenter } from './ports.ts';
export type { SearchFilter, SearchMode, SearchQuery, SearchSort, SearchValidity, Term } from './query.ts';
export { termsOf } from './query.ts';
export type { SearchHit, SearchPage, SearchService } from './search.ts';
export { PER_PAGE, searchService } from './search.ts';
