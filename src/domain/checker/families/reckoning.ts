import { type Mention, type Read, wordsOf } from '../claims/index.ts';
import { placeOf } from '../passages.ts';
import type { Found } from '../rule.ts';

/** True where `percent`, printed to its places, is `rate` rounded or cut off. All is only all: 99.5 % is not 100 %. */
export function printsAs(percent: Mention, rate: number): boolean {
  if (percent.value === 100) return Math.abs(rate - 100) < 1e-9;
  const unit = 10 ** -(`${percent.value}`.split('.')[1]?.length ?? 0);
  const off = rate - percent.value;
  return Math.abs(off) <= unit / 2 + 1e-9 || (off > 0 && off < unit);
}

/** A finding at a percentage or number of a sentence. */
export function found(read: Read, percent: Mention, message: string, expected: number | string): Found {
  const from = Math.max(0, percent.start - 40);
  return {
    message,
    where: placeOf(read.sentence.passage, read.sentence.start + from, read.sentence.start + percent.end),
    words: wordsOf(read.sentence, percent),
    expected,
    actual: `${percent.value}%`,
  };
}

/** A rate with two places. */
export function rounded(rate: number): string {
  return `${Math.round(rate * 100) / 100}%`;
}
