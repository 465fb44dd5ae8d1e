import { FORM_2021 } from '#law/forms/index.ts';
import type { Context } from '../context.ts';
import { placeOf, type Sentence } from '../passages.ts';
import type { Found, Rule } from '../rule.ts';
import { plainSectionOne } from '../sketch.ts';
import { narrative } from './narrative.ts';

interface Aspect {
  readonly title: string;
  /** The words of a sub-heading on it. */
  readonly head: RegExp;
  /** The words by which it shows itself in the text. */
  readonly pattern: RegExp;
  /** Where the other aspects have headings of their own: the words that tell of this one, not of another in passing. */
  readonly told?: RegExp;
}

/** By what words each of the five aspects shows itself, in a sub-heading or in the text. */
const ASPECTS: readonly Aspect[] = [
  {
    title: '主动公开',
    head: /主动公开|公开内容|重点领域/,
    // 公开了临时救助、低保等 109 条: what was published unasked, in other words.
    pattern: /主动公开|主动发布|积极发布|公开内容|重点领域|(?<!申请)公开了?[^。；]{0,60}?\d+余?条/,
  },
  { title: '依申请公开', head: /申请/, pattern: /依申请|公开申请|申请公开/ },
  {
    title: '政府信息管理',
    head: /信息(?:资源)?(?:规范化)?管理|审核|审查|规范性文件/,
    pattern:
      /信息管理|信息(?:资源)?(?:规范化)?管理|保密审查|(?:发布|信息|内容|公开)审核|审核(?:发布|把关|机制|制度)|三审|先审|审查(?:机制|制度|程序)|属性(?:源头)?(?:认定|标注|管理)|源头管理|动态调整|规范性文件(?:的)?(?:清理|管理|集中|统一|公开|库)|文件库|公文(?:管理|公开)|归档|全生命周期/,
  },
  {
    title: '政府信息公开平台建设',
    head: /平台|网站|渠道|载体|媒体|阵地/,
    pattern: /平台|网站|网页|新媒体|公众号|微信|微博|专栏|专区|渠道|载体/,
    told: /(?:平台|网站|网页|新媒体|公众号|专栏|专区|栏目|查阅点|公示栏|公开栏)[^，。；]{0,16}(?:建设|维护|运维|运行|优化|升级|改版|整合|集约|管理|更新|设置|设立|开设|建成|完善|规范|普查|检查|保障)|(?:建设|维护|优化|升级|设置|设立|开设|建成|完善|规范|搭建|打造|用好|依托|整合|关停|拓宽|拓展|畅通|丰富)[^，。；]{0,20}(?:平台|网站|新媒体|公众号|专栏|专区|栏目|渠道|载体|查阅点|公示栏|公开栏)/,
  },
  {
    title: '监督保障',
    head: /监督|保障|考核|培训|组织|领导/,
    pattern:
      /监督|(?<!民生|社会|住房|医疗|生活|兜底|社保|救助|要素|就业|基本|养老|法治|后勤|内容)保障|考核|评议|检查|督查|督导|培训|队伍|问责|追究|组织领导|领导小组/,
    told: /监督|监督保障|考核|评议|督查|督导|培训|队伍|问责|追究|组织领导|领导小组|专人|专题会|自查|检查/,
  },
];

/** 由总体情况、主动公开政府信息情况……组成: the names of the six sections tell of no aspect. */
const PARTS = /总体情况[、，][^。；]{20,260}?(?:其他需要报告的?事项|需要报告的其他事项|其他事项)/g;

/** The sub-headings of section one, as far as each opens a paragraph. */
function subheads(context: Context): string[] {
  const own = context.passages.filter((p) => p.section === 1);
  return [...new Set(own.map((p) => p.topic))].filter((t) => t !== '');
}

function* aspects(context: Context): Iterable<Found> {
  const text = narrative(context, 1);
  if (text === null) return;
  const body = text.body.replace(PARTS, '');
  const heads = subheads(context);
  const headed = ASPECTS.filter((a) => heads.some((h) => a.head.test(h)));
  for (const aspect of ASPECTS) {
    const strict = headed.length >= 3 && !headed.includes(aspect) && aspect.told;
    if (headed.includes(aspect) || (strict || aspect.pattern).test(body)) continue;
    yield {
      message: `第一部分“总体情况”没有写“${aspect.title}”方面的情况。五个方面（${FORM_2021.aspects.join('、')}）都要写，没有做的如实说明。`,
      where: { section: 1, ...(text.line === undefined ? {} : { line: text.line }) },
      expected: aspect.title,
      actual: null,
    };
  }
}

