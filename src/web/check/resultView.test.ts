import { describe, expect, it } from 'vitest';
import type { Checked } from '#documents/checking/result.ts';
import type { Finding } from '#domain/checker/index.ts';
import { readingOf } from '#domain/checker/sketch.ts';
import { resultView } from './resultView.ts';

const reading = readingOf({ five: ['目前我乡政策解读解读方式还不够新颖。'] });

function checked(findings: readonly Finding[]): Checked {
  return { file: '年报.txt', readable: true, reading, findings };
}

function finding(n: number, more: Partial<Finding> = {}): Finding {
  const line = reading.lines[n % reading.lines.length]!;
  return {
    rule: 'NAME-LEVEL',
    severity: 'info',
    message: `第${n}处`,
    basis: ['FORM2021'],
    where: { section: line.section, line: line.n, quote: line.text.slice(0, 4) },
    ...more,
  };
}

describe('结果页', () => {
  it('一万条意见列最要紧的五百条，并说明其余在哪里', () => {
    const all = Array.from({ length: 10_000 }, (_, n) => finding(n, n === 9_999 ? { severity: 'error' } : {}));
    const { text } = resultView(checked(all), 'r1', false);
    expect(text.match(/<li class="finding /g)).toHaveLength(500);
    expect(text).toContain('第9999处');
    expect(text).toContain('一共10000条，这里列出最要紧的500条');
  });

  it('每条意见和它的位置一一对应，编号不重复', () => {
    const all = Array.from({ length: 40 }, (_, n) => finding(n));
    const { text } = resultView(checked(all), 'r1', false);
    const ids = [...text.matchAll(/ id="(r1[fm]\d+)"/g)].map((m) => m[1]);
    expect(new Set(ids).size).toBe(ids.length);
    for (let n = 1; n <= 40; n++) expect(ids).toEqual(expect.arrayContaining([`r1f${n}`, `r1m${n}`]));
  });

  it('写明建议改成什么；旁边已经写着的不再说一遍', () => {
    const words = { where: { section: 5, quote: '我乡政策解读解读方式' }, words: '我乡', fix: '我镇' };
    expect(resultView(checked([finding(0, words)]), 'r1', false).text).toContain('“我乡”改为“我镇”');
    const beside = { ...words, actual: '我乡', expected: '我镇' };
    expect(resultView(checked([finding(0, beside)]), 'r1', false).text).not.toContain('怎么改');
  });

  it('文字里的标记只是文字', () => {
    const { text } = resultView(checked([finding(0, { message: '<img src=x onerror=alert(1)>' })]), 'r1', false);
    expect(text).not.toContain('<img');
  });
});
