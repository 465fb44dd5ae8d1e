import { describe, expect, it } from 'vitest';
import { readReportText } from '#documents/reading/text.ts';
import { isUnreadable } from '#documents/reading/unreadable.ts';
import { check } from '#domain/checker/index.ts';
import type { Reading } from '#domain/report/model.ts';
import { FORM_2021 } from '#law/forms/index.ts';

function read(...lines: readonly string[]): Reading {
  const reading = readReportText(lines.join('\n'));
  if (isUnreadable(reading)) throw new Error(reading.message);
  return reading;
}

const TITLE = '示范县虚构镇2023年政府信息公开工作年度报告';
const ONE = ['一、总体情况', '2023年，我镇认真贯彻条例，依法推进政府信息公开。', '（一）主动公开。全年公开信息27条。'];
const TWO = [
  '二、主动公开政府信息情况',
  '第二十条第（一）项 | |||',
  '信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数 |',
  '规章 | 0 | 0 | 0 |',
  '行政规范性文件 | 4 | 0 | 32 |',
  '第二十条第（五）项 | |||',
  '信息内容 | 本年处理决定数量 | ||',
  '行政许可 | 0 | ||',
  '第二十条第（六）项 | |||',
  '信息内容 | 本年处理决定数量 | ||',
  '行政处罚 | 3 | ||',
  '行政强制 | 0 | ||',
  '第二十条第（八）项 | |||',
];

describe('a report that breaks off', () => {
  it('in section one is a report without tables', () => {
    const { report, tableStates } = read(TITLE, ...ONE);
    expect([report.unit, report.year, report.tables]).toEqual(['示范县虚构镇', 2023, { proactive: null, requests: null, remedies: null }]);
    expect(tableStates).toEqual({ proactive: 'missing', requests: 'missing', remedies: 'missing' });
  });

  it('and has no title is one where its first section says so', () => {
    const aspects = ['1.主动公开情况。公开39条。', '2.依申请公开情况。受理0件。', '3.政府信息管理情况。严格审查。'];
    expect(read('一、总体情况', ...aspects).report.tables.proactive).toBeNull();
    const preamble = '根据条例要求，特向社会公布2023年政府信息公开工作年度报告。';
    expect(read(preamble, '一、总体情况', '2023年，我局认真公开。').report.unit).toBeNull();
  });

  it('is told from what only speaks of reports', () => {
    for (const lines of [
      ['关于做好2023年政府信息公开工作年度报告编制发布工作的通知', '一、总体情况', '各单位要高度重视。'],
      ['示范县2023年政务服务工作总结', '一、总体情况', '全年办件120件。'],
    ])
      expect(isUnreadable(readReportText(lines.join('\n'))), lines[0]).toBe(true);
  });

  it('before the last row of section two: the rows that are there, null, and the table is cut', () => {
    for (const end of [[], ['信息内容 | 本年收费金额（单'], ['信息内容 | 本年收费金额（单位：万元） | ||', '行政事业性']]) {
      const reading = read(TITLE, ...ONE, ...TWO, ...end);
      expect(reading.report.tables.proactive).toMatchObject({ penalties: 3, coercion: 0, feesInTenThousandYuan: null });
      expect(check(reading).map((f) => f.rule)).toEqual(expect.arrayContaining(['TABLE-CUT']));
      expect(check(reading).map((f) => f.rule)).not.toContain('ROW-MISSING');
    }
  });

  it('before the last row of section three: likewise', () => {
    const rows = FORM_2021.requestRows.filter((r) => r.key !== '4').map((r) => `${r.label} | 0 | 0 | 0 | 0 | 0 | 0 | 0 |`);
    const reading = read(TITLE, ...ONE, '三、收到和处理政府信息公开申请情况', ...rows);
    expect([reading.tableStates.requests, reading.report.tables.requests?.['3.7']]).toEqual(['cut', [0, 0, 0, 0, 0, 0, 0]]);
    expect(reading.report.tables.requests?.['4']).toEqual([null, null, null, null, null, null, null]);
    const whole = read(TITLE, ...ONE, '三、收到和处理政府信息公开申请情况', ...rows, '四、政府信息公开行政复议、行政诉讼情况');
    expect([whole.tableStates.requests, whole.absentRows]).toEqual(['present', ['requests/4']]);
  });
});

