import { isParagraph, piecesOfRecords, separatorOf } from './delimited.ts';
import type { Piece } from './piece.ts';

interface NumberedLine {
  readonly n: number;
  readonly text: string;
}

const RULE_LINE = /^\s*\|?\s*:?-{3,}:?\s*(?:\|\s*:?-{3,}:?\s*)*\|?\s*$/;
/** A line that only draws a table's border. */
const DRAWN_LINE = /^(?=.*[\u2500-\u257f+]{2})[\u2500-\u257f+|=\-\s]+$/;
/** Bars drawn with a font's line characters. */
const DRAWN_BAR = /[\u2502\u2503\u2506\u2507\u250a\u250b\u2551\uff5c]/g;

function barsAsBars(lines: readonly NumberedLine[]): readonly NumberedLine[] {
  if (lines.filter((l) => l.text.search(DRAWN_BAR) >= 0).length < MANY) return lines;
  return lines.filter((l) => !DRAWN_LINE.test(l.text)).map(({ n, text }) => ({ n, text: text.replace(DRAWN_BAR, '|') }));
}

/** So many lines of one kind are a way of writing. */
const MANY = 20;

function isRow(line: string): boolean {
  return line.indexOf('|', line.indexOf('|') + 1) > 0;
}

interface Layout {
  readonly tabbed: boolean;
  readonly barAfter: boolean;
  readonly tabBetween: boolean;
}

/** How a dump sets table cells: a tab before each, a tab or a bar on a line between them, a bar after each, or none of these. */
function layoutOf(lines: readonly NumberedLine[]): Layout {
  const tabbed = lines.filter((l) => /^\t[^\t]*$/.test(l.text) && l.text.trim() !== '').length;
  const tabs = lines.filter((l) => /^\t\s*$/.test(l.text)).length;
  const barAfter = lines.filter((l) => l.text.trim().length > 1 && l.text.trimEnd().indexOf('|') === l.text.trimEnd().length - 1).length;
  const tabBetween = tabs >= MANY && tabbed < tabs / 4;
  return { tabbed: tabbed >= MANY && !tabBetween, barAfter: barAfter >= MANY, tabBetween };
}

/** Tabs between cells, not only one in front. */
function hasInnerTab(line: string): boolean {
  const tab = line.indexOf('\t', line.startsWith('\t') ? 1 : 0);
  return tab >= 0 && line.trim() !== '' && (tab < line.trimEnd().length || line.indexOf('\t', tab + 1) > 0);
}

function rowPieces(cells: readonly string[], n: number): Piece[] {
  if (cells.length > 2 && isParagraph(cells)) return [{ n, text: cells.join('').trim() }];
  return cells.map((text, i): Piece => ({ n, text, cell: true, ...(i === cells.length - 1 ? { endsRow: true } : {}) }));
}

/**
 * The lines of a text as pieces. A line with bars or inner tabs is a table row; a line led by a tab is a cell (its row ends at
 * an empty line); a bar or tab alone only separates; anything else stays a line, whose labels and figures are told apart later.
 */
export function piecesOfLines(given: readonly NumberedLine[]): Piece[] {
  const separator = separatorOf(given);
  if (separator) return piecesOfRecords(given, separator);
  const lines = barsAsBars(given);
  const { tabbed, barAfter, tabBetween } = layoutOf(lines);
  const out: Piece[] = [];
  let afterTab = false;
  for (const { n, text } of lines) {
    if (tabBetween && /^\t\s*$/.test(text)) {
      // Two in a row have an empty cell between them.
      if (afterTab) out.push({ n, text: '', cell: true });
      afterTab = true;
      continue;
    }
    if (text.trim() !== '') afterTab = false;
    if (text.includes('|') && RULE_LINE.test(text)) continue;
    if (isRow(text)) {
      const cells = text.trim().replace(/^\|/, '').replace(/\|$/, '').split('|');
      const words = cells.map((c) => c.replace(/<br\s*\/?>/gi, ' ').replace(/~~[^~]*~~|\*\*|`/g, ''));
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
