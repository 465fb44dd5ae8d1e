import { describe, expect, it } from 'vitest';
import { isUnreadable, readReportFile, readReportText } from '#documents/reading/read.ts';
import type { Reading } from '#domain/report/model.ts';
import { type Changes, page } from './reading.page.ts';

async function read(changes: Changes): Promise<Reading> {
  const reading = await readReportFile(new TextEncoder().encode(page(changes)), 'page.html');
  if (isUnreadable(reading)) throw new Error(reading.message);
  return reading;
}

const rowOf = (reading: Reading, key: string) => reading.report.tables.requests?.[key];
const kinds = (reading: Reading) => reading.notes.map((n) => [n.cell, n.kind, n.printed]);

describe('what a cell says', () => {
  it.each([
    ['-', null, 'mark'],
    ['—', null, 'mark'],
    ['/', null, 'mark'],
    ['无', null, 'mark'],
    ['&nbsp;', null, 'blank'],
    ['', null, 'blank'],
    ['0件', 0, 'remark'],
    ['3（含上年结转1件）', 3, 'remark'],
    ['约5', 5, 'remark'],
    ['零', 0, 'remark'],
    ['0.00', 0, 'decimal'],
    ['-1', -1, 'negative'],
    ['详见附件', null, 'text'],
    ['&amp;nbsp;', null, 'blank'],
    ['&amp;#160;', null, 'blank'],
    ['&amp;emsp;&amp;emsp;', null, 'blank'],
    ['\\u00a0', null, 'blank'],
    ['\u3000', null, 'blank'],
    ['&amp;nbsp;-&amp;nbsp;', null, 'mark'],
    ['○', 0, 'remark'],
    ['12①', 12, 'remark'],
    ['3²', 3, 'remark'],
    ['5<sup>2</sup>', 5, 'remark'],
    ['1.2万', 12_000, 'remark'],
    ['1O', null, 'text'],
    ['l2', null, 'text'],
    ['3十', null, 'text'],
    ['五6', null, 'text'],
    ['—5', null, 'text'],
    ['15%', null, 'text'],
    ['3/4', null, 'text'],
  ])('“%s” is %s with the note %s', async (printed, value, kind) => {
    const reading = await read({ rows: { '1': ['0', printed, '0', '0', '0', '0', '0'] } });
    expect(rowOf(reading, '1')?.[1]).toBe(value);
    expect(reading.notes.map((n) => [n.cell, n.kind])).toEqual([['requests/1/business', kind]]);
  });

  it.each([
    ['１２', 12],
    ['1,234', 1234],
    [' 7 ', 7],
  ])('“%s” is a plain count', async (printed, value) => {
    const reading = await read({ rows: { '1': [printed, '0', '0', '0', '0', '0', printed] } });
    expect([rowOf(reading, '1')?.[0], kinds(reading)]).toEqual([value, []]);
  });

  it('a money cell may have decimals, and 元 becomes 万元', async () => {
    const decimals = await read({ fees: '12.5' });
    expect([decimals.report.tables.proactive?.['feesInTenThousandYuan'], kinds(decimals)]).toEqual([12.5, []]);
    const yuan = await read({ fees: '50000元' });
    expect(yuan.report.tables.proactive?.['feesInTenThousandYuan']).toBe(5);
    expect(kinds(yuan)).toEqual([['proactive/feesInTenThousandYuan', 'remark', '50000元']]);
  });

  it('亿 in a money cell is ten thousand times 万', async () => {
    for (const [fees, want] of [
      ['0.35亿元', 3500],
      ['3.5万', 3.5],
      ['0.00', 0],
      ['0万元', 0],
      ['1,234.5', 1234.5],
    ] as const)
      expect((await read({ fees })).report.tables.proactive?.['feesInTenThousandYuan']).toBe(want);
  });

  it('figures apart by a space are one where the row’s sum says so, else in doubt', async () => {
    const joined = await read({ rows: { '1': ['1 2', '0', '0', '0', '0', '3', '15'] } });
    expect(rowOf(joined, '1')).toEqual([12, 0, 0, 0, 0, 3, 15]);
    const two = await read({ rows: { '1': ['1<br>2', '0', '0', '0', '0', '0', '1<br>2'] } });
    expect(rowOf(two, '1')).toEqual(Array(7).fill(null));
    expect(two.doubts[0]?.readings.map((r) => r[0])).toEqual([12, 1, 2]);
    const flat = await read({ licences: '1 234' });
    expect(flat.doubts.map((d) => [d.cell, d.readings])).toEqual([['proactive/licences', [[1234], [1], [234]]]]);
  });

  it('a blank total stays blank: it is not computed', async () => {
    const reading = await read({ rows: { '1': ['3', '0', '0', '0', '0', '0', ''] } });
    expect(rowOf(reading, '1')).toEqual([3, 0, 0, 0, 0, 0, null]);
  });
});

