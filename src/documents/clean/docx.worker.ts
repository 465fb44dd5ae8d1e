import { answer } from '../apart.ts';
import { docxToPage } from './docx.ts';

// Turns one Word file into a page for `docxApart.ts`.
answer(docxToPage);
