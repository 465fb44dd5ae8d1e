import type { Reading } from '#domain/report/model.ts';
import { readPieces } from '../assemble.ts';
import { piecesOfBlocks } from '../blocks.ts';
import { ReadingStopped } from '../fault.ts';
import { isUnreadable, type Unreadable } from '../unreadable.ts';
import { gutterOf, mergeHalves } from './halves.ts';
import { latticesOf } from './lattice.ts';
import { openPdf } from './open.ts';
import { pageItems } from './page.ts';
import { blocksOfPages } from './paragraphs.ts';
import { type Rule, rulesOf } from './rules.ts';
import { type Word, wordsOf } from './words.ts';

const MOST_PAGES = 120;
/** Fewer characters a page than this, with pictures, is a scan. */
const FEWEST_CHARACTERS = 40;

interface Page {
  readonly words: Word[];
  readonly rules: Rule[];
  readonly gutter: number | null;
}

async function pagesOf(bytes: Uint8Array): Promise<Page[]> {
  const pdf = await openPdf(bytes);
  try {
    if (pdf.numPages > MOST_PAGES)
      throw new ReadingStopped('tooLarge', `PDF有${pdf.numPages}页，超过${MOST_PAGES}页，不像一份年报；请只提供年报本身。`);
    const pages: Page[] = [];
    let characters = 0;
    let pictures = 0;
    for (let n = 1; n <= pdf.numPages; n++) {
      const page = await pdf.getPage(n);
      const words = await wordsOf(page);
      const drawn = await rulesOf(page);
      characters += words.reduce((sum, w) => sum + w.text.length, 0);
      pictures += drawn.pictures;
      pages.push({ words, rules: drawn.rules, gutter: gutterOf(words, page.getViewport({ scale: 1 }).width) });
      page.cleanup();
    }
    if (characters < FEWEST_CHARACTERS * pdf.numPages && (pictures > 0 || characters === 0))
      throw new ReadingStopped('scanned', '这份PDF是扫描件或图片，没有可读的文字；请提供Word原件或带文字的PDF。');
    return pages;
  } finally {
    await pdf.loadingTask.destroy();
  }
}

function readPages(pages: readonly Pick<Page, 'words' | 'rules'>[]): Reading | Unreadable {
  const items = pages.map((p) => pageItems(p.words, latticesOf(p.rules)));
  return readPieces(piecesOfBlocks(blocksOfPages(items)));
}

/** One side of pages that have two columns. */
function half(pages: readonly Page[], side: 'left' | 'right'): Pick<Page, 'words' | 'rules'>[] {
  return pages.map(({ words, rules, gutter }) => {
    if (gutter === null) return { words, rules };
    const own = (from: number, to: number): boolean => (side === 'left' ? (from + to) / 2 < gutter : (from + to) / 2 >= gutter);
    return {
      words: words.filter((w) => own(w.x0, w.x1)),
      rules: rules.filter((r) => (r.horizontal ? own(r.from, r.to) : own(r.at, r.at))),
    };
  });
}

/** Reads a report from a PDF: ruled tables as grids, the rest as lines. Two reports side by side become doubts. */
export async function readPdf(bytes: Uint8Array): Promise<Reading | Unreadable> {
  const pages = await pagesOf(bytes);
  if (pages.filter((p) => p.gutter !== null).length * 2 > pages.length) {
    const [left, right] = [readPages(half(pages, 'left')), readPages(half(pages, 'right'))];
    if (!isUnreadable(left) && !isUnreadable(right) && left.report.tables.requests && right.report.tables.requests)
      return mergeHalves(left, right);
  }
  return readPages(pages);
}
