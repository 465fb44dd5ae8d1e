import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { day } from '#lib/day.ts';
import { isRefusal } from '#lib/result.ts';
import { type Fee, fee, tariffOn } from './fees.ts';

function of(base: 'items' | 'pages', count: number): Fee {
  const result = fee(base, count);
  if (isRefusal(result)) throw new Error(result.refused);
  return result;
}

const ITEMS = '0→0 1→0 10→0 11→100 30→2000 31→2200 40→4000 41→4300 50→7000 51→7400 60→11000 100→37000';
const PAGES = '0→0 1→0 30→0 31→10 100→700 101→720 200→2700 201→2740 300→6700';
const vectors = (text: string): number[][] => text.split(' ').map((v) => v.split('→').map(Number));

describe('the information-processing fee (国办函〔2020〕109号)', () => {
  it.each(vectors(ITEMS))('%i items: %i yuan', (n, yuan) => expect(of('items', n!).yuan).toBe(yuan));
  it.each(vectors(PAGES))('%i pages: %i yuan', (n, yuan) => expect(of('pages', n!).yuan).toBe(yuan));

  it('shows its steps, the free band included', () => {
    expect(of('items', 31)).toEqual({
      yuan: 2200,
      steps: [
        { from: 1, to: 10, count: 10, rate: 0, yuan: 0 },
        { from: 11, to: 30, count: 20, rate: 100, yuan: 2000 },
        { from: 31, to: 31, count: 1, rate: 200, yuan: 200 },
      ],
    });
    expect(of('pages', 7).steps).toEqual([{ from: 1, to: 7, count: 7, rate: 0, yuan: 0 }]);
  });

  it('one more unit costs exactly the rate of its band, and the steps join without gap', () => {
    const rate = (base: string, n: number): number => {
      if (base === 'pages') return n <= 30 ? 0 : n <= 100 ? 10 : n <= 200 ? 20 : 40;
      return n <= 10 ? 0 : n <= 30 ? 100 : Math.ceil((n - 30) / 10) * 100 + 100;
    };
    fc.assert(
      fc.property(fc.constantFrom('items' as const, 'pages' as const), fc.integer({ min: 1, max: 3_000 }), (base, n) => {
        const { yuan, steps } = of(base, n);
        expect(yuan - of(base, n - 1).yuan).toBe(rate(base, n));
        expect(steps.map((s) => s.from)).toEqual([1, ...steps.slice(0, -1).map((s) => s.to + 1)]);
        expect(steps.at(-1)?.to).toBe(n);
        expect(steps.every((s) => s.count === s.to - s.from + 1 && s.yuan === s.count * s.rate)).toBe(true);
      }),
    );
  });

  it.each([-1, 1.5, Number.NaN, Number.POSITIVE_INFINITY, 100_001, 2 ** 53])('%d is refused', (n) => {
    expect(fee('items', n)).toMatchObject({ basis: ['FEE2020 3'] });
    expect(fee('pages', n)).toMatchObject({ basis: ['FEE2020 3'] });
  });

  it('no tariff before 2021', () => {
    expect(tariffOn(day('2020-12-31'))).toBeNull();
    expect(tariffOn(day('2021-01-01'))?.basis).toBe('FEE2020 3');
  });
});
