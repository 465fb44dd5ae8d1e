import type { Reading } from '#domain/report/model.ts';
import { readPieces } from '../assemble.ts';
import { type Block, piecesOfBlocks } from '../blocks.ts';
import { ReadingStopped } from '../fault.ts';
import type { Unreadable } from '../unreadable.ts';
import { latticesOf } from './lattice.ts';
import { openPdf } from './open.ts';
import { type PageItem, pageItems } from './page.ts';
import { blocksOfPages } from './paragraphs.ts';
import { rulesOf } from './rules.ts';
import { wordsOf } from './words.ts';

const MOST_PAGES = 120;
/** Fewer characters a page than this, with pictures, is a scan. */
const FEWEST_CHARACTERS = 40;

/** Blocks of a PDF: ruled tables as grids, the rest as paragraphs. Throws `ReadingStopped`. */
export async function pdfBlocks(bytes: Uint8Array): Promise<Block[]> {
  const pdf = await openPdf(bytes);
  try {
    if (pdf.numPages > MOST_PAGES)
      throw new ReadingStopped('tooLarge', `PDF有${pdf.numPages}页，超过${MOST_PAGES}页，不像一份年报；请只提供年报本身。`);
    const pages: PageItem[][] = [];
    let characters = 0;
    let pictures = 0;
    for (let n = 1; n <= pdf.numPages; n++) {
      const page = await pdf.getPage(n);
      const words = await wordsOf(page);
      const drawn = await rulesOf(page);
      characters += words.reduce((sum, w) => sum + w.text.length, 0);
      pictures += drawn.pictures;
      pages.push(pageItems(words, latticesOf(drawn.rules)));
      page.cleanup();
    }
    if (characters < FEWEST_CHARACTERS * pdf.numPages && (pictures > 0 || characters === 0))
      throw new ReadingStopped('scanned', '这份PDF是扫描件或图片，没有可读的文字；请提供Word原件或带文字的PDF。');
    return blocksOfPages(pages);
  } finally {
    await pdf.loadingTask.destroy();
  }
}

/** Reads a report from a PDF. */
export async function readPdf(bytes: Uint8Array): Promise<Reading | Unreadable> {
  return readPieces(piecesOfBlocks(await pdfBlocks(bytes)));
}
