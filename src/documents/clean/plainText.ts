import type { PageBlock, PageText } from '#domain/precheck/index.ts';
import { type PageBlockNode, textOfRuns } from './blocks.ts';
import { readBlocks } from './cleanHtml.ts';

function linesOf(block: PageBlockNode): string[] {
  switch (block.kind) {
    case 'paragraph':
    case 'heading':
      return textOfRuns(block.runs).split('\n');
    case 'list':
      return block.items.flatMap((i) => i.flatMap(linesOf));
    case 'table':
      return [
        ...(block.caption.length > 0 ? [textOfRuns(block.caption)] : []),
        ...block.rows.map((r) => r.map((c) => c.blocks.flatMap(linesOf).join(' ')).join('\t')),
      ];
    case 'quote':
      return block.blocks.flatMap(linesOf);
    case 'pre':
      return block.text.split('\n');
    case 'rule':
      return [];
  }
}

/** The text of a page, one paragraph or table row a line, cells divided by tabs. */
export function plainText(html: string): string {
  return readBlocks(html)
    .blocks.flatMap(linesOf)
    .map((l) => l.trim())
    .filter((l) => l !== '')
    .join('\n');
}

/** What the check before publishing reads of a page. */
export function pageText(html: string): PageText {
  const blocks: PageBlock[] = [];
  const page = {
    blocks,
    tables: [] as PageText['tables'][number][],
    images: [] as PageText['images'][number][],
    links: [] as PageText['links'][number][],
  };
  const add = (kind: PageBlock['kind'], level: number, text: string): number => blocks.push({ n: blocks.length + 1, kind, level, text });
  const walk = (node: PageBlockNode, kind: PageBlock['kind']): void => {
    if (node.kind === 'paragraph' || node.kind === 'heading') {
      const n = add(node.kind === 'heading' ? 'heading' : kind, node.kind === 'heading' ? node.level : 0, textOfRuns(node.runs));
      for (const r of node.runs) {
        if (r.kind === 'image') page.images.push({ block: n, alt: r.alt, source: r.src });
        if (r.kind === 'text' && r.href !== null) page.links.push({ block: n, href: r.href, text: r.text });
      }
    } else if (node.kind === 'list') for (const i of node.items) for (const b of i) walk(b, kind === 'cell' ? 'cell' : 'item');
    else if (node.kind === 'quote') for (const b of node.blocks) walk(b, kind);
    else if (node.kind === 'pre') add(kind, 0, node.text);
    else if (node.kind === 'table') {
      const first = blocks.length + 1;
      if (node.caption.length > 0) add('paragraph', 0, textOfRuns(node.caption));
      for (const row of node.rows) for (const c of row) for (const b of c.blocks) walk(b, 'cell');
      const headers = node.rows.flat().filter((c) => c.header).length;
      const columns = Math.max(...node.rows.map((r) => r.reduce((sum, c) => sum + c.colSpan, 0)));
      page.tables.push({ block: first, rows: node.rows.length, columns, headers, quote: blocks[first - 1]?.text ?? '' });
    }
  };
  for (const b of readBlocks(html).blocks) walk(b, 'paragraph');
  return page;
}
