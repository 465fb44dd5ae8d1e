import type { Grid } from '../grid.ts';
import type { Piece } from './piece.ts';

/** A document in reading order: paragraphs and tables. */
export type Block =
  | { readonly kind: 'paragraph'; readonly n: number; readonly text: string }
  /** `lines`: the paragraph number of each cell of `grid.rows`. */
  | { readonly kind: 'table'; readonly grid: Grid; readonly lines: readonly (readonly number[])[] };

/** Blocks as pieces: a cell where its row begins, rows ended. */
export function piecesOfBlocks(blocks: readonly Block[]): Piece[] {
  const out: Piece[] = [];
  for (const block of blocks) {
    if (block.kind === 'paragraph') {
      for (const text of block.text.split('\n')) if (text.trim() !== '') out.push({ n: block.n, text });
      continue;
    }
    for (const [r, row] of block.grid.rows.entries()) {
      for (const [c, cell] of row.entries()) {
        const piece: Piece = {
          n: block.lines[r]?.[c] ?? 0,
          text: cell.text.length > 2 ? cell.text.replace(/\s+/g, ' ') : cell.text,
          cell: true,
        };
        out.push(c === row.length - 1 ? { ...piece, endsRow: true } : piece);
      }
    }
  }
  return out;
}
