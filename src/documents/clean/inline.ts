import { linkAddress } from './address.ts';
import { MARKS } from './blocks.ts';
import type { Removals } from './removed.ts';
import { attribute, type Element } from './tree.ts';

const MARK_OF: Readonly<Record<string, number>> = {
  ...Object.fromEntries(MARKS),
  b: 1,
  i: 2,
  del: 4,
  strike: 4,
  tt: 32,
  kbd: 32,
  samp: 32,
};

/** What holds for the words within an element: marks, and where a link leads. */
export interface Inline {
  readonly marks: number;
  readonly href: string | null;
}

export const PLAIN: Inline = { marks: 0, href: null };

/** What holds within an element, after what held around it; a link that leads nowhere allowed is noted. */
export function inlineOf(node: Element, inline: Inline, removals: Removals): Inline {
  const marks = inline.marks | (MARK_OF[node.tagName] ?? 0);
  if (node.tagName !== 'a') return { ...inline, marks };
  const raw = attribute(node, 'href');
  if (raw === null) return { ...inline, marks };
  const href = linkAddress(raw);
  if (href === null && !raw.trim().startsWith('#')) removals.note('link');
  return { marks, href: href ?? inline.href };
}
