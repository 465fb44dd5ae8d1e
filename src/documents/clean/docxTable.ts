import type { Cell, PageBlockNode } from './blocks.ts';
import { withHead } from './table.ts';

export interface OpenCell {
  blocks: PageBlockNode[];
  colSpan: number;
  merge: 'start' | 'rest' | null;
}

/** A table while its rows are still being read. */
export interface OpenTable {
  rows: { cells: OpenCell[]; head: boolean; deleted: boolean }[];
}

/** The finished table: vertical merges counted, rows deleted by a tracked change left out; a table of one cell is its content, an empty one nothing. */
export function closeTable(table: OpenTable): PageBlockNode[] {
  const rows: Cell[][] = [];
  const origins = new Map<number, { rowSpan: number }>();
  const kept = table.rows.filter((r) => !r.deleted);
  for (const row of kept) {
    const cells: Cell[] = [];
    let column = 0;
    for (const cell of row.cells) {
      const above = origins.get(column);
      if (cell.merge === 'rest' && above) above.rowSpan++;
      else {
        const own = { header: row.head, colSpan: cell.colSpan, rowSpan: 1, blocks: cell.blocks };
        cells.push(own);
        if (cell.merge === 'start') origins.set(column, own);
        else origins.delete(column);
      }
      column += cell.colSpan;
    }
    rows.push(cells);
  }
  let head = 0;
  while (kept[head]?.head) head++;
  if (rows.every((r) => r.every((c) => c.blocks.length === 0))) return [];
  const only = rows[0]?.[0];
  return rows.length === 1 && rows[0]?.length === 1 && only ? [...only.blocks] : [withHead([], rows, head)];
}
