import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isUnreadable, readReportText } from '#documents/reading/read.ts';
import type { Value } from '#domain/report/model.ts';
import { FORM_2019, FORM_2021, requestRowKeys } from '#law/forms/index.ts';

/** Figures of one report; `rows` in the order of the form. */
interface Figures {
  readonly oneOther: boolean;
  readonly rows: Readonly<Record<string, readonly number[]>>;
  readonly four: readonly (readonly number[])[];
  readonly normative: readonly number[];
  readonly flat: readonly number[];
}

const LABELS = new Map([...FORM_2019.requestRows, ...FORM_2021.requestRows].map((r) => [r.key, r.label]));
const GROUPS = new Map(FORM_2021.requestRows.filter((r) => r.group).map((r) => [r.key.slice(0, 3), r.group!]));
const count = fc.oneof(
  { weight: 6, arbitrary: fc.constant(0) },
  { weight: 3, arbitrary: fc.nat(9) },
  { weight: 1, arbitrary: fc.nat(3000) },
);
const sum = (ns: readonly number[]): number => ns.reduce((a, b) => a + b, 0);
const withTotal = (ns: readonly number[]): number[] => [...ns, sum(ns)];

const figures: fc.Arbitrary<Figures> = fc
  .record({
    oneOther: fc.boolean(),
    outcomes: fc.array(fc.array(count, { minLength: 6, maxLength: 6 }), { minLength: 21, maxLength: 21 }),
    over: fc.array(fc.nat(3), { minLength: 6, maxLength: 6 }),
    four: fc.array(fc.array(count, { minLength: 4, maxLength: 4 }), { minLength: 3, maxLength: 3 }),
    normative: fc.array(fc.nat(300), { minLength: 3, maxLength: 3 }),
    flat: fc.array(fc.nat(90_000), { minLength: 3, maxLength: 3 }),
  })
  .map(({ oneOther, outcomes, over, four, normative, flat }) => {
    const keys = requestRowKeys(FORM_2021, oneOther);
    const results = keys.filter((k) => k.startsWith('3.') && k !== '3.7');
    const closed = over.map((_, c) => sum(results.map((_, r) => outcomes[r]![c]!)));
    const rows: Record<string, number[]> = {};
    for (const key of keys) {
      const at = results.indexOf(key);
      if (at >= 0) rows[key] = withTotal(outcomes[at]!);
      else if (key === '2') rows[key] = Array(7).fill(0);
      else rows[key] = withTotal(key === '3.7' ? closed : key === '4' ? over : closed.map((n, c) => n + over[c]!));
    }
    return { oneOther, rows, four: four.map(withTotal), normative, flat };
  });

type Row = readonly (string | number)[];

function tablesOf(f: Figures): Row[][] {
  const groups = new Set<string>();
  const three: Row[] = [
    ['（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）', '申请人情况'],
    ['自然人', '法人或其他组织', '总计'],
    ['商业企业', '科研机构', '社会公益组织', '法律服务机构', '其他'],
  ];
  for (const [key, cells] of Object.entries(f.rows).sort(([a], [b]) => a.localeCompare(b, 'en', { numeric: true }))) {
    const group = key.split('.').length === 3 ? GROUPS.get(key.slice(0, 3))! : key === '3.1' ? '三、本年度办理结果' : '';
    three.push([...(group === '' || groups.has(group) ? [] : [group]), LABELS.get(key)!, ...cells]);
    groups.add(group);
  }
  const heads = ['结果维持', '结果纠正', '其他结果', '尚未审结', '总计'];
  return [
    [
      ['第二十条第（一）项'],
      ['信息内容', '本年制发件数', '本年废止件数', '现行有效件数'],
      ['规章', 0, 0, 0],
      ['行政规范性文件', ...f.normative],
      ['第二十条第（五）项'],
      ['信息内容', '本年处理决定数量'],
      ['行政许可', f.flat[0]!],
      ['第二十条第（六）项'],
      ['信息内容', '本年处理决定数量'],
      ['行政处罚', f.flat[1]!],
      ['行政强制', f.flat[2]!],
      ['第二十条第（八）项'],
      ['信息内容', '本年收费金额（单位：万元）'],
      ['行政事业性收费', 12.34],
    ],
    three,
    [['行政复议', '行政诉讼'], [...heads, '未经复议直接起诉', '复议后起诉'], [...heads, ...heads], f.four.flat()],
  ];
}

