import { describe, expect, it } from 'vitest';
import { type CheckOptions, check } from '#domain/checker/index.ts';
import { levelOf } from '#domain/checker/level.ts';
import { readingOf, type Sketch } from '#domain/checker/sketch.ts';
import { OFFICES, type Office } from './checkerOffices.ts';

/** Rules and what they saw in an office's report with a part of it changed. */
function seen(office: Office, change: Partial<Sketch>, options: CheckOptions = {}): unknown[][] {
  const findings = check(readingOf({ ...(OFFICES[office] as Sketch), ...change }), options);
  return findings.map((f) => (f.actual === undefined ? [f.rule] : [f.rule, f.actual]));
}
const one = (office: Office): readonly string[] => OFFICES[office].one;
const without = (office: Office, words: string): Partial<Sketch> => ({ one: one(office).filter((t) => !t.includes(words)) });
const replaced = (office: Office, from: string | RegExp, to: string): Partial<Sketch> => ({
  one: one(office).map((t) => t.replace(from, to)),
});

describe('总体情况的五个方面', () => {
  const dropped: [Office, string, string][] = [
    ['bureau', '（二）', '依申请公开'],
    ['bureau', '（三）', '政府信息管理'],
    ['bureau', '（四）', '政府信息公开平台建设'],
    ['bureau', '（五）', '监督保障'],
    ['zone', '（三）', '政府信息管理'],
    ['zone', '（四）', '政府信息公开平台建设'],
    ['hospital', '（三）', '政府信息管理'],
    ['school', '（三）', '政府信息管理'],
    ['office', '（四）', '政府信息公开平台建设'],
    ['fund', '（二）', '依申请公开'],
  ];
  for (const [office, head, title] of dropped)
    it(`${OFFICES[office].unit}删去“${title}”一段`, () => {
      const found = check(readingOf({ ...(OFFICES[office] as Sketch), ...without(office, head) }));
      // The sub-heads after it jump over its number, unless it was the last.
      const jumps = head === '（五）' ? [] : [['LIST-ORDER', head]];
      expect(found.map((f) => [f.rule, f.expected])).toEqual([['ASPECT-MISSING', title], ...jumps]);
    });
  it('不列小标题、用别的话写到的，不提示', () => {
    const other = [
      '积极主动发布信息268条。',
      '规范办理群众的公开申请12件。',
      '严格信息发布审核。',
      '抓好网站维护。',
      '加强组织领导和培训。',
    ];
    expect(seen('bureau', { one: other })).toEqual([]);
  });
  it('“民生保障”不是监督保障', () => {
    const found = seen('bureau', {
      one: ['主动公开民生保障信息268条。', '办理公开申请12件。', '严格信息审核机制。', '做好网站维护。'],
    });
    expect(found).toEqual([['ASPECT-MISSING', null]]);
  });
});

describe('考核、评议、追责的结果', () => {
  const removed: [Office, string][] = [
    ['town', '组织群众代表开展社会评议，满意度98%；'],
    ['town', '县政府对我镇政务公开工作年度考核结果为良好；'],
    ['xiang', '；无责任追究情况'],
    ['county', '委托第三方开展社会评议，平均得分91.3分；'],
    ['county', '；本年度未发生责任追究'],
    ['city', '市政府将政务公开列入年度考核，考核结果予以通报；'],
  ];
  for (const [office, words] of removed)
    it(`${OFFICES[office].unit}没有写“${words.slice(0, 14)}……”`, () =>
      expect(seen(office, replaced(office, words, ''))).toEqual([['RESULT-MISSING', null]]));
  it('换一种说法也算写了', () => {
    const told = '在全县政务公开考评中位列第五；群众测评满意率97%；全年没有因信息公开被问责的情况。';
    expect(seen('town', replaced('town', /县政府对我镇.*$/, told))).toEqual([]);
  });
  it('热线满意率不是社会评议', () => {
    const told = '年度考核合格；12345热线群众满意率97%；没有责任追究情形。';
    expect(seen('town', replaced('town', /县政府对我镇.*$/, told))).toEqual([['RESULT-MISSING', null]]);
  });
  it('局、办公室、医院、学校、中心、开发区、街道不要求', () => {
    for (const office of ['bureau', 'office', 'hospital', 'school', 'fund', 'zone', 'street', 'old'] as const)
      expect(seen(office, replaced(office, /考核|评议|追究/g, '检查')), office).toEqual([]);
  });
});

