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
  { name: '1.', pattern: /(?:(?<=^|[。；：])|(?<!\d)(?=1[.、]\D))(\d{1,2})[.、](?!\d)/g, heads: false, shown: (n) => `${n}.` },
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

/** An item that none of the open lists goes on with: the number it should have. A list may stand inside another's item. */
function* broken(items: readonly Item[]): Iterable<{ item: Item; wanted: number; twice: boolean }> {
  const open: number[] = [];
  let jumpedTo = 0;
  for (const item of items) {
    const at = open.findLastIndex((last) => last + 1 === item.n);
    // 一是、三是、三是: it was the first 三是 that should be 二是.
    const mended = jumpedTo === item.n && open.at(-1) === item.n;
    jumpedTo = 0;
    if (item.n === 1) open.push(1);
    else if (at >= 0) open.splice(at, open.length, item.n);
    else if (open.length === 0) open.push(item.n);
    else {
      const last = open.at(-1)!;
      if (!mended && (last === item.n || item.n === last + 2)) yield { item, wanted: last + 1, twice: last === item.n };
      if (item.n === last + 2) jumpedTo = item.n;
      open.splice(0, open.length, item.n);
    }
  }
}

function* lists(context: Context): Iterable<Found> {
  for (const section of [1, 5, 6]) {
    const passages = context.passages.filter((p) => p.section === section);
    if (context.partial(section)) continue;
    for (const kind of KINDS) {
      for (const { item, wanted, twice } of broken(itemsOf(passages, kind.pattern))) {
        const right = kind.shown(numeral(wanted, item.printed));
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