describe('unit, year and period', () => {
  it.each([
    ['示范县虚构镇2023年政府信息公开 工作告年度报', '示范县虚构镇', 2023],
    ['2023年示范市政府信息公开工作年度报告', '示范市', 2023],
    ['虚构区教育局政府信息公开工作2024年度报告', '虚构区教育局', 2024],
    ['现公布示范区虚构乡2021年政府信息公开工作年度报告。', '示范区虚构乡', 2021],
    ['根据条例等规定，编制示范县教育局2024年政府信息公开工作年度报告，共六个部分。', '示范县教育局', 2024],
    ['特向社会公布2023年度示范市公安局虚构分局政府信息公开工作年度报告。', '示范市公安局虚构分局', 2023],
  ])('“%s”: %s, %i', (line, unit, year) => {
    const { report } = read(line, `本报告数据统计期限为${year}年1月1日至${year}年12月31日。`, ...ONE);
    expect([report.unit, report.year]).toEqual([unit, year]);
  });

  it.each(['自2023年1月1日始至2023年12月31日止', '从2023年1月1日至12月31止', '为：2023年1月1日-2023年12月31日'])(
    '“%s” is the whole year',
    (told) => {
      expect(read(TITLE, `统计期限${told}。`, ...ONE).report.period).toEqual(['2023-01-01', '2023-12-31']);
    },
  );
});

describe('the end of a page glued into one line', () => {
  const end = (text: string) =>
    read(TITLE, `${ONE.join('')}五、存在的主要问题及改进情况存在不足，下一步将改进。六、其他需要报告的事项${text}`).report;

  it.each([
    '无 示范县民政局 2024年1月17日',
    '无其他需要报告事项。 示范县民政局 2024年1月17日 附件下载',
    '2023年度我局未产生信息处理费。示范县民政局　2024年1月17日',
    '本机关不收取费用。但是申请的数量、频次明显超过合理范围的，将依照《政府信息公开信息处理费管理办法》收取信息处理费。 示范县民政局 2024年1月17日',
  ])('“%s” is signed', (text) => {
    expect([end(text).signedBy, end(text).signedOn]).toEqual(['示范县民政局', '2024-01-17']);
  });

  it('is no signature where there is none', () => {
    expect(end('2023年，无收取信息处理费情况。')).toMatchObject({ signedBy: null, signedOn: null });
    expect(end('信息处理费的收取办法已于2024年1月17日公布。')).toMatchObject({ signedBy: null, signedOn: null });
    expect(read(TITLE, ...ONE, '（二）责任分工', '我局').report.signedBy).toBeNull();
  });
});

describe('section five', () => {
  it.each(['五、存在的主要问题及明年工作计划', '五、存在问题和下一步工作打算', '五、存在的不足'])('“%s” is its heading', (heading) => {
    const { lines } = read(TITLE, ...ONE, '四、政府信息公开行政复议、行政诉讼情况', `${heading}2023年，我镇公开不够及时。`);
    expect(lines.find((l) => l.section === 5)).toMatchObject({ kind: 'heading', text: heading });
  });
});

describe('fewer digits than cells', () => {
  it('says so: a cell is blank, and which is not known', () => {
    const text = `三、收到和处理政府信息公开申请情况申请人情况自然人一、本年新收政府信息公开申请数量0 00000二、上年结转政府信息公开申请数量0000000（七）总计0000000四、结转下年度继续办理0000000四、政府信息公开行政复议、行政诉讼情况`;
    const doubt = read(TITLE, ...ONE, text).doubts.find((d) => d.cell === 'requests/1');
    expect(doubt?.why).toContain('印出的数字比格子少');
    expect(doubt?.readings).toHaveLength(7);
  });
});

describe('prose about applications', () => {
  it('is no table of section three', () => {
    const told =
      '（二）依申请公开情况。全年办理政府信息公开申请7件，其中自然人6件，法人及其他组织1件，予以公开或部分公开1件，本机关不掌握4件，不予公开1件。';
    const reading = read(TITLE, ...ONE, told);
    expect([reading.report.tables.requests, reading.doubts, reading.notes]).toEqual([null, [], []]);
  });

  it('numbered inside section one opens no other section', () => {
    const { lines } = read(TITLE, ...ONE, '（一）主动公开', '1.主动公开政府信息数量。2023年公开6039条。', '2.公开的形式。网站。');
    expect(lines.every((l) => l.section <= 1)).toBe(true);
  });

  it.each([
    ['示范市虚构区人民政府办公室2021年政府信息公开工作年度报告（以下简称年报）是根据条例编制。', '示范市虚构区人民政府办公室'],
    ['现将2021年度示范市住房和城乡建设局政府信息公开工作报告如下：', '示范市住房和城乡建设局'],
    ['虚构区政务公开办编制了虚构区人民政府2021年度政府信息公开工作年度报告。', '虚构区人民政府'],
  ])('“%s” names the unit', (line, unit) => {
    expect(read(line, ...ONE).report).toMatchObject({ unit, year: 2021 });
  });

  it('of another’s notice names none', () => {
    const line = '根据示范县人民政府办公室2021年政府信息公开工作年度报告编制要求，本报告如下。';
    expect(read(line, ...ONE).report.unit).toBeNull();
  });
});
