import type { DefaultTreeAdapterTypes } from 'parse5';
import type { GridCell } from '../grid.ts';
import type { Block } from './blocks.ts';
import { ReadingStopped } from './fault.ts';
import { attributeOf, type HiddenNames, isFaint, isUnseen, isWhite } from './htmlHidden.ts';

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
  'rt',
  'rp',
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

/** True for a tag with what it holds. */
export function isElement(node: Node): node is Element {
  return 'tagName' in node;
}

const RAISED_STYLE = /vertical-align\s*:\s*(?:super|sub)/i;
const FOOTNOTE = /^[\s[(（〔【*※]*\d+[\s\])）〕】]*$/;

/** Around white figures: they are not seen beside others, and are where the whole cell is white. */
const UNSURE = '\ufdd0';

function seenOf(text: string): string {
  if (!text.includes(UNSURE)) return text;
  const seen = text.replace(/\ufdd0[^\ufdd0]*\ufdd0/g, '');
  return seen.trim() === '' ? text.replaceAll(UNSURE, '') : seen;
}

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
export class HtmlWalk {
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
    if (depth > 0 && isFaint(node, this.#names)) return '';
    const inner = node.childNodes.map((c) => this.#textOf(c, depth + 1)).join('');
    // A raised figure is a footnote's, and no digit of the figure before it.
    if ((RAISED.has(node.tagName) || RAISED_STYLE.test(style)) && FOOTNOTE.test(inner)) return `(${inner.replace(/\D/g, '')})`;
    if (depth > 0 && isWhite(node) && /^[\s\d.,]+$/.test(inner)) return `${UNSURE}${inner}${UNSURE}`;
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
        seenOf(this.#textOf(c))
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
