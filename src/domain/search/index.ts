export type { ColumnCount, LineCursor, LinePage, PublicLine, ShownLine } from './catalogue.ts';
export { VILLAGE } from './catalogue.ts';
export { publicChanges } from './changes.ts';
export type { SearchDocument } from './document.ts';
export type { Piece } from './highlight.ts';
export type { SearchQuery } from './query.ts';
export { readTyped, termsOf } from './query.ts';
export type { SearchHit, SearchPage } from './search.ts';
export { searchService } from './search.ts';
