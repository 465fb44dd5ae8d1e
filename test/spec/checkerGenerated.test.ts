import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { check } from '#domain/checker/index.ts';
import { readingOf } from '#domain/checker/sketch.ts';
import { BOUND, cleanReport, sketchOf } from './checkerGenerator.ts';

const RUNS = process.env['GONGKAI_LONG'] === '1' ? 1000 : 150;
const NUMBERS = new Set(['T3-BALANCE', 'T3-OUTCOMES', 'T3-APPLICANTS', 'T4-TOTAL', 'TEXT-TABLE', 'TEXT-TEXT', 'TEXT-RATE', 'PART-WHOLE']);

describe(`随机的${RUNS}份报告`, () => {
  it('表格勾稽、正文与表格一致的，一条也不提示', () => {
    fc.assert(
      fc.property(cleanReport, ({ sketch }) => {
        expect(check(readingOf(sketch))).toEqual([]);
      }),
      { numRuns: RUNS },
    );
  });

  it('改动表格的任一格，必有提示', () => {
    fc.assert(
      fc.property(cleanReport, fc.constantFrom(...BOUND), fc.integer({ min: 1, max: 9 }), ({ cells, claims, distractors }, cell, by) => {
        const wrong: Record<string, number> = { ...cells, [cell]: (cells[cell] ?? 0) + by };
        const found = check(readingOf(sketchOf(wrong, claims, distractors))).filter((f) => NUMBERS.has(f.rule));
        expect(found.some((f) => f.where.cell === cell || f.cells?.includes(cell))).toBe(true);
      }),
      { numRuns: RUNS },
    );
  });

  it('改动正文的任一个数，提示这一个数，写出表格的数和正文的数', () => {
    fc.assert(
      fc.property(cleanReport, fc.nat(99), fc.nat(99), fc.integer({ min: 1, max: 50 }), ({ cells, claims, distractors }, a, b, by) => {
        const i = a % claims.length;
        const k = b % claims[i]!.length;
        const value = claims[i]![k]!.value + by;
        const wrong = claims.map((list, x) => list.map((s, y) => (x === i && y === k ? { ...s, value } : s)));
        const found = check(readingOf(sketchOf(cells, wrong, distractors))).filter((f) => f.rule === 'TEXT-TABLE');
        expect(found.map((f) => [f.expected, f.actual])).toEqual([[claims[i]![k]!.value, value]]);
      }),
      { numRuns: RUNS },
    );
  });
});
