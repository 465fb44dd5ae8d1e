import { attribute, walkXml } from '../reading/xml.ts';
import type { ZipFile } from '../reading/zip.ts';

/** What the styles and lists of a DOCX say of a paragraph: title, heading of a level, or nothing. */
export class DocxStyles {
  readonly #roles = new Map<string, 'title' | number>();
  readonly #bullets = new Set<string>();

  constructor(zip: ZipFile) {
    this.#readStyles(zip.text('word/styles.xml'));
    this.#readBullets(zip.text('word/numbering.xml'));
  }

  #readStyles(xml: string | null): void {
    if (xml === null) return;
    let id = '';
    walkXml(xml, {
      open: (name, a) => {
        if (name === 'style') id = attribute(a, 'styleId') ?? '';
        if (name === 'outlineLvl' && !this.#roles.has(id)) this.#setLevel(id, Number(attribute(a, 'val') ?? 9) + 1);
        if (name !== 'name') return;
        const said = (attribute(a, 'val') ?? '').toLowerCase();
        const heading = /^(?:heading|标题)\s*([1-9])$/.exec(said);
        if (/^(title|标题)$/.test(said)) this.#roles.set(id, 'title');
        else if (heading) this.#setLevel(id, Number(heading[1]));
      },
    });
  }

  #setLevel(id: string, level: number): void {
    if (level >= 1 && level <= 9) this.#roles.set(id, Math.min(6, level + 1));
  }

  #readBullets(xml: string | null): void {
    if (xml === null) return;
    const abstracts = new Map<string, Set<number>>();
    let abstract = new Set<number>();
    let level = 0;
    let num = '';
    walkXml(xml, {
      open: (name, a) => {
        const val = attribute(a, 'val') ?? '';
        if (name === 'abstractNum') abstracts.set(attribute(a, 'abstractNumId') ?? '', (abstract = new Set()));
        else if (name === 'lvl') level = Number(attribute(a, 'ilvl') ?? 0);
        else if (name === 'numFmt' && val === 'bullet') abstract.add(level);
        else if (name === 'num') num = attribute(a, 'numId') ?? '';
        else if (name === 'abstractNumId' && num !== '') for (const l of abstracts.get(val) ?? []) this.#bullets.add(`${num}/${l}`);
      },
    });
  }

  /** `title`, the level of a heading on our page (2 … 6), or null. */
  roleOf(style: string | null): 'title' | number | null {
    return style === null ? null : (this.#roles.get(style) ?? null);
  }

  /** True for a list's level whose mark is a dot. */
  isBullet(num: string, level: number): boolean {
    return this.#bullets.has(`${num}/${level}`);
  }
}
