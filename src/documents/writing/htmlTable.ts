import type { CellKey } from '#law/forms/index.ts';
import { type Grid, type Layout, layOut, type PlacedCell } from '../grid.ts';
import { type Markup, markup } from '../markup.ts';

function idOf(prefix: string, cell: PlacedCell): string {
  return `${prefix}-${cell.row + 1}-${cell.column + 1}`;
}

function opensBlock(cell: PlacedCell): boolean {
  return cell.cell.scope === 'rowgroup';
}

/** The header cells that speak for a cell: those above it up to the heading of its block, and those beside it; outermost first. */
export function headersOf(layout: Layout, cell: PlacedCell): PlacedCell[] {
  const above: PlacedCell[] = [];
  for (let row = cell.row - 1; row >= 0; row--) {
    const found = layout.slots[row]?.[cell.column];
    if (!found?.cell.header || above.includes(found)) continue;
    above.unshift(found);
    if (opensBlock(found)) break;
  }
  const beside = new Set(layout.slots[cell.row]?.slice(0, cell.column).filter((c): c is PlacedCell => c?.cell.scope === 'row'));
  return [...above, ...beside];
}

/** How a page shows a figure of a table: as a link to what is behind it, for one. */
export type FigureMarkup = (key: CellKey, text: string) => Markup;

function cellMarkup(layout: Layout, placed: PlacedCell, prefix: string, figure?: FigureMarkup): Markup {
  const { cell } = placed;
  const spans = [cell.colSpan > 1 && markup` colspan="${cell.colSpan}"`, cell.rowSpan > 1 && markup` rowspan="${cell.rowSpan}"`];
  if (cell.header) return markup`<th id="${idOf(prefix, placed)}" scope="${cell.scope}"${spans}>${cell.text}</th>`;
  const headers = headersOf(layout, placed)
    .map((h) => idOf(prefix, h))
    .join(' ');
  return markup`<td headers="${headers}"${spans}${cell.cellKey && markup` data-figure="${cell.cellKey}"`}>${cell.cellKey && figure ? figure(cell.cellKey, cell.text) : cell.text}</td>`;
}

/** Rows of the body in blocks: a heading across the table opens a new one. */
function blocksOf(grid: Grid): number[][] {
  const blocks: number[][] = [];
  for (let row = grid.headerRows; row < grid.rows.length; row++) {
    const opens = grid.rows[row]?.[0]?.scope === 'rowgroup';
    const last = blocks.at(-1);
    if (last && !opens) last.push(row);
    else blocks.push([row]);
  }
  return blocks;
}

/**
 * A grid as an accessible HTML table: caption, scope, and for every figure the ids of the headers that speak for it.
 * `prefix` keeps the ids of several tables apart; `figure` shows the figures otherwise than as plain text.
 */
export function htmlTable(grid: Grid, prefix: string, figure?: FigureMarkup): Markup {
  const layout = layOut(grid);
  const rowMarkup = (row: number) =>
    markup`<tr>${layout.cells.filter((c) => c.row === row).map((c) => cellMarkup(layout, c, prefix, figure))}</tr>\n`;
  const head = Array.from({ length: grid.headerRows }, (_, row) => row);
  return markup`<table class="${prefix}">
<caption>${grid.caption}</caption>
${head.length > 0 && markup`<thead>\n${head.map(rowMarkup)}</thead>\n`}${blocksOf(grid).map((rows) => markup`<tbody>\n${rows.map(rowMarkup)}</tbody>\n`)}</table>`;
}
