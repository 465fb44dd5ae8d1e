import type { Context } from '../context.ts';
import { chineseNumber } from '../numerals.ts';
import { type Passage, placeOf } from '../passages.ts';
import type { Found, Rule } from '../rule.ts';

const NUMERAL = '[一二三四五六七八九十]{1,2}';
/** Where an item can begin: a paragraph's head, or behind a mark. */
const BEFORE = '(?<=^|[。；，：！？、])';

/** The ways of numbering, each a list of its own; the first group is the number. */
const KINDS: readonly { readonly name: string; readonly pattern: RegExp; readonly heads: boolean; shown(n: string): string }[] = [
  { name: '一是', pattern: new RegExp(`(?:${BEFORE}|(?<![第十之唯统])(?=一是))(${NUMERAL})是`, 'g'), heads: false, shown: (n) => `${n}是` },
  { name: '第一', pattern: new RegExp(`${BEFORE}第(${NUMERAL})[，、]`, 'g'), heads: false, shown: (n) => `第${n}` },
  {
    name: '（一）',
    pattern: new RegExp(`(?:(?<=^|[。；：])|(?<!第)(?=（一）))（(${NUMERAL})）(?![、和至])`, 'g'),
    heads: true,
    shown: (n) => `（${n}）`,
  },
  { name: '一、', pattern: new RegExp(`(?<=^|[。；：])(${NUMERAL})、(?!${NUMERAL}[、是])`, 'g'), heads: false, shown: (n) => `${n}、` },
  {
    name: '1.',
    pattern: /(?:(?<=^|[。；：])|(?<!\d)(?=1[.、]\D))(\d{1,2})[.、](?=[\u4e00-\u9fa5《“])/g,
    heads: false,
    shown: (n) => `${n}.`,
  },
  { name: '（1）', pattern: /(?<=^|[。；：])（(\d{1,2})）(?![、和至])/g, heads: false, shown: (n) => `（${n}）` },
  { name: '①', pattern: /([①②③④⑤⑥⑦⑧⑨⑩])/g, heads: false, shown: (n) => (/\d/.test(n) ? '①②③④⑤⑥⑦⑧⑨⑩'[Number(n) - 1]! : n) },
];

interface Item {
  readonly n: number;
  readonly printed: string;
  readonly passage: Passage;
  readonly at: number;
}

const ORDINALS = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九', '十'];

function numeral(n: number, like: string): string {
  return /\d/.test(like.normalize('NFKC')) ? `${n}` : n <= 10 ? ORDINALS[n]! : n < 20 ? `十${ORDINALS[n - 10]}` : `${n}`;
}

function numberOf(printed: string): number | null {
  const plain = printed.normalize('NFKC');
  return /^\d+$/.test(plain) ? Number(plain) : chineseNumber(plain);
}

/** The items of a section in their order. */
function itemsOf(passages: readonly Passage[], pattern: RegExp): Item[] {
  return passages.flatMap((passage) =>
    [...passage.text.matchAll(pattern)].flatMap((m) => {
      const n = numberOf(m[1]!);
      return n === null || n < 1 || n > 20 ? [] : [{ n, printed: m[1]!, passage, at: m.index }];
    }),
  );
}

/** An item that none of the open lists goes on with, and the one before it. A list may stand inside another's item. */
function* broken(items: readonly Item[]): Iterable<{ item: Item; last: Item; twice: boolean }> {
  const open: Item[] = [];
  let jumpedTo = 0;
  for (const item of items) {
    const at = open.findLastIndex((last) => last.n + 1 === item.n);
    const last = open.at(-1);
    // 一是、三是、三是: it was the first 三是 that should be 二是.
    const mended = jumpedTo === item.n && last?.n === item.n;
    jumpedTo = 0;
    if (item.n === 1 || !last) {
      open.push(item);
      continue;
    }
    if (at < 0) {
      if (!mended && (last.n === item.n || item.n === last.n + 2)) yield { item, last, twice: last.n === item.n };
      if (item.n === last.n + 2) jumpedTo = item.n;
    }
    open.splice(Math.max(at, 0), open.length, item);
  }
}

/** What stands between two items; the number missed may stand there without the mark that a dump dropped before it. */
function between(passages: readonly Passage[], last: Item, item: Item): string {
  const [from, to] = [passages.indexOf(last.passage), passages.indexOf(item.passage)];
  const text = passages.slice(from, to + 1).map((p) => p.text);
  const after = text.slice(0, -1).reduce((n, t) => n + t.length, 0) + item.at;
  return text.join('').slice(last.at + 1, after);
}

function* lists(context: Context): Iterable<Found> {
  for (const section of [1, 5, 6]) {
    const passages = context.passages.filter((p) => p.section === section);
    if (context.partial(section)) continue;
    for (const kind of KINDS) {
      for (const { item, last, twice } of broken(itemsOf(passages, kind.pattern))) {
        const right = kind.shown(numeral(last.n + 1, item.printed));
        if (!twice && between(passages, last, item).includes(right.replace(/）$/, ''))) continue;
        const printed = kind.shown(item.printed);
        yield {
          ...(kind.heads ? { severity: 'warning' as const } : {}),
          message: `序号“${printed}”${twice ? '用了两次' : '之前少了一个'}，${twice ? `这里应为“${right}”` : `应当先有“${right}”`}。请核对是不是漏了内容，或者改正序号。`,
          where: placeOf(item.passage, item.at, item.at + 30),
          words: printed,
          expected: right,
          actual: printed,
        };
      }
    }
  }
}

const FIVE = '一是公开不够及时；二是形式单一；';

export const listRule: Rule = {
  id: 'LIST-ORDER',
  severity: 'info',
  title: '序号连续',
  basis: ['LOCAL'],
  what: '第一、五、六部分里“一是、二是”“（一）（二）”“1. 2.”等序号跳了一个或者用了两次。小标题“（一）”的为建议改。一项里面另起的序号不算。',
  fails: {
    says: '“一是……二是……二是……”',
    sketch: { five: [`${FIVE}二是人员不足。下一步将改进。`] },
  },
  passes: {
    says: '“一是……二是……三是……”，措施又从一是写起',
    sketch: { five: [`${FIVE}三是人员不足。下一步将改进：一是及时公开；二是加强培训。`] },
  },
  find: lists,
};
