import type { DefaultTreeAdapterTypes } from 'parse5';
import type { Removals } from './removed.ts';
import { isWordHidden } from './word.ts';

export type Node = DefaultTreeAdapterTypes.ChildNode;
export type Element = DefaultTreeAdapterTypes.Element;

/** Deeper than this a page is read as plain words. */
export const MOST_DEPTH = 120;
const MOST_SPAN = 100;
const words = (s: string): ReadonlySet<string> => new Set(s.split(' '));

/** Elements left out with all that is in them, and what is said about it. */
export const DROPPED: Readonly<Record<string, Parameters<Removals['note']>[0]>> = Object.fromEntries([
  ...'script noscript template'.split(' ').map((t) => [t, 'script'] as const),
  ...'style link'.split(' ').map((t) => [t, 'style'] as const),
  ...'iframe frame frameset object embed applet audio video source track canvas svg math map area portal noembed noframes'
    .split(' ')
    .map((t) => [t, 'embedded'] as const),
  ...'input button select textarea option optgroup datalist keygen output progress meter dialog'
    .split(' ')
    .map((t) => [t, 'form'] as const),
  ...'head title meta base xml plaintext xmp'.split(' ').map((t) => [t, 'comment'] as const),
]);
/** Elements that end a line of text. */
export const BLOCKS = words(
  'address article aside blockquote body center dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol p pre section summary table tbody td tfoot th thead tr ul caption colgroup col dir',
);

/** True for an element, not a text or comment. */
export function isElement(node: Node): node is Element {
  return 'tagName' in node;
}

/** An attribute's value. */
export function attribute(node: Element, name: string): string | null {
  return node.attrs.find((a) => a.name === name)?.value ?? null;
}

/** How many columns or rows a cell takes, within bounds. */
export function span(node: Element, name: string): number {
  const n = Number.parseInt(attribute(node, name) ?? '1', 10);
  return Number.isFinite(n) ? Math.min(MOST_SPAN, Math.max(1, n)) : 1;
}

/** The text below a node with its line breaks, as `pre` shows it. */
export function rawText(node: Node, depth: number): string {
  if ('value' in node) return node.value;
  if (!isElement(node) || DROPPED[node.tagName] || depth > MOST_DEPTH) return '';
  return node.tagName === 'br' ? '\n' : node.childNodes.map((c) => rawText(c, depth + 1)).join('');
}

/** The words below an element however deep they lie. */
export function flatText(node: Element): string {
  const open: Node[] = [node];
  let out = '';
  for (let next = open.pop(); next; next = open.pop()) {
    if ('value' in next) out += next.value;
    else if (isElement(next) && !DROPPED[next.tagName] && !isWordHidden(attribute(next, 'style'))) {
      if (BLOCKS.has(next.tagName)) out += ' ';
      open.push(...next.childNodes.toReversed());
    }
  }
  return out;
}
