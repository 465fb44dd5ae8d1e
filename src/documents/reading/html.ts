import type { DefaultTreeAdapterTypes } from 'parse5';
import { parse } from 'parse5';
import type { Reading } from '#domain/report/model.ts';
import type { GridCell } from '../grid.ts';
import { readPieces } from './assemble.ts';
import { type Block, piecesOfBlocks } from './blocks.ts';
import { decodeText } from './decode.ts';
import { ReadingStopped } from './fault.ts';
import { attributeOf, type HiddenNames, hiddenNames, isUnseen, NOTHING_HIDDEN } from './htmlHidden.ts';
import { keptPages } from './htmlKept.ts';
import { isUnreadable, type Unreadable } from './unreadable.ts';

type Node = DefaultTreeAdapterTypes.ChildNode;
type Element = DefaultTreeAdapterTypes.Element;

const SKIPPED = new Set([
  'script',
  'style',
  'noscript',
  'template',
  'svg',
  'select',
  'button',
  'textarea',
  'iframe',
  'object',
  'head',
  'input',
]);
const BLOCK = new Set(
  'address article aside blockquote body center dd div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr html li main nav ol p pre section table tbody td tfoot th thead tr ul caption'.split(
    ' ',
  ),
);
const RAISED = new Set(['sup', 'sub']);
const MOST_CELLS = 100_000;
const MOST_SPAN = 60;
/** Longer than any cell of the form: a table with such a cell only lays out the page. */
const LONGEST_CELL = 400;
const MOST_DEPTH = 400;

function isElement(node: Node): node is Element {
  return 'tagName' in node;
}

const RAISED_STYLE = /vertical-align\s*:\s*(?:super|sub)/i;
const FOOTNOTE = /^[\s[(（〔【*※]*\d+[\s\])）〕】]*$/;

/** The rows of a table as they are shown: the head first, the foot last, wherever they stand in the source. */
function shownRows(rows: readonly Element[]): Element[] {
  const place = (row: Element): number => {
    const part = row.parentNode && 'tagName' in row.parentNode ? row.parentNode.tagName : '';
    return part === 'thead' ? 0 : part === 'tfoot' ? 2 : 1;
  };
  return [0, 1, 2].flatMap((p) => rows.filter((r) => place(r) === p));
}

function span(cell: Element, name: 'colspan' | 'rowspan'): number {
  const n = Number.parseInt(attributeOf(cell, name) ?? '1', 10);
  return Number.isFinite(n) ? Math.min(MOST_SPAN, Math.max(1, n)) : 1;
}

/** A saved page as blocks: tables of data as grids, tables that lay out the page walked through. */
class Walk {
  readonly blocks: Block[] = [];
  #text = '';
  #n = 0;
  #cells = 0;
  readonly #names: HiddenNames;

  constructor(names: HiddenNames) {
    this.#names = names;
  }

  #hidden(node: Element): boolean {
    return SKIPPED.has(node.tagName) || isUnseen(node, this.#names);
  }

