import type { CellNote, Doubt, Reading, TableState, Value } from '#domain/report/model.ts';
import type { Form } from '#law/forms/index.ts';
import type { BandCell } from './bands.ts';
import type { ReadCell, RowReading } from './cells.ts';

/** What one table's place in the report gives. */
export interface TableReading<T> {
  readonly table: T | null;
  readonly state: TableState;
  readonly edition: Form['edition'] | null;
  readonly doubts: Doubt[];
  readonly notes: CellNote[];
  readonly cellLines: Record<string, number>;
  readonly labels: Reading['labels'][number][];
  readonly absentRows: string[];
  /** Source line of the table's last cell; 0 where there is none. */
  readonly lastLine: number;
}

/** The reading of a table that is not there. */
export function emptyTable<T>(): TableReading<T> {
  return {
    table: null,
    state: 'missing',
    edition: null,
    doubts: [],
    notes: [],
    cellLines: Object.create(null) as Record<string, number>,
    labels: [],
    absentRows: [],
    lastLine: 0,
  };
}

const LISTED = 20;

/** A doubt with at most twenty readings; what was not listed is counted. */
export function doubtOf(cell: string, readings: readonly Value[][], complete: boolean, why: string): Doubt {
  const listed = readings.slice(0, LISTED);
  const more = readings.length - listed.length + (complete ? 0 : 1);
  return { cell, readings: listed.map((r) => [...r]), ...(more > 0 ? { more } : {}), why };
}

/** The notes of a row's cells. */
export function notesOf(keys: readonly string[], cells: readonly ReadCell[]): CellNote[] {
  return cells.flatMap((c, i) => (c.note ? [{ cell: keys[i]!, kind: c.note, printed: c.printed, line: c.line }] : []));
}

/** Blank cells among the values of a row that was worked out. */
export function blanksOf(keys: readonly string[], values: readonly Value[], line: number): CellNote[] {
  return keys.flatMap((cell, i) => (values[i] === null ? [{ cell, kind: 'blank' as const, printed: '', line }] : []));
}

/** Notes the source line of each cell of a row; where the cells cannot be told apart, the first one's. */
export function noteLines(into: Record<string, number>, keys: readonly string[], row: RowReading, cells: readonly BandCell[]): void {
  for (let i = 0; i < keys.length; i++) {
    const line = row.kind === 'known' ? row.cells[i]?.line : cells[0]?.n;
    if (line) into[keys[i]!] = line;
  }
}
