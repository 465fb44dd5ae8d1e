import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ComposeInput, compose, proposedSections } from '#domain/report/compose.ts';
import { type Paragraph, textOf } from '#domain/report/document.ts';
import { TEXT_FIGURES } from '#domain/report/figures.ts';
import { type Report, setValue } from '#domain/report/model.ts';
import type { Office } from '#domain/report/narrative/office.ts';
import { parseSource, serialiseSource } from '#domain/report/narrative/tokens.ts';
import { typedNumbers } from '#domain/report/narrative/typed.ts';
import { composeReturn } from '#domain/report/return.ts';
import { cellsOf, FORM_2021 } from '#law/forms/index.ts';

const OFFICE: Office = {
  name: '演示镇人民政府',
  shortName: '演示镇',
  level: 'township',
  signedBy: '演示镇人民政府办公室',
  workingUnit: '演示镇人民政府办公室',
  site: { name: '演示县人民政府门户网站', address: null, own: false },
  contact: { address: '演示镇演示路', phone: '000-0000000', postcode: null },
  channels: [
    { key: 'website', label: '演示县人民政府门户网站', isSite: true },
    { key: 'wechat', label: '微信公众号' },
  ],
  activities: [
    { kind: 'training', on: '2023-05-01', subject: '公开条例', aboutDisclosure: true },
    { kind: 'training', on: '2023-03-01', subject: '许可系统操作', aboutDisclosure: false },
    { kind: 'training', on: '2022-03-01', subject: '去年的培训', aboutDisclosure: true },
    { kind: 'assessment', on: '2023-12-01', subject: '年度考核', aboutDisclosure: true, result: '等次为良好。' },
  ],
  problems: [
    { year: 2022, problem: '更新不及时', measure: '明确专人', improvement: '已明确专人' },
    { year: 2023, problem: '解读较少', measure: '增加问答解读', improvement: null },
    { year: 2023, problem: '渠道较少', measure: '增设公示栏', improvement: null },
  ],
};

const CELLS = cellsOf(FORM_2021).map((c) => c.key);
const COUNTED = TEXT_FIGURES.filter((f) => f.origin === 'counted').map((f) => f.key);

/** A report with one value everywhere, and the same in every figure of the text; named ones differ. */
function input(
  everywhere: number | null,
  differing: Readonly<Record<string, number | null>> = {},
  more: Partial<ComposeInput> = {},
): ComposeInput {
  const report: Report = {
    form: '2021',
    unit: '演示镇',
    signedBy: null,
    signedOn: '2024-01-17',
    year: 2023,
    period: ['2023-01-01', '2023-12-31'],
    tables: { proactive: null, requests: null, remedies: null },
  };
  for (const cell of CELLS) setValue(report.tables, cell, cell in differing ? differing[cell]! : everywhere);
  const figures = Object.fromEntries(COUNTED.map((key) => [key, key in differing ? differing[key]! : everywhere]));
  return { report, figures, office: OFFICE, ...more };
}

function paragraphsOf(of: ComposeInput): Paragraph[] {
  const { document } = compose(of);
  return [...document.preamble, ...document.sections.flatMap((s) => s.paragraphs)];
}

function wordsOf(of: ComposeInput): string {
  return paragraphsOf(of).map(textOf).join('\n');
}

/** What is left of the text without its bound numbers, its dates, the notice's number, the hotline's name and the telephone. */
function unbound(paragraphs: readonly Paragraph[]): string {
  return paragraphs
    .map((p) => p.runs.map((r) => (r.figure ? '' : r.text)).join(''))
    .join('\n')
    .replaceAll(/\d{4}年(\d{1,2}月(\d{1,2}日)?)?/g, '')
    .replaceAll('国办公开办函〔2021〕30号', '')
    .replaceAll('12345政务服务便民热线', '')
    .replaceAll('000-0000000', '');
}

const VALUES = fc.record(Object.fromEntries([...CELLS, ...COUNTED].map((key) => [key, fc.option(fc.nat(9999), { freq: 8 })])));

