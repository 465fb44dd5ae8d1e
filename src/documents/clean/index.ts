export { cleanHtml, PageTooLarge } from './cleanHtml.ts';
export { docxApart } from './docxApart.ts';
export { pageText, plainText } from './plainText.ts';
