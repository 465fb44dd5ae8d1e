import { type Markup, markup, trusted } from '../markup.ts';
import { type Cell, MARKS, type PageBlockNode, type Run } from './blocks.ts';

function marked(run: Extract<Run, { kind: 'text' }>): Markup {
  let inner = markup`${run.text}`;
  for (const [tag, bit] of [...MARKS].reverse()) if (run.marks & bit) inner = markup`${trusted(`<${tag}>`)}${inner}${trusted(`</${tag}>`)}`;
  return inner;
}

function isOutside(href: string): boolean {
  return /^https?:/i.test(href);
}

/** Runs one after another; neighbours with the same address are one link. */
function runsMarkup(runs: readonly Run[]): Markup[] {
  const out: Markup[] = [];
  for (let i = 0; i < runs.length; i++) {
    const run = runs[i];
    if (!run) continue;
    if (run.kind === 'break') out.push(markup`<br>`);
    else if (run.kind === 'image')
      out.push(markup`<img src="${run.src}" alt="${run.alt ?? ''}"${run.alt === null && markup` data-alt="missing"`}>`);
    else if (run.href === null) out.push(marked(run));
    else {
      const parts = [marked(run)];
      for (let next = runs[i + 1]; next?.kind === 'text' && next.href === run.href; next = runs[i + 1]) {
        parts.push(marked(next));
        i++;
      }
      out.push(markup`<a href="${run.href}"${isOutside(run.href) && markup` rel="noopener"`}>${parts}</a>`);
    }
  }
  return out;
}

/** One paragraph alone needs no tag of its own inside a cell or an item. */
function inside(blocks: readonly PageBlockNode[]): Markup[] {
  const only = blocks[0];
  if (blocks.length === 1 && only?.kind === 'paragraph') return runsMarkup(only.runs);
  return blocks.map(blockMarkup);
}

function cellMarkup(cell: Cell, row: number, head: number): Markup {
  const spans = markup`${cell.colSpan > 1 && markup` colspan="${cell.colSpan}"`}${cell.rowSpan > 1 && markup` rowspan="${cell.rowSpan}"`}`;
  if (!cell.header) return markup`<td${spans}>${inside(cell.blocks)}</td>`;
  return markup`<th scope="${row < head ? 'col' : 'row'}"${spans}>${inside(cell.blocks)}</th>`;
}

function rowMarkup(row: readonly Cell[], i: number, head: number): Markup {
  return markup`<tr>${row.map((c) => cellMarkup(c, i, head))}</tr>`;
}

function blockMarkup(block: PageBlockNode): Markup {
  switch (block.kind) {
    case 'paragraph':
      return markup`<p>${runsMarkup(block.runs)}</p>`;
    case 'heading':
      return markup`${trusted(`<h${block.level}>`)}${runsMarkup(block.runs)}${trusted(`</h${block.level}>`)}`;
    case 'list': {
      const items = block.items.map((i) => markup`<li>${inside(i)}</li>`);
      if (!block.ordered) return markup`<ul>${items}</ul>`;
      return markup`<ol${block.start !== 1 && markup` start="${block.start}"`}>${items}</ol>`;
    }
    case 'table': {
      const rows = block.rows.map((r, i) => rowMarkup(r, i, block.head));
      const caption = block.caption.length > 0 && markup`<caption>${runsMarkup(block.caption)}</caption>`;
      const head = block.head > 0 && markup`<thead>${rows.slice(0, block.head)}</thead>`;
      const body = block.head < rows.length && markup`<tbody>${rows.slice(block.head)}</tbody>`;
      return markup`<table>${caption}${head}${body}</table>`;
    }
    case 'quote':
      return markup`<blockquote>${block.blocks.map(blockMarkup)}</blockquote>`;
    case 'pre':
      return markup`<pre>${block.text.startsWith('\n') && '\n'}${block.text}</pre>`;
    case 'rule':
      return markup`<hr>`;
  }
}

/** Blocks as HTML: one a line, the same blocks always the same bytes. */
export function writeBlocks(blocks: readonly PageBlockNode[]): string {
  return blocks.map((b) => blockMarkup(b).text).join('\n');
}
