import type { Context } from '../context.ts';
import { chineseNumber } from '../numerals.ts';
import { type Passage, placeOf } from '../passages.ts';
import type { Found, Rule } from '../rule.ts';

/** Articles that the Regulation does not have, or that are not about annual reports. */
function* articles(context: Context): Iterable<Found> {
  for (const passage of context.passages) {
    for (const m of passage.text.matchAll(
      /《(?:中华人民共和国)?(?:政府信息公开条例|条例)》[^，。；《]{0,12}?第([一二三四五六七八九十百\d]+)条/g,
    )) {
      const article = /^\d+$/.test(m[1]!) ? Number(m[1]) : chineseNumber(m[1]!);
      if (article === null) continue;
      const rest = passage.text.slice(m.index, m.index + 70);
      const place = placeOf(passage, m.index, m.index + 60);
      if (article > 56 || article === 0)
        yield { message: `《政府信息公开条例》没有第${m[1]}条，请核对。`, where: place, words: `第${m[1]}条`, actual: article };
      else if (/^[^。；]*(年度报告|年报)/.test(rest) && article !== 49 && article !== 50 && !/第(四十九|五十|49|50)条/.test(rest))
        yield {
          message: `年度报告的规定在《政府信息公开条例》第四十九条、第五十条，这里写的是第${m[1]}条，请核对。`,
          where: place,
          words: `第${m[1]}条`,
          expected: '49、50',
          actual: article,
        };
    }
  }
}

/** Titles close to the Regulation's that no law bears. */
const TITLES =
  /《(?:中华人民共和国)?(?:信息公开条例|政府信息公开工作条例|政府信息公开管理条例|政府信息公开法|政务公开条例|政务信息公开条例)》/g;
/** The number of the order that published the Regulation. */
const ORDER = /《(?:中华人民共和国)?政府信息公开条例》[（(]?(?:以下简称[^）)]{0,12}[，,])?(?:中华人民共和国)?国务院令?第?(\d{2,4})号/g;
/** The notices of the two forms, by their number. */
const NOTICES: Readonly<Record<string, string>> = { '30': '2021', '60': '2019' };
const NOTICE = /国办公开办函[〔[（(【](\d{4})[〕\])）】](\d+)号/g;
/** 20 working days is the time to answer; 15 is the one most often written for it, and a promise may be shorter. */
const ANSWERS = [
  /(?:收到|接到)(?:政府信息公开|信息公开)?申请(?:之日|当日|后)?起?的?(\d+|[一二三四五六七八九十]+)个?(工作)?日之?内[^，。；]{0,6}(?:答复|办结|回复)/g,
  /(?<![\d一二三四五六七八九十])(\d+|[一二三四五六七八九十]+)个?(工作)?日(?:之?内|的?(?:法定)?(?:答复)?(?:期限|时限)(?:内|要求)?)[^，。；]{0,4}(?:答复|回复)[^，。；]{0,4}(?:信息公开|公开)[^，。；]{0,4}申请/g,
];

function numberOf(text: string): number | null {
  return /^\d+$/.test(text) ? Number(text) : chineseNumber(text);
}

function at(passage: Passage, m: RegExpMatchArray, message: string, expected: number | string, actual: number | string): Found {
  const from = m.index ?? 0;
  return { message, where: placeOf(passage, from, from + Math.max(m[0].length, 30)), words: m[0], expected, actual };
}

function* names(passage: Passage): Iterable<Found> {
  for (const m of passage.text.matchAll(TITLES))
    yield at(passage, m, `没有${m[0]}，应为《中华人民共和国政府信息公开条例》。`, '《中华人民共和国政府信息公开条例》', m[0]);
  for (const m of passage.text.matchAll(ORDER)) {
    if (m[1] === '711' || m[1] === '492') continue;
    yield at(passage, m, `现行《政府信息公开条例》是国务院令第711号，这里写的是第${m[1]}号。`, 711, Number(m[1]));
  }
  for (const m of passage.text.matchAll(MISPRINTED))
    yield at(passage, m, `文号“${m[0]}”写得不对，年度报告格式的文号是国办公开办函〔2021〕30号。`, '国办公开办函〔2021〕30号', m[0]);
  for (const m of passage.text.matchAll(NOTICE)) {
    const year = NOTICES[m[2]!];
    const around = passage.text.slice(Math.max(0, m.index - 60), m.index + m[0].length + 40);
    if (!year || year === m[1] || !/(年度报告|年报|格式)/.test(around)) continue;
    const right = `国办公开办函〔${year}〕${m[2]}号`;
    yield at(passage, m, `年度报告格式的文号是${right}，这里写的是${m[0]}。`, right, m[0]);
  }
}