describe('every number of the text is bound to its figure', () => {
  it('no digit is left when the bound numbers, dates, document numbers and names are taken away', () => {
    fc.assert(
      fc.property(VALUES, (values) => {
        expect(unbound(paragraphsOf(input(0, values)))).not.toMatch(/\d/);
      }),
      { numRuns: 60 },
    );
  });

  it('a figure that changes changes its own numbers in the text and no other words', () => {
    const before = paragraphsOf(input(5)).map((p) => p.runs);
    const after = paragraphsOf(input(5, { 'requests/1/total': 6 })).map((p) => p.runs);
    const changed = after.flat().filter((run, i) => run.text !== before.flat()[i]!.text);
    expect(changed).toEqual([{ figure: 'requests/1/total', text: '6' }]);
  });

  it('each bound number says the value of its figure', () => {
    const { document, paragraphs } = compose(input(7));
    const bound = paragraphs.flatMap((p) => p.runs).filter((r) => r.figure && CELLS.includes(r.figure));
    expect(bound.length).toBeGreaterThan(10);
    for (const run of bound) expect(run.text).toBe('7');
    expect(document.report.tables.requests?.['1']?.[6]).toBe(7);
  });

  it('is the same on every call', () => {
    expect(compose(input(3))).toEqual(compose(input(3)));
  });
});

describe('nothing to report is said in plain words, the zero still bound', () => {
  it('says that no application was received', () => {
    expect(wordsOf(input(0))).toContain('2023年，未收到政府信息公开申请，没有上年结转的申请，没有结转下年度继续办理的申请。');
    const zero = paragraphsOf(input(0)).flatMap((p) => p.runs);
    expect(zero).toContainEqual({ figure: 'requests/1/total', text: '未收到' });
  });

  it('says numbers as soon as one of them is not zero', () => {
    const words = wordsOf(input(0, { 'requests/2/total': 1 }));
    expect(words).toContain('新收到政府信息公开申请0件，上年结转1件，办结0件，结转下年度继续办理0件。');
    expect(words).not.toContain('未收到政府信息公开申请');
  });

  it('states the processing fee with an explicit zero', () => {
    expect(wordsOf(input(0))).toContain('发出信息处理费收费通知0件，收费通知总金额0元，实际收取信息处理费0元。');
  });

  it('says the fee in yuan though it is counted in fen', () => {
    const words = wordsOf(input(0, { 'figures/processingFee/noticedFen': 190_050, 'figures/processingFee/paidFen': 40_000 }));
    expect(words).toContain('收费通知总金额1900.5元，实际收取信息处理费400元。');
  });

  it('says plainly that no assessment was held once the register is declared', () => {
    expect(wordsOf(input(0))).toContain('2023年未开展政府信息公开工作考核。');
  });
});

describe('a claim without a figure is left out and listed', () => {
  it('leaves out the sentence over a register that is not declared, and says what to declare', () => {
    const { gaps, document } = compose(input(2, { 'figures/tickets/received': null }));
    const six = document.sections[5]!.paragraphs.map(textOf).join('');
    expect(six).not.toContain('转办工单');
    expect(gaps.find((g) => g.figures.includes('figures/tickets/received'))?.message).toContain('12345热线工单登记簿');
  });

  it('never turns an unknown figure into zero words', () => {
    const words = wordsOf(input(null));
    for (const claim of ['未收到', '没有因', '未开展', '未制发', '0件', '＿']) expect(words).not.toContain(claim);
  });

  it('names no channel while it is not known what was published there', () => {
    expect(wordsOf(input(null))).not.toContain('还通过');
    expect(wordsOf(input(2))).toContain('还通过');
  });

  it('lists what an empty office has to state: site, contact, problems', () => {
    const bare: Office = { ...OFFICE, site: null, contact: null, problems: [] };
    const about = compose(input(0, {}, { office: bare })).gaps.map((g) => g.about);
    expect(about).toEqual(expect.arrayContaining(['公开网站', '联系方式', '存在的主要问题']));
  });

  it('lists a problem without a measure and last year’s problem without an improvement', () => {
    const problems = [
      { year: 2022, problem: '甲', measure: null, improvement: null },
      { year: 2023, problem: '乙', measure: null, improvement: null },
    ];
    const { gaps } = compose(input(0, {}, { office: { ...OFFICE, problems } }));
    expect(gaps.map((g) => g.message).join('')).toMatch(/问题“乙”还没有改进措施.*问题“甲”没有写改进情况/);
  });
});

