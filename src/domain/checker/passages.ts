import type { Line, Reading } from '#domain/report/model.ts';
import { isTraditional, simplified } from '#domain/search/simplified.ts';

/** One paragraph of prose in 简体字, its white space dropped and its punctuation made full width; every character knows its line. */
export interface Passage {
  readonly section: number;
  readonly text: string;
  /** The line of each character. */
  readonly lines: readonly number[];
  /** Where in its line, as printed, each character stands. */
  readonly columns: readonly number[];
  /** The printed line of each character. */
  readonly printed: readonly string[];
  /** The sub-heading the paragraph opens with or stands under, `依申请公开情况`; empty where there is none. */
  readonly topic: string;
}

/** A stretch of a passage that ends with 。！？； or the passage itself. */
export interface Sentence {
  readonly passage: Passage;
  readonly start: number;
  readonly text: string;
}

const FULL_WIDTH: Record<string, string> = {
  ',': '，',
  ';': '；',
  ':': '：',
  '(': '（',
  ')': '）',
  '!': '！',
  '?': '？',
  '％': '%',
  '．': '.',
};
const TERMINAL = /[。！？；：:.;!?”"]$/;
const MARKED = /^(?:[（(][一二三四五六七八九十\d]+[)）]|[一二三四五六七八九十]+[、.是]|\d+[、.．])/;
const DUMP_MARK = /\[(?:narrative left out|left out|excerpt[^\]]*)\]/g;
const SUBHEAD = /^(?:[（(][一二三四五六七八九十\d]+[)）]|\d+[、.．])\s*([^。；，：]{2,40}?)(?:[。：；]|$)/;

function normalChar(text: string, i: number): string {
  const c = text[i]!;
  const digits = /\d/.test(text[i - 1] ?? '') && /\d/.test(text[i + 1] ?? '');
  if (digits && (c === ',' || c === ':' || c === '.')) return c;
  if (c >= '０' && c <= '９') return String.fromCharCode(c.charCodeAt(0) - 0xfee0);
  if (c === '.' && /[\u4e00-\u9fa5]/.test(text[i - 1] ?? '')) return '。';
  return FULL_WIDTH[c] ?? c;
}

interface Open {
  section: number;
  chars: string[];
  lines: number[];
  columns: number[];
  printed: string[];
}

function append(open: Open, line: Line, traditional: boolean): void {
  const own = traditional ? simplified(line.text) : line.text;
  const text = own.replace(DUMP_MARK, (mark) => '。'.padEnd(mark.length));
  for (let i = 0; i < text.length; i++) {
    if (!/[\s\u200b\ufeff]/.test(text[i]!)) {
      push(open, normalChar(text, i), line, i);
      continue;
    }
    const spaced = /[\dA-Za-z]/.test(open.chars.at(-1) ?? '') && /[\dA-Za-z]/.test(text.slice(i).trimStart()[0] ?? '');
    if (spaced) push(open, ' ', line, i);
  }
}

function push(open: Open, char: string, line: Line, column: number): void {
  open.chars.push(char);
  open.lines.push(line.n);
  open.printed.push(line.text);
  open.columns.push(column);
}

function continues(open: Open | null, line: Line, before: Line | null): open is Open {
  if (!open || open.section !== line.section || !before) return false;
  return !TERMINAL.test(before.text.trimEnd()) && !MARKED.test(line.text.trimStart()) && !/^(?:\s{2,}|\u3000)/.test(line.text);
}

/** Between the tables, only what is written as a sentence is prose; the rest is a head or a cell that the reader did not place. */
export function isTableFurniture(line: Line): boolean {
  return line.section >= 2 && line.section <= 4 && !/[，。；,;]/.test(line.text);
}

/** So many 繁体字 are no names: the report, or a paragraph of it, is written in them. */
const TRADITIONAL_FROM = 10;

/** The paragraphs of a report's prose; lines that a page broke are joined. */
export function passagesOf(reading: Reading): Passage[] {
  const opened: Open[] = [];
  const traditional = isTraditional(reading.lines.map((l) => l.text).join(''), TRADITIONAL_FROM);
  let open: Open | null = null;
  let before: Line | null = null;
  for (const line of reading.lines) {
    if (line.kind !== 'text' || isTableFurniture(line)) {
      open = null;
      before = null;
      continue;
    }
    if (!continues(open, line, before)) opened.push((open = { section: line.section, chars: [], lines: [], columns: [], printed: [] }));
    append(open, line, traditional);
    before = line;
  }
  return withTopics(opened);
}

function withTopics(opened: readonly Open[]): Passage[] {
  let topic = '';
  let section = -1;
  return opened
    .map((o) => {
      const text = o.chars.join('');
      if (o.section !== section) topic = '';
      section = o.section;
      topic = SUBHEAD.exec(text)?.[1] ?? topic;
      return { section: o.section, text, lines: o.lines, columns: o.columns, printed: o.printed, topic };
    })
    .filter((p) => p.text !== '');
}

/** The sentences of a passage. */
export function sentencesOf(passage: Passage): Sentence[] {
  const out: Sentence[] = [];
  for (const m of passage.text.matchAll(/[^。！？；]+[。！？；]?/g)) out.push({ passage, start: m.index, text: m[0] });
  return out;
}

const QUOTE_LIMIT = 60;

/** The place of the characters `from` to `to` of a passage, with their quote as printed (of the first line, where they go over more). */
export function placeOf(passage: Passage, from: number, to: number): { section: number; line: number; quote: string } {
  const line = passage.lines[from] ?? passage.lines[0] ?? 1;
  let last = from;
  const source = passage.printed[from] ?? '';
  while (last + 1 < Math.min(to, passage.text.length) && passage.printed[last + 1] === source) last++;
  const printed = source.slice(passage.columns[from] ?? 0, (passage.columns[last] ?? 0) + 1);
  return { section: passage.section, line, quote: printed.slice(0, QUOTE_LIMIT).trim() };
}
