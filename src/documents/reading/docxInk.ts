import type { XmlAttributes } from '../xml.ts';
import { standsBehind } from './docxSought.ts';
import { scanPart } from './xml.ts';
import type { ZipFile } from './zip.ts';

/** What is behind a text: a colour (RRGGBB), nothing of its own, or something whose colour is not told. */
type Ground = string | 'untold' | null;

const PAPER = 'FFFFFF';
/** Colours no further apart than this in each of red, green and blue are one to the eye. */
const ALIKE = 16;
/** Half-points: smaller text is a speck. */
const SPECK = 4;
const MOST_BASES = 20;

/** The elements to be told of where text may have no ink. */
export const INK_NEEDS = ['color', 'shd', 'sz', 'tblStyle'] as const;

function alike(a: string, b: string): boolean {
  const [p, q] = [Number.parseInt(a, 16), Number.parseInt(b, 16)];
  return [16, 8, 0].every((by) => Math.abs(((p >> by) & 255) - ((q >> by) & 255)) <= ALIKE);
}

function colorOf(value: string | undefined): string | null {
  return value !== undefined && /^[\dA-Fa-f]{6}$/.test(value) ? value.toUpperCase() : null;
}

/** What a shading puts behind its text. */
function groundOf(a: XmlAttributes): Ground {
  const kind = a.get('val') ?? 'clear';
  if (kind === 'clear' || kind === 'nil') return colorOf(a.get('fill'));
  return kind === 'solid' && colorOf(a.get('color')) ? colorOf(a.get('color')) : 'untold';
}

/** Table styles that shade cells, by themselves or by the style they are made from. */
function shadingStyles(styles: Buffer | null): Set<string> {
  const out = new Set<string>();
  if (!styles?.includes('shd')) return out;
  const bases = new Map<string, string>();
  let own: string | null = null;
  scanPart(styles, {
    open: (name, a) => {
      if (name === 'style') own = a.get('type') === 'table' ? (a.get('styleId') ?? null) : null;
      else if (own !== null && name === 'basedOn') bases.set(own, a.get('val') ?? '');
      else if (own !== null && name === 'shd' && (groundOf(a) ?? PAPER) !== PAPER) out.add(own);
    },
  });
  for (const style of bases.keys())
    for (let base = bases.get(style), i = 0; base !== undefined && i < MOST_BASES; base = bases.get(base), i++)
      if (out.has(base)) out.add(style);
  return out;
}

interface Table {
  ground: Ground;
  cell: Ground;
}

/**
 * Which text of a document's tables has the colour of what is behind it, or is a speck: a reader does not see it. Text in shapes, and
 * in tables whose style shades them, is taken as seen.
 */
export class DocxInk {
  readonly #shading: ReadonlySet<string>;
  readonly #tables: Table[] = [];
  #paragraph: Ground = null;
  #run: Ground = null;
  #color: string | null = null;
  #speck = false;
  #shapes = 0;
  #page: Ground = PAPER;
  readonly #within: string[] = [];

  constructor(shading: ReadonlySet<string>) {
    this.#shading = shading;
  }

  open(name: string, a: XmlAttributes): void {
    if (/Pr$/.test(name)) this.#within.push(name);
    const table = this.#tables.at(-1);
    if (name === 'tbl') this.#tables.push({ ground: null, cell: null });
    else if (name === 'tc' && table) table.cell = null;
    else if (name === 'p') this.#paragraph = null;
    else if (name === 'r') {
      this.#run = this.#color = null;
      this.#speck = false;
    } else if (name === 'txbxContent') this.#shapes++;
    else if (name === 'background') this.#page = 'untold';
    else if (name === 'tblStyle' && table && this.#shading.has(a.get('val') ?? '')) table.ground = 'untold';
    else if (name === 'shd') this.#shade(groundOf(a), table);
    else if (this.#within.at(-1) === 'rPr' && !this.#within.includes('pPr')) {
      if (name === 'color') this.#color = colorOf(a.get('val'));
      else if (name === 'sz') this.#speck = Number(a.get('val') ?? SPECK + 1) <= SPECK;
    }
  }

  #shade(ground: Ground, table: Table | undefined): void {
    const within = this.#within.at(-1);
    if (within === 'rPr' && !this.#within.includes('pPr')) this.#run = ground;
    else if (within === 'pPr') this.#paragraph = ground;
    else if (within === 'tcPr' && table) table.cell = ground;
    else if (within === 'tblPr' && table) table.ground ??= ground;
  }

  close(name: string): void {
    if (/Pr$/.test(name)) this.#within.pop();
    else if (name === 'tbl') this.#tables.pop();
    else if (name === 'txbxContent') this.#shapes--;
  }

  /** True where the text that comes next is not seen. */
  get hides(): boolean {
    const table = this.#tables.at(-1);
    if (!table || this.#shapes > 0) return false;
    if (this.#speck) return true;
    if (this.#color === null) return false;
    const ground = this.#run ?? this.#paragraph ?? table.cell ?? table.ground ?? this.#page;
    return ground !== null && ground !== 'untold' && alike(this.#color, ground);
  }
}

/** Whites that offices use; each begins with a letter that is rare in such a part, and so is soon looked for. */
const WHITES = ['FFFFFF', 'ffffff', 'FEFEFE', 'FDFDFD'];
const OF_TEXT = 'color w:val="';
/** The least size that Word sets, half-points. */
const LEAST_SIZE = 'z w:val="2"';

/** The ink of a document's text; null where no text is white or of hardly any size. */
export function inkOf(zip: ZipFile, body: Buffer): DocxInk | null {
  if (!WHITES.some((white) => standsBehind(body, OF_TEXT, white)) && !body.includes(LEAST_SIZE, 0, 'latin1')) return null;
  return new DocxInk(shadingStyles(body.includes('tblStyle') ? zip.part('word/styles.xml') : null));
}
