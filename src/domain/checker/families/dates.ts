import { chineseDate, type Day, day, parseDay } from '#lib/day.ts';
import type { Context } from '../context.ts';
import { isAuthority } from '../level.ts';
import { placeOf } from '../passages.ts';
import type { Found, Rule } from '../rule.ts';

/** By when the report of `year` is due, and what says so; null where the unit's level is not known. */
function dueOf(context: Context, year: number): { on: Day; basis: string; who: string } | null {
  const { level } = context;
  const next = year + 1;
  if (level === 'county' || level === 'city' || level === 'province')
    return { on: day(`${next}-03-31`), basis: 'OGIR2019 49', who: '县级以上地方人民政府的年报' };
  if (level === 'department') {
    if (isAuthority(context.reading.report.unit, level))
      return { on: day(`${next}-03-31`), basis: 'OGIR2019 49', who: '政府信息公开工作主管部门的年报' };
    return { on: day(`${next}-01-31`), basis: 'OGIR2019 49', who: '县级以上人民政府部门的年报' };
  }
  if (level !== 'township' && level !== 'subdistrict') return null;
  const on = parseDay(`${next}-${context.profile.local?.dueOn ?? '01-31'}`);
  return on ? { on, basis: 'LOCAL', who: `${level === 'township' ? '乡镇' : '街道'}的年报按当地规定` } : null;
}

function signature(context: Context): { section: number; line?: number; quote?: string } {
  const line = context.reading.lines.findLast((l) => l.kind === 'signature' && /\d|〇|二/.test(l.text));
  return line ? { section: 7, line: line.n, quote: line.text.trim().slice(0, 60) } : { section: 7 };
}

function* late(context: Context): Iterable<Found> {
  const { year, signedOn, period: span } = context.reading.report;
  // The title's year is in doubt itself: PERIOD-YEAR says so.
  if (span && year !== null && !span[0].startsWith(`${year}`)) return;
  const signed = signedOn ? parseDay(signedOn) : null;
  const due = year === null ? null : dueOf(context, year);
  if (!signed || !due || signed <= due.on) return;
  yield {
    message: `落款日期${chineseDate(signed)}晚于期限：${due.who}应在${chineseDate(due.on)}前公布。`,
    basis: [due.basis],
    where: signature(context),
    expected: due.on,
    actual: signed,
  };
}

function* period(context: Context): Iterable<Found> {
  const { year, signedOn, period: span } = context.reading.report;
  if (year === null) return;
  const whole: [string, string] = [`${year}-01-01`, `${year}-12-31`];
  if (span && (span[0] !== whole[0] || span[1] !== whole[1])) {
    const line = context.reading.lines.find(
      (l) => l.section <= 1 && /(?:日起?|至|到|—|－|-)/.test(l.text) && /(统计|期限|时限|数据)/.test(l.text),
    );
    yield {
      message: `${year}年度的报告，统计期限应为${year}年1月1日至12月31日，写的是${span[0]}至${span[1]}。`,
      where: { section: line?.section ?? 1, ...(line ? { line: line.n, quote: line.text.trim().slice(0, 60) } : {}) },
      expected: whole.join('/'),
      actual: span.join('/'),
      fix: `${year}年1月1日至12月31日`,
    };
  }
  if (signedOn && signedOn <= whole[1]) {
    yield {
      message: `落款日期${signedOn}在${year}年度结束之前，数据不可能是全年的。请核对日期。`,
      where: signature(context),
      expected: `${year + 1}`,
      actual: signedOn,
    };
  }
}

/** Whose work, or what work, a sentence on the year speaks of: 我镇, 全县, 街道, 管委会; 认真, 围绕, 共收到. */
const SPEAKS_OF_WORK =
  '全年|我[镇乡局县市区委办街院校中]|本[镇乡局机单街院]|共|全[镇乡县市区局街]|累计|收到(?!的)|受理(?!的)|主动公开(?!的)|街道|管委会|[县市区镇乡](?:人民)?政府|医院|学校|认真|深入|坚持|持续|严格|积极|围绕|紧紧|按照|在';

