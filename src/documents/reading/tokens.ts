import { footnotesApart, plain, spaced } from './fold.ts';
import { isFormWord } from './formWords.ts';
import type { Piece } from './piece.ts';
import { beginsAsFigure, isShortFigure, looksLikeValue } from './value.ts';

/** A table as a sequence: words, printed figures, blank cells and ends of rows. */
export type Token =
  | { readonly kind: 'text'; readonly text: string; readonly n: number }
  /** `sure`: the cell's borders are known, so its digits are one figure. `alone`: it had a line to itself. */
  | { readonly kind: 'value'; readonly text: string; readonly n: number; readonly sure: boolean; readonly alone: boolean }
  | { readonly kind: 'blank'; readonly n: number }
  | { readonly kind: 'row'; readonly n: number };

const UNIT = /^(?:\(注\)|(?:万元|元|件|项|个|次|份|条|宗)(?:\(注\))?)/;
const RUN = /[-+−]?\d(?:[\d,.]|[-−](?=\d))*/y;
const DASHES = /[-–—―－]{1,41}|[/／]{1,41}(?=\s|$)/y;

/** As printed, with single spaces. */
function tidy(text: string): string {
  return text.replace(/[\s\u00a0\u3000]+/g, ' ').trim();
}

/** Cuts a line in which labels and figures stand beside each other, with or without spaces. */
export function lexLine(line: string, n: number): Token[] {
  const marked = spaced(line, BLANK);
  if (marked === line) return lexPart(line, n);
  const parts = marked.split(LONE_BLANK);
  return parts.flatMap((part, i) => {
    const tokens = lexPart(part.replaceAll(BLANK, ' '), n);
    return i === 0 ? tokens : [{ kind: 'blank' as const, n }, ...tokens];
  });
}

/** Stands for spaces that are written out: alone between spaces they are an empty cell. */
const BLANK = '\ufdd0';
const LONE_BLANK = /(?<!\S)\ufdd0(?!\S)/;

