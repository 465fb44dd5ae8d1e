/** What stands in one cell. Formulas have given way to the result last calculated. */
export type SheetCell =
  | { readonly kind: 'text'; readonly text: string }
  /** `text`: the figure as stored, with the leading zeros its format shows. */
  | { readonly kind: 'number'; readonly text: string; readonly number: number }
  /** A number shown as a date: `text` is `YYYY-MM-DD`, with ` HH:MM` where a time of day is stored. */
  | { readonly kind: 'date'; readonly text: string }
  | { readonly kind: 'flag'; readonly text: string; readonly flag: boolean }
  /** `#REF!`, `#N/A` … */
  | { readonly kind: 'fault'; readonly text: string }
  /** A formula without a stored result. */
  | { readonly kind: 'uncalculated'; readonly text: '' };

/** A merged area, both corners included; rows and columns count from 1. */
export interface Merge {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** One row that holds something; `number` is the line shown at its left edge. */
export interface SheetRow {
  readonly number: number;
  readonly hidden: boolean;
  /** By column, counted from 1. Empty cells are absent. */
  readonly cells: ReadonlyMap<number, SheetCell>;
}

/** One sheet of a workbook or one CSV file, as far as it holds anything. */
export interface SheetGrid {
  readonly name: string;
  readonly hidden: boolean;
  /** Ascending by number; empty rows are absent. */
  readonly rows: readonly SheetRow[];
  readonly merges: readonly Merge[];
  readonly hiddenColumns: ReadonlySet<number>;
  /** CSV has no cell types: every cell is text, and a leading ' guards formulas. */
  readonly source: 'xlsx' | 'csv';
}

/** A, B … Z, AA …: what the sheet shows above column `column` (from 1). */
export function columnLetter(column: number): string {
  let rest = column;
  let letters = '';
  while (rest > 0) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
    rest = Math.floor((rest - 1) / 26);
  }
  return letters;
}

/** `C12` → column 3, row 12; null when it is no cell address of a sheet. */
export function parseAddress(address: string): { column: number; row: number } | null {
  const match = /^([A-Z]{1,3})([1-9]\d{0,6})$/.exec(address);
  if (!match) return null;
  const column = [...match[1]!].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
  const row = Number(match[2]);
  return column <= 16_384 && row <= 1_048_576 ? { column, row } : null;
}

/** The merged area among these that a cell lies in, or null. */
export function mergeAt(merges: readonly Merge[], row: number, column: number): Merge | null {
  return merges.find((m) => row >= m.top && row <= m.bottom && column >= m.left && column <= m.right) ?? null;
}

/** Areas merged over several lines by their first column, ordered by line, to look one up for each of many lines. */
export class TallMerges {
  readonly #byColumn: Map<number, Merge[]>;

  constructor(sheet: SheetGrid) {
    const tall = sheet.merges.filter((m) => m.bottom > m.top).sort((a, b) => a.top - b.top);
    this.#byColumn = Map.groupBy(tall, (m) => m.left);
  }

  /** The area that begins above `row` in this column and reaches it; null where there is none. */
  above(row: number, column: number): Merge | null {
    const list = this.#byColumn.get(column) ?? [];
    let low = 0;
    let high = list.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (list[middle]!.top < row) low = middle + 1;
      else high = middle;
    }
    const last = list[low - 1];
    return last && last.bottom >= row ? last : null;
  }
}
