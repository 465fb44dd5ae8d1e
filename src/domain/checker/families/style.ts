import type { Line } from '#domain/report/model.ts';
import { simplified } from '#domain/search/simplified.ts';
import type { Context } from '../context.ts';
import { isTableFurniture } from '../passages.ts';
import type { Found, Rule } from '../rule.ts';

const HAN = '[\\u4e00-\\u9fa5]';
const HALF = new RegExp(`${HAN}[,;:!?]|[,;:!?]${HAN}|\\(${HAN}|${HAN}\\)`);
/** Not where a number was never filled in: 公开信息    条. */
const SPACED = new RegExp(`${HAN}[ \\t]+(?!(?:条|件|次|篇|场|期|人次))${HAN}`);
/** What a site sets above a report: 来源：某局 时间：2024-01-31. */
const ON_SITE =
  /(?:来源|时间|日期|作者|浏览次数|访问量|字体|字号|索引号|当前位置|您现在的位置|名称|文号|发文机关|发布机构|成文日期|主题词|主题分类)\s*[:：]/;
const DOUBLED = /[，。；、：！？]{2,}|[，。；、：][,;:]|[,;]{2,}|[,;:][，。；、：]/;

/** 711 号: digits set apart on both sides are the way a page is set, not a slip. */
const SET_APART = new RegExp(`\\d[ \\t]+${HAN}`);

function proseLines(context: Context): Line[] {
  return context.reading.lines.filter((l) => (l.kind === 'text' && !isTableFurniture(l)) || l.kind === 'heading');
}

/** Half-width marks as they should be printed. */
function fullWidth(words: string): string {
  return words.replace(/[,;:!?()]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0));
}

/** A text with half-width marks all through has been converted; only a mixture is the writer's slip. */
function mixed(lines: readonly Line[]): boolean {
  const text = lines.map((l) => l.text).join('');
  const count = (pattern: RegExp): number => text.match(pattern)?.length ?? 0;
  return count(/[，；：！？（]/g) > count(new RegExp(HALF.source, 'g'));
}

