import { matchAtStart } from './distance.ts';
import { fold } from './fold.ts';
import type { Piece, Placed } from './piece.ts';

/** How offices word the six section titles, folded; the statutory wording first. */
const TITLES: readonly (readonly [number, readonly string[], RegExp])[] = [
  [1, ['总体情况', '工作总体情况', '总体工作情况', '基本情况', '概述'], /总体|基本情况|概述/],
  [2, ['主动公开政府信息情况', '主动公开政府信息的情况', '主动公开情况', '政府信息主动公开情况'], /主动公开/],
  [
    3,
    ['收到和处理政府信息公开申请情况', '收到和处理政府信息公开申请的情况', '政府信息公开申请情况', '依申请公开政府信息情况'],
    /收到|处理|申请/,
  ],
  [
    4,
    [
      '政府信息公开行政复议行政诉讼情况',
      '因政府信息公开工作被申请行政复议提起行政诉讼情况',
      '政府信息公开行政复议和行政诉讼情况',
      '行政复议行政诉讼情况',
    ],
    /复议|诉讼/,
  ],
  [
    5,
    [
      '存在的主要问题及改进情况',
      '政府信息公开工作存在的主要问题及改进情况',
      '存在的主要问题及改进措施',
      '存在问题及改进情况',
      '存在的问题及改进措施',
      '工作存在的主要问题及改进情况',
    ],
    /问题|改进/,
  ],
  [6, ['其他需要报告的事项', '需要报告的其他事项', '其他需要报告事项', '其他事项'], /其他|事项/],
];

const ANY_KEY = new RegExp(TITLES.map(([, , key]) => key.source).join('|'));
/** 五、 in an office's own words: 存在的主要问题及明年工作计划. */
const OWN_FIVE =
  /^(?:政府信息公开)?(?:工作)?(?:中)?(?:目前|仍|还)*存在的?(?:主要|一些)?(?:问题|不足|困难)(?:(?:和|及|与|以及)[^。；，：\d\s]{0,10}?(?:计划|打算|措施|情况|建议|安排|思路|方向|对策|设想|重点|整改))?/;
/** How far ahead a title is looked for. */
const WINDOW = 90;