/** A year that the report is not of, at the head of a sentence about the unit's own work. */
function* otherYears(context: Context): Iterable<Found> {
  const { year } = context.reading.report;
  if (year === null) return;
  const name = context.unit.replace(/[^\u4e00-\u9fa5]/g, '');
  const own = name.length >= 2 ? `|${name}|${name.replace(/^.*?[县区市旗](?=.{2,})/, '')}` : '';
  const place = /([省市县区旗州盟])[^省市县区旗州盟]{1,12}([局厅])$/.exec(name);
  // A branch calls itself 分局; 市局 is above it.
  const bureau = name.endsWith('分局') ? '|分局' : place ? `|${place[1]}${place[2]}` : '';
  const pattern = new RegExp(
    `^(?:[（(][一二三四五六七八九十]+[)）][^。，\\d]{0,20}[。，：]?|[一二三四五六七八九十]是[^。，]{0,12}[。，])?(?:在|[经据]统计，|回顾)?(20\\d{2})年(?:度)?[，]?(?:${SPEAKS_OF_WORK}${own}${bureau})`,
  );
  const ended = new RegExp(
    `^(?:[（(][一二三四五六七八九十]+[)）][^。，\\d]{0,20}[。，：]?)?截[至止]到?(${year - 1})年(?:12月31日|12月底|年?底|年末)`,
  );
  const compared = new RegExp(
    `相比|同比|比上年|[较比](?:上年|去年|20\\d{2})|${year}年|(?:考核|考评|评估|评比|测评)(?:结果|中|排名)?[^，。]{0,8}(?:列|名|第|优秀|得分|获)`,
  );
  for (const sentence of context.sentences) {
    const m = pattern.exec(sentence.text) ?? ended.exec(sentence.text);
    const named = Number(m?.[1]);
    if (!m || named >= year || compared.test(sentence.text.slice(m.index + m[0].length))) continue;
    yield {
      message: `${year}年度的报告，这里写的是${named}年。如果是上年文稿留下的，请改过来。`,
      where: placeOf(sentence.passage, sentence.start, sentence.start + sentence.text.length),
      words: `${named}年`,
      expected: year,
      actual: named,
    };
  }
}

/** 2月30日: a date that no calendar has, wherever it stands; a signature's above all. */
function* impossible(context: Context): Iterable<Found> {
  for (const line of context.reading.lines) {
    if (line.kind === 'table') continue;
    for (const m of line.text.normalize('NFKC').matchAll(/((?:19|20)\d{2})\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*日/g)) {
      const [, y, month, d] = m as unknown as [string, string, string, string];
      if (parseDay(`${y}-${month.padStart(2, '0')}-${d.padStart(2, '0')}`)) continue;
      const alone = line.text.trim().length <= m[0].length + 2;
      yield {
        message: `${alone ? '落款日期' : '日期'}“${m[0]}”不存在，请核对。`,
        where: { section: alone ? 7 : line.section, line: line.n, quote: line.text.trim().slice(Math.max(0, m.index - 20), m.index + 40) },
        words: m[0],
        actual: m[0],
      };
    }
  }
}

export const dateRules: readonly Rule[] = [
  {
    id: 'DATE-LATE',
    severity: 'warning',
    title: '按期公布',
    basis: ['OGIR2019 49', 'LOCAL'],
    what: '以落款日期为准：县级以上部门1月31日，县级以上政府3月31日；乡镇、街道没有全国统一的日期，按当地规定，默认1月31日。',
    fails: { says: '乡镇的报告落款2月1日', sketch: { signedOn: '2024-02-01' } },
    passes: { says: '乡镇的报告落款1月31日', sketch: { signedOn: '2024-01-31' } },
    find: late,
  },
  {
    id: 'PERIOD-YEAR',
    severity: 'warning',
    title: '统计期限是整个年度',
    basis: ['OGIR2019 49', 'FORM2021'],
    what: '统计期限与标题年份一致，从1月1日到12月31日；落款日期在年度结束以后。',
    fails: { says: '2023年度的报告写“2022年1月1日至12月31日”', sketch: { period: ['2022-01-01', '2022-12-31'] } },
    passes: { says: '2023年1月1日至2023年12月31日', sketch: {} },
    find: period,
  },
  {
    id: 'YEAR-LEFT',
    severity: 'warning',
    title: '正文没有留下别的年份',
    basis: ['OGIR2019 49'],
    what: '句首“某年，我镇……”“某年共……”的年份不是报告的年份，或者写的是截至上年年底。与上年比较、上年结转的不算。',
    fails: { says: '2023年度的报告写“2022年，我镇认真落实……”', sketch: { preamble: ['2022年，我镇认真落实各项要求。'] } },
    passes: { says: '“与2022年相比，共增加3件”', sketch: { preamble: ['2023年，我镇认真落实各项要求，与2022年相比有所提高。'] } },
    find: otherYears,
  },
  {
    id: 'DATE-INVALID',
    severity: 'warning',
    title: '日期真实存在',
    basis: ['LOCAL'],
    what: '落款和正文里写的年月日在日历上存在。',
    fails: { says: '落款写“2024年2月30日”', sketch: { signedOn: null, six: ['收取信息处理费0元。', '2024年2月30日'] } },
    passes: { says: '2024年2月29日（闰年）', sketch: { six: ['收取信息处理费0元，2024年2月29日审定。'] } },
    find: impossible,
  },
];
