import { DocxNumbering } from '../reading/docxNumbering.ts';
import { ReadingStopped } from '../reading/fault.ts';
import { attribute, isOn, walkXml } from '../reading/xml.ts';
import { ZipFile } from '../reading/zip.ts';
import { isImage, linkAddress } from './address.ts';
import { type Cell, type PageBlockNode, type Run, tidy } from './blocks.ts';
import { DocxStyles } from './docxStyles.ts';
import type { PageImage } from './read.ts';
import { Removals, type Removed } from './removed.ts';
import { withHead } from './table.ts';
import { writeBlocks } from './write.ts';

/** A Word file as a page: its title apart, since a page has one of its own. */
export interface DocxPage {
  readonly title: string | null;
  readonly html: string;
  readonly removed: readonly Removed[];
  readonly images: readonly PageImage[];
}

const MOST_BYTES = 120_000_000;
const MOST_CELLS = 50_000;
const MOST_IMAGES = 200;
/** Deleted by a tracked change, machine text, or a second rendering of the same thing. */
const SKIPPED = new Set(['del', 'moveFrom', 'Fallback', 'instrText', 'delText', 'delInstrText', 'rt', 'txbxContent']);
const TYPES: Readonly<Record<string, string>> = {
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  gif: 'image/gif',
  webp: 'image/webp',
};

interface OpenParagraph {
  runs: Run[];
  style: string | null;
  num: string | null;
  level: number | null;
}

interface OpenCell {
  blocks: PageBlockNode[];
  colSpan: number;
  merge: 'start' | 'rest' | null;
}

interface OpenTable {
  rows: { cells: OpenCell[]; head: boolean; deleted: boolean }[];
}

/** Relationship id → target, for links and pictures. */
function relations(zip: ZipFile): Map<string, { target: string; external: boolean }> {
  const out = new Map<string, { target: string; external: boolean }>();
  const xml = zip.text('word/_rels/document.xml.rels');
  if (xml === null) return out;
  walkXml(xml, {
    open(name, a) {
      if (name !== 'Relationship') return;
      out.set(attribute(a, 'Id') ?? '', { target: attribute(a, 'Target') ?? '', external: attribute(a, 'TargetMode') === 'External' });
    },
  });
  return out;
}

function closeTable(table: OpenTable): PageBlockNode[] {
  const rows: Cell[][] = [];
  const origins = new Map<number, { rowSpan: number }>();
  const kept = table.rows.filter((r) => !r.deleted);
  for (const row of kept) {
    const cells: Cell[] = [];
    let column = 0;
    for (const cell of row.cells) {
      const above = origins.get(column);
      if (cell.merge === 'rest' && above) above.rowSpan++;
      else {
        const own = { header: row.head, colSpan: cell.colSpan, rowSpan: 1, blocks: cell.blocks };
        cells.push(own);
        if (cell.merge === 'start') origins.set(column, own);
        else origins.delete(column);
      }
      column += cell.colSpan;
    }
    rows.push(cells);
  }
  let head = 0;
  while (kept[head]?.head) head++;
  if (rows.every((r) => r.every((c) => c.blocks.length === 0))) return [];
  const only = rows[0]?.[0];
  return rows.length === 1 && rows[0]?.length === 1 && only ? [...only.blocks] : [withHead([], rows, head)];
}

/** One walk through document.xml. */
class DocxWalk {
  readonly blocks: PageBlockNode[] = [];
  readonly images: PageImage[] = [];
  readonly removals = new Removals();
  title: string | null = null;
  readonly #zip: ZipFile;
  readonly #styles: DocxStyles;
  readonly #numbering: DocxNumbering;
  readonly #relations: Map<string, { target: string; external: boolean }>;
  readonly #tables: OpenTable[] = [];
  readonly #paragraphs: OpenParagraph[] = [];
  #skipping = 0;
  #properties = 0;
  #rowProperties = false;
  #run = { marks: 0, hidden: false };
  #text = false;
  #href: string | null = null;
  #alt: string | null = null;
  #cells = 0;