describe('问题和改进情况', () => {
  const missing = [
    '存在的主要问题：一是公开内容不够全面；二是人员力量不足。',
    '目前还存在两方面不足：公开的时效性有待提高；公开形式有待进一步丰富。',
    '（一）存在的主要问题。政策解读不够深入，平台内容更新不及时，工作人员业务能力还需加强。',
    '下一步，我局将加强学习培训，丰富解读形式，做好公开工作。',
    '无。',
  ];
  for (const text of missing) it(text, () => expect(seen('bureau', { five: [text] })).toEqual([['MEASURE-MISSING']]));
  const whole = [
    '存在问题：解读数量偏少。整改措施：一是落实专人；二是每季度开展自查。',
    '查摆出更新慢的问题，我们建立周更新台账，已于11月完成整改。',
    '问题：基层股室公开意识不强。打算：2024年组织股室负责人轮训两轮，把公开纳入股室考核。',
    '一是公开意识需要强化，二是公开内容需要充实。下步，加大力度，逐项落实。',
  ];
  for (const text of whole) it(text, () => expect(seen('bureau', { five: [text] })).toEqual([]));
});

describe('信息处理费', () => {
  const wanting = ['无其他需要报告的事项。', '全年未收取任何费用。', '依申请公开免费提供，未收费。', '信息处理费收费情况正常。'];
  for (const text of wanting) it(`${text} → 提示`, () => expect(seen('bureau', { six: [text] }).map((f) => f[0])).toEqual(['FEE-WORDING']));
  const stated = [
    '本年度未收取政府信息公开信息处理费。',
    '信息处理费收取情况：无。',
    '本机关2023年度信息处理费为零。',
    '发出信息处理费收费通知0件、总金额0元，实际收取0元。',
    '按照《政府信息公开信息处理费管理办法》，2023年未收取政府信息公开信息处理费。',
  ];
  for (const text of stated) it(`${text} → 不提示`, () => expect(seen('bureau', { six: [text] })).toEqual([]));
});

describe('落款', () => {
  const late: [Office, string, unknown[][]][] = [
    ['bureau', '2024-02-01', [['DATE-LATE', '2024-02-01']]],
    ['office', '2023-03-30', []],
    ['office', '2023-04-03', [['DATE-LATE', '2023-04-03']]],
    ['county', '2025-04-01', [['DATE-LATE', '2025-04-01']]],
    ['zone', '2022-03-20', []],
    ['hospital', '2024-03-20', []],
    ['school', '2023-03-20', []],
    ['county', '2024-12-20', [['PERIOD-YEAR', '2024-12-20']]],
  ];
  for (const [office, on, found] of late) it(`${OFFICES[office].unit} ${on}`, () => expect(seen(office, { signedOn: on })).toEqual(found));
  it('不存在的日期', () => {
    const found = seen('bureau', { signedOn: null, six: [...OFFICES.bureau.six, '2024年2月30日'] });
    expect(found).toEqual([['DATE-INVALID', '2024年2月30日']]);
  });
  it('简称、办公室是同一单位，别的局不是', () => {
    for (const name of ['高新区管委会', '甲江高新区管委会办公室']) expect(seen('zone', { signedBy: name }), name).toEqual([]);
    for (const name of ['县农业农村局', '甲江县农业农村局办公室']) expect(seen('bureau', { signedBy: name }), name).toEqual([]);
    expect(seen('bureau', { signedBy: '甲江县林业局' })).toEqual([['SIGN-UNIT', '甲江县林业局']]);
    expect(seen('county', { signedBy: '丙水县人民政府' })).toEqual([['SIGN-UNIT', '丙水县人民政府']]);
  });
});

describe('规章', () => {
  it('说出是哪一格', () => {
    const sketch: Sketch = { ...OFFICES.town, cells: { ...OFFICES.town.cells, 'proactive/regulations/inForce': 3 } };
    const [found] = check(readingOf(sketch));
    expect([found?.rule, found?.where.cell]).toEqual(['RULES-POWER', 'proactive/regulations/inForce']);
    expect(found?.message).toContain('规章 · 现行有效件数');
  });
});

