import { describe, expect, it } from 'vitest';
import { check } from '#domain/checker/index.ts';
import { readingOf } from '#domain/checker/sketch.ts';
import { caretLines, width } from './text.ts';

/** The columns of the carets, and those of the words they should stand under. */
function underlined(five: string, rule: string, words: string): [got: [number, number], wanted: [number, number]] {
  const reading = readingOf({ five: [five] });
  const finding = check(reading).find((f) => f.rule === rule);
  const [shown = '', carets = ''] = caretLines(finding!, reading).map((l) => l.slice(8));
  const at = shown.indexOf(words);
  return [
    [carets.indexOf('^'), carets.trimStart().length],
    [width(shown.slice(0, at)), width(words)],
  ];
}

describe('脱字符', () => {
  it('汉字和全角标点占两列，半角占一列，组合符号不占', () => {
    expect(width('规范性文件 30件。')).toBe(5 * 2 + 3 + 2 + 2);
    expect(width('ａ｡é')).toBe(2 + 1 + 1);
  });

  it('只标所指的几个字', () => {
    const [got, wanted] = underlined('政策解读解读方式不够新颖。下一步将改进。', 'WORD-DOUBLED', '解读解读');
    expect(got).toEqual(wanted);
    expect(got[1]).toBe(8);
  });

  it('字在长行末尾也照样标准', () => {
    const line = `${'公开工作仍有不足，'.repeat(30)}政策解读解读方式不够新颖。下一步将改进。`;
    const [got, wanted] = underlined(line, 'WORD-DOUBLED', '解读解读');
    expect(got).toEqual(wanted);
  });

  it('表格里的数不平，写出那一行，标在那一格下', () => {
    const reading = readingOf({ cells: { 'requests/3.1/naturalPerson': 1, 'requests/3.1/total': 12 } });
    const finding = check(reading).find((f) => f.rule === 'T3-APPLICANTS' && f.where.cell === 'requests/3.1/total');
    const [shown = '', carets = ''] = caretLines(finding!, reading).map((l) => l.slice(8));
    expect(shown).toMatch(/予以公开 {2}1 0 0 0 0 0 12$/);
    expect(carets.trimEnd()).toBe(`${' '.repeat(width(shown) - 2)}^^`);
  });

  it('没有印出的行不写', () => {
    const reading = readingOf({ absentRows: ['proactive/regulations'], cells: { 'proactive/regulations/issued': null } });
    const tables = { ...reading.report.tables, proactive: { ...reading.report.tables.proactive } };
    delete tables.proactive['regulations'];
    const printed = { ...reading, report: { ...reading.report, tables } };
    const finding = check(printed).find((f) => f.rule === 'ROW-MISSING');
    expect(caretLines(finding!, printed)).toEqual([]);
  });
});
