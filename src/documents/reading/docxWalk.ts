import type { XmlAttributes } from '../xml.ts';
import type { Block } from './blocks.ts';
import type { DocxInk } from './docxInk.ts';
import type { DocxNumbering } from './docxNumbering.ts';
import type { DocxParts } from './docxParts.ts';
import { DocxRun } from './docxRun.ts';
import { closeTable, type OpenCell, type OpenTable } from './docxTable.ts';
import { ReadingStopped } from './fault.ts';
import { isOnValue } from './xml.ts';

const MOST_CELLS = 100_000;
const MOST_PARAGRAPHS = 200_000;
const MOST_SPAN = 63;

interface OpenParagraph {
  text: string;
  num: string | null;
  level: number | null;
  style: string | null;
  readonly n: number;
}

/** What has no place in the printed text. */
const SKIPPED = new Set([
  'del',
  'moveFrom',
  'Fallback',
  'instrText',
  'delText',
  'delInstrText',
  'footnoteReference',
  'annotationRef',
  'rt',
]);

/** How something looked before a tracked change. */
const FORMER = new Set(['rPrChange', 'pPrChange', 'tcPrChange', 'trPrChange', 'tblPrChange', 'tblPrExChange', 'tblGridChange']);

/** The blocks of a document's body as they are met: tracked insertions kept, deletions and hidden text dropped. */
export class DocxWalk {
  readonly blocks: Block[] = [];
  readonly #numbering: DocxNumbering;
  readonly #parts: DocxParts;
  readonly #ink: DocxInk | null;
  readonly #tables: OpenTable[] = [];
  readonly #paragraphs: OpenParagraph[] = [];
  #cell: OpenCell | undefined;
  #skipping = 0;
  /** Content controls open, and how many of them, from the outermost, are no placeholder. */
  #controls = 0;
  #placeholder = 0;
  /** Within how things looked before a tracked change. */
  #former = 0;
  readonly #run: DocxRun;
  #inText = false;
  #inProperties = 0;
  #inRowProperties = false;
  #n = 0;
  #cells = 0;

  constructor(numbering: DocxNumbering, parts: DocxParts, ink: DocxInk | null) {
    this.#numbering = numbering;
    this.#parts = parts;
    this.#ink = ink;
    this.#run = new DocxRun(ink, parts.hiddenStyles);
  }

