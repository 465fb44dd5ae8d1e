import { describe, expect, it } from 'vitest';
import { check, rules } from './index.ts';
import type { Example } from './rule.ts';
import { readingOf } from './sketch.ts';

const findingsOf = (e: Example) =>
  check(readingOf(e.sketch), { previous: e.previous ? readingOf(e.previous) : null, ...(e.profile ? { profile: e.profile } : {}) });

describe('每条规则', () => {
  it('编号唯一，有标题、依据和说明', () => {
    expect(new Set(rules.map((r) => r.id)).size).toBe(rules.length);
    for (const rule of rules) {
      expect(rule.id).toMatch(/^[A-Z][A-Z0-9]*(-[A-Z]+)+$/);
      expect(rule.basis.length, rule.id).toBeGreaterThan(0);
      expect(rule.title && rule.what && rule.fails.says && rule.passes.says, rule.id).toBeTruthy();
    }
  });

  for (const rule of rules) {
    it(`${rule.id}：${rule.fails.says} → 提示`, () => {
      const own = findingsOf(rule.fails).filter((f) => f.rule === rule.id);
      expect(own.length).toBeGreaterThan(0);
      for (const f of own) expect((f.where.quote ?? '').length).toBeLessThanOrEqual(60);
    });
    it(`${rule.id}：${rule.passes.says} → 不提示`, () => {
      expect(findingsOf(rule.passes).filter((f) => f.rule === rule.id)).toEqual([]);
    });
  }
});

describe('没有错的报告', () => {
  it('乡镇、局、县、市的都没有任何提示', () => {
    for (const unit of ['甲镇', '乙乡', '乙县民政局', '乙县', '丙市', '丁街道办事处'])
      for (const year of [2019, 2020, 2021, 2023, 2025]) expect(check(readingOf({ unit, year })), `${unit} ${year}`).toEqual([]);
  });
});