function lexPart(line: string, n: number): Token[] {
  const bare = footnotesApart(line).replace(/\p{Cf}/gu, '');
  const s = bare.normalize('NFKC');
  // Words are kept as printed wherever normalising left every character in its place.
  const printed = s.length === bare.length ? bare : s;
  const alone = looksLikeValue(s) && !/\d\s+\d/.test(s);
  if (alone) return [{ kind: 'value', text: plain(s), n, sure: false, alone: true }];
  const out: Token[] = [];
  let text = '';
  const flush = (): void => {
    if (text.trim() !== '') out.push({ kind: 'text', text: tidy(text), n });
    text = '';
  };
  const value = (v: string): void => {
    flush();
    out.push({ kind: 'value', text: v, n, sure: false, alone: false });
  };
  for (let i = 0; i < s.length; ) {
    const spacedBefore = i === 0 || /\s/.test(s[i - 1]!);
    RUN.lastIndex = i;
    DASHES.lastIndex = i;
    const run = RUN.exec(s)?.[0];
    const dashes = run === undefined ? DASHES.exec(s)?.[0] : undefined;
    if (run !== undefined) {
      const taken = takeRun(s, i, run);
      if (taken === null) {
        text += run;
        i += run.length;
        continue;
      }
      if (taken.value !== '') value(taken.value);
      i = taken.next;
      if (taken.label !== '') text += taken.label;
      continue;
    }
    if (
      dashes !== undefined &&
      dashes.length <= 40 &&
      (spacedBefore || dashes.length >= 5) &&
      (i + dashes.length >= s.length || /[\s\d一二三四五六七八（(]/.test(s[i + dashes.length]!))
    ) {
      const marks = dashes.length >= 5 ? [...dashes] : [dashes];
      for (const m of marks) value(m);
      i += dashes.length;
      continue;
    }
    if (s[i] === '无' && spacedBefore && (i + 1 >= s.length || /\s/.test(s[i + 1]!))) {
      value('无');
      i++;
      continue;
    }
    text += printed[i];
    i++;
  }
  flush();
  return out;
}

/** A run of digits: the figures in it, the number of the label that follows glued to it, and where to go on. Null: no figure. */
function takeRun(s: string, at: number, run: string): { value: string; label: string; next: number } | null {
  const before = s[at - 1] ?? '';
  const end = at + run.length;
  const after = s.slice(end, end + 4);
  if (before === '第' || before === '〔' || before === '[') return null;
  if (before === '(' && after.startsWith(')')) return null;
  if (/^\s*[年月日号页]/.test(after) && !/^\s*[年月日]/.test(after.slice(1))) return null;
  // 0000000 2.其他法律…: the last digit numbers the next label.
  const numbered = /[.,]$/.test(run) ? /(\d[.,]+)$/.exec(run)![1]! : /^[、．]/.test(after) ? run.slice(-1) : '';
  if (numbered !== '' && /^(?:[、．]\s*)?[^\d\s、．]/.test(after)) {
    return { value: run.slice(0, -numbered.length), label: numbered, next: end };
  }
  const value = run.replace(/[.,]+$/, '');
  const unit = UNIT.exec(s.slice(at + value.length, at + value.length + 4))?.[0] ?? '';
  return { value: value + unit, label: '', next: at + value.length + unit.length };
}

/** No row of the form has more cells. */
const WIDEST = 40;

/** The last piece of the run of cells that begins at `from`: its row's end, or what no row's end closes. */
function endOfRun(pieces: readonly Piece[], from: number): number {
  let i = from;
  while (!pieces[i]!.endsRow && pieces[i + 1]?.cell) i++;
  return i;
}

/** Tokens of the pieces of one table's place in the report. */
export function tokensOf(pieces: readonly Piece[]): Token[] {
  const out: Token[] = [];
  let inFigures = false;
  let runEnd = -1;
  // Where nothing ends a row, words among figures may begin the next one.
  let isRow = false;
  let figures = false;
  for (const [i, piece] of pieces.entries()) {
    if (piece.cell) {
      if (i > runEnd) {
        runEnd = endOfRun(pieces, i);
        isRow = pieces[runEnd]!.endsRow === true && runEnd - i < WIDEST;
        figures = isRow && isFigureRow(pieces.slice(i, runEnd + 1));
      }
      const kind = kindOfCell(piece.text, inFigures && isRow, figures);
      if (kind === 'blank') out.push({ kind, n: piece.n });
      else if (kind === 'lines') for (const t of lexLine(piece.text, piece.n)) out.push(t);
      else if (kind === 'value') out.push({ kind, text: plain(piece.text), n: piece.n, sure: true, alone: true });
      else out.push({ kind, text: tidy(piece.text), n: piece.n });
      inFigures ||= kind === 'value';
    } else {
      for (const t of lexLine(piece.text, piece.n)) out.push(t);
    }
    if (piece.endsRow) {
      out.push({ kind: 'row', n: piece.n });
      inFigures = false;
    }
    if (!piece.cell) inFigures = false;
  }
  return out;
}

/** True for a label and figures with remarks that no figure alone has: 12起, 3*, 7（3）, 五. */
function isFigureRow(row: readonly Piece[]): boolean {
  if (row.length < 2 || row.slice(1).every((p) => isShortFigure(p.text))) return false;
  const filled = row.filter((p) => p.text.trim() !== '');
  const found = filled.filter((p) => beginsAsFigure(p.text) && !isFormWord(p.text)).length;
  return found > 0 && found * 2 >= filled.length;
}

function kindOfCell(text: string, inFigures: boolean, figures: boolean): 'blank' | 'value' | 'text' | 'lines' {
  if (isShortFigure(text)) return 'value';
  const t = plain(text);
  if (t === '') return 'blank';
  if (t.length > 400) return 'lines';
  if (looksLikeValue(t)) return /^\d+(?: \d+){2,}$/.test(t) ? 'lines' : 'value';
  if (/[^\d]\s*\d+(?:\s+\d+){3,}$/.test(t) || /\D\d{7,}$/.test(t)) return 'lines';
  if (figures && beginsAsFigure(t) && !isFormWord(t)) return 'value';
  const label = /^(?:[(（]?[一二三四五六七八\d]{1,2}[)）]?[.、．]|[(（][一二三四五六七八])/.test(t);
  return inFigures && !label && t.length <= 30 && !isFormWord(t) ? 'value' : 'text';
}
