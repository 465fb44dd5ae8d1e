export { type ReadText, readAttachments } from './attachments.ts';
export { publicCatalogue } from './catalogue.ts';
export { syncItem } from './items.ts';
export { indexMissing } from './missing.ts';
export { publicItems } from './publicItems.ts';
export { syncReport } from './reports.ts';
export { segment } from './segment.ts';
export { searchStore } from './store.ts';
export { indexDocument, removeDocument, searchIndexer, writeDocuments } from './write.ts';