describe('how a row is found', () => {
  it('by its label with slips, without its number, or in traditional characters', async () => {
    const labels = {
      '1': '一、本年新收政府信息公開申請數量',
      '3.3.2': '2.其他法律行政止公开',
      '3.4.1': '本机关不掌握相关政府信息',
      '3.7': '（七）合计',
      '4': '四、结转下年度办理',
    };
    const rows = Object.fromEntries(Object.keys(labels).map((k, i) => [k, [`${i + 1}`, '0', '0', '0', '0', '0', `${i + 1}`]]));
    const reading = await read({ labels, rows });
    expect(Object.keys(labels).map((k) => rowOf(reading, k)?.[0])).toEqual([1, 2, 3, 4, 5]);
    expect(reading.labels.map((l) => l.printed)).toEqual([
      '2.其他法律行政止公开',
      '本机关不掌握相关政府信息',
      '（七）合计',
      '四、结转下年度办理',
    ]);
    expect(reading.absentRows).toEqual([]);
  });

  it.each(['', '无误', '-'])('beside a column of remarks (“%s”)', async (extra) => {
    const reading = await read({ extra, rows: { '1': ['3', '0', '0', '0', '0', '0', '3'], '4': ['1', '0', '0', '0', '0', '0', '1'] } });
    expect([rowOf(reading, '1'), rowOf(reading, '4')]).toEqual([
      [3, 0, 0, 0, 0, 0, 3],
      [1, 0, 0, 0, 0, 0, 1],
    ]);
    expect(reading.doubts).toEqual([]);
  });

  it('not in prose or remarks around the table', async () => {
    const prose = '<p>本机关本年新收政府信息公开申请12件，结转下年度继续办理3件。</p>';
    const reading = await read({ beforeThree: prose, afterThree: prose });
    expect(Object.values(reading.report.tables.requests!).flat()).toEqual(Array(175).fill(0));
  });

  it('in 7 + 5 + 15 places however the page is laid out', async () => {
    const four = '1 2 3 4 10 0 0 0 0 0 5 5 5 5 20'.split(' ');
    const { remedies } = (await read({ four })).report.tables;
    expect(remedies).toEqual({ review: [1, 2, 3, 4, 10], litigationDirect: [0, 0, 0, 0, 0], litigationAfterReview: [5, 5, 5, 5, 20] });
  });
});