  open(name: string, a: XmlAttributes): void {
    if (this.#former > 0) {
      if (FORMER.has(name)) this.#former++;
      return;
    }
    this.#ink?.open(name, a);
    switch (name) {
      case 't':
        this.#inText = true;
        break;
      case 'r':
        this.#run.reset();
        break;
      case 'p':
        this.#openParagraph();
        break;
      case 'tc':
        this.#openCell();
        break;
      case 'tr':
        this.#tables.at(-1)?.rows.push({ cells: [], deleted: false });
        this.#cell = undefined;
        break;
      case 'tbl':
        this.#tables.push({ rows: [] });
        this.#cell = undefined;
        break;
      case 'gridSpan':
        if (this.#cell) this.#cell.span = Math.min(MOST_SPAN, Math.max(1, Number(a.get('val')) || 1));
        break;
      case 'vMerge':
        if (this.#cell) this.#cell.merge = a.get('val') === 'restart' ? 'start' : 'rest';
        break;
      case 'hMerge':
        if (this.#cell) this.#cell.joined = a.get('val') !== 'restart';
        break;
      case 'tab':
        if (this.#inProperties === 0) this.#put(' ');
        break;
      case 'br':
      case 'cr':
        this.#put(this.#tables.length > 0 ? ' ' : '\n');
        break;
      case 'noBreakHyphen':
        this.#put('-');
        break;
      case 'vanish':
      case 'strike':
      case 'dstrike':
      case 'rStyle':
      case 'vertAlign':
        if (this.#inProperties === 0) this.#run.look(name, a);
        break;
      case 'altChunk':
        this.blocks.push(...this.#parts.chunk(a.get('id') ?? '', this.#n));
        break;
      case 'hidden': {
        const row = this.#inRowProperties && isOnValue(a.get('val')) ? this.#tables.at(-1)?.rows.at(-1) : undefined;
        if (row) row.deleted = true;
        break;
      }
      case 'sdt':
        this.#controls++;
        break;
      case 'showingPlcHdr':
        if (this.#placeholder === 0 && isOnValue(a.get('val'))) this.#placeholder = this.#controls;
        break;
      default:
        this.#openOther(name, a);
    }
  }

  #openOther(name: string, a: XmlAttributes): void {
    const p = this.#paragraphs.at(-1);
    if (name === 'pPr') this.#inProperties++;
    else if (name === 'trPr') this.#inRowProperties = true;
    else if (name === 'numId' && p) p.num = a.get('val') ?? null;
    else if (name === 'ilvl' && p) p.level = Number(a.get('val') ?? 0);
    else if (name === 'pStyle' && p) p.style = a.get('val') ?? null;
    else if (FORMER.has(name)) this.#former++;
    else if (SKIPPED.has(name)) {
      this.#skipping++;
      const row = this.#inRowProperties && name === 'del' ? this.#tables.at(-1)?.rows.at(-1) : undefined;
      if (row) row.deleted = true;
    }
  }

  #openParagraph(): void {
    if (this.#n >= MOST_PARAGRAPHS) throw new ReadingStopped('tooLarge', `正文超过${MOST_PARAGRAPHS}段，不像一份年报；请只提供年报本身。`);
    this.#paragraphs.push({ text: '', num: null, level: null, style: null, n: ++this.#n });
  }

  #openCell(): void {
    if (++this.#cells > MOST_CELLS) throw new ReadingStopped('tooLarge', `表格超过${MOST_CELLS}格，不像一份年报；请只提供年报本身。`);
    this.#cell = { text: '', n: this.#n + 1, span: 1, merge: null, joined: false };
    this.#tables.at(-1)?.rows.at(-1)?.cells.push(this.#cell);
  }

  #put(text: string): void {
    const p = this.#paragraphs.at(-1);
    if (p && this.#skipping === 0 && this.#placeholder === 0 && this.#run.shows) p.text += text;
  }

  text(text: string): void {
    if (!this.#inText) return;
    // A raised figure in a table is a footnote's, and no digit of the figure before it.
    this.#put(this.#run.raised && this.#tables.length > 0 && /^\d+$/.test(text) ? `(${text})` : text);
  }

  close(name: string): void {
    if (this.#former > 0) {
      if (FORMER.has(name)) this.#former--;
      return;
    }
    this.#ink?.close(name);
    switch (name) {
      case 't':
        this.#inText = false;
        break;
      case 'r':
        this.#run.reset();
        break;
      case 'p':
        this.#closeParagraph();
        break;
      case 'tbl':
        this.#closeTable();
        break;
      case 'pPr':
        this.#inProperties--;
        break;
      case 'trPr':
        this.#inRowProperties = false;
        break;
      case 'sdt':
        if (this.#placeholder === this.#controls--) this.#placeholder = 0;
        break;
      default:
        if (SKIPPED.has(name)) this.#skipping--;
    }
  }

  #closeParagraph(): void {
    const p = this.#paragraphs.pop();
    if (!p) return;
    const blank = p.text.trim() === '';
    const text = blank ? p.text : this.#numbering.next(p) + p.text;
    if (this.#cell) this.#cell.text += (this.#cell.text === '' ? '' : '\n') + text;
    else if (!blank) this.blocks.push({ kind: 'paragraph', n: p.n, text });
  }

  /** A table inside a cell is a block of its own: the outer one only frames it. */
  #closeTable(): void {
    const table = this.#tables.pop();
    if (!table) return;
    const outer = this.#tables.at(-1)?.rows.at(-1)?.cells.at(-1);
    this.#cell = outer;
    if (outer && outer.text.trim() !== '') this.blocks.push({ kind: 'paragraph', n: outer.n, text: outer.text });
    if (outer) outer.text = '';
    this.blocks.push(closeTable(table));
  }
}
