import { describe, expect, it } from 'vitest';
import { ITEM_KEYS, itemOf } from './items.ts';
import { LIMITS } from './limits.ts';
import { tableProblem } from './table.ts';

describe('标准是可以改的数据', () => {
  it('没有规定的数字说成自己定的提醒线，不冒充检查指标', () => {
    const own = Object.entries(LIMITS).filter(([, l]) => l.evidence === 'own');
    expect(own.map(([key, l]) => [key, l.basis])).toEqual(
      ['place', 'guide', 'backdated', 'keepRuns', 'lookBack'].map((key) => [key, 'LOCAL']),
    );
    for (const [key, l] of Object.entries(LIMITS)) expect([key, l.basis === 'LOCAL']).toEqual([key, l.evidence === 'own']);
  });
  it('每一个都有出处、核对日期和把握程度', () => {
    for (const [key, l] of Object.entries(LIMITS))
      expect([key, l.basis !== '', /^\d{4}-\d{2}-\d{2}$/.test(l.checkedOn), l.value > 0]).toEqual([key, true, true, true]);
    for (const key of ITEM_KEYS) for (const limit of itemOf(key).limits) expect(Object.keys(LIMITS)).toContain(limit);
  });
  it.each([
    [{ home: 0 }, {}, '出处', '1到'],
    [{ home: 1.5 }, {}, '出处', '1到'],
    [{ home: 3661 }, {}, '出处', '1到'],
    [{ none: 3 }, {}, '出处', '没有“none”'],
    [{ __proto__: 3, constructor: 3 }, {}, '出处', 'constructor'],
    [{}, { deadLinks: { each: -1, most: null } }, '出处', '0到100'],
    [{}, { deadLinks: { each: 1, most: 101 } }, '出处', '0到100'],
    [{}, { deadLinks: { each: Number.NaN, most: null } }, '出处', '0到100'],
    [{}, { home: { each: 1, most: null } }, '出处', '不是扣分项'],
    [{ home: 7 }, {}, '  ', '出处'],
  ])('%j %j 不接受', (limits, points, source, says) =>
    expect(tableProblem({ limits, points, source } as Parameters<typeof tableProblem>[0])?.refused).toContain(says),
  );
  it('什么都没改的不用写出处', () => expect(tableProblem({ limits: {}, points: {}, source: '' })).toBeNull());
});
