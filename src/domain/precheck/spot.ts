import type { PrecheckPlace } from './finding.ts';
import type { PrecheckText } from './page.ts';

/** A piece of text with its place. */
export interface Spot {
  readonly text: string;
  readonly place: PrecheckPlace;
}

/** Title, summary and every block of the body. */
export function spotsOf(text: PrecheckText): Spot[] {
  return [
    { text: text.title, place: { part: 'title' as const } },
    { text: text.summary, place: { part: 'summary' as const } },
    ...text.page.blocks.map((b) => ({ text: b.text, place: { part: 'body' as const, paragraph: b.n } })),
  ].filter((s) => s.text.trim() !== '');
}
