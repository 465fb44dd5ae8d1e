import type { PageBlockNode } from './blocks.ts';

/** What Word hides (display:none, mso-hide:all) and what it only writes for old programs. */
export function isWordHidden(style: string | null): boolean {
  return style !== null && /display\s*:\s*none|mso-hide\s*:\s*all|visibility\s*:\s*hidden/i.test(style);
}

/** The level a heading has on our page, where the title is the only first one: h1 becomes 2; null for no heading. */
export function headingLevel(tag: string, style: string | null): number | null {
  const h = /^h([1-6])$/.exec(tag);
  if (h) return Math.max(2, Number(h[1]));
  const outline = tag === 'p' ? /mso-outline-level\s*:\s*([1-6])/i.exec(style ?? '') : null;
  return outline ? Math.min(6, Number(outline[1]) + 1) : null;
}

const BULLET = /^(?:[·•●○■□◆◇➢►▪§ü\uf020-\uf0ff-]\s*|o\s+)/u;

/** A paragraph of a Word list whose mark is a dot, without the mark; numbers stay words, since a paper is quoted by them. */
export function bulletOf(style: string | null, block: PageBlockNode | undefined): PageBlockNode | null {
  if (!/mso-list\s*:/i.test(style ?? '') || block?.kind !== 'paragraph') return null;
  const first = block.runs[0];
  if (first?.kind !== 'text' || !BULLET.test(first.text)) return null;
  const text = first.text.replace(BULLET, '');
  const rest = block.runs.slice(1);
  const runs = text === '' ? rest : [{ ...first, text }, ...rest];
  return runs.length > 0 ? { kind: 'paragraph', runs } : null;
}