  /** Text of a cell: paragraphs and line breaks as spaces. */
  #textOf(node: Node, depth = 0): string {
    if ('value' in node) return node.value;
    if (!isElement(node)) return '';
    if (node.tagName === 'input' && /^(?:text|number)?$/i.test(attributeOf(node, 'type') ?? ''))
      return ` ${attributeOf(node, 'value') ?? ''} `;
    if (this.#hidden(node) || depth > MOST_DEPTH) return '';
    if (node.tagName === 'br') return ' ';
    const style = attributeOf(node, 'style') ?? '';
    if (depth > 0 && /visibility\s*:\s*hidden/i.test(style)) return '';
    const inner = node.childNodes.map((c) => this.#textOf(c, depth + 1)).join('');
    // A raised figure is a footnote's, and no digit of the figure before it.
    if ((RAISED.has(node.tagName) || RAISED_STYLE.test(style)) && FOOTNOTE.test(inner)) return `(${inner.replace(/\D/g, '')})`;
    return BLOCK.has(node.tagName) ? ` ${inner} ` : inner;
  }

  /** Elements of the given names below a node, in order, without going into them or into other tables. */
  #below(node: Element, names: readonly string[], depth = 0): Element[] {
    if (depth > MOST_DEPTH) return [];
    return node.childNodes.flatMap((c) => {
      if (!isElement(c) || this.#hidden(c)) return [];
      if (names.includes(c.tagName)) return [c];
      return c.tagName === 'table' ? [] : this.#below(c, names, depth + 1);
    });
  }

  flush(): void {
    const text = this.#text.replace(/(?<![ \t\u00a0])[ \t\u00a0]*\n[ \t\u00a0]*/g, '\n').trim();
    this.#text = '';
    for (const line of text.split('\n')) if (line.trim() !== '') this.blocks.push({ kind: 'paragraph', n: ++this.#n, text: line.trim() });
  }

  walk(node: Node, depth: number, kept: boolean): void {
    if ('value' in node) {
      this.#text += kept ? node.value : node.value.replace(/[ \t\r\n\f]+/g, ' ');
      return;
    }
    if (!isElement(node) || this.#hidden(node)) return;
    if (depth > MOST_DEPTH) throw new ReadingStopped('broken', '网页的层次太深，不像正常的网页；请另存为Word或文本再提供。');
    if (node.tagName === 'br') {
      this.#text += '\n';
      return;
    }
    if (node.tagName === 'table' && this.#table(node)) return;
    const block = BLOCK.has(node.tagName);
    if (block) this.flush();
    for (const child of node.childNodes) this.walk(child, depth + 1, kept || node.tagName === 'pre');
    if (block) this.flush();
  }

  /** True where the table holds data and became a grid. */
  #table(table: Element): boolean {
    const rows = shownRows(this.#below(table, ['tr'])).map((row) => this.#below(row, ['td', 'th']));
    const cells = rows.flat();
    if (cells.length < 4 || cells.some((c) => this.#below(c, ['table']).length > 0)) return false;
    this.#cells += cells.length;
    if (this.#cells > MOST_CELLS) throw new ReadingStopped('tooLarge', `表格超过${MOST_CELLS}格，不像一份年报；请只提供年报本身。`);
    const texts = new Map(
      cells.map((c) => [
        c,
        this.#textOf(c)
          .replace(/[\s\u00a0]+/g, ' ')
          .trim(),
      ]),
    );
    if ([...texts.values()].some((t) => t.length > LONGEST_CELL)) return false;
    this.flush();
    const caption = this.#below(table, ['caption'])[0];
    if (caption) this.blocks.push({ kind: 'paragraph', n: ++this.#n, text: this.#textOf(caption).trim() });
    const grid: GridCell[][] = [];
    const lines: number[][] = [];
    for (const row of rows) {
      grid.push(
        row.map((c) => ({ text: texts.get(c)!, colSpan: span(c, 'colspan'), rowSpan: span(c, 'rowspan'), header: c.tagName === 'th' })),
      );
      lines.push(row.map(() => ++this.#n));
    }
    const columns = Math.max(...grid.map((r) => r.reduce((n, c) => n + c.colSpan, 0)));
    this.blocks.push({ kind: 'table', grid: { rows: grid, columns, headerRows: 0 }, lines });
    return true;
  }
}

function titleOf(node: Node | DefaultTreeAdapterTypes.Document, depth = 0): string | null {
  if (!('childNodes' in node) || depth > 6) return null;
  for (const child of node.childNodes) {
    if (isElement(child) && child.tagName === 'title')
      return child.childNodes
        .map((c) => ('value' in c ? c.value : ''))
        .join('')
        .trim();
    const found = titleOf(child, depth + 1);
    if (found) return found;
  }
  return null;
}

/** Formatting left open is reopened in every paragraph: the tree grows with the square of it. */
const MOST_UNCLOSED = 200;
const FORMATTING = 'a|b|big|code|em|font|i|nobr|s|small|strike|strong|tt|u';
/** Formatting that changes no figure. */
const PLAIN_FORMATTING = /<\/?(?:a|b|big|code|em|font|i|nobr|small|strong|tt|u)(?=[\s>/])[^<>]*>/gi;

function unclosedFormatting(source: string): number {
  const count = (pattern: string): number => source.match(new RegExp(`<${pattern}(?:${FORMATTING})(?=[\\s>/])`, 'gi'))?.length ?? 0;
  return count('') - count('/');
}

/** A page's source with formatting closed or taken out, and its markup as markup where it was written out as text. */
function sound(source: string): string {
  const written = /\ssrcdoc\s*=/i.test(source) ? 0 : (source.match(/&lt;\/t[dr]&gt;/gi)?.length ?? 0);
  const marked = written > 20 && written > (source.match(/<\/t[dr]>/gi)?.length ?? 0) ? unescaped(source) : source;
  const clean = marked.replace(/<o:p>|<\/o:p>/gi, '');
  if (unclosedFormatting(clean) <= MOST_UNCLOSED) return clean;
  const bare = clean.replace(PLAIN_FORMATTING, '');
  if (unclosedFormatting(bare) <= MOST_UNCLOSED) return bare;
  throw new ReadingStopped('broken', '网页的格式标记大量没有关闭，无法读取；请另存为Word或文本再提供。');
}

function unescaped(source: string): string {
  return source
    .replace(/&lt;/gi, '<')
    .replace(/&gt;/gi, '>')
    .replace(/&quot;/gi, '"')
    .replace(/&amp;/gi, '&');
}

type Document = DefaultTreeAdapterTypes.Document;

function blocksOf(document: Document, names: HiddenNames): Block[] {
  const walk = new Walk(names);
  for (const child of document.childNodes) walk.walk(child, 0, false);
  walk.flush();
  return walk.blocks;
}

/** What the style sheets in a page's source hide. */
function namesIn(source: string): HiddenNames {
  if (!/display\s*:\s*none/i.test(source)) return NOTHING_HIDDEN;
  return hiddenNames([...source.matchAll(/<style[^>]*>([^<]*(?:<!--[^<]*)?)<\/style>/gi)].map((m) => m[1]!));
}

/** Blocks of a saved page and the title its head gives. */
export function htmlBlocks(source: string): { blocks: Block[]; title: string | null } {
  const clean = sound(source);
  const document = parse(clean);
  return { blocks: blocksOf(document, namesIn(clean)), title: titleOf(document) };
}

/** The encoding a page names in its first bytes. */
function declared(bytes: Uint8Array): string | undefined {
  return /charset\s*=\s*["']?\s*([\w-]+)/i.exec(new TextDecoder('latin1').decode(bytes.subarray(0, 4096)))?.[1];
}

/**
 * Reads a report from a saved page or a Word paste.
 * @param charset the encoding said outside the page
 */
export function readHtml(bytes: Uint8Array, charset?: string): Reading | Unreadable {
  if (bytes.length > 30_000_000) throw new ReadingStopped('tooLarge', '网页超过30兆字节，不像一份年报；请只保存年报正文。');
  return readPage(decodeText(bytes, charset ?? declared(bytes)), true);
}

/**
 * Reads a report from a page's source: as it is shown; where no report is shown, with what its style sheets hide; else from what
 * it keeps for a program to show.
 */
export function readPage(source: string, outer = false): Reading | Unreadable {
  const clean = sound(source);
  const document = parse(clean);
  const title = titleOf(document);
  const names = namesIn(clean);
  const read = (hidden: HiddenNames): Reading | Unreadable => readPieces(piecesOfBlocks(blocksOf(document, hidden)), { title });
  const shown = read(names);
  if (!isUnreadable(shown) || shown.why !== 'notAReport') return shown;
  const all = names === NOTHING_HIDDEN ? shown : read(NOTHING_HIDDEN);
  if (!isUnreadable(all) || !outer) return all;
  for (const kept of keptPages(document)) {
    const reading = readPage(kept);
    if (!isUnreadable(reading)) return reading;
  }
  return shown;
}