/** Entities and codes that a conversion left are EXPORT-RESIDUE's. */
function withoutCodes(line: Line): Line {
  const text = line.text.replace(/&[a-zA-Z#\d]{2,8};|错误!|<\/?[a-zA-Z][^>]{0,80}>/g, (code) => '〇'.repeat(code.length));
  return text === line.text ? line : { ...line, text };
}

/** One finding a report for a habit, with the lines it is seen in. */
function* habit(lines: readonly Line[], pattern: RegExp, mend: (words: string) => string, say: (n: number) => string): Iterable<Found> {
  const hits = lines.flatMap((line) => {
    const m = pattern.exec(line.text.trim());
    return m ? [{ line, at: m.index, words: m[0] }] : [];
  });
  const first = hits[0];
  if (!first) return;
  const rest =
    hits.length > 1
      ? `（共${hits.length}行：${hits
          .slice(0, 8)
          .map((h) => h.line.n)
          .join('、')}${hits.length > 8 ? '……' : ''}）`
      : '';
  const quote = first.line.text.trim().slice(Math.max(0, first.at - 10), first.at + 30);
  yield {
    message: `${say(hits.length)}${rest}`,
    where: { section: first.line.section, line: first.line.n, quote },
    words: first.words,
    actual: hits.length,
    fix: mend(first.words),
  };
}

/** Weights and check characters of GB 11643. */
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

function isIdentityNumber(text: string): boolean {
  const sum = WEIGHTS.reduce((s, w, i) => s + w * Number(text[i]), 0);
  return '10X98765432'[sum % 11] === text[17]!.toUpperCase();
}

function* personal(context: Context): Iterable<Found> {
  for (const line of context.reading.lines) {
    for (const m of line.text.normalize('NFKC').matchAll(/(?<!\d)\d{17}[\dXx](?!\d)/g)) {
      if (!isIdentityNumber(m[0])) continue;
      const masked = `${m[0].slice(0, 2)}${'*'.repeat(13)}${m[0].slice(-3)}`;
      yield {
        message: `这里有一个身份证号码（${masked}），公开前请删去。`,
        where: { section: line.section, line: line.n },
        actual: masked,
      };
    }
  }
}

const ID_EXAMPLE = '11010119000101001';

function exampleIdentity(): string {
  const sum = WEIGHTS.reduce((s, w, i) => s + w * Number(ID_EXAMPLE[i]), 0);
  return ID_EXAMPLE + '10X98765432'[sum % 11];
}

export const styleRules: readonly Rule[] = [
  {
    id: 'PUNCT-HALF',
    severity: 'info',
    title: '中文用全角标点',
    basis: ['LOCAL'],
    what: '汉字旁的半角逗号、冒号、括号等。一份报告只提示一次，列出各行；通篇都是半角的（转换造成的）不提示。',
    fails: { says: '“情况报告如下:”', sketch: { preamble: ['按照要求，现将情况报告如下:本报告统计全年数据（截至年底）。'] } },
    passes: { says: '“情况报告如下：”，时间“8:30”', sketch: { preamble: ['现将情况报告如下：每日8:30起对外办公。'] } },
    find: (c) =>
      mixed(proseLines(c)) ? habit(proseLines(c).map(withoutCodes), HALF, fullWidth, () => '汉字旁用了半角标点，请改成全角。') : [],
  },
  {
    id: 'PUNCT-DOUBLED',
    severity: 'info',
    title: '标点没有重复',
    basis: ['LOCAL'],
    what: '两个标点连在一起（“。。”“，。”）。一份报告只提示一次，列出各行。',
    fails: { says: '“做好信息发布，，加强审核”', sketch: { preamble: ['我镇做好信息发布，，加强审核。'] } },
    passes: { says: '“做好信息发布……”', sketch: { preamble: ['我镇做好信息发布、审核……成效明显。'] } },
    find: (c) =>
      habit(
        proseLines(c),
        DOUBLED,
        (w) => w.at(-1)!,
        () => '标点重复了，请删去多余的。',
      ),
  },
  {
    id: 'SPACE-STRAY',
    severity: 'info',
    title: '字里行间没有多余空格',
    basis: ['LOCAL'],
    what: '汉字之间的空格。一份报告只提示一次；处处都有的（转换造成的）不提示。',
    fails: { says: '“规范 性文件”', sketch: { preamble: ['公开规范 性文件0条。'] } },
    passes: { says: '“规范性文件 0 条”（数字两边的空格是排版）', sketch: { preamble: ['公开规范性文件 0 条。'] } },
    *find(c) {
      const lines = c.reading.lines.filter(
        (l) =>
          l.kind === 'text' &&
          !(l.section === 0 && (ON_SITE.test(l.text) || ON_SITE.test(simplified(l.text.slice(0, 200)).replace(/\s/g, '')))),
      );
      const hits = lines.filter((l) => SPACED.test(l.text.trim())).length;
      if (hits <= 5 && !lines.some((l) => SET_APART.test(l.text)))
        yield* habit(
          lines,
          SPACED,
          (w) => w.replace(/\s/g, ''),
          () => '字里行间有多余的空格，请删去。',
        );
    },
  },
  {
    id: 'PERSON-DATA',
    severity: 'error',
    title: '没有身份证号码',
    basis: ['OGIR2019 15'],
    what: '校验位成立的18位身份证号码。',
    fails: { says: '正文出现身份证号码', sketch: { one: [`申请人${exampleIdentity()}已收到答复。`], partial: [1] } },
    passes: {
      says: '校验位不成立的18位数字不提示',
      sketch: { one: ['编号110101190001010017的文件。'.replace('7的', '0的')], partial: [1] },
    },
    find: personal,
  },
];