describe('收费的单位', () => {
  const fee = (office: Office, value: number) => {
    const cells = { ...OFFICES[office].cells, 'proactive/feesInTenThousandYuan': value };
    return seen(office, { cells });
  };
  it('乡镇填到一千万元以上、部门填到十亿元以上的，请核对单位', () => {
    expect(fee('town', 999)).toEqual([]);
    expect(fee('town', 1000)).toEqual([['FEE-UNIT', 1000]]);
    expect(fee('town', 118_600)).toEqual([['FEE-UNIT', 118_600]]);
    expect(fee('bureau', 99_999)).toEqual([]);
    expect(fee('bureau', 100_000)).toEqual([['FEE-UNIT', 100_000]]);
    expect(fee('city', 316_441)).toEqual([]);
  });
});

describe('从名称看层级', () => {
  const levels: [string, string | null][] = [
    ['甲县乙镇人民政府', 'township'],
    ['甲旗乙苏木', 'township'],
    ['甲市乙区丙街道办事处', 'subdistrict'],
    ['甲县乙办事处', 'subdistrict'],
    ['甲县人民政府驻丙市办事处', 'department'],
    ['甲县融媒体中心', 'department'],
    ['甲县供销合作社联合社', 'department'],
    ['甲县水库管理处', 'department'],
    ['甲县人民医院', 'institution'],
    ['甲县乙镇中心小学', 'institution'],
    ['甲县水务集团有限公司', 'institution'],
    ['甲经济技术开发区管理委员会', 'zone'],
    ['甲市乙管理区', 'zone'],
    ['甲林区人民政府', 'county'],
    ['甲盟行政公署', 'city'],
    ['丙单位', null],
  ];
  for (const [unit, level] of levels) it(`${unit}：${level ?? '看不出'}`, () => expect(levelOf(unit)).toBe(level));
});

describe('负数', () => {
  it('照所填的数勾稽', () => {
    const cell = 'requests/3.3.6/business';
    const sketch: Sketch = {
      ...OFFICES.bureau,
      cells: { ...OFFICES.bureau.cells, [cell]: -1 },
      notes: [{ cell, kind: 'negative', printed: '-1' }],
    };
    expect(check(readingOf(sketch)).map((f) => [f.rule, f.where.cell, f.expected])).toEqual([
      ['CELL-NOT-COUNT', cell, undefined],
      ['T3-APPLICANTS', 'requests/3.3.6/total', -1],
      ['T3-OUTCOMES', 'requests/3.7/business', 2],
    ]);
  });
});

describe('与上年年报对照', () => {
  const last = readingOf({ ...OFFICES.county, year: 2023, one: ['去年的文稿。'], cells: { 'requests/1/total': 9, 'requests/4/total': 1 } });
  const said = (text: string) =>
    check(readingOf({ ...OFFICES.county, one: [...OFFICES.county.one, text] }), { previous: last })
      .filter((f) => f.rule.startsWith('TEXT'))
      .map((f) => [f.rule, f.expected, f.actual]);
  const right = [
    '全县收到政府信息公开申请12件，较上年增加3件。',
    '全县收到政府信息公开申请12件，比上年增加3件，增长33%。',
    '全县收到政府信息公开申请12件，与上年9件相比增加3件。',
    '全县收到政府信息公开申请12件，同比增长33.3%。',
    '主动公开信息10286条，较上年增加40条，与去年基本持平。',
  ];
  for (const text of right) it(text, () => expect(said(text)).toEqual([]));
  const wrong: [string, unknown[]][] = [
    ['全县收到政府信息公开申请12件，较上年增加5件。', ['TEXT-RATE', 3, 5]],
    ['全县收到政府信息公开申请12件，比上年减少3件。', ['TEXT-RATE', -3, 3]],
    ['全县收到政府信息公开申请12件，与上年8件相比增加3件。', ['TEXT-TABLE', 9, 8]],
    ['全县收到政府信息公开申请12件，与去年持平。', ['TEXT-RATE', 9, 12]],
    ['全县收到政府信息公开申请12件，同比下降33.3%。', ['TEXT-RATE', '-33.33%', '33.3%']],
  ];
  for (const [text, finding] of wrong) it(text, () => expect(said(text)).toEqual([finding]));
});
