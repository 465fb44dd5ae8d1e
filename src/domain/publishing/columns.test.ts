import { describe, expect, it } from 'vitest';
import { ARTICLE_20 } from '#law/catalogue.ts';
import { day } from '#lib/day.ts';
import { type Column, type ColumnUse, columnChangeProblems, columnFreshness, keptBecause } from './columns.ts';
import { shippedColumns } from './shipped/columns.ts';
import { shippedDuties } from './shipped/duties.ts';

const TOWNSHIP = shippedColumns('township');
const column = (id: string): Column => {
  const found = TOWNSHIP.find((c) => c.id === id);
  if (!found) throw new Error(`no column ${id}`);
  return found;
};
const EMPTY: ColumnUse = { items: new Map(), named: new Map() };

describe('栏目', () => {
  it('give a township a place for every item of Art. 20 (1) to (14), as a county', () => {
    for (const level of ['township', 'county'] as const) {
      const ids = new Set(shippedColumns(level).map((c) => c.id));
      const duties = shippedDuties(level).filter((d) => d.source === 'article20');
      const placed = new Set(duties.filter((d) => d.column !== null && ids.has(d.column)).map((d) => d.basis[0]));
      expect(ARTICLE_20.map((d) => d.basis).filter((b) => !placed.has(b))).toEqual(['OGIR2019 20(15)']);
    }
    expect(column('statistics').whenFilled).toBe(true);
    expect(column('finance').whenFilled).toBe(false);
  });

  it('with something in them are never deleted; empty ones are', () => {
    const use: ColumnUse = { items: new Map([['notices', 3]]), named: new Map([['news', ['发布场所“县网动态”']]]) };
    expect(keptBecause(column('notices'), use)).toContain('有3条信息，不能删去');
    expect(keptBecause(column('news'), use)).toContain('发布场所“县网动态”的对应栏目');
    expect(keptBecause(column('personnel'), use)).toBeNull();
    const without = TOWNSHIP.filter((c) => c.id !== 'notices' && c.id !== 'personnel');
    expect(columnChangeProblems(TOWNSHIP, without, use)).toHaveLength(1);
    expect(columnChangeProblems(TOWNSHIP, without, EMPTY)).toEqual([]);
  });

  it('keep the four parts of every 专栏', () => {
    expect(keptBecause(column('guide'), EMPTY)).toContain('固定部分');
    const closed = TOWNSHIP.map((c) => (c.id === 'guide' ? { ...c, closed: true } : c.id === 'rules' ? { ...c, parent: 'content' } : c));
    expect(columnChangeProblems(TOWNSHIP, closed, EMPTY)).toHaveLength(2);
  });

  it('are held to their own limit, else to that of their kind, else to none', () => {
    const own = { ...column('personnel'), everyDays: 30 };
    const state = (c: Column, lastOn: string, set = {}) => columnFreshness(c, lastOn, day('2026-03-31'), set)?.state;
    expect(state(own, '2026-03-01')).toBe('soon');
    expect(state(own, '2026-02-28')).toBe('stale');
    expect(state(column('news'), '2026-03-17')).toBe('soon');
    expect(state(column('news'), '2026-03-16')).toBe('stale');
    expect(state(column('news'), '2026-03-16', { news: 60 })).toBe('fresh');
    expect(columnFreshness(column('personnel'), null, day('2026-03-31'))).toBeNull();
    expect(columnFreshness({ ...own, closed: true }, null, day('2026-03-31'))).toBeNull();
  });
});