describe('what the notice asks for is there', () => {
  it('has the six sections and the five aspects of the first, each with its heading', () => {
    const { document } = compose(input(4));
    expect(document.sections.map((s) => s.title)).toEqual(FORM_2021.sections);
    const heads = document.sections[0]!.paragraphs.filter((p) => p.level === 'h2').map(textOf);
    expect(heads.map((h) => h.slice(3))).toEqual(FORM_2021.aspects);
  });

  it.each([0, 1, 9999])('keeps section one under a thousand characters (every figure %i)', (n) => {
    const one = compose(input(n)).document.sections[0]!.paragraphs.map(textOf).join('');
    expect(one.length).toBeLessThan(1000);
  });

  it('prints all trainings and, among them, those about disclosure, with the subjects of this year in order', () => {
    const words = wordsOf(input(0, { 'figures/activities/training/all': 2, 'figures/activities/training/aboutDisclosure': 1 }));
    expect(words).toContain('业务培训2次（许可系统操作、公开条例），其中政府信息公开方面的培训1次。');
  });

  it('gives the result of an assessment that was held', () => {
    expect(wordsOf(input(0, { 'figures/activities/assessment/all': 1 }))).toContain('政府信息公开工作考核1次：等次为良好。');
  });

  it('goes from last year’s problems and what was done to this year’s and what will be done', () => {
    const five = compose(input(0)).document.sections[4]!.paragraphs.map(textOf);
    expect(five[0]).toContain('针对“更新不及时”的问题，已明确专人');
    expect(five[1]).toContain('一是解读较少；二是渠道较少');
    expect(five[2]).toContain('一是增加问答解读；二是增设公示栏');
  });

  it('never speaks of 受理, and never calls a closed ticket solved', () => {
    for (const n of [0, 8]) expect(wordsOf(input(n))).not.toMatch(/受理|解决/);
  });
});

describe('rates', () => {
  const tickets = (due: number, closed: number) =>
    wordsOf(input(0, { 'figures/tickets/received': due, 'figures/tickets/due': due, 'figures/tickets/dueClosed': closed }));

  it('stand beside the number they are of', () => {
    expect(tickets(104, 104)).toContain('应办结104件，其中已办结104件，办结率100%');
  });

  it.each([
    [20_000, 19_999, '99.99'],
    [20_000, 20_000, '100'],
    [3, 1, '33.33'],
  ])('of %i due and %i closed say %s and 100 only for all', (due, closed, rate) => {
    expect(tickets(due, closed)).toContain(`办结率${rate}%`);
  });

  it('are not said of nothing', () => {
    expect(tickets(0, 0)).not.toContain('办结率');
  });
});

describe('the office’s own wording', () => {
  it('keeps bound numbers as tokens through reading and writing', () => {
    const part = fc.oneof(
      fc
        .string()
        .map((text) => ({ text: text.replaceAll(/[{}|]/g, '') }))
        .filter((r) => r.text !== ''),
      fc.record({ figure: fc.constantFrom(...CELLS), words: fc.option(fc.constantFrom('未收到', '没有'), { nil: undefined }) }),
    );
    fc.assert(
      fc.property(fc.array(part), (runs) => {
        const source = serialiseSource(runs);
        expect(serialiseSource(parseSource(source))).toBe(source);
      }),
    );
  });

  it('follows its figures after an edit', () => {
    const edited = { '1/onRequest': '今年共收到申请{{requests/1/total}}件，比去年多。' };
    expect(wordsOf(input(0, { 'requests/1/total': 3 }, { edited }))).toContain('今年共收到申请3件');
    expect(wordsOf(input(0, { 'requests/1/total': 4 }, { edited }))).toContain('今年共收到申请4件');
  });

  it('prints the number and asks for new words where words for zero no longer hold', () => {
    const edited = { '1/onRequest': '今年{{requests/1/total|未收到}}申请。' };
    const { gaps } = compose(input(0, { 'requests/1/total': 3 }, { edited }));
    expect(gaps.find((g) => g.figures.includes('requests/1/total'))?.message).toContain('现在这个数字是3');
  });

  it('says so when it binds to a figure there is none of', () => {
    const { gaps } = compose(input(0, {}, { edited: { '1/onRequest': '{{figures/secret}}件' } }));
    expect(gaps.map((g) => g.message)).toContain('“figures/secret”不是本报告的数字，请从列表里选一个。');
  });

  it('may leave a paragraph out, or make two of it', () => {
    const edited = { '1/platform': '', '1/platform/head': '', '1/management': '第一段。\n第二段。' };
    const one = compose(input(0, {}, { edited })).document.sections[0]!.paragraphs.map(textOf);
    expect(one.join('')).not.toContain('平台');
    expect(one).toEqual(expect.arrayContaining(['第一段。', '第二段。']));
  });

  it('may be a whole section', () => {
    const sections = [null, null, null, null, ['（一）主要问题', '公开条数只有{{figures/items}}条。'], null];
    const five = compose(input(6, {}, { sections })).document.sections[4]!.paragraphs;
    expect(five.map((p) => [p.level, textOf(p)])).toEqual([
      ['h2', '（一）主要问题'],
      ['text', '公开条数只有6条。'],
    ]);
  });

  it('starts from the system’s words, which say the same when handed back', () => {
    const own = input(3);
    expect(wordsOf({ ...own, sections: proposedSections(own) })).toBe(wordsOf(own));
  });

  it('can’t smuggle a binding in through a register', () => {
    const office: Office = {
      ...OFFICE,
      problems: [{ year: 2023, problem: '{{requests/1/total}}[[channels]]{year}', measure: '甲', improvement: null }],
    };
    const five = compose(input(9, {}, { office })).document.sections[4]!.paragraphs;
    expect(five.flatMap((p) => p.runs).filter((r) => r.figure)).toEqual([]);
  });
});

