export { segment } from './segment.ts';
export { searchStore } from './store.ts';
export { indexDocument, removeDocument, searchIndexer, writeDocuments } from './write.ts';
