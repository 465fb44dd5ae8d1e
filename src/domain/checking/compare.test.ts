import { describe, expect, it } from 'vitest';
import { check, type Finding } from '../checker/index.ts';
import { readingOf } from '../checker/sketch.ts';
import { compareFindings } from './compare.ts';

const finding = (rule: string, more: Partial<Finding>): Finding => ({
  rule,
  severity: 'error',
  message: '示例',
  basis: [],
  where: { section: 3 },
  ...more,
});

describe('改过再查', () => {
  it('改好的、新出现的、还在的分开；行号变了不算新的', () => {
    const before = check(readingOf({ five: ['目前我乡政策解读解读方式还不够新颖。下一步将改进。'] }));
    const now = check(
      readingOf({ preamble: ['现将情况报告如下。', '公开规范 性文件0条。'], five: ['目前我乡政策解读方式还不够新颖。下一步将改进。'] }),
    );
    const { fixed, added, still } = compareFindings(before, now);
    expect(fixed.map((f) => f.rule)).toEqual(['WORD-DOUBLED']);
    expect(added.map((f) => f.rule)).toEqual(['SPACE-STRAY']);
    expect(still.map((f) => f.rule)).toEqual(['NAME-LEVEL']);
  });

  it('同一格的数改了还不对，仍是还在', () => {
    const at = { section: 3, cell: 'requests/3.7/total' };
    const { still, fixed } = compareFindings(
      [finding('T3-OUTCOMES', { where: at, actual: 1 })],
      [finding('T3-OUTCOMES', { where: at, actual: 2 })],
    );
    expect([still.length, fixed.length]).toEqual([1, 0]);
  });

  it('同样的两处改好一处，还在一处', () => {
    const twice = [finding('NAME-LEVEL', { actual: '我乡' }), finding('NAME-LEVEL', { actual: '我乡' })];
    const { fixed, added, still } = compareFindings(twice, twice.slice(1));
    expect([fixed.length, added.length, still.length]).toEqual([1, 0, 1]);
  });
});
