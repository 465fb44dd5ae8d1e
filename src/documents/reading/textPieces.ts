import type { Piece } from './piece.ts';

interface NumberedLine {
  readonly n: number;
  readonly text: string;
}

const RULE_LINE = /^\s*\|?\s*:?-{3,}:?\s*(?:\|\s*:?-{3,}:?\s*)*\|?\s*$/;

function isRow(line: string): boolean {
  return line.indexOf('|', line.indexOf('|') + 1) > 0;
}

/** How a dump sets table cells: a tab before each, a bar line between them, a bar after each, or none of these. */
function layoutOf(lines: readonly NumberedLine[]): { tabbed: boolean; barAfter: boolean } {
  const tabbed = lines.filter((l) => /^\t[^\t]*$/.test(l.text)).length;
  const barAfter = lines.filter((l) => l.text.trim().length > 1 && l.text.trimEnd().indexOf('|') === l.text.trimEnd().length - 1).length;
  return { tabbed: tabbed >= 20, barAfter: barAfter >= 20 };
}

/** Tabs between cells, not only one in front. */
function hasInnerTab(line: string): boolean {
  const tab = line.indexOf('\t', line.startsWith('\t') ? 1 : 0);
  return tab >= 0 && line.trim() !== '' && (tab < line.trimEnd().length || line.indexOf('\t', tab + 1) > 0);
}

function rowPieces(cells: readonly string[], n: number): Piece[] {
  return cells.map((text, i): Piece => ({ n, text, cell: true, ...(i === cells.length - 1 ? { endsRow: true } : {}) }));
}

/**
 * The lines of a text as pieces. A line with bars or inner tabs is a table row; a line led by a tab is a cell (its row ends at
 * an empty line); a bar alone only separates; anything else stays a line, whose labels and figures are told apart later.
 */
export function piecesOfLines(lines: readonly NumberedLine[]): Piece[] {
  const { tabbed, barAfter } = layoutOf(lines);
  const out: Piece[] = [];
  for (const { n, text } of lines) {
    if (text.includes('|') && RULE_LINE.test(text)) continue;
    if (isRow(text)) {
      const cells = text.trim().replace(/^\|/, '').replace(/\|$/, '').split('|');
      const words = cells.map((c) => c.replace(/<br\s*\/?>/gi, ' ').replace(/\*\*/g, ''));
      for (const p of rowPieces(words, n)) out.push(p);
    } else if (/^\s*\|\s*$/.test(text)) {
      if (barAfter) out.push({ n, text: '', cell: true });
    } else if (tabbed && /^\t[^\t]*$/.test(text)) {
      out.push({ n, text: text.slice(1), cell: true });
    } else if (hasInnerTab(text)) {
      for (const p of rowPieces(text.split('\t'), n)) out.push(p);
    } else if (text.trim() === '') {
      const last = out.at(-1);
      if (tabbed && last?.cell) out[out.length - 1] = { ...last, endsRow: true };
    } else {
      out.push({ n, text: text.replace(/\|\s*$/, '') });
    }
  }
  return out;
}
