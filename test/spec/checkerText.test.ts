import { describe, expect, it } from 'vitest';
import { check, type Finding } from '#domain/checker/index.ts';
import { readingOf, type Sketch } from '#domain/checker/sketch.ts';

const ROWS = { '1': 10, '2': 1, '3.1': 4, '3.2': 2, '3.4.1': 3, '3.5.1': 1, '3.7': 10, '4': 1 };
const CELLS: Record<string, number> = {
  ...Object.fromEntries(
    Object.entries(ROWS).flatMap(([row, n]) => [
      [`requests/${row}/naturalPerson`, n],
      [`requests/${row}/total`, n],
    ]),
  ),
  'remedies/review/upheld': 2,
  'remedies/review/pending': 1,
  'remedies/review/total': 3,
  'remedies/litigationDirect/other': 1,
  'remedies/litigationDirect/total': 1,
  'remedies/litigationAfterReview/upheld': 2,
  'remedies/litigationAfterReview/total': 2,
  'proactive/normativeDocuments/issued': 3,
  'proactive/normativeDocuments/abolished': 1,
  'proactive/normativeDocuments/inForce': 8,
  'proactive/licences': 550,
  'proactive/penalties': 41,
  'proactive/feesInTenThousandYuan': 12.34,
};

/** Findings of the rules on numbers in a paragraph of section one, over the tables above. */
function said(text: string, more: Sketch = {}, rule = 'TEXT-TABLE'): Finding[] {
  const sketch: Sketch = { unit: '乙县', title: '乙县2023年政府信息公开工作年度报告', one: [text], partial: [1], cells: CELLS, ...more };
  return check(readingOf(sketch)).filter((f) => f.rule === rule);
}

const pairs = (findings: readonly Finding[]) => findings.map((f) => [f.where.cell, f.expected, f.actual]);

describe('正文与表格一致，不提示', () => {
  const right = [
    '全年共收到政府信息公开申请10件，均已按期答复。',
    '2023年，我县受理政府信息公开申请10件（含上年结转1件的办理）。',
    '全年共收到政府信息公开申请11件（含上年结转1件）。',
    '2023年度新收依申请公开10件，上年结转1件，办结10件，结转下年度继续办理1件。',
    '本年度共收到10件申请，及时办结10件，1件结转下年度继续办理。',
    '共受理答复依申请公开件10件（含2022年结转1件），办结10件，转结下年度继续办理1件。',
    '全年共收到政府信息公开申请10件，上年转结1件，其中网络申请6件，信函申请5件。',
    '全年共办理政府信息公开申请11件，其中，予以公开4件、部分公开2件、无法提供3件、不予处理1件，转下年度办理1件。',
    '全年收到政府信息公开申请十件，其中自然人申请十件。',
    '答复政府信息公开申请10件（含上年度结转申请1件，另有1件申请顺延到下年度答复）。',
    '因政府信息公开引起的行政复议3件，其中结果维持2件，尚未审结1件；政府信息公开行政诉讼3件，其中结果维持2件，其他结果1件。',
    '因政府信息公开被提起行政诉讼3件，其中未经复议直接起诉1件，复议后起诉2件。',
    '全年制发行政规范性文件3件，废止1件，现行有效行政规范性文件8件。',
    '全年公开行政规范性文件5件。',
    '全年作出行政许可决定550件，作出行政处罚决定41件。',
    '全年行政事业性收费12.34万元。',
    '全年行政事业性收费123400元。',
  ];
  for (const text of right) it(text, () => expect(pairs(said(text))).toEqual([]));
});

