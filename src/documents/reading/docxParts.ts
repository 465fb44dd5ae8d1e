import type { Block } from './blocks.ts';
import { standsBehind } from './docxSought.ts';
import { htmlBlocks } from './html.ts';
import { isOnValue, scanPart } from './xml.ts';
import type { ZipFile } from './zip.ts';

/** What a document's text needs of its other parts. */
export interface DocxParts {
  /** Character styles whose text is hidden or struck out. */
  readonly hiddenStyles: ReadonlySet<string>;
  /** The blocks of a page that was put into the document as it is. @param from the paragraphs before it */
  readonly chunk: (id: string, from: number) => Block[];
}

const MOST_CHUNKS = 20;

function hiddenStylesIn(xml: Uint8Array): Set<string> {
  const out = new Set<string>();
  let style: string | null = null;
  scanPart(xml, {
    open: (name, a) => {
      if (name === 'style') style = a.get('type') === 'character' ? (a.get('styleId') ?? null) : null;
      else if (style !== null && /^(?:vanish|d?strike)$/.test(name) && isOnValue(a.get('val'))) out.add(style);
    },
  });
  return out;
}

/** The parts the text refers to by their ids. */
function targetsIn(xml: Uint8Array): Map<string, string> {
  const out = new Map<string, string>();
  scanPart(xml, {
    open: (name, a) => {
      if (name === 'Relationship') out.set(a.get('Id') ?? '', (a.get('Target') ?? '').replace(/^\/?(?:word\/)?/, 'word/'));
    },
  });
  return out;
}

function blocksFrom(xml: string, from: number): Block[] {
  return htmlBlocks(xml).blocks.map((b) =>
    b.kind === 'paragraph' ? { ...b, n: b.n + from } : { ...b, lines: b.lines.map((l) => l.map((n) => n + from)) },
  );
}

const CHUNK = /\.x?html?$/i;

/** The parts beside the text, read only where the text refers to them. */
export function partsBeside(zip: ZipFile, body: Buffer): DocxParts {
  const styles = standsBehind(body, 'r', 'Style ') ? zip.part('word/styles.xml') : null;
  const hides = styles !== null && ['vanish', 'strike'].some((word) => styles.includes(word));
  const relations = zip.entries.some((e) => CHUNK.test(e.name)) ? zip.part('word/_rels/document.xml.rels') : null;
  const targets = relations ? targetsIn(relations) : new Map<string, string>();
  let chunks = 0;
  return {
    hiddenStyles: hides ? hiddenStylesIn(styles) : new Set(),
    chunk: (id, from) => {
      const target = targets.get(id);
      const page = target !== undefined && CHUNK.test(target) && ++chunks <= MOST_CHUNKS ? zip.text(target) : null;
      return page === null ? [] : blocksFrom(page, from);
    },
  };
}