  constructor(zip: ZipFile) {
    this.#zip = zip;
    this.#styles = new DocxStyles(zip);
    this.#numbering = new DocxNumbering(zip);
    this.#relations = relations(zip);
  }

  open(name: string, a: Record<string, string>): void {
    if (SKIPPED.has(name)) {
      if (name === 'del' && this.#rowProperties) this.#row()!.deleted = true;
      if (name === 'del' || name === 'moveFrom') this.removals.note('hidden');
      this.#skipping++;
      return;
    }
    const p = this.#paragraphs.at(-1);
    const val = attribute(a, 'val');
    switch (name) {
      case 'p':
        this.#paragraphs.push({ runs: [], style: null, num: null, level: null });
        break;
      case 'pPr':
        this.#properties++;
        break;
      case 'pStyle':
        if (p) p.style = val ?? null;
        break;
      case 'numId':
        if (p) p.num = val ?? null;
        break;
      case 'ilvl':
        if (p) p.level = Number(val ?? 0);
        break;
      case 'r':
        this.#run = { marks: 0, hidden: false };
        break;
      case 'b':
        if (this.#properties === 0 && isOn(a)) this.#run.marks |= 1;
        break;
      case 'i':
        if (this.#properties === 0 && isOn(a)) this.#run.marks |= 2;
        break;
      case 'vertAlign':
        if (this.#properties === 0) this.#run.marks |= val === 'superscript' ? 16 : val === 'subscript' ? 8 : 0;
        break;
      case 'vanish':
        if (this.#properties === 0 && isOn(a)) {
          this.#run.hidden = true;
          this.removals.note('hidden');
        }
        break;
      case 't':
        this.#text = true;
        break;
      case 'tab':
        if (this.#properties === 0) this.#put(' ');
        break;
      case 'br':
      case 'cr':
        if (attribute(a, 'type') === undefined) this.#putRun({ kind: 'break' });
        break;
      case 'noBreakHyphen':
        this.#put('-');
        break;
      case 'hyperlink':
        this.#link(attribute(a, 'id'));
        break;
      case 'docPr':
        this.#alt = attribute(a, 'descr') ?? attribute(a, 'title') ?? null;
        break;
      case 'blip':
        this.#image(attribute(a, 'embed'));
        break;
      case 'imagedata':
        this.#image(attribute(a, 'id'));
        break;
      default:
        this.#openTablePart(name, a, val);
    }
  }

  #openTablePart(name: string, a: Record<string, string>, val: string | undefined): void {
    if (name === 'tbl') this.#tables.push({ rows: [] });
    else if (name === 'tr') this.#tables.at(-1)?.rows.push({ cells: [], head: false, deleted: false });
    else if (name === 'trPr') this.#rowProperties = true;
    else if (name === 'tblHeader' && this.#row()) this.#row()!.head = isOn(a);
    else if (name === 'tc') {
      if (++this.#cells > MOST_CELLS) throw new ReadingStopped('tooLarge', `表格超过${MOST_CELLS}格；请把大表作为附件上传。`);
      this.#row()?.cells.push({ blocks: [], colSpan: 1, merge: null });
    } else if (name === 'gridSpan' && this.#cell()) this.#cell()!.colSpan = Math.min(63, Math.max(1, Number(val) || 1));
    else if (name === 'vMerge' && this.#cell()) this.#cell()!.merge = val === 'restart' ? 'start' : 'rest';
  }

  text(text: string): void {
    if (this.#text) this.#put(text);
  }

  close(name: string): void {
    if (SKIPPED.has(name)) this.#skipping--;
    else if (name === 't') this.#text = false;
    else if (name === 'pPr') this.#properties--;
    else if (name === 'trPr') this.#rowProperties = false;
    else if (name === 'hyperlink') this.#href = null;
    else if (name === 'p') this.#closeParagraph();
    else if (name === 'tbl') {
      const table = this.#tables.pop();
      if (table) this.#here().push(...closeTable(table));
    }
  }

  #row(): OpenTable['rows'][number] | undefined {
    return this.#tables.at(-1)?.rows.at(-1);
  }

  #cell(): OpenCell | undefined {
    return this.#row()?.cells.at(-1);
  }

  /** Where a finished block belongs: the open cell, else the page. */
  #here(): PageBlockNode[] {
    return this.#cell()?.blocks ?? this.blocks;
  }

  #put(text: string): void {
    this.#putRun({ kind: 'text', text: text.replace(/[\u0000-\u001f\u007f]/g, ' '), marks: this.#run.marks, href: this.#href });
  }

  #putRun(run: Run): void {
    if (this.#skipping === 0 && !this.#run.hidden) this.#paragraphs.at(-1)?.runs.push(run);
  }

  #link(id: string | undefined): void {
    const relation = this.#relations.get(id ?? '');
    this.#href = relation?.external ? linkAddress(relation.target) : null;
    if (relation?.external && this.#href === null) this.removals.note('link');
  }

  #image(id: string | undefined): void {
    const relation = this.#relations.get(id ?? '');
    const mediaType = TYPES[/\.(\w+)$/.exec(relation?.target ?? '')?.[1]?.toLowerCase() ?? ''];
    const entry = relation && !relation.external ? this.#zip.entry(`word/${relation.target.replace(/^\/?(?:word\/)?/, '')}`) : undefined;
    if (!entry || !mediaType || this.images.length >= MOST_IMAGES) {
      this.removals.note('image');
      return;
    }
    const bytes = new Uint8Array(this.#zip.read(entry));
    if (!isImage(bytes, mediaType)) {
      this.removals.note('image');
      return;
    }
    const src = `attachment:image-${this.images.length + 1}`;
    this.images.push({ src, mediaType, bytes });
    this.#putRun({ kind: 'image', src, alt: this.#alt?.trim() || null });
    this.#alt = null;
  }

  #closeParagraph(): void {
    const p = this.#paragraphs.pop();
    if (!p) return;
    const runs = tidy(p.runs);
    if (runs.length === 0) return;
    const role = this.#styles.roleOf(p.style);
    if (role === 'title' && this.title === null && this.#tables.length === 0) {
      this.title = runs.map((r) => (r.kind === 'text' ? r.text : '')).join('');
      return;
    }
    const number = this.#numbering.next(p);
    const bullet = p.num !== null && this.#styles.isBullet(p.num, p.level ?? 0);
    const numbered = number === '' ? runs : tidy([{ kind: 'text', text: number, marks: 0, href: null }, ...runs]);
    if (typeof role === 'number') this.#here().push({ kind: 'heading', level: role, runs: bullet ? runs : numbered });
    else if (bullet) this.#item(runs);
    else this.#here().push({ kind: 'paragraph', runs: numbered });
  }

  #item(runs: readonly Run[]): void {
    const here = this.#here();
    const last = here.at(-1);
    const item: PageBlockNode[] = [{ kind: 'paragraph', runs }];
    if (last?.kind === 'list' && !last.ordered) here[here.length - 1] = { ...last, items: [...last.items, item] };
    else here.push({ kind: 'list', ordered: false, start: 1, items: [item] });
  }
}

/**
 * Turns a DOCX into a clean page: headings by style, tables with merged cells and heads, numbers as printed, pictures as
 * attachments; tracked deletions and hidden text left out and said. @throws ReadingStopped, whose message is for people
 */
export function docxToPage(bytes: Uint8Array): DocxPage {
  const zip = new ZipFile(bytes, MOST_BYTES);
  const xml = zip.text('word/document.xml');
  if (xml === null)
    throw new ReadingStopped('broken', '这不是Word文件（.docx），或者文件已损坏；旧格式（.doc、.wps）请另存为 .docx 再上传。');
  const walk = new DocxWalk(zip);
  walkXml(xml, {
    open: (name, a) => walk.open(name, a),
    text: (text) => walk.text(text),
    close: (name) => walk.close(name),
  });
  return { title: walk.title, html: writeBlocks(walk.blocks), removed: walk.removals.list(), images: walk.images };
}