describe('别的事项、别的期间、别的机关、不是数量的数字，不提示', () => {
  const near = [
    '2023年，全年热线平台共受理群众诉求104件，办结104件，办结率100%。',
    '12345热线受理政府信息公开方面的咨询20件。',
    '受理行政许可申请300件，办结298件。',
    '受理低保申请25件，信访投诉9件。',
    '收到人大代表建议12件，办结12件。',
    '根据《政府信息公开条例》第二十条、国办公开办函〔2021〕30号，主动公开政府信息136条。',
    '建议提案办理结果公开40件，政策解读12件，政策文件15件。',
    '按照“一件一档”要求，每件申请在20个工作日内答复。',
    '较2022年收到的6件政府信息公开申请有所增加。',
    '2022年收到政府信息公开申请6件。',
    '上半年收到政府信息公开申请3件。',
    '自条例施行以来，累计收到政府信息公开申请230件。',
    '协助县自然资源局办理政府信息公开申请2件。',
    '公开行政许可、行政处罚信息25条，公示行政许可事项117项。',
    '归集行政处罚信息60条，梳理行政许可事项88项。',
    '备案审查规范性文件14件，清理规范性文件50件，解读规范性文件2件。',
    '减免行政事业性收费200万元，收取信息处理费0元。',
    '未收到该申请人提交的补正材料，未出现超期答复申请的情况。',
    '未收到法人或其他组织提出的政府信息公开申请。',
    '未发生因政府信息公开工作被复议纠错、诉讼败诉的情况。',
    '无正当理由大量反复申请的，依法不予处理。',
    '办理行政复议案件120件，行政应诉案件30件。',
    '网上申请5件，信函申请5件。',
    '全年制作政府信息30条，其中主动公开信息8条，依申请公开信息14条，不予公开信息8条。',
    '我县坚持“办结一件申请、解决一个问题”。',
    '2022年，县政府办公室共制定规范性文件6件。',
    '收到政府信息公开申请10件，其中县本级4件。',
    '举办政府信息公开培训3次，现场解答申请问题20个。',
    '开展依申请公开培训2场，编印依申请公开答复书模板30份。',
  ];
  for (const text of near) it(text, () => expect(pairs(said(text))).toEqual([]));
});

describe('正文与表格不一致，逐个数字提示', () => {
  const wrong: [string, unknown[][]][] = [
    ['全年共收到政府信息公开申请12件。', [['requests/1/total', 10, 12]]],
    [
      '全年受理政府信息公开申请4件，办结3件。',
      [
        ['requests/1/total', 10, 4],
        ['requests/3.7/total', 10, 3],
      ],
    ],
    ['上年结转2件依申请公开申请。', [['requests/2/total', 1, 2]]],
    ['收到政府信息公开申请10件，2件结转下年度继续办理。', [['requests/4/total', 1, 2]]],
    ['全年收到政府信息公开申请十二件。', [['requests/1/total', 10, 12]]],
    [
      '全年共收到政府信息公开申请10件，其中自然人9件、商业企业1件。',
      [
        ['requests/1/business', 0, 1],
        ['requests/1/naturalPerson', 10, 9],
      ],
    ],
    [
      '申请答复中，予以公开5件，部分公开2件，不予公开1件。依申请公开情况良好。',
      [
        ['requests/3.1/total', 4, 5],
        ['requests/3.3.1/total', 0, 1],
      ],
    ],
    ['政府信息公开申请中，1件属于“重复申请”。', [['requests/3.5.2/total', 0, 1]]],
    [
      '因政府信息公开引发行政复议5件，行政诉讼1件。',
      [
        ['remedies/litigationDirect/total', 3, 1],
        ['remedies/review/total', 3, 5],
      ],
    ],
    ['全年印发行政规范性文件6件。', [['proactive/normativeDocuments/issued', 3, 6]]],
    ['主动公开信息30条，其中行政规范性文件30条。', [['proactive/normativeDocuments/issued', 3, 30]]],
    ['作出行政处罚决定14件。', [['proactive/penalties', 41, 14]]],
    ['全年行政事业性收费12.34元。', [['proactive/feesInTenThousandYuan', 12.34, 0.001234]]],
    ['全年未收到政府信息公开申请。', [['requests/1/total', 10, 0]]],
    [
      '无因政府信息公开被提起行政复议、行政诉讼的案件。',
      [
        ['remedies/litigationDirect/total', 3, 0],
        ['remedies/review/total', 3, 0],
      ],
    ],
    ['全年没有制发行政规范性文件。', [['proactive/normativeDocuments/issued', 3, 0]]],
  ];
  for (const [text, expected] of wrong)
    it(text, () => expect(pairs(said(text)).sort((a, b) => String(a[0]).localeCompare(String(b[0])))).toEqual(expected));

  it('约数相符的不提示，明显不符的为可不改', () => {
    expect(said('全年收到政府信息公开申请10余件。')).toEqual([]);
    expect(said('全年收到政府信息公开申请近12件。')).toEqual([]);
    expect(said('全年收到政府信息公开申请50余件。').map((f) => f.severity)).toEqual(['info']);
  });

  it('格里的数存疑时，与每种读法都不符才提示', () => {
    const doubt = {
      cells: {
        ...CELLS,
        'proactive/normativeDocuments/issued': null,
        'proactive/normativeDocuments/abolished': null,
        'proactive/normativeDocuments/inForce': null,
      },
      doubts: [
        {
          cell: 'proactive/normativeDocuments',
          readings: [
            [34, 0, 89],
            [3, 40, 89],
            [3, 408, 9],
          ],
          why: '数字连在一起',
        },
      ],
    };
    expect(said('现行有效行政规范性文件89件。', doubt)).toEqual([]);
    expect(said('现行有效行政规范性文件424件。', doubt).map((f) => f.expected)).toEqual(['89 或 9']);
  });

  it('全部申请与本级申请都写明的，本级的不提示；只写一部分的提示', () => {
    expect(said('全县收到政府信息公开申请10件。县政府办代表县政府受理政府信息公开申请4件。')).toEqual([]);
    expect(pairs(said('县政府办代表县政府受理政府信息公开申请4件。'))).toEqual([['requests/1/total', 10, 4]]);
  });
});

