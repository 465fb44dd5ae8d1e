import { describe, expect, it } from 'vitest';
import { readReportText } from '#documents/reading/text.ts';
import { isUnreadable } from '#documents/reading/unreadable.ts';
import { check } from '#domain/checker/index.ts';
import type { Reading } from '#domain/report/model.ts';

function read(text: string): Reading {
  const reading = readReportText(text);
  if (isUnreadable(reading)) throw new Error(reading.message);
  return reading;
}
const rules = (text: string): string[] => check(read(text)).map((f) => f.rule);
/** Rules about what a beginning that breaks off cannot show. */
const CUT = new Set(['TABLE-MISSING', 'TABLE-CUT', 'HEAD-NUMBER']);
const said = (text: string): string[] => rules(text).filter((r) => !CUT.has(r));

const ASPECTS = [
  '(一)主動公開。及時發布信息27條。',
  '(二)依申請公開。收到申請0件。',
  '(三)政府信息管理。嚴格保密審查。',
  '(四)政府信息公開平臺建設。維護好政府網站專欄。',
  '(五)監督保障。組織業務培訓2次。',
];
const TRADITIONAL = ['虛構縣氣象局2022年政府信息公開工作年度報告', '一、總體情況', ...ASPECTS, '二、主動公開政府信息情況'];

describe('繁体字的年报', () => {
  it('认得出单位，标题和五个方面不提示', () => {
    expect(read(TRADITIONAL.join('\n')).report.unit).toBe('虚构县气象局');
    expect(said(TRADITIONAL.join('\n'))).toEqual([]);
  });

  it('真少了一个方面，照样提示；引的是原文', () => {
    const text = TRADITIONAL.filter((t) => !t.includes('監督保障')).join('\n');
    expect(said(text)).toEqual(['ASPECT-MISSING']);
    const found = check(read(`${TRADITIONAL.join('\n')}\n制發件數 1`.replace('收到申請0件', '對申請不予受理，不予公開')));
    expect(found.find((f) => f.rule === 'WORD-OLD')?.where.quote).toContain('對申請不予受理');
  });

  it('只有一段是繁体的，也认得', () => {
    const text = ['虚构县气象局2022年政府信息公开工作年度报告', '一、总体情况', ...ASPECTS, '二、主动公开政府信息情况'];
    expect(said(text.join('\n'))).toEqual([]);
  });

  it('没有标题、停在第一部分里的，由写到的方面认得', () => {
    expect(said(TRADITIONAL.slice(1, 5).join('\n'))).toEqual([]);
  });

  it('简体字的地名里的“乾”“於”不改', () => {
    const unit = read('乾安县於潜镇2023年政府信息公开工作年度报告\n一、总体情况\n公开信息27条。\n二、主动公开政府信息情况').report.unit;
    expect(unit).toBe('乾安县於潜镇');
  });
});

describe('小标题和页面上的字', () => {
  const title = '虚构市信访局2025年政府信息公开工作年度报告';
  const one = ['一、总体情况', '（一）主动公开。公开信息22条。', '（二）依申请公开', '1.收到和处理政府信息公开申请情况', '共受理申请4件。'];
  const rest = ['2.政府信息公开行政复议、行政诉讼情况', '复议0件。', '（三）政府信息管理。落实三审。'];

  it('第一部分里编作“1.”“2.”的小标题，不是第三、四部分的标题', () => {
    expect(rules([title, ...one, ...rest].join('\n')).filter((r) => r !== 'TABLE-MISSING')).toEqual(['HEAD-NUMBER']);
  });

  it('通篇编作“1、2、3、”的，是各部分的标题', () => {
    const heads = [
      '1、总体情况',
      '公开信息。',
      '2、主动公开政府信息情况',
      '3、存在的主要问题及改进情况',
      '不够及时。',
      '4、其他需要报告的事项',
    ];
    const sections = read([title, ...heads].join('\n')).lines.filter((l) => l.kind === 'heading');
    expect(sections.map((l) => l.section)).toEqual([1, 2, 5, 6]);
  });

  it('网页的字号“大中小”、字间拉开的“索 引 号：”不提示', () => {
    const page = [title, '索 引 号：AB001/2026-1', '名 称：年度报告', '大中小大中小', ...one, ...rest];
    expect(rules(page.join('\n')).filter((r) => /WORD|SPACE/.test(r))).toEqual([]);
  });

  it('断在半句的“（三）政府”“2025年，我局”不是落款', () => {
    for (const end of ['（三）政府', '2025年，我局', '2025年,我局'])
      expect(read([title, ...one, end].join('\n')).report.signedBy).toBeNull();
  });

  it('有年报标题、各部分名称不合规的，仍然读', () => {
    expect(read(`${title}\n一、主动公开情况\n公开信息22条。`).report.unit).toBe('虚构市信访局');
    expect(readReportText(`关于做好年度报告编制工作的通知\n一、主动公开情况\n公开信息22条。`)).toMatchObject({ why: 'notAReport' });
  });

  it('高校的学年报告另有规定，不当作年报', () => {
    const text = '虚构大学2023—2024学年信息公开年度报告\n一、概述\n公开信息22条。\n二、主动公开信息情况\n公开信息22条。';
    expect(readReportText(text.replace('二、主动公开信息情况', '二、信息情况'))).toMatchObject({ why: 'notAReport' });
  });

  it('用别的话写了公开多少条的，算写了主动公开', () => {
    const missing = (one: string): unknown[] =>
      check(read(`${title}\n一、总体情况\n${one}\n二、主动公开政府信息情况\n第二十条第（一）项`)).flatMap((f) =>
        f.rule === 'ASPECT-MISSING' ? [f.expected] : [],
      );
    expect(missing('我局公开了临时救助、低保、脱贫攻坚等109条内容。')).not.toContain('主动公开');
    expect(missing('我局依申请公开3条。')).toContain('主动公开');
  });

  it('没有读到第五、六部分的，结果只说第一部分没有写', () => {
    const text = '虚构县某某镇2023年政府信息公开工作年度报告\n一、总体情况\n公开信息27条。\n二、主动公开政府信息情况\n第二十条第（一）项';
    const told = check(read(text)).filter((f) => f.rule === 'RESULT-MISSING');
    expect(told).toHaveLength(3);
    for (const f of told) expect(f.message).toContain('没有读到第五、六部分');
  });
});
