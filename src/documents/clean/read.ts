import { parseFragment } from 'parse5';
import { imageAddress } from './address.ts';
import { type Cell, collapse, type PageBlockNode, type Run, tidy } from './blocks.ts';
import { type Inline, inlineOf, PLAIN } from './inline.ts';
import type { Removals } from './removed.ts';
import { joinLists, paragraphsOf, runsOf } from './runs.ts';
import { withHead } from './table.ts';
import { attribute, BLOCKS, DROPPED, type Element, flatText, isElement, MOST_DEPTH, type Node, rawText, span } from './tree.ts';
import { bulletOf, headingLevel, isWordHidden } from './word.ts';

/** A picture whose bytes came with the page: it becomes an attachment, and the page refers to it by its place. */
export interface PageImage {
  /** `attachment:image-1`. */
  readonly src: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
}

/** Walks a foreign page and says again what may be said, in our own blocks. */
export class PageReader {
  readonly images: PageImage[] = [];
  readonly #removals: Removals;

  constructor(removals: Removals) {
    this.#removals = removals;
  }

  /** The blocks of a page. */
  read(html: string): PageBlockNode[] {
    return this.#blocks(parseFragment(html).childNodes, 0);
  }

  /** True where the element is left out with all that is in it. */
  #leftOut(node: Element): boolean {
    const dropped = DROPPED[node.tagName];
    for (const a of node.attrs) if (/^on/i.test(a.name)) this.#removals.note('script');
    if (dropped) this.#removals.note(dropped);
    else if (isWordHidden(attribute(node, 'style')) || node.attrs.some((a) => a.name === 'hidden')) this.#removals.note('hidden');
    else {
      if (node.attrs.some((a) => a.name === 'style' || a.name === 'class')) this.#removals.note('style');
      return false;
    }
    return true;
  }

  /** Blocks of a row of nodes: inline content between blocks is a paragraph of its own. */
  #blocks(nodes: readonly Node[], depth: number): PageBlockNode[] {
    const out: PageBlockNode[] = [];
    let runs: Run[] = [];
    const flush = (): void => {
      const tidied = tidy(runs);
      if (tidied.length > 0) out.push({ kind: 'paragraph', runs: tidied });
      runs = [];
    };
    const visit = (node: Node, inline: Inline, level: number): void => {
      if (!isElement(node)) {
        this.#leaf(node, inline, runs);
        return;
      }
      if (this.#leftOut(node)) return;
      if (BLOCKS.has(node.tagName)) {
        flush();
        out.push(...this.#block(node, level + 1));
        return;
      }
      if (this.#inlineLeaf(node, runs)) return;
      if (level > MOST_DEPTH) {
        this.#removals.note('deep');
        runs.push({ kind: 'text', text: collapse(flatText(node)), ...inline });
        return;
      }
      const own = inlineOf(node, inline, this.#removals);
      for (const child of node.childNodes) visit(child, own, level + 1);
    };
    for (const node of nodes) visit(node, PLAIN, depth);
    flush();
    return joinLists(out);
  }

  #leaf(node: Exclude<Node, Element>, inline: Inline, runs: Run[]): void {
    if (node.nodeName === '#comment') this.#removals.note('comment');
    if (!('value' in node)) return;
    const text = collapse(node.value);
    if (text !== '') runs.push({ kind: 'text', text, ...inline });
  }

  #inlineLeaf(node: Element, runs: Run[]): boolean {
    if (node.tagName === 'br' || node.tagName === 'wbr') {
      if (node.tagName === 'br') runs.push({ kind: 'break' });
      return true;
    }
    if (node.tagName !== 'img') return false;
    const found = imageAddress(attribute(node, 'src') ?? '');
    const alt = attribute(node, 'data-alt') === 'missing' ? null : attribute(node, 'alt');
    const said = alt === null ? null : collapse(alt).trim();
    if (!found) this.#removals.note('image');
    else if (found.kind === 'internal') runs.push({ kind: 'image', src: found.src, alt: said });
    else {
      const src = `attachment:image-${this.images.length + 1}`;
      this.images.push({ src, mediaType: found.mediaType, bytes: new Uint8Array(found.bytes) });
      runs.push({ kind: 'image', src, alt: said });
    }
    return true;
  }

  #block(node: Element, depth: number): PageBlockNode[] {
    const { tagName: tag } = node;
    if (depth > MOST_DEPTH) {
      this.#removals.note('deep');
      return paragraphsOf([{ kind: 'text', text: collapse(flatText(node)), ...PLAIN }]);
    }
    if (tag === 'hr') return [{ kind: 'rule' }];
    if (tag === 'pre') return this.#pre(node);
    if (tag === 'table') return this.#table(node, depth);
    if (tag === 'ul' || tag === 'ol' || tag === 'menu' || tag === 'dir') return this.#list(node, depth);
    if (tag === 'blockquote') {
      const blocks = this.#blocks(node.childNodes, depth);
      return blocks.length > 0 ? [{ kind: 'quote', blocks }] : [];
    }
    const level = headingLevel(tag, attribute(node, 'style'));
    const blocks = this.#blocks(node.childNodes, depth);
    if (level !== null) return blocks.map((b) => (b.kind === 'paragraph' ? { kind: 'heading', level, runs: b.runs } : b));
    const bullet = tag === 'p' && blocks.length === 1 ? bulletOf(attribute(node, 'style'), blocks[0]) : null;
    return bullet ? [{ kind: 'list', ordered: false, start: 1, items: [[bullet]] }] : blocks;
  }

  #pre(node: Element): PageBlockNode[] {
    const text = rawText(node, 0)
      .replace(/\r\n?/g, '\n')
      .replace(/[\u0000-\u0008\u000b-\u001f\u007f]/g, '')
      .replace(/\s+$/, '');
    return text.trim() === '' ? [] : [{ kind: 'pre', text }];
  }

  #list(node: Element, depth: number): PageBlockNode[] {
    const ordered = node.tagName === 'ol';
    const items: PageBlockNode[][] = [];
    let loose: Node[] = [];
    const take = (nodes: readonly Node[]): void => {
      const blocks = this.#blocks(nodes, depth);
      if (blocks.length > 0) items.push(blocks);
    };
    const flush = (): void => {
      take(loose);
      loose = [];
    };
    for (const child of node.childNodes) {
      if (!isElement(child) || child.tagName !== 'li') {
        loose.push(child);
        continue;
      }
      flush();
      if (!this.#leftOut(child)) take(child.childNodes);
    }
    flush();
    const start = Number.parseInt(attribute(node, 'start') ?? '1', 10);
    const from = ordered && Number.isInteger(start) && start >= 0 && start < 100_000 ? start : 1;
    return items.length > 0 ? [{ kind: 'list', ordered, start: from, items }] : [];
  }

  #table(node: Element, depth: number): PageBlockNode[] {
    const rows: Cell[][] = [];
    const caption: Run[] = [];
    let marked = 0;
    const walk = (parent: Element, inHead: boolean): void => {
      for (const child of parent.childNodes) {
        if (!isElement(child) || this.#leftOut(child)) continue;
        if (child.tagName === 'caption') caption.push(...runsOf(this.#blocks(child.childNodes, depth)));
        else if (child.tagName === 'tr') {
          const cells = this.#cells(child, inHead, depth);
          if (cells.length > 0) rows.push(cells);
          if (inHead && cells.length > 0) marked = rows.length;
        } else if (['thead', 'tbody', 'tfoot'].includes(child.tagName)) walk(child, child.tagName === 'thead' && marked === rows.length);
      }
    };
    walk(node, false);
    if (rows.every((r) => r.every((c) => c.blocks.length === 0))) return [];
    const only = rows[0]?.[0];
    if (rows.length === 1 && rows[0]?.length === 1 && only) return [...paragraphsOf(caption), ...only.blocks];
    return [withHead(tidy(caption), rows, marked)];
  }

  #cells(row: Element, inHead: boolean, depth: number): Cell[] {
    return row.childNodes.flatMap((c): Cell[] => {
      if (!isElement(c) || (c.tagName !== 'td' && c.tagName !== 'th') || this.#leftOut(c)) return [];
      const blocks = this.#blocks(c.childNodes, depth);
      return [{ header: c.tagName === 'th' || inHead, colSpan: span(c, 'colspan'), rowSpan: span(c, 'rowspan'), blocks }];
    });
  }
}
