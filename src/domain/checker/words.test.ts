import { describe, expect, it } from 'vitest';
import { check } from './index.ts';
import { readingOf, type Sketch } from './sketch.ts';
import { wordsIn } from './words.ts';

function only(of: Sketch, rule: string) {
  const found = check(readingOf(of)).filter((f) => f.rule === rule);
  expect(found).toHaveLength(1);
  return found[0]!;
}

describe('所指的字，和改成什么', () => {
  it('照印出的样子找，空格和全角半角可以不同；没有就不指', () => {
    expect(wordsIn('3 、收到申请', '3、')).toBe('3 、');
    expect(wordsIn('情况（一）', '(一)')).toBe('（一）');
    expect(wordsIn('情况', '我乡')).toBeUndefined();
    expect(wordsIn('总数3件', 3)).toBeUndefined();
  });

  it('正文与表格不一致：只指数字和它说的事', () => {
    const f = only({ one: ['（二）依申请公开。我镇认真办理，全年共受理政府信息公开申请4件，均按时办结。'], partial: [1] }, 'TEXT-TABLE');
    expect(f.words).toBe('申请4件');
    expect(f.fix).toBeUndefined();
  });

  it('重复的词只留一个', () => {
    expect(only({ five: ['政策解读解读方式不够新颖。下一步将改进。'] }, 'WORD-DOUBLED')).toMatchObject({ words: '解读解读', fix: '解读' });
  });

  it('标题序号照统一格式', () => {
    expect(only({ heads: { 3: '3、 收到和处理政府信息公开申请情况' } }, 'HEAD-NUMBER')).toMatchObject({ words: '3、', fix: '三、' });
  });

  it('镇的报告写“我乡”', () => {
    expect(only({ five: ['目前我乡政府信息公开工作还存在不足。下一步将改进。'] }, 'NAME-LEVEL')).toMatchObject({
      words: '我乡',
      fix: '我镇',
    });
  });

  it('半角标点和多余的空格指到字', () => {
    expect(only({ preamble: ['按照要求，现将情况报告如下:本报告统计全年数据（截至年底）。'] }, 'PUNCT-HALF')).toMatchObject({
      words: '下:',
      fix: '下：',
    });
    expect(only({ preamble: ['公开规范 性文件0条。'] }, 'SPACE-STRAY')).toMatchObject({ words: '范 性', fix: '范性' });
  });

  it('各类申请人之和：该填的数', () => {
    const f = only({ cells: { 'requests/3.1/total': 2 } }, 'T3-APPLICANTS');
    expect(f).toMatchObject({ expected: 0, fix: '0' });
  });

  it('两条勾稽关系要的数不同，不替人选', () => {
    const cells = { 'requests/1/naturalPerson': 2, 'requests/3.1/naturalPerson': 1, 'requests/3.7/naturalPerson': 3 };
    const found = check(readingOf({ cells })).filter((f) => f.where.cell === 'requests/3.7/naturalPerson');
    expect(found.map((f) => [f.rule, f.expected, f.fix])).toEqual([
      ['T3-BALANCE', 2, undefined],
      ['T3-OUTCOMES', 1, undefined],
    ]);
  });
});
