import type { GridCell } from '../grid.ts';
import type { Block } from './blocks.ts';

/** A cell while its paragraphs are read. */
export interface OpenCell {
  text: string;
  n: number;
  span: number;
  /** `start` of a vertical merge, its `rest`, or none. */
  merge: 'start' | 'rest' | null;
  /** Merged into the cell on its left. */
  joined: boolean;
}

/** A table while its rows are read. */
export interface OpenTable {
  readonly rows: { readonly cells: OpenCell[]; deleted: boolean }[];
}

/** Rows of a DOCX table as grid rows: what a vertical merge covers is dropped and counted in its origin's rowSpan. */
export function closeTable(table: OpenTable): Extract<Block, { kind: 'table' }> {
  const rows: GridCell[][] = [];
  const lines: number[][] = [];
  const origins = new Map<number, { rowSpan: number }>();
  let columns = 0;
  for (const row of table.rows) {
    if (row.deleted) continue;
    const cells: { -readonly [K in keyof GridCell]: GridCell[K] }[] = [];
    const numbers: number[] = [];
    let column = 0;
    for (const cell of row.cells) {
      const above = origins.get(column);
      const left = cells.at(-1);
      if (cell.joined && left) left.colSpan += cell.span;
      else if (cell.merge === 'rest' && above) above.rowSpan++;
      else {
        const own = { text: cell.text.trim(), colSpan: cell.span, rowSpan: 1, header: false };
        cells.push(own);
        numbers.push(cell.n);
        if (cell.merge === 'start') origins.set(column, own);
        else origins.delete(column);
      }
      column += cell.span;
    }
    columns = Math.max(columns, column);
    rows.push(cells);
    lines.push(numbers);
  }
  return { kind: 'table', grid: { rows, columns, headerRows: 0 }, lines };
}
