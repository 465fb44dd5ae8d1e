import WordExtractor from 'word-extractor';
import { plainText } from '../clean/plainText.ts';
import { decodeText } from '../reading/decode.ts';
import { openPdf } from '../reading/pdf/open.ts';
import { ZipFile } from '../reading/zip.ts';
import { type BoundedText, bounded } from './bounded.ts';
import { docxText, pptxText, xlsxText } from './office.ts';

/** What was read out of a file. `none`: there is no text of a kind that can be read; `failed`: it is broken, locked or too heavy. */
export interface FileText {
  readonly text: string;
  readonly state: 'read' | 'clipped' | 'none' | 'failed';
}

const MOST_BYTES = 200_000_000;
const MOST_PAGES = 400;

async function pdfText(bytes: Uint8Array, into: BoundedText): Promise<void> {
  const document = await openPdf(bytes);
  try {
    for (let n = 1; n <= Math.min(document.numPages, MOST_PAGES); n++) {
      const page = await document.getPage(n);
      const content = await page.getTextContent();
      for (const item of content.items) if ('str' in item) into.add(item.hasEOL ? `${item.str}\n` : item.str);
      into.add('\n');
      page.cleanup();
    }
  } finally {
    await document.loadingTask.destroy();
  }
}

async function docText(bytes: Uint8Array, into: BoundedText): Promise<void> {
  const document = await new WordExtractor().extract(Buffer.from(bytes));
  into.add(document.getBody());
}

type Reader = (bytes: Uint8Array, into: BoundedText) => void | Promise<void>;

function zipReader(bytes: Uint8Array): Reader | null {
  const zip = new ZipFile(bytes, MOST_BYTES);
  if (zip.entry('word/document.xml')) return (_, into) => docxText(zip, into);
  if (zip.entry('xl/workbook.xml')) return (_, into) => xlsxText(zip, into);
  return zip.entry('ppt/presentation.xml') ? (_, into) => pptxText(zip, into) : null;
}

/** How a file is read, by what it is and not by what it is called; a plain text only by its name. */
function readerOf(bytes: Uint8Array, name: string): Reader | null {
  const head = Buffer.from(bytes.subarray(0, 8));
  if (head.includes('%PDF')) return pdfText;
  if (head.toString('latin1', 0, 2) === 'PK') return zipReader(bytes);
  if (head.toString('hex', 0, 4) === 'd0cf11e0')
    return Buffer.from(bytes).includes(Buffer.from('WordDocument', 'utf16le')) ? docText : null;
  if (/\.(?:txt|csv)$/i.test(name)) return (b, into) => into.add(decodeText(b));
  return /\.html?$/i.test(name) ? (b, into) => into.add(plainText(decodeText(b))) : null;
}

/** Reads the text of a file here; `textOfFile` does so in a thread that can be ended. */
export async function extractHere(bytes: Uint8Array, name: string): Promise<FileText> {
  try {
    const read = readerOf(bytes, name);
    if (!read) return { text: '', state: 'none' };
    const { text, clipped } = await bounded((into) => read(bytes, into));
    return { text: text.toWellFormed().replaceAll('\0', ''), state: clipped ? 'clipped' : 'read' };
  } catch {
    return { text: '', state: 'failed' };
  }
}
