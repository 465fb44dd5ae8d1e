import { parentPort } from 'node:worker_threads';
import { docxToPage } from './docx.ts';

// Turns one Word file into a page for `docxApart.ts`, in a thread that can be ended.
parentPort?.on('message', (bytes: Uint8Array) => {
  try {
    parentPort?.postMessage(docxToPage(bytes));
  } catch {
    parentPort?.postMessage(null);
  }
});