describe('numbers typed by hand', () => {
  const values: Readonly<Record<string, number>> = { 'requests/1/total': 30, 'figures/items': 30, 'figures/processingFee/paidFen': 40_000 };
  const kinds = (text: string) => typedNumbers([{ text }], (f) => values[f] ?? 0).map((t) => [t.text, t.value, t.kind]);

  it.each([
    ['全年收到申请29件', '29件', 29, 'competes'],
    ['全年收到申请30件', '30件', 30, 'equals'],
    ['全年收到申请31件', '31件', 31, 'competes'],
    ['主动公开信息三十条', '三十条', 30, 'equals'],
    ['实际收取信息处理费400元', '400元', 400, 'equals'],
    ['走访群众1,200件', '1,200件', 1200, 'unbound'],
  ])('%s: %s is marked', (text, typed, value, kind) => {
    expect(kinds(text)).toEqual([[typed, value, kind]]);
  });

  it.each(['2023年1月1日', '第五十条', '〔2021〕30号', '12345热线', '同一条信息', '一次性告知', '逐件登记', '第3次会议'])(
    '%s names no figure',
    (text) => {
      expect(kinds(text)).toEqual([]);
    },
  );

  it('does not mark what is bound', () => {
    expect(typedNumbers([{ text: '收到申请' }, { figure: 'requests/1/total', text: '30' }, { text: '件' }], () => 30)).toEqual([]);
  });
});

describe('a month’s and a quarter’s return', () => {
  const returned = (from: string, to: string) => {
    const { report, figures, office } = input(2);
    return composeReturn({ report: { ...report, period: [from, to] }, figures, office });
  };

  it.each([
    ['2023-02-01', '2023-02-28', '演示镇2023年2月政府信息公开工作月报'],
    ['2023-10-01', '2023-12-31', '演示镇2023年第四季度政府信息公开工作季报'],
    ['2023-02-01', '2023-04-30', '演示镇2023年2月1日至2023年4月30日政府信息公开工作情况报告'],
    ['2023-02-02', '2023-02-28', '演示镇2023年2月2日至2023年2月28日政府信息公开工作情况报告'],
  ])('%s to %s is called %s', (from, to, title) => {
    expect(returned(from, to).title).toBe(title);
  });

  it('says the same figures for its span, carried in and over at its ends', () => {
    const text = returned('2023-03-01', '2023-03-31').paragraphs.map(textOf).join('\n');
    expect(text).toContain('2023年3月，新收到政府信息公开申请2件，期初结转2件，办结2件，期末结转继续办理2件。');
    expect(unbound(returned('2023-03-01', '2023-03-31').paragraphs)).not.toMatch(/\d/);
  });
});