const LAYOUTS: Readonly<Record<string, (row: Row) => string>> = {
  'run together': (r) => r.join(''),
  'spaces in one line': (r) => `${r.join(' ')} `,
  'spaces, a row a line': (r) => `${r.join(' ')}\n`,
  'one cell a line': (r) => `${r.join('\n')}\n`,
  'a tab before each cell': (r) => `${r.map((c) => `\t${c}\n`).join('')}\n`,
  'tabs between cells': (r) => `${r.join('\t')}\n`,
  'bars between cells': (r) => `| ${r.join(' | ')} |\n`,
  'a bar on a line of its own': (r) => `${r.join('\n|\n')}\n|\n`,
};

function textOf(f: Figures, layout: (row: Row) => string): string {
  const [two, three, four] = tablesOf(f).map((t) => t.map(layout).join(''));
  const end = layout(['x', 'y']).includes('\n') ? '\n' : '';
  return [
    '示范县示范局2023年政府信息公开工作年度报告\n',
    `一、总体情况${end}全年收到申请12件。${end}`,
    `二、主动公开政府信息情况${end}${two}`,
    `三、收到和处理政府信息公开申请情况${end}${three}`,
    `四、政府信息公开行政复议、行政诉讼情况${end}${four}`,
    `五、存在的主要问题及改进情况${end}不够及时。${end}六、其他需要报告的事项${end}无。`,
  ].join('');
}

/** What is neither right nor a doubt; with `listed` also doubts that leave out what was printed. */
function silentErrors(f: Figures, text: string): string[] {
  const reading = readReportText(text);
  if (isUnreadable(reading)) return [reading.message];
  const { requests, remedies, proactive } = reading.report.tables;
  const doubts = new Map(reading.doubts.map((d) => [d.cell, d]));
  const pairs: [string, readonly number[], readonly Value[] | undefined][] = [
    ...Object.entries(f.rows).map(
      ([k, want]) => [`requests/${k}`, want, requests?.[k]] as [string, readonly number[], Value[] | undefined],
    ),
    ...['review', 'litigationDirect', 'litigationAfterReview'].map(
      (k, g) => [`remedies/${k}`, f.four[g]!, remedies?.[k]] as [string, readonly number[], Value[] | undefined],
    ),
    ['proactive/normativeDocuments', f.normative, Object.values(proactive?.['normativeDocuments'] ?? {})],
    ...['licences', 'penalties', 'coercion'].map(
      (k, i) => [`proactive/${k}`, [f.flat[i]!], [proactive?.[k] as Value]] as [string, number[], Value[]],
    ),
  ];
  return pairs.flatMap(([cell, want, got]) => {
    if (JSON.stringify(want) === JSON.stringify(got)) return [];
    const doubt = doubts.get(cell);
    const listed = doubt && (doubt.more !== undefined || doubt.readings.some((r) => JSON.stringify(r) === JSON.stringify(want)));
    return listed ? [] : [`${cell}: ${want} read as ${got}`];
  });
}

describe('a report’s figures in every way a dump lays them out', () => {
  it.each(Object.entries(LAYOUTS))('%s: right, or a doubt that lists what is printed', (_, layout) => {
    fc.assert(
      fc.property(figures, (f) => {
        expect(silentErrors(f, textOf(f, layout))).toEqual([]);
      }),
      { numRuns: 15 },
    );
  });

  it.each(Object.entries(LAYOUTS).filter(([name]) => name !== 'run together'))('%s: no doubt at all', (_, layout) => {
    fc.assert(
      fc.property(figures, (f) => {
        const reading = readReportText(textOf(f, layout));
        expect(isUnreadable(reading) ? reading.message : reading.doubts).toEqual([]);
      }),
      { numRuns: 15 },
    );
  });

  it('a published slip in one cell is never corrected away', () => {
    fc.assert(
      fc.property(figures, fc.nat(22), fc.nat(6), fc.integer({ min: 1, max: 3 }), (f, r, c, more) => {
        const key = Object.keys(f.rows)[r % Object.keys(f.rows).length]!;
        const rows = { ...f.rows, [key]: f.rows[key]!.map((v, i) => (i === c ? v + more : v)) };
        const slipped = { ...f, rows };
        expect(silentErrors(slipped, textOf(slipped, LAYOUTS['one cell a line']!))).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });
});
