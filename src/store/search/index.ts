export { readAttachments } from './attachments.ts';
export { publicCatalogue } from './catalogue.ts';
export { indexMissing } from './missing.ts';
export { publicItems } from './publicItems.ts';
export { segment } from './segment.ts';
export { searchStore } from './store.ts';
export { indexDocument, removeDocument, writeDocuments } from './write.ts';
