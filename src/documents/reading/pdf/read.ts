import type { Reading } from '#domain/report/model.ts';
import { readPieces } from '../assemble.ts';
import { piecesOfBlocks } from '../blocks.ts';
import { ReadingStopped } from '../fault.ts';
import { isUnreadable, type Unreadable, unreadable } from '../unreadable.ts';
import { gutterOf, mergeHalves } from './halves.ts';
import { latticesOf } from './lattice.ts';
import { openPdf } from './open.ts';
import { pageItems } from './page.ts';
import { blocksOfPages } from './paragraphs.ts';
import { type Drawn, type Rule, rulesOf } from './rules.ts';
import { withoutStruck } from './struck.ts';
import { turnedRule } from './turn.ts';
import { sheetOf, type Word, wordsOf } from './words.ts';
import { acrossPages } from './wraps.ts';

const MOST_PAGES = 200;
/** In a longer document lines are sought only on pages that may hold a table of the form. */
const LONG = 30;
const OF_A_TABLE = /^[\d.,]+$|第二十条|信息内容|本年|结果|申请|其他|总计/;
const FEWEST_OF_A_TABLE = 3;
/** A page with fewer runs of text may be a picture. */
const FEWEST_WORDS = 10;
/** Fewer characters a page than this, with pictures, is a scan. */
const FEWEST_CHARACTERS = 40;

interface Page {
  readonly words: Word[];
  readonly rules: Rule[];
  readonly gutter: number | null;
}

const NOTHING_DRAWN: Drawn = { rules: [], pictures: 0, unseen: [] };

function mayHoldTable(words: readonly Word[]): boolean {
  return words.length < FEWEST_WORDS || words.filter((w) => OF_A_TABLE.test(w.text.trim())).length >= FEWEST_OF_A_TABLE;
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
      const { words: printed, turn } = await wordsOf(page);
      const drawn = pdf.numPages <= LONG || mayHoldTable(printed) ? await rulesOf(page) : NOTHING_DRAWN;
      const sheet = sheetOf(page);
      const held = (r: Rule): Rule => turnedRule(turn, sheet, r);
      const rules = drawn.rules.map(held);
      const words = withoutStruck(withoutStruck(printed, drawn.unseen.map(held)), rules);
      characters += words.reduce((sum, w) => sum + w.text.length, 0);
      pictures += drawn.pictures;
      pages.push({ words, rules, gutter: gutterOf(words, turn % 180 === 0 ? sheet.width : sheet.height) });
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
  const lattices = pages.map((p) => latticesOf(p.rules));
  const words = lattices.every((l) => l.length === 0) ? acrossPages(pages.map((p) => p.words)) : pages.map((p) => p.words);
  const items = words.map((own, i) => pageItems(own, lattices[i]!));
  return readPieces(piecesOfBlocks(blocksOfPages(items)));
}

/** One side of pages that have two columns; the right one moved over to where the left one stands. */
function half(pages: readonly Page[], side: 'left' | 'right'): Pick<Page, 'words' | 'rules'>[] {
  return pages.map(({ words, rules, gutter }) => {
    if (gutter === null) return { words, rules };
    const isLeft = (from: number, to: number): boolean => (from + to) / 2 < gutter;
    const own = (from: number, to: number): boolean => isLeft(from, to) === (side === 'left');
    const margin = (left: boolean): number => Math.min(...words.filter((w) => isLeft(w.x0, w.x1) === left).map((w) => w.x0));
    const by = side === 'left' ? 0 : margin(true) - margin(false);
    return {
      words: words.filter((w) => own(w.x0, w.x1)).map((w) => ({ ...w, x0: w.x0 + by, x1: w.x1 + by })),
      rules: rules
        .filter((r) => (r.horizontal ? own(r.from, r.to) : own(r.at, r.at)))
        .map((r) => (r.horizontal ? { ...r, from: r.from + by, to: r.to + by } : { ...r, at: r.at + by })),
    };
  });
}

/** Rows without their label that a report may have and still be one of two side by side. */
const MOST_ABSENT = 4;

/** True for a side that is a report of its own: between two columns of one table no row has its label on both sides. */
function isReport(reading: Reading | Unreadable): reading is Reading {
  return !isUnreadable(reading) && reading.report.tables.requests !== null && reading.absentRows.length <= MOST_ABSENT;
}

/** Every table whole and nothing in doubt. */
function isSound(reading: Reading | Unreadable): boolean {
  if (isUnreadable(reading)) return false;
  return reading.doubts.length === 0 && Object.values(reading.tableStates).every((s) => s === 'present') && reading.absentRows.length === 0;
}

/** Cells that a reading leaves empty: a row read from the wrong column of a page has none but these. */
function blanksOf(reading: Reading | Unreadable): number {
  return isUnreadable(reading) ? Number.POSITIVE_INFINITY : reading.notes.filter((n) => n.kind === 'blank').length;
}

const NO_CODES = '这份PDF里的文字读出来是乱码（字体没有附文字编码），认不出年报；请提供Word原件，或由原件重新导出PDF。';

/** False where the pages hold none of the characters that no Chinese text goes without. */
function inChinese(pages: readonly Page[]): boolean {
  return pages.some((p) => p.words.some((w) => /[的一公在了年]/.test(w.text)));
}

/** Pages set in two columns, one after the other. */
function columnByColumn(pages: readonly Page[]): Pick<Page, 'words' | 'rules'>[] {
  return pages.flatMap((p) => (p.gutter === null ? [p] : [...half([p], 'left'), ...half([p], 'right')]));
}

/** Reads a report from a PDF: ruled tables as grids, the rest as lines. Two reports side by side become doubts. */
export async function readPdf(bytes: Uint8Array): Promise<Reading | Unreadable> {
  const pages = await pagesOf(bytes);
  const whole = readPages(pages);
  if (isUnreadable(whole) && whole.why === 'notAReport' && !inChinese(pages)) return unreadable('unsupported', NO_CODES);
  if (!pages.some((p) => p.gutter !== null) || (isSound(whole) && blanksOf(whole) === 0)) return whole;
  if (!isSound(whole) && pages.filter((p) => p.gutter !== null).length * 2 > pages.length) {
    const [left, right] = [readPages(half(pages, 'left')), readPages(half(pages, 'right'))];
    if (isReport(left) && isReport(right)) return mergeHalves(left, right);
  }
  const columns = readPages(columnByColumn(pages));
  return isSound(columns) && (!isSound(whole) || blanksOf(columns) < blanksOf(whole)) ? columns : whole;
}
