import { describe, expect, it } from 'vitest';
import { storable } from './storable.ts';

const char = (code: number): string => String.fromCharCode(code);

describe('what is kept of a text', () => {
  it.each([
    [0x2029, true],
    [0x202a, false],
    [0x202e, false],
    [0x202f, true],
    [0x2065, true],
    [0x2066, false],
    [0x2069, false],
    [0x206a, true],
    [0x0008, false],
    [0x0009, true],
    [0x000a, true],
    [0xd83d, false],
  ])('U+%s: %s', (code, kept) => {
    // Half a pair stands as a sign that something was there.
    const left = code === 0xd83d ? '\ufffd' : '';
    expect(storable(`公${char(code)}示`)).toBe(`公${kept ? char(code) : left}示`);
  });

  it('is the same however deep the text lies, in names of fields too', () => {
    expect(storable({ 'a\u202e': [{ b: '通\u2067知\u2069' }], n: 1, no: null })).toEqual({ a: [{ b: '通知' }], n: 1, no: null });
  });
});
