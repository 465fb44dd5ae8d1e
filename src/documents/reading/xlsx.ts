import type { Reading } from '#domain/report/model.ts';
import type { GridCell } from '../grid.ts';
import { SheetUnreadable } from '../sheets/archive.ts';
import { readWorkbook } from '../sheets/xlsx/workbook.ts';
import { readPieces } from './assemble.ts';
import { type Block, piecesOfBlocks } from './blocks.ts';
import { type Unreadable, unreadable } from './unreadable.ts';

/** All parts read of one workbook, inflated: far more than any report has. */
const MOST_BYTES = 40_000_000;

type Sheet = ReturnType<typeof readWorkbook>[number];

/** A row with one cell, of words, is a paragraph; others are rows of a table. */
function sheetBlocks(sheet: Sheet, from: number): Block[] {
  const covered = new Set<string>();
  const origin = new Map<string, { colSpan: number; rowSpan: number }>();
  for (const m of sheet.merges) {
    if ((m.bottom - m.top + 1) * (m.right - m.left + 1) > 20_000) continue;
    origin.set(`${m.top}/${m.left}`, { colSpan: m.right - m.left + 1, rowSpan: m.bottom - m.top + 1 });
    for (let r = m.top; r <= m.bottom; r++)
      for (let c = m.left; c <= m.right; c++) if (r !== m.top || c !== m.left) covered.add(`${r}/${c}`);
  }
  const blocks: Block[] = [];
  let rows: GridCell[][] = [];
  let lines: number[][] = [];
  let columns = 0;
  const close = (): void => {
    if (rows.length > 0) blocks.push({ kind: 'table', grid: { rows, columns, headerRows: 0 }, lines });
    rows = [];
    lines = [];
    columns = 0;
  };
  for (const row of sheet.rows) {
    if (row.hidden) continue;
    const last = Math.max(0, ...row.cells.keys());
    const cells: GridCell[] = [];
    for (let c = 1; c <= last; c++) {
      if (covered.has(`${row.number}/${c}`) || sheet.hiddenColumns.has(c)) continue;
      const spans = origin.get(`${row.number}/${c}`) ?? { colSpan: 1, rowSpan: 1 };
      cells.push({ text: row.cells.get(c)?.text ?? '', ...spans, header: false });
    }
    const n = from + row.number;
    const only = cells.length === 1 ? cells[0]!.text.trim() : '';
    if (only !== '' && !/^[-+]?[\d.,]+$/.test(only)) {
      close();
      blocks.push({ kind: 'paragraph', n, text: only });
      continue;
    }
    rows.push(cells);
    lines.push(cells.map(() => n));
    columns = Math.max(columns, last);
  }
  close();
  return blocks;
}

/** Reads a report from a workbook: its shown sheets one after the other. */
export function readXlsx(bytes: Uint8Array): Reading | Unreadable {
  try {
    let from = 0;
    const blocks = readWorkbook(bytes, MOST_BYTES)
      .filter((s) => !s.hidden)
      .flatMap((sheet) => {
        const title: Block = { kind: 'paragraph', n: from + 1, text: sheet.name };
        const own = sheetBlocks(sheet, from);
        from += sheet.rows.at(-1)?.number ?? 0;
        return /主动公开|收到和处理|复议|总体情况|主要问题|需要报告/.test(sheet.name) ? [title, ...own] : own;
      });
    return readPieces(piecesOfBlocks(blocks));
  } catch (fault) {
    if (!(fault instanceof SheetUnreadable)) throw fault;
    return unreadable(fault.why === 'empty' ? 'notAReport' : fault.why, `${fault.message.replace(/。?$/, '。')}`);
  }
}
