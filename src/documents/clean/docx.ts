import { DocxNumbering } from '../reading/docxNumbering.ts';
import { ReadingStopped } from '../reading/fault.ts';
import { attribute, isOn, walkXml } from '../reading/xml.ts';
import { ZipFile } from '../reading/zip.ts';
import { type PageBlockNode, type Run, tidy } from './blocks.ts';
import { DocxRelations } from './docxRelations.ts';
import { DocxStyles } from './docxStyles.ts';
import { OpenTables } from './docxTable.ts';
import type { PageImage } from './read.ts';
import { Removals, type Removed } from './removed.ts';
import { writeBlocks } from './write.ts';

/** A Word file as a page: its title apart, since a page has one of its own. */
export interface DocxPage {
  readonly title: string | null;
  readonly html: string;
  readonly removed: readonly Removed[];
  readonly images: readonly PageImage[];
}

const MOST_BYTES = 120_000_000;
const MOST_IMAGES = 200;
/** Deleted by a tracked change, machine text, or a second rendering of the same thing. */
const SKIPPED = new Set(['del', 'moveFrom', 'Fallback', 'instrText', 'delText', 'delInstrText', 'rt', 'txbxContent']);
interface OpenParagraph {
  runs: Run[];
  style: string | null;
  num: string | null;
  level: number | null;
}

/** One walk through document.xml. */
class DocxWalk {
  readonly blocks: PageBlockNode[] = [];
  readonly images: PageImage[] = [];
  readonly removals = new Removals();
  title: string | null = null;
  readonly #styles: DocxStyles;
  readonly #numbering: DocxNumbering;
  readonly #relations: DocxRelations;
  readonly #tables = new OpenTables();
  readonly #paragraphs: OpenParagraph[] = [];
  #skipping = 0;
  #properties = 0;
  #run = { marks: 0, hidden: false };
  #text = false;
  #href: string | null = null;
  #alt: string | null = null;

  constructor(zip: ZipFile) {
    this.#styles = new DocxStyles(zip);
    this.#numbering = new DocxNumbering(zip);
    this.#relations = new DocxRelations(zip);
  }

  open(name: string, a: Record<string, string>): void {
    if (SKIPPED.has(name)) {
      if (name === 'del') this.#tables.deleteRow();
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
        this.#tables.open(name, a);
    }
  }

  text(text: string): void {
    if (this.#text) this.#put(text);
  }

  close(name: string): void {
    if (SKIPPED.has(name)) this.#skipping--;
    else if (name === 't') this.#text = false;
    else if (name === 'pPr') this.#properties--;
    else if (name === 'hyperlink') this.#href = null;
    else if (name === 'p') this.#closeParagraph();
    else {
      const table = this.#tables.close(name);
      this.#here().push(...table);
    }
  }

  /** Where a finished block belongs: the open cell, else the page. */
  #here(): PageBlockNode[] {
    return this.#tables.blocks ?? this.blocks;
  }

  #put(text: string): void {
    this.#putRun({ kind: 'text', text: text.replace(/[\u0000-\u001f\u007f]/g, ' '), marks: this.#run.marks, href: this.#href });
  }

  #putRun(run: Run): void {
    if (this.#skipping === 0 && !this.#run.hidden) this.#paragraphs.at(-1)?.runs.push(run);
  }

  #link(id: string | undefined): void {
    const href = this.#relations.link(id);
    this.#href = href ?? null;
    if (href === undefined) this.removals.note('link');
  }

  #image(id: string | undefined): void {
    const image = this.images.length < MOST_IMAGES ? this.#relations.image(id) : null;
    if (!image) {
      this.removals.note('image');
      return;
    }
    const src = `attachment:image-${this.images.length + 1}`;
    this.images.push({ src, ...image });
    this.#putRun({ kind: 'image', src, alt: this.#alt?.trim() || null });
    this.#alt = null;
  }

  #closeParagraph(): void {
    const p = this.#paragraphs.pop();
    if (!p) return;
    const runs = tidy(p.runs);
    if (runs.length === 0) return;
    const role = this.#styles.roleOf(p.style);
    if (role === 'title' && this.title === null && this.#tables.depth === 0) {
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
