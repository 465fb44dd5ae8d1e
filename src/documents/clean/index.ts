export { type CleanPage, cleanHtml, PageTooLarge } from './cleanHtml.ts';
export { docxToPage } from './docx.ts';
export { pageText, plainText } from './plainText.ts';
export type { PageImage } from './read.ts';
export type { Removed } from './removed.ts';
