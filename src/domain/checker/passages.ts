import type { Line, Reading } from '#domain/report/model.ts';

/** One paragraph of prose, its white space dropped and its punctuation made full width; every character knows its line. */
export interface Passage {
  readonly section: number;
  readonly text: string;
  /** The line of each character. */
  readonly lines: readonly number[];
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
}

function append(open: Open, line: Line): void {
  const text = line.text.replace(DUMP_MARK, '。');
  for (let i = 0; i < text.length; i++) {
    const c = text[i]!;
    if (/[\s\u200b\ufeff]/.test(c)) {
      const spaced = /[\dA-Za-z]/.test(open.chars.at(-1) ?? '') && /[\dA-Za-z]/.test(text.slice(i).trimStart()[0] ?? '');
      if (spaced) push(open, ' ', line.n);
    } else push(open, normalChar(text, i), line.n);
  }
}

function push(open: Open, char: string, line: number): void {
  open.chars.push(char);
  open.lines.push(line);
}

function continues(open: Open | null, line: Line, before: Line | null): open is Open {
  if (!open || open.section !== line.section || !before) return false;
  return !TERMINAL.test(before.text.trimEnd()) && !MARKED.test(line.text.trimStart()) && !/^(?:\s{2,}|\u3000)/.test(line.text);
}

/** The paragraphs of a report's prose; lines that a page broke are joined. */
export function passagesOf(reading: Reading): Passage[] {
  const opened: Open[] = [];
  let open: Open | null = null;
  let before: Line | null = null;
  for (const line of reading.lines) {
    if (line.kind !== 'text') {
      open = null;
      before = null;
      continue;
    }
    if (!continues(open, line, before)) opened.push((open = { section: line.section, chars: [], lines: [] }));
    append(open, line);
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
      return { section: o.section, text, lines: o.lines, topic };
    })
    .filter((p) => p.text !== '');
}

/** The sentences of a passage. */
export function sentencesOf(passage: Passage): Sentence[] {
  const out: Sentence[] = [];
  for (const m of passage.text.matchAll(/[^。！？；]+[。！？；]?/g)) out.push({ passage, start: m.index, text: m[0] });
  return out;
}

/** The sub-heading of a passage as it stands there; null where the passage opens without one. */
export function subheadOf(passage: Passage): string | null {
  return SUBHEAD.exec(passage.text)?.[1] ?? null;
}

const QUOTE_LIMIT = 60;

/** The place of the characters `from` to `to` of a passage, with their quote. */
export function placeOf(passage: Passage, from: number, to: number): { section: number; line: number; quote: string } {
  return {
    section: passage.section,
    line: passage.lines[from] ?? passage.lines[0] ?? 1,
    quote: passage.text.slice(from, Math.min(to, from + QUOTE_LIMIT)),
  };
}
