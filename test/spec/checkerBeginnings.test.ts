import { describe, expect, it } from 'vitest';
import { readReportText } from '#documents/reading/text.ts';
import { check } from '#domain/checker/index.ts';
import { readingOf } from '#domain/checker/sketch.ts';
import type { Reading } from '#domain/report/model.ts';
import { expectExactly, findingsWith, type Office } from './checkerOffices.ts';

const found = (text: string): string[] => check(readReportText(text) as Reading).map((f) => f.rule);

describe('只有开头的报告', () => {
  const title = '示范县虚构镇2023年政府信息公开工作年度报告';

  it('停在第一部分里：没有写到的方面、结果可能在后面，不说缺', () => {
    const rules = found(`${title}\n一、总体情况\n2023年，我镇认真贯彻条例。\n（一）主动公开。公开信息27条。`);
    expect(rules).not.toContain('ASPECT-MISSING');
    expect(rules).not.toContain('RESULT-MISSING');
    expect(rules.filter((r) => r === 'TABLE-MISSING')).toHaveLength(3);
  });

  it('第一部分写完了的，缺的照样说', () => {
    const rules = found(`${title}\n一、总体情况\n2023年，我镇公开信息27条。\n二、主动公开政府信息情况\n第二十条第（一）项`);
    expect(rules).toEqual(expect.arrayContaining(['ASPECT-MISSING', 'RESULT-MISSING']));
  });

  it('停在第五部分里的不说没有改进情况，有落款的照样说', () => {
    const text = `${title}\n一、总体情况\n二、主动公开政府信息情况\n五、存在的主要问题及改进情况\n存在公开不够及时的问题。`;
    expect(found(text)).not.toContain('MEASURE-MISSING');
    expect(found(`${text}\n示范县虚构镇人民政府\n2024年1月17日`)).toContain('MEASURE-MISSING');
  });

  it('停在标题中间的，不说标题文字不对', () => {
    expect(found(`${title}\n一、总体情况\n公开27条。\n二、主动公开政府信息情`)).not.toContain('HEAD-TITLE');
    expect(found(`${title}\n一、总体情况\n二、主动公开信息情况\n第二十条`)).toContain('HEAD-TITLE');
  });

  it('前言里列出的六个部分的名称，不算写了那个方面', () => {
    const parts =
      '总体情况、主动公开政府信息情况、收到和处理政府信息公开申请情况、政府信息公开行政复议和行政诉讼情况、存在的主要问题及改进情况以及其他需要报告的事项';
    const text = `${title}\n一、总体情况\n本报告由${parts}组成。\n二、主动公开政府信息情况\n第二十条第（一）项`;
    expect(check(readReportText(text) as Reading).filter((f) => f.rule === 'ASPECT-MISSING')).toHaveLength(5);
  });
});

/** Sentences of real reports' kind that agree with the figures of the office. */
const RIGHT: readonly [Office, string][] = [
  ['bureau', '全年制发公文类政府信息514条，其中主动公开130条、依申请公开363条、不予公开21条。'],
  ['county', '全年印发公文类政府信息共514条，其中主动公开信息数130条，依申请公开信息数363条，不予公开21条。'],
  ['bureau', '制作政府信息总数473条，其中主动公开政府信息123条，依申请公开信息数245条，不予公开信息数105条。'],
  ['zone', '全年接收通过邮寄、网络提交的各类政府信息公开申请共计12件，涉及自然人8件、商业企业3件。'],
  ['county', '共收到政府信息公开申请12件，上年度结转1件；予以公开5件，无法提供3件，结转下年继续办理1件。'],
  ['office', '收到依申请公开12件，结转上年1件；下年度继续办理1件。'],
  ['county', '共收到依申请公开12件，上年结转办理1件，均按规定答复。'],
];

/** The same with another number: the rule must see the sentence. */
const WRONG: readonly [Office, string, string, number][] = [
  ['zone', '全年接收通过邮寄、网络提交的各类政府信息公开申请共计14件。', 'requests/1/total', 14],
  ['county', '共收到政府信息公开申请12件；予以公开5件，结转下年继续办理3件。', 'requests/4/total', 3],
  ['office', '收到依申请公开12件；下年度继续办理4件。', 'requests/4/total', 4],
  ['county', '共收到依申请公开12件，上年结转办理2件，均按规定答复。', 'requests/2/total', 2],
  ['bureau', '政府信息公开申请答复中，同意公开4件。', 'requests/3.1/total', 4],
  ['zone', '政府信息公开申请答复中，其他处理2件。', 'requests/3.6.1/total', 2],
];

describe('各地写法', () => {
  for (const [office, text] of RIGHT) it(`与表格相符：${text}`, () => expectExactly(findingsWith(office, text), []));

  for (const [office, text, cell, actual] of WRONG)
    it(`与表格不符：${text}`, () => expectExactly(findingsWith(office, text), [['TEXT-TABLE', actual, cell]]));

  it('局的报告写“我委”，说；写“委托”“我委托”不说', () => {
    const says = (five: string) =>
      check(readingOf({ unit: '乙县民政局', title: '乙县民政局2023年政府信息公开工作年度报告', five: [five] })).map((f) => f.rule);
    expect(says('目前我委公开工作还存在不足。下一步将改进。')).toContain('NAME-LEVEL');
    expect(says('目前由我委托机构办理的事项公开还存在不足。下一步将改进。')).not.toContain('NAME-LEVEL');
  });

  it('网页在标题下印的来源和时间，中间的空格不说', () => {
    const says = (preamble: string) => check(readingOf({ preamble: [preamble] })).map((f) => f.rule);
    expect(says('来源:示范县人民政府办公室 时间:2024-01-31 浏览次数:7')).not.toContain('SPACE-STRAY');
    expect(says('公开规范 性文件0条。')).toContain('SPACE-STRAY');
  });

  it('第六部分写“无向申请人收取政府信息公开费用的情况”，指出那句话', () => {
    const findings = check(readingOf({ six: ['2023年度无向申请人收取政府信息公开费用的情况。'] }));
    expect(findings.find((f) => f.rule === 'FEE-WORDING')?.where.quote).toContain('收取政府信息公开费用');
  });
});
