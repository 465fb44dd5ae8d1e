import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { differenceOf } from './difference.ts';
import { MOST_HITS, OWN, type Result, result } from './result.ts';

describe('与上一次的不同', () => {
  const dead = (...keys: string[]): Result[] => {
    const hits = keys.map((key) => ({ key, title: key, says: '', link: null, page: null }));
    return [result('deadLinks', OWN, hits.length > 0 ? 'fail' : 'pass', '', { hits })];
  };
  const keys = (list: readonly { key: string }[]) => list.map((f) => f.key);
  it('新出现、改好、还在，一处一处地说', () => {
    const d = differenceOf(dead('b', 'c'), dead('a', 'b'));
    expect([keys(d.added), keys(d.fixed), keys(d.still)]).toEqual([['c'], ['a'], ['b']]);
  });
  it('这次没有查的不算改好', () => {
    expect(differenceOf([result('deadLinks', OWN, 'notChecked', '')], dead('a')).fixed).toEqual([]);
  });
  it('多得没有全留下的，不把没留下的说成改好', () => {
    const many = dead(...Array.from({ length: MOST_HITS + 1 }, (_, i) => String(i)));
    expect(many[0]?.total).toBe(MOST_HITS + 1);
    expect(differenceOf(many, dead('elsewhere')).fixed).toEqual([]);
  });
  it('没有细目的项目改好了也看得出', () => {
    const [before, now] = [[result('home', OWN, 'fail', '')], [result('home', OWN, 'pass', '')]];
    expect(differenceOf(now, before).fixed.map((f) => f.item)).toEqual(['home']);
  });
  it('同一次与自己没有不同', () =>
    fc.assert(
      fc.property(fc.uniqueArray(fc.string(), { maxLength: 20 }), (list) => {
        const d = differenceOf(dead(...list), dead(...list));
        expect([d.added, d.fixed, d.still.length]).toEqual([[], [], list.length]);
      }),
    ));
});