function* problems(context: Context): Iterable<Found> {
  const text = narrative(context, 5);
  if (text === null) return;
  const where = { section: 5, ...(text.line === undefined ? {} : { line: text.line }) };
  if (text.body.length < 5) {
    yield { message: '第五部分没有写存在的主要问题和改进情况。', where };
    return;
  }
  const problem =
    /(问题|不足|不够|不高|不强|不全|不及时|差距|薄弱|欠缺|有待|还需|仍需|缺乏|困难|短板|弱项|滞后|单一|较少|较低|偏少|偏低|偏弱|不规范|不到位|未能|需要(?:进一步)?(?:加强|强化|提高|提升|充实|完善|改进|拓宽|拓展|优化|丰富)|亟待|亟需|尚需|尚未|有差|不足)/.test(
      text.body,
    );
  const measure =
    /(改进|下一步|下步|今后|措施|将|着力|进一步加强|继续|整改|完善|提升|提高(?!不)|强化|针对|健全|打算|计划|拟|力争|加大|加强|落实|解决|轮训|督促|\d{4}年[，,]?我?们?将)/.test(
      text.body.replace(/有待[^，。；]*|(?:还|仍|尚)?(?:需|亟需|亟待)(?:要)?(?:进一步)?[^，。；]*/g, ''),
    );
  if (!problem) yield { severity: 'warning', message: '第五部分没有写存在的主要问题，只写了做法。请写明本年度的问题。', where };
  if (!measure) yield { message: '第五部分写了问题，没有写改进情况。请对每个问题写明改进措施。', where };
}

/** A sum, a number of cases, or that there was none. */
const STATED = /\d|零|〇|未|无|没|不(?!断|够)|(?:件|元)/;

/** The fee is named, but neither a sum nor that there was none. */
function* unstated(context: Context, told: Sentence): Iterable<Found> {
  const about = context.sentences.filter((s) => s.passage === told.passage && s.start >= told.start);
  if (about.some((s) => STATED.test(s.text.replace(/《[^《》]*》/g, '').replace(/^[（(]?[\d一二三四五六七八九十]+[)）、.．]/, '')))) return;
  yield {
    message: '这里写到信息处理费，没有写发出收费通知的件数和总金额、实际收取的总金额；没有的写0。',
    where: placeOf(told.passage, told.start, told.start + told.text.length),
    expected: '件数和金额',
    actual: null,
  };
}

/** Fees in other words than the form's. */
const FEES = /收费(?:及减免|和减免|减免)?(?:情况)?|收取[^，。；]{0,16}?费用?/;

function* fees(context: Context): Iterable<Found> {
  const { year } = context.reading.report;
  const text = narrative(context, 6);
  if ((year !== null && year < 2021) || context.partial(6)) return;
  const told = context.sentences.find((s) => /信息(?:公开)?处理费/.test(s.text.replace(/《[^《》]*》/g, '')));
  if (told) {
    yield* unstated(context, told);
    return;
  }
  if (context.passages.some((p) => /信息(?:公开)?处理费/.test(p.text) && STATED.test(p.text.replace(/《[^《》]*》/g, '')))) return;
  if (text === null) return;
  const other = context.passages.find((p) => p.section === 6 && FEES.test(p.text));
  const cut = '信息处理费要写明发出收费通知的件数和总金额、实际收取的总金额，没有的写0。';
  if (!other) {
    yield {
      message: `第六部分没有写依申请公开信息处理费的情况。${cut}`,
      where: { section: 6, ...(text.line === undefined ? {} : { line: text.line }) },
      expected: '信息处理费',
      actual: null,
    };
    return;
  }
  const at = other.text.search(FEES);
  const from = Math.max(...['。', '；', '：'].map((c) => other.text.lastIndexOf(c, at))) + 1;
  yield {
    message: `这里写的“${FEES.exec(other.text)?.[0] ?? '收费'}”应当写成信息处理费的收取情况。${cut}`,
    where: placeOf(other, from, at + 30),
    expected: '信息处理费',
    actual: '收费',
  };
}

const FULL = plainSectionOne('甲镇');

export const contentRules: readonly Rule[] = [
  {
    id: 'ASPECT-MISSING',
    severity: 'error',
    title: '总体情况写全五个方面',
    basis: ['FORM2021', 'OGIR2019 50.1'],
    what: '第一部分写主动公开、依申请公开、政府信息管理、政府信息公开平台建设、监督保障五个方面，小标题或正文写到即可；已有三个以上方面单列小标题的，没有单列的方面要在正文里写到做法，只是顺带提到网站名称等不算。',
    fails: { says: '没有写政府信息管理', sketch: { one: FULL.filter((t) => !t.includes('政府信息管理')) } },
    passes: { says: '五个方面都有一段', sketch: { one: FULL } },
    find: aspects,
  },
  {
    id: 'MEASURE-MISSING',
    severity: 'error',
    title: '问题和改进情况都写',
    basis: ['OGIR2019 50.1(4)'],
    what: '第五部分既写存在的主要问题，也写改进情况。',
    fails: { says: '只写“存在公开不够及时的问题。”', sketch: { five: ['由于人员较少，存在公开不够及时的问题。'] } },
    passes: { says: '写了问题，也写了下一步怎么改', sketch: {} },
    find: problems,
  },
  {
    id: 'FEE-WORDING',
    severity: 'warning',
    title: '第六部分写信息处理费',
    basis: ['FORM2021', 'FEE2020'],
    what: '2021年度起，报告写明信息处理费发出收费通知的件数和总金额、实际收取的总金额；没有的写0。',
    fails: { says: '写成“全年未出现政府信息公开收费及减免情况”', sketch: { six: ['全年未出现政府信息公开收费及减免情况。'] } },
    passes: { says: '写“收取信息处理费0元”', sketch: { six: ['没有发出收费通知，收取信息处理费0元。'] } },
    find: fees,
  },
];
