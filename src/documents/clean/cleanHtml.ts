import type { PageBlockNode } from './blocks.ts';
import { type PageImage, PageReader } from './read.ts';
import { Removals, type Removed } from './removed.ts';
import { writeBlocks } from './write.ts';

/** A page that may be published, and what it no longer has. */
export interface CleanPage {
  readonly html: string;
  readonly removed: readonly Removed[];
  /** Pictures that came inside the page: to be kept as attachments. */
  readonly images: readonly PageImage[];
}

/** The page is larger than any page of text; nothing was read. */
export class PageTooLarge extends Error {}

const MOST_CHARACTERS = 30_000_000;
const MOST_TEXT = 3_000_000;

/** Data of pictures is long but harmless; what is left is text and must be short. */
function checkSize(html: string): void {
  if (html.length > MOST_CHARACTERS || html.replace(/base64,[A-Za-z0-9+/=\s]*/g, '').length > MOST_TEXT)
    throw new PageTooLarge('粘贴的内容太大，没有读入；请把图片和大段附表作为附件上传，正文只留文字。');
}

/** The blocks of a page, for those who walk them. */
export function readBlocks(html: string): { blocks: PageBlockNode[]; images: readonly PageImage[]; removed: Removed[] } {
  checkSize(html);
  const removals = new Removals();
  const reader = new PageReader(removals);
  return { blocks: reader.read(html), images: reader.images, removed: removals.list() };
}

/**
 * Makes a clean page of a paste from Word, WPS or a browser, or of a stored body: only headings, paragraphs, lists, tables, links
 * and our own pictures are left, without any style, script or foreign address. Cleaning a clean page changes nothing.
 * @throws PageTooLarge, whose message is for people
 */
export function cleanHtml(html: string): CleanPage {
  const { blocks, images, removed } = readBlocks(html);
  return { html: writeBlocks(blocks), removed, images };
}
