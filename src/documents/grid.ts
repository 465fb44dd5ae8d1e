import type { CellKey } from '#law/forms/index.ts';

/** What a header cell stands over or beside, as in HTML: `rowgroup` for a heading across the table that opens a block of rows. */
export type HeaderScope = 'col' | 'row' | 'colgroup' | 'rowgroup';

/** One cell of a table at its origin; the slots its spans cover have no cell of their own. */
export interface GridCell {
  readonly text: string;
  /** At least 1. */
  readonly colSpan: number;
  /** At least 1. */
  readonly rowSpan: number;
  readonly header: boolean;
  readonly scope?: HeaderScope;
  /** The figure the cell shows. */
  readonly cellKey?: CellKey;
}

/** A table as printed: the cells that begin in each row, left to right, as HTML lists them. What every reader fills and every writer walks. */
export interface Grid {
  readonly rows: readonly (readonly GridCell[])[];
  /** How many slots wide. */
  readonly columns: number;
  /** Rows at the top that repeat on each page; 0 where none do. */
  readonly headerRows: number;
  readonly caption?: string;
}

/** A cell with its place, counted from 0. */
export interface PlacedCell {
  readonly row: number;
  readonly column: number;
  readonly cell: GridCell;
}

/** Where each cell stands, and what is wrong with the spans (a slot with two cells, with none, or outside), in the order found. */
export interface Layout {
  readonly cells: readonly PlacedCell[];
  /** `slots[row][column]`: the cell covering it. */
  readonly slots: readonly (readonly (PlacedCell | undefined)[])[];
  readonly problems: readonly { readonly row: number; readonly column: number; readonly what: 'overlap' | 'hole' | 'outside' }[];
}

/** Places the cells of a grid into its slots. Never throws: a foreign table's faults are listed. */
export function layOut(grid: Grid): Layout {
  const slots: (PlacedCell | undefined)[][] = grid.rows.map(() => new Array<PlacedCell | undefined>(grid.columns).fill(undefined));
  const cells: PlacedCell[] = [];
  const problems: { row: number; column: number; what: 'overlap' | 'hole' | 'outside' }[] = [];
  grid.rows.forEach((cellsOfRow, row) => {
    let column = 0;
    for (const cell of cellsOfRow) {
      while (column < grid.columns && slots[row]?.[column]) column++;
      const placed: PlacedCell = { row, column, cell };
      cells.push(placed);
      for (let r = row; r < row + cell.rowSpan; r++) {
        for (let c = column; c < column + cell.colSpan; c++) {
          const line = slots[r];
          if (!line || c >= grid.columns) problems.push({ row: r, column: c, what: 'outside' });
          else if (line[c]) problems.push({ row: r, column: c, what: 'overlap' });
          else line[c] = placed;
        }
      }
      column += cell.colSpan;
    }
  });
  slots.forEach((line, row) => {
    for (let column = 0; column < grid.columns; column++) if (!line[column]) problems.push({ row, column, what: 'hole' });
  });
  return { cells, slots, problems };
}
