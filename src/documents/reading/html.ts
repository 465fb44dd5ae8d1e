import type { DefaultTreeAdapterTypes } from 'parse5';
import { parse } from 'parse5';
import type { Reading } from '#domain/report/model.ts';
import { readPieces } from './assemble.ts';
import { type Block, piecesOfBlocks } from './blocks.ts';
import { decodeText } from './decode.ts';
import { ReadingStopped } from './fault.ts';
import { type HiddenNames, hiddenNames, NOTHING_HIDDEN } from './htmlHidden.ts';
import { keptPages } from './htmlKept.ts';
import { sound } from './htmlSource.ts';
import { HtmlWalk, isElement } from './htmlWalk.ts';
import { isUnreadable, type Unreadable } from './unreadable.ts';

function titleOf(node: DefaultTreeAdapterTypes.ChildNode | DefaultTreeAdapterTypes.Document, depth = 0): string | null {
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

type Document = DefaultTreeAdapterTypes.Document;

function blocksOf(document: Document, names: HiddenNames): Block[] {
  const walk = new HtmlWalk(names);
  for (const child of document.childNodes) walk.walk(child, 0, false);
  walk.flush();
  return walk.blocks;
}

/** What the style sheets in a page's source hide. */
function namesIn(source: string): HiddenNames {
  if (!source.includes('{')) return NOTHING_HIDDEN;
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
