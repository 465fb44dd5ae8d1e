export { cleanHtml, PageTooLarge } from './cleanHtml.ts';
export { docxToPage } from './docx.ts';
export { pageText, plainText } from './plainText.ts';
