import { scanPart } from './xml.ts';
import type { ZipFile } from './zip.ts';

interface Level {
  format: string;
  text: string;
  start: number;
}

const CHINESE = '〇一二三四五六七八九十';

function numeral(n: number, format: string): string {
  if (format === 'none' || format === 'bullet') return '';
  if (/chinese|japanese|ideograph/i.test(format) && n > 0 && n < 100) {
    if (n <= 10) return CHINESE[n]!;
    return `${n >= 20 ? CHINESE[Math.floor(n / 10)] : ''}十${n % 10 === 0 ? '' : CHINESE[n % 10]}`;
  }
  if (format === 'upperLetter' && n <= 26) return String.fromCharCode(64 + n);
  if (format === 'lowerLetter' && n <= 26) return String.fromCharCode(96 + n);
  return String(n);
}

/** The automatic numbers of a DOCX: 一、 before a heading is often no text but a list. */
export class DocxNumbering {
  readonly #levels = new Map<string, Level[]>();
  readonly #counts = new Map<string, number[]>();
  readonly #styles = new Map<string, { num: string; level: number }>();

  constructor(zip: ZipFile) {
    const numbering = zip.part('word/numbering.xml');
    if (!numbering) return;
    this.#readNumbering(numbering);
    const styles = zip.part('word/styles.xml');
    if (styles?.includes('numId')) this.#readStyles(styles);
  }

  #readNumbering(xml: Uint8Array): void {
    const abstracts = new Map<string, Level[]>();
    let abstract: Level[] | null = null;
    let level: Level | null = null;
    let num = '';
    scanPart(xml, {
      open: (name, a) => {
        const val = a.get('val') ?? '';
        if (name === 'abstractNum') abstracts.set(a.get('abstractNumId') ?? '', (abstract = []));
        else if (name === 'num') num = a.get('numId') ?? '';
        else if (name === 'abstractNumId' && num !== '') this.#levels.set(num, abstracts.get(val) ?? []);
        else if (name === 'lvl' && abstract) {
          const at = Number(a.get('ilvl') ?? 0);
          if (at >= 0 && at < 9) abstract[at] = level = { format: 'decimal', text: '', start: 1 };
        } else if (name === 'numFmt' && level) level.format = val;
        else if (name === 'lvlText' && level) level.text = val;
        else if (name === 'start' && level) level.start = Number(val) || 1;
      },
      close: (name) => {
        if (name === 'abstractNum') abstract = null;
        if (name === 'lvl') level = null;
        if (name === 'num') num = '';
      },
    });
  }

  #readStyles(xml: Uint8Array): void {
    let style = '';
    let level = 0;
    let num: string | null = null;
    scanPart(xml, {
      open: (name, a) => {
        if (name === 'style') {
          style = a.get('styleId') ?? '';
          level = 0;
          num = null;
        } else if (name === 'ilvl') level = Number(a.get('val') ?? 0);
        else if (name === 'numId') num = a.get('val') ?? null;
      },
      close: (name) => {
        if (name === 'style' && num !== null) this.#styles.set(style, { num, level });
      },
    });
  }

  /** True where a style alone may number its paragraphs. */
  get byStyle(): boolean {
    return this.#styles.size > 0;
  }

  /** The printed number of a paragraph, '' where it has none. Counts on. */
  next(own: { num: string | null; level: number | null; style: string | null }): string {
    const inherited = own.style === null ? undefined : this.#styles.get(own.style);
    const num = own.num ?? inherited?.num;
    const levels = num === undefined ? undefined : this.#levels.get(num);
    if (num === undefined || num === '0' || !levels) return '';
    const at = own.level ?? inherited?.level ?? 0;
    const level = levels[at];
    if (!level) return '';
    const counts = this.#counts.get(num) ?? [];
    counts[at] = (counts[at] ?? level.start - 1) + 1;
    counts.length = at + 1;
    this.#counts.set(num, counts);
    return level.text.replace(/%(\d)/g, (_, d: string) => {
      const i = Number(d) - 1;
      return numeral(counts[i] ?? levels[i]?.start ?? 1, levels[i]?.format ?? 'decimal');
    });
  }
}