describe('比率、占比、同比', () => {
  const rates = (text: string, more: Sketch = {}) => said(text, more, 'TEXT-RATE').map((f) => [f.expected, f.actual]);
  it('办结率按句中件数重算，按时办结率不重算', () => {
    expect(rates('热线共受理200件，办结199件，办结率100%。')).toEqual([['99.5%', '100%']]);
    expect(rates('热线共受理200件，办结199件，办结率99.5%，按时办结率100%。')).toEqual([]);
  });
  it('四舍五入和截尾都算相符，错的提示', () => {
    expect(rates('答复政府信息公开申请805件，不予公开35件，占4.34%；')).toEqual([]);
    expect(rates('共收到政府信息公开申请100件，其中自然人97件，占比90%。')).toEqual([['97%', '90%']]);
  });
  it('写了100%又写有超期的', () => {
    expect(rates('热线按时办结率100%，超期2件。')).toEqual([['小于100%', '100%']]);
    expect(rates('热线按时办结率100%，超期0件。')).toEqual([]);
  });
  it('有上年年报时重算同比', () => {
    const last = readingOf({ unit: '乙县', year: 2022, cells: { 'requests/1/total': 8 } });
    const run = (text: string) =>
      check(readingOf({ unit: '乙县', one: [text], partial: [1], cells: CELLS }), { previous: last }).filter((f) => f.rule === 'TEXT-RATE');
    expect(run('全年共收到政府信息公开申请10件，同比增长25%。')).toEqual([]);
    expect(run('全年共收到政府信息公开申请10件，同比增长35%。').map((f) => f.expected)).toEqual(['25%']);
  });
});

describe('总数与其中数', () => {
  const parts = (text: string) => said(text, {}, 'PART-WHOLE').map((f) => [f.expected, f.actual]);
  it('其中数大于总数', () => expect(parts('共发布信息20条，其中政策文件25条。')).toEqual([[20, 25]]));
  it('其中数等于、小于总数', () => {
    expect(parts('共发布信息20条，其中政策文件20条。')).toEqual([]);
    expect(parts('共发布信息20条，其中政策文件19条，动态类15条。')).toEqual([]);
  });
  it('按渠道分列的合计大于总数', () => expect(parts('共收到政府信息公开申请10件，其中网络申请6件，信函申请5件。')).toEqual([[10, 11]]));
});