describe('figures that run together', () => {
  const report = (rows: string): string =>
    `一、总体情况二、主动公开政府信息情况三、收到和处理政府信息公开申请情况申请人情况自然人${rows}四、政府信息公开行政复议、行政诉讼情况`;
  const readRows = (rows: string): Reading => {
    const reading = readReportText(report(rows));
    if (isUnreadable(reading)) throw new Error(reading.message);
    return reading;
  };

  it('are cut by the row’s own sum', () => {
    const reading = readRows('一、本年新收政府信息公开申请数量640020470二、上年结转政府信息公开申请数量0000000');
    expect(rowOf(reading, '1')).toEqual([64, 0, 0, 2, 0, 4, 70]);
  });

  it('stay in doubt with every reading where two fit, and the cells are null', () => {
    const reading = readRows('一、本年新收政府信息公开申请数量270020130二、上年结转政府信息公开申请数量0000000');
    expect(reading.doubts.map((d) => [d.cell, d.readings])).toEqual([
      [
        'requests/1',
        [
          [2, 7, 0, 0, 20, 1, 30],
          [27, 0, 0, 2, 0, 1, 30],
        ],
      ],
    ]);
    expect(rowOf(reading, '1')).toEqual(Array(7).fill(null));
  });

  it('are settled by the columns where the rows around them are known', () => {
    const reading = readRows(
      '一、本年新收政府信息公开申请数量270020130二、上年结转政府信息公开申请数量0000000三、本年度办理结果（一）予以公开270020130（七）总计27 0 0 2 0 1 30四、结转下年度继续办理0000000',
    );
    expect([rowOf(reading, '1'), rowOf(reading, '3.1')]).toEqual([
      [27, 0, 0, 2, 0, 1, 30],
      [27, 0, 0, 2, 0, 1, 30],
    ]);
    expect(reading.doubts).toEqual([]);
  });

  it('are read as printed where the sum is wrong and only one cut is possible', () => {
    expect(rowOf(readRows('一、本年新收政府信息公开申请数量5100000二、上年结转政府信息公开申请数量0000000'), '1')).toEqual([
      5, 1, 0, 0, 0, 0, 0,
    ]);
  });

  it('list at most twenty readings and count the rest', () => {
    const reading = readRows('一、本年新收政府信息公开申请数量1234567891234二、上年结转政府信息公开申请数量0000000');
    const doubt = reading.doubts.find((d) => d.cell === 'requests/1')!;
    expect(doubt.readings).toHaveLength(20);
    expect(doubt.more).toBeGreaterThan(100);
  });

  it('do not take the number of the next label', () => {
    const reading = readRows('一、本年新收政府信息公开申请数量00000002.其他法律行政法规禁止公开0000000四、结转下年度继续办理0000000');
    expect(rowOf(reading, '3.3.2')).toEqual(Array(7).fill(0));
  });
});

describe('title, signature and period', () => {
  it.each([
    ['示范县人民政府办公室关于2023年度政府信息公开工作年度报告', '示范县人民政府办公室'],
    ['《示范县财政局2023年政府信息公开工作年度报告》', '示范县财政局'],
    ['示范乡<br>2023年政府信息公开工作年度报告', '示范乡'],
    ['示范县片区管理局 关于2023年度政府信息公开工作年度报告', '示范县片区管理局'],
    ['2023年示范县财政局政府信息公开年度报告', '示范县财政局'],
    ['示范县财政局 二〇二三年度政府信息公开工作年度报告', '示范县财政局'],
    ['示范县政务公开办公室2023年政府信息公开年报', '示范县政务公开办公室'],
  ])('%s', async (title, unit) => {
    expect((await read({ title })).report).toMatchObject({ unit, year: 2023, period: ['2023-01-01', '2023-12-31'] });
  });

  it.each([
    '<p>示范县财政局</p><p>2024年1月17日</p>',
    '<p>示范县财政局</p><p>二〇二四年一月十七日</p>',
    '<p>示范县财政局 2024.1.17</p>',
    '<p>示 范 县 财 政 局</p><p>2024-01-17</p><p>（此件公开发布）</p>',
  ])('%s', async (signature) => {
    expect((await read({ signature })).report).toMatchObject({ signedBy: '示范县财政局', signedOn: '2024-01-17' });
  });

  it('without a title the signature names the unit', async () => {
    expect((await read({ title: '无题' })).report.unit).toBe('示范县财政局');
  });
});