/** A number written behind a title or a name; what it should be. */
const NUMBERED: readonly { readonly pattern: RegExp; readonly right: string }[] = [
  { pattern: /信息处理费管理办法》?的?(?:通知)?》?[（(](国办[函发][〔[（(【]\d{4}[〕\])）】]\d+号)/g, right: '国办函〔2020〕109号' },
  {
    pattern: /全面推进政务公开工作的意见[〉>》]?实施细则[〉>》]?的?(?:通知)?》?[（(](国办[函发][〔[（(【]\d{4}[〕\])）】]\d+号)/g,
    right: '国办发〔2016〕80号',
  },
];

/** The day from which the Regulation as revised is in force. */
const IN_FORCE =
  /(?:《(?:中华人民共和国)?政府信息公开条例》|新(?:修订的?)?《?条例》?)(?:（[^（）]{0,40}）)?[^。；，]{0,12}?(?:自|于|从)?(20(?:19|2\d)年\d{1,2}月\d{1,2}日)起?(?:正式|开始)?(?:施行|实施|生效)/g;

function* numbered(passage: Passage): Iterable<Found> {
  for (const { pattern, right } of NUMBERED)
    for (const m of passage.text.matchAll(pattern)) {
      const plain = (t: string): string => t.replace(/[〔〕[\]（）()【】]/g, '');
      if (plain(m[1]!) !== plain(right)) yield at(passage, m, `这份文件的文号是${right}，这里写的是${m[1]}。`, right, m[1]!);
    }
  for (const m of passage.text.matchAll(IN_FORCE))
    if (m[1] !== '2019年5月15日')
      yield at(passage, m, `现行《政府信息公开条例》自2019年5月15日起施行，这里写的是${m[1]}。`, '2019年5月15日', m[1]!);
}

/** 国办公开办涵〔2021〕30号, 国办公开办函〔202130号: a number that no notice has. */
const MISPRINTED =
  /国办公开办(?:(?!函)[\u4e00-\u9fa5]\s?[〔[（(【]\d{4}[〕\])）】]\d+号|函[〔[（(【]\d{4,6}号|[〔[（(【]\d{4}[〕\])）】]\d+号)/g;

/** Time limits of other articles: what is said, the days, the article. */
const TERMS: readonly { readonly pattern: RegExp; readonly days: number; readonly article: string }[] = [
  {
    pattern: /(?:形成|变更)之日起(\d+|[一二三四五六七八九十]+)个工作日内[^，。；]{0,4}(?:及时)?(?:予以)?公开/g,
    days: 20,
    article: '第二十六条规定自政府信息形成或者变更之日起20个工作日内公开',
  },
  {
    pattern:
      /补正[^，。；]{0,10}收到申请之日起(\d+|[一二三四五六七八九十]+)个工作日内|收到申请之日起(\d+|[一二三四五六七八九十]+)个工作日内[^，。；]{0,10}补正/g,
    days: 7,
    article: '第三十条规定自收到申请之日起7个工作日内告知补正',
  },
];
const PROMISED = /承诺|缩短|压缩|提速/;

function* otherTerms(passage: Passage): Iterable<Found> {
  for (const { pattern, days, article } of TERMS)
    for (const m of passage.text.matchAll(pattern)) {
      const told = numberOf((m[1] ?? m[2])!);
      const around = passage.text.slice(Math.max(0, m.index - 20), m.index + m[0].length + 20);
      if (told === null || told === days || PROMISED.test(around)) continue;
      yield at(passage, m, `现行条例${article}，这里写的是${m[1] ?? m[2]}个工作日。`, days, told);
    }
}

function* terms(passage: Passage): Iterable<Found> {
  for (const m of ANSWERS.flatMap((p) => [...passage.text.matchAll(p)])) {
    const days = numberOf(m[1]!);
    const around = passage.text.slice(Math.max(0, m.index - 20), m.index + m[0].length + 20);
    if (days === null || /承诺|缩短|压缩|提速|第三方|补正|延长|征求/.test(around)) continue;
    if (m[2] ? days !== 15 && days <= 20 : days <= 20) continue;
    yield at(
      passage,
      m,
      `现行条例第三十三条规定自收到申请之日起20个工作日内答复，这里写的是${m[1]}${m[2] ? '个工作日' : '日'}。`,
      20,
      days,
    );
  }
}

function* misquoted(context: Context): Iterable<Found> {
  yield* articles(context);
  for (const passage of context.passages) {
    yield* names(passage);
    yield* numbered(passage);
    yield* terms(passage);
    yield* otherTerms(passage);
  }
}

/** What a report says of the law, against the law. */
export const lawRule: Rule = {
  id: 'LAW-QUOTE',
  severity: 'warning',
  title: '条例和文件引用正确',
  basis: ['OGIR2019 26', 'OGIR2019 30', 'OGIR2019 33', 'OGIR2019 49', 'OGIR2019 50'],
  what: '引用《政府信息公开条例》不存在的条；说年度报告而引的不是第四十九条、第五十条；条例的名称、国务院令的号、格式文件、信息处理费管理办法的文号、条例的施行日期写错；答复期限写成15个工作日，或者超过第三十三条的20个工作日；公开期限不是20个工作日、补正告知期限不是7个工作日（第二十六条、第三十条）。写明是承诺、压缩期限的不算。',
  fails: {
    says: '“根据《政府信息公开条例》第三十一条要求编制年度报告”',
    sketch: { preamble: ['根据《中华人民共和国政府信息公开条例》第三十一条要求，编制本年度报告。'] },
  },
  passes: {
    says: '“根据《政府信息公开条例》第五十条要求编制年度报告”',
    sketch: { preamble: ['根据《中华人民共和国政府信息公开条例》第五十条要求，编制本年度报告。'] },
  },
  find: misquoted,
};
