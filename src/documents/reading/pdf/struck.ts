import type { Rule } from './rules.ts';
import { cutAt, type Word } from './words.ts';

/** A line through a word reaches no further past it, in parts of its size. */
const PAST = 0.6;
/** Where a line through a word runs above its baseline, in parts of its size. */
const LOWEST = 0.12;
const HIGHEST = 0.55;
const MOST = 2_000;

function strikes(line: Rule, w: Word): boolean {
  const reach = w.size * PAST;
  return (
    line.at > w.y + w.size * LOWEST &&
    line.at < w.y + w.size * HIGHEST &&
    line.from >= w.x0 - reach &&
    line.to <= w.x1 + reach &&
    line.to > line.from
  );
}

/** Words without those, and without the parts of those, that a line strikes out. */
export function withoutStruck(words: readonly Word[], rules: readonly Rule[]): Word[] {
  const lines = rules.filter((r) => r.horizontal).slice(0, MOST);
  if (lines.length === 0) return [...words];
  return words.flatMap((word) => {
    const through = lines.filter((l) => strikes(l, word));
    if (through.length === 0) return [word];
    const parts = cutAt(
      word,
      through.flatMap((l) => [l.from, l.to]).sort((a, b) => a - b),
    );
    return parts.filter((p) => !through.some((l) => l.from < (p.x0 + p.x1) / 2 && (p.x0 + p.x1) / 2 < l.to));
  });
}