const NUMBERED =
  /(?<![（(第〔[])([一二三四五六七八]|[1-9１-９])[ \t\u00a0\u3000]*[、.．，,][ \t\u00a0\u3000]*(?=[\u4e00-\u9fff\u2f00-\u2fdf])/g;
const NUMERALS = '一二三四五六七八';

/** Where so many are found, no more are sought. */
const MOST_FOUND = 1_000;

interface Found {
  section: number;
  /** Offsets in the joined text: the heading with its number. */
  start: number;
  end: number;
  /** The printed number is a Chinese numeral and the section's own; an Arabic one and another's. */
  marked?: 'own' | 'other';
}

/** End of the `n`th kept character after `from`. */
function sourceEnd(text: string, from: number, folded: number): number {
  let seen = 0;
  for (let i = from; i < text.length; i++) {
    seen += fold(text[i]!).length;
    if (seen >= folded) return i + 1;
  }
  return text.length;
}

function titleAt(text: string, start: number, from: number, number: string | null): Found | null {
  const window = text.slice(from, from + WINDOW);
  const lineLength = window.indexOf('\n');
  // Without its number a title has the line to itself, and none is as long as this.
  if (number === null && lineLength < 0 && text.length > from + WINDOW) return null;
  const ahead = fold(number === null && lineLength >= 0 ? window.slice(0, lineLength) : window);
  if (!ANY_KEY.test(ahead)) return ownFive(text, start, from, number);
  let best: { found: Found; rate: number } | null = null;
  for (const [section, titles, key] of TITLES) {
    if (!key.test(ahead.slice(0, 34))) continue;
    for (const title of titles) {
      const most = title.length <= 6 ? 0.2 : 0.26;
      const match = matchAtStart(title, ahead, most * title.length);
      const rate = match.distance / title.length;
      if (rate > most) continue;
      // 1.主动公开政府信息数量: an item of section one.
      if (rate > 0 && number !== null && /[1-9]/.test(number) && Number(number) !== section) continue;
      let end = sourceEnd(text, from, match.end);
      const lineEnd = text.indexOf('\n', end) < 0 ? text.length : text.indexOf('\n', end);
      const rest = fold(text.slice(end, lineEnd));
      // Without its number, or as a short word, a title must have the line to itself.
      const alone = rest.length <= 3;
      if (number === null && (!alone || (section === 1 && title !== '总体情况'))) continue;
      if (title.length <= 6 && !alone && !(section === 1 && (number === '1' || number === '一'))) continue;
      if (alone && !/[\d[]/.test(text.slice(end, lineEnd))) end = lineEnd;
      if (!best || rate < best.rate) best = { found: { section, start, end }, rate };
      if (rate === 0) return best.found;
    }
  }
  return best?.found ?? ownFive(text, start, from, number);
}

/** The heading of section five that no known wording fits; its number must be there. */
function ownFive(text: string, start: number, from: number, number: string | null): Found | null {
  if (number !== '五' && number !== '5') return null;
  const title = OWN_FIVE.exec(text.slice(from, from + WINDOW))?.[0];
  return title ? { section: 5, start, end: from + title.length } : null;
}

function candidates(text: string): Found[] {
  const out: Found[] = [];
  for (const m of text.matchAll(NUMBERED)) {
    const number = m[1]!.normalize('NFKC');
    const found = titleAt(text, m.index, m.index + m[0].length, number);
    if (found) {
      const other = /\d/.test(number) && Number(number) !== found.section;
      out.push({ ...found, ...(other ? { marked: 'other' } : NUMERALS.indexOf(number) + 1 === found.section ? { marked: 'own' } : {}) });
    }
    if (out.length > MOST_FOUND) break;
  }
  for (const m of text.matchAll(/(?:^|\n)[ \t\u00a0\u3000#*]*(?=[\u4e00-\u9fff])/g)) {
    const from = m.index + m[0].length;
    if (NUMERALS.includes(text[from]!) && /^.\s*[、.．，,]/.test(text.slice(from, from + 4))) continue;
    const found = titleAt(text, from, from, null);
    if (out.length > MOST_FOUND) break;
    if (found && !out.some((f) => f.start <= found.start && found.start < f.end)) out.push(found);
  }
  // Among 一、 二、 the head 1.收到和处理政府信息公开申请情况 is an item of a section; a report numbered 1、 2、 3、 throughout has no 一、.
  const kept = out.some((f) => f.marked === 'own') ? out.filter((f) => f.marked !== 'other') : out;
  return kept.sort((a, b) => a.start - b.start);
}

/** Between the headings of sections three and four stands a table: in a table of contents they are closer. */
const TABLE_LENGTH = 200;
const FULL = 4;

/** True for the headings of a whole report, with room for its largest table. */
function isWhole(chain: readonly Found[]): boolean {
  const at = chain.findIndex((f) => f.section === 3);
  const next = chain[at + 1];
  return chain.length >= FULL && at >= 0 && next !== undefined && next.start - chain[at]!.end > TABLE_LENGTH;
}

/**
 * The headings of the first of several whole reports in one file, and where the next report's begin. Null where there is one
 * report: then the best run of headings counts.
 */
function firstOfSeveral(found: readonly Found[]): { chain: Found[]; nextAt: number } | null {
  const runs: Found[][] = [];
  for (const f of found) {
    const run = runs.at(-1);
    if (!run || (f.section === 1 && run.length >= FULL)) runs.push([f]);
    else run.push(f);
  }
  const whole = runs.map((run) => ({ run, chain: bestChain(run) })).filter(({ chain }) => isWhole(chain));
  return whole.length < 2 ? null : { chain: whole[0]!.chain, nextAt: whole[1]!.run[0]!.start };
}

/** A line that names a report, before the next report's first heading. */
const TITLE_LINE = /^[^。；]{0,40}(?:政府信息|政务|信息)公开[^。；]{0,14}(?:报告|年报)[^。；]{0,12}$/;
const MOST_BEFORE = 600;

/** Where the next report begins: at its title, where it has one. */
function beginningOf(text: string, nextAt: number): number {
  const from = Math.max(0, nextAt - MOST_BEFORE);
  let at = text.indexOf('\n', from) + 1;
  while (at > 0 && at < nextAt) {
    const end = text.indexOf('\n', at);
    if (end < 0 || end > nextAt) break;
    if (TITLE_LINE.test(text.slice(at, end).normalize('NFKC').replace(/\s/g, ''))) return at;
    at = end + 1;
  }
  return nextAt;
}

/** The rising run of headings with the most sections; the last of equals, so that a table of contents loses. */
function bestChain(found: readonly Found[]): Found[] {
  let best: Found[] = [];
  let chain: Found[] = [];
  for (const f of found) {
    if (f.section === chain.at(-1)?.section) continue;
    if (chain.length > 0 && f.section < chain.at(-1)!.section) {
      if (chain.length >= best.length) best = chain;
      chain = chain.filter((c) => c.section < f.section);
    }
    chain = [...chain, f];
  }
  return chain.length >= best.length ? chain : best;
}

/** From `at` on the text is in `section`, as its heading or not. */
interface Border {
  readonly at: number;
  readonly section: number;
  readonly heading: boolean;
}

/**
 * Places every piece in its section. A heading glued to the text before or after it (as page dumps do) is cut out, so one
 * source line may become several pieces with the same number. Of several whole reports in one file the first is kept; `next` is
 * the first piece of the second.
 */
export function placeInSections(pieces: readonly Piece[]): { readonly placed: Placed[]; readonly next: Piece | null } {
  const text = pieces.map((p) => p.text.replaceAll('\n', ' ')).join('\n');
  const found = candidates(text);
  const several = firstOfSeveral(found);
  const stop = several ? beginningOf(text, several.nextAt) : Number.POSITIVE_INFINITY;
  const borders = (several?.chain ?? bestChain(found)).flatMap((f): Border[] => [
    { at: f.start, section: f.section, heading: true },
    { at: f.end, section: f.section, heading: false },
  ]);
  const out: Placed[] = [];
  let state: Border = { at: 0, section: 0, heading: false };
  let next = 0;
  let start = 0;
  for (const piece of pieces) {
    if (start >= stop) return { placed: out, next: piece };
    const end = start + piece.text.length;
    const parts: { text: string; state: Border }[] = [];
    let from = start;
    while (next < borders.length && (borders[next]!.at < end || borders[next]!.at === start)) {
      const border = borders[next++]!;
      if (border.at > from) parts.push({ text: text.slice(from, border.at), state });
      from = border.at;
      state = border;
    }
    parts.push({ text: from === start ? piece.text : text.slice(from, end), state });
    const kept = parts.length > 1 ? parts.filter((p) => p.text.trim() !== '') : parts;
    for (const [i, part] of kept.entries()) {
      const { section, heading } = part.state;
      const endsRow = i === kept.length - 1 ? piece.endsRow : undefined;
      out.push({ n: piece.n, text: part.text, cell: piece.cell, endsRow, section, heading });
    }
    start = end + 1;
  }
  return { placed: out, next: null };
}
