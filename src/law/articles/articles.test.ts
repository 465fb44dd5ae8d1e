import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { cellsOf, FORMS } from '#law/forms/index.ts';
import { day } from '#lib/day.ts';
import { articleDigest, articleTitle, chineseNumber, citation, inForce, LAWS } from './index.ts';

const ROOT = new URL('..', import.meta.url);
const sources = readdirSync(ROOT, { recursive: true, encoding: 'utf8' }).filter((f) => f.endsWith('.ts') && !f.endsWith('.test.ts'));
const keys = LAWS.map((l) => l.key).join('|');
const cited = sources.flatMap((file) => {
  const text = readFileSync(new URL(file, ROOT), 'utf8');
  return [...text.matchAll(new RegExp(`'((?:${keys})(?: [^']*)?)'`, 'g'))].map((m) => [file, m[1] ?? ''] as const);
});

describe('a basis in words', () => {
  it.each([
    ['OGIR2019 50.1(4)', '《中华人民共和国政府信息公开条例》第五十条第一款第（四）项'],
    ['OGIR2019 20(15)', '《中华人民共和国政府信息公开条例》第二十条第（十五）项'],
    ['OGIR2019 33.2', '《中华人民共和国政府信息公开条例》第三十三条第二款'],
    ['ARL2023 11(14)', '《中华人民共和国行政复议法》第十一条第（十四）项'],
    ['FORM2021', '《中华人民共和国政府信息公开工作年度报告格式》（国办公开办函〔2021〕30号）'],
    ['HOLIDAY2023', '《国务院办公厅关于2023年部分节假日安排的通知》（国办发明电〔2022〕16号）'],
    ['HOLIDAY2022', '《国务院办公厅关于2022年部分节假日安排的通知》'],
    ['LOCAL', '地方规定或者本机关的设置'],
  ])('%s', (basis, title) => expect(articleTitle(basis)).toBe(title));

  it.each(['OGIR2019 99', 'OGIR2019 33.4', 'OGIR2019 36(8)', 'OGIR2019 36(0)', 'OGIR1998', 'OGIR2019 33.2 x', ''])(
    '%j resolves to nothing',
    (b) => {
      expect(citation(b)).toBeNull();
      expect(articleTitle(b)).toBe(b);
    },
  );

  it('numbers', () => {
    expect([1, 10, 11, 20, 45, 100, 103, 115].map(chineseNumber)).toEqual([
      '一',
      '十',
      '十一',
      '二十',
      '四十五',
      '一百',
      '一百零三',
      '一百一十五',
    ]);
  });
});

describe('what the law room cites', () => {
  it('is found in its sources', () => expect(new Set(cited.map(([, b]) => b)).size).toBeGreaterThan(40));

  it('resolves, everywhere', () => {
    const lost = cited.flatMap(([file, list]) => list.split(/ (?=[A-Z])/).map((b) => [file, b] as const)).filter(([, b]) => !citation(b));
    expect(lost).toEqual([]);
  });

  it('resolves in every cell of every form', () => {
    const lost = FORMS.flatMap(cellsOf).flatMap((c) => c.basis.filter((b) => !citation(b)).map((b) => `${c.key} ${b}`));
    expect(lost).toEqual([]);
  });

  it('has a digest for each article', () => {
    expect(articleDigest('OGIR2019 26')).toContain('20个工作日');
    expect(LAWS.flatMap((l) => [...l.articles.values()]).every((a) => a.digest.endsWith('。'))).toBe(true);
  });

  it('no key twice, and each law says when it is in force', () => {
    expect(new Set(LAWS.map((l) => l.key)).size).toBe(LAWS.length);
    const form = LAWS.filter((l) => l.key.startsWith('FORM'));
    expect(form.map((l) => inForce(l, day('2021-09-25')))).toEqual([true, false]);
    expect(form.map((l) => inForce(l, day('2021-09-26')))).toEqual([false, true]);
  });
});
