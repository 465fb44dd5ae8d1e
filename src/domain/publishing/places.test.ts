import { describe, expect, it } from 'vitest';
import { placeBasis } from './places.ts';

describe('a place that has gone quiet', () => {
  it.each([
    ['wechat', null, 'INSPECT2019'],
    ['siteColumn', null, 'INSPECT2019'],
    ['board', null, 'LOCAL'],
    ['wechat', 7, 'LOCAL'],
  ] as const)('%s with %s days of its own is held against %s', (kind, everyDays, basis) => {
    expect(placeBasis({ kind, everyDays })).toBe(basis);
  });
});
