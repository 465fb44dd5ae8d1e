import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { matchAtEnd, matchAtStart, matchInside } from './distance.ts';

/** The plain definition, as slow as it is. */
function distance(a: string, b: string): number {
  if (a === '' || b === '') return Math.max(a.length, b.length);
  const rest = Math.min(distance(a.slice(1), b), distance(a, b.slice(1))) + 1;
  return Math.min(rest, distance(a.slice(1), b.slice(1)) + (a[0] === b[0] ? 0 : 1));
}

const word = fc.string({ unit: fc.constantFrom('公', '开', '申', '请'), minLength: 1, maxLength: 4 });
const text = fc.string({ unit: fc.constantFrom('公', '开', '申', '请', '表'), maxLength: 7 });

function pieces(t: string): string[] {
  return Array.from({ length: t.length + 1 }, (_, i) => Array.from({ length: t.length - i + 1 }, (__, n) => t.slice(i, i + n))).flat();
}

describe('行名和标题与印出的字差几个', () => {
  it('在开头：与最近的一段开头的差', () => {
    fc.assert(
      fc.property(word, text, (label, t) => {
        const starts = Array.from({ length: t.length + 1 }, (_, n) => t.slice(0, n));
        const found = matchAtStart(label, t);
        expect(found.distance).toBe(Math.min(...starts.map((s) => distance(label, s))));
        expect(distance(label, t.slice(0, found.end))).toBe(found.distance);
      }),
    );
  });

  it('不问大于几的，说出的差仍大于几', () => {
    fc.assert(
      fc.property(word, text, fc.nat(4), (label, t, most) => {
        const exact = matchAtStart(label, t);
        const bounded = matchAtStart(label, t, most);
        expect(exact.distance <= most ? bounded : bounded.distance > most).toEqual(exact.distance <= most ? exact : true);
      }),
    );
  });

  it('行名比文字长，字可以移到几个以内的地方', () => {
    expect(matchAtStart('公公请', '请', 1).distance).toBeGreaterThan(1);
    expect(matchAtStart('公公请', '请', 2)).toEqual({ distance: 2, start: 0, end: 1 });
    expect(matchAtStart('公公公请', '请', 3)).toEqual(matchAtStart('公公公请', '请'));
  });

  it('在任何地方、在末尾：与最近的一段的差', () => {
    fc.assert(
      fc.property(word, text, (label, t) => {
        expect(matchInside(label, t).distance).toBe(Math.min(...pieces(t).map((p) => distance(label, p))));
        const ends = Array.from({ length: t.length + 1 }, (_, n) => t.slice(n));
        expect(matchAtEnd(label, t).distance).toBe(Math.min(...ends.map((e) => distance(label, e))));
      }),
    );
  });
});
