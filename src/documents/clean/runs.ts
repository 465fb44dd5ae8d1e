import { type PageBlockNode, type Run, tidy } from './blocks.ts';

/** A paragraph of runs, or nothing where they say nothing. */
export function paragraphsOf(runs: readonly Run[]): PageBlockNode[] {
  const tidied = tidy(runs);
  return tidied.length > 0 ? [{ kind: 'paragraph', runs: tidied }] : [];
}

/** The runs of paragraphs and headings, one after another. */
export function runsOf(blocks: readonly PageBlockNode[]): Run[] {
  return blocks.flatMap((b) => (b.kind === 'paragraph' || b.kind === 'heading' ? b.runs : []));
}

/** Bullets that Word writes as paragraphs, one after another, are one list. */
export function joinLists(blocks: readonly PageBlockNode[]): PageBlockNode[] {
  const out: PageBlockNode[] = [];
  for (const b of blocks) {
    const last = out.at(-1);
    if (b.kind === 'list' && !b.ordered && last?.kind === 'list' && !last.ordered)
      out[out.length - 1] = { ...last, items: [...last.items, ...b.items] };
    else out.push(b);
  }
  return out;
}
