import { ReadingStopped } from '../reading/fault.ts';
import { attribute, isOn } from '../reading/xml.ts';
import type { Cell, PageBlockNode } from './blocks.ts';
import { withHead } from './table.ts';

const MOST_CELLS = 50_000;

interface OpenCell {
  blocks: PageBlockNode[];
  colSpan: number;
  merge: 'start' | 'rest' | null;
}

/** A table while its rows are still being read. */
interface OpenTable {
  rows: { cells: OpenCell[]; head: boolean; deleted: boolean }[];
}

/** The finished table: vertical merges counted, rows deleted by a tracked change left out; a table of one cell is its content, an empty one nothing. */
function closeTable(table: OpenTable): PageBlockNode[] {
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

/** The tables a walk is inside of, the innermost last. */
export class OpenTables {
  readonly #tables: OpenTable[] = [];
  #cells = 0;
  #rowProperties = false;

  get depth(): number {
    return this.#tables.length;
  }

  /** Where a finished block belongs; nothing outside a cell. */
  get blocks(): PageBlockNode[] | undefined {
    return this.#cell()?.blocks;
  }

  /** A deletion said among a row's properties is of the whole row. */
  deleteRow(): void {
    if (this.#rowProperties) this.#row()!.deleted = true;
  }

  /** @throws ReadingStopped past the cells a page may have */
  open(name: string, a: Record<string, string>): void {
    const val = attribute(a, 'val');
    if (name === 'tbl') this.#tables.push({ rows: [] });
    else if (name === 'tr') this.#tables.at(-1)?.rows.push({ cells: [], head: false, deleted: false });
    else if (name === 'trPr') this.#rowProperties = true;
    else if (name === 'tblHeader' && this.#row()) this.#row()!.head = isOn(a);
    else if (name === 'tc') {
      if (++this.#cells > MOST_CELLS) throw new ReadingStopped('tooLarge', `表格超过${MOST_CELLS}格；请把大表作为附件上传。`);
      this.#row()?.cells.push({ blocks: [], colSpan: 1, merge: null });
    } else if (name === 'gridSpan' && this.#cell()) this.#cell()!.colSpan = Math.min(63, Math.max(1, Number(val) || 1));
    else if (name === 'vMerge' && this.#cell()) this.#cell()!.merge = val === 'restart' ? 'start' : 'rest';
  }

  /** The blocks of a table that ends here. */
  close(name: string): PageBlockNode[] {
    if (name === 'trPr') this.#rowProperties = false;
    const table = name === 'tbl' ? this.#tables.pop() : undefined;
    return table ? closeTable(table) : [];
  }

  #row(): OpenTable['rows'][number] | undefined {
    return this.#tables.at(-1)?.rows.at(-1);
  }

  #cell(): OpenCell | undefined {
    return this.#row()?.cells.at(-1);
  }
}
