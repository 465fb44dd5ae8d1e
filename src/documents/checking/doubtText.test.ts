import { describe, expect, it } from 'vitest';
import type { Reading } from '#domain/report/model.ts';
import { doubtPlace, doubtText } from './doubtText.ts';

const ROW = { cell: 'requests/3.1', why: '数字比格少', readings: [[1, null, 1], [null, 1, 1], [2]] };

describe('a row in doubt', () => {
  it('is called as the form calls it', () => {
    expect(doubtPlace({ report: { form: '2021' } } as Reading, ROW)).toMatch(/^表三“.*予以公开/);
    expect(doubtPlace({ report: { form: null } } as Reading, ROW)).toMatch(/^表三“.*予以公开/);
  });

  it('tells its readings with the empty cells, and that there are more', () => {
    expect(doubtText(ROW, 3)).toBe('数字比格少；可能是 1 空 1 ｜ 空 1 1 ｜ 2');
    expect(doubtText(ROW, 2)).toBe('数字比格少；可能是 1 空 1 ｜ 空 1 1 ……');
    expect(doubtText({ ...ROW, more: 5 }, 3)).toMatch(/ ｜ 2 ……$/);
    expect(doubtText({ ...ROW, readings: [] }, 3)).toBe('数字比格少');
  });
});
