import type { Band } from './bands.ts';
import { matchAtEnd, matchInside } from './distance.ts';
import { fold } from './fold.ts';

/** A row to be found: its key, the ways its label is worded (folded, without its number) and how many cells it has. */
export interface Wanted {
  readonly key: string;
  readonly words: readonly string[];
  readonly width: number;
  /** Only right before its cells: the label is also a group's, standing before other rows. */
  readonly atEnd?: boolean;
}

export interface Aligned {
  readonly key: string;
  readonly band: Band;
  /** 0: the label as the form has it; 1: nothing of it, placed by its order alone. */
  readonly rate: number;
}

/** A label without its number or letter: （三）, 1., 一、. */
export function withoutNumber(label: string): string {
  return label.normalize('NFKC').replace(/^\s*(?:\([一二三四五六七八\d]{1,2}\)|[一二三四五六七八\d]{1,2}\s*[、.,]?)\s*/, '');
}

/** The share of a label that may be mistyped; short words must be exact. */
function tolerance(word: string): number {
  return word.length <= 2 ? 0 : word.length <= 5 ? 0.34 : 0.45;
}

/** Reports share their labels: what a label was like is kept, so many for each table of the form. */
const MOST_KEPT = 2_000;
const LONGEST_KEPT = 120;
const kept = new WeakMap<readonly Wanted[], Map<string, readonly number[]>>();

/** How far the end of a band's words is from each wanted label, 0 to 1; 1 where it is another. */
function labelRates(folded: string, wanted: readonly Wanted[]): readonly number[] {
  if (folded.length > LONGEST_KEPT) return wanted.map((w) => compared(folded, w));
  let known = kept.get(wanted);
  if (!known || known.size >= MOST_KEPT) kept.set(wanted, (known = new Map()));
  let rates = known.get(folded);
  if (rates === undefined) known.set(folded, (rates = wanted.map((w) => compared(folded, w))));
  return rates;
}

function compared(folded: string, wanted: Wanted): number {
  let best = 1;
  for (const word of wanted.words) {
    const end = matchAtEnd(word, folded);
    let rate = end.distance / word.length;
    // Words after the label (a remark, the torn half of the next one) count little.
    if (rate > 0 && word.length > 3 && !wanted.atEnd) {
      const near = folded.slice(-(word.length + 14));
      const inside = matchInside(word, near);
      rate = Math.min(rate, inside.distance / word.length + 0.2);
    }
    if (rate <= tolerance(word)) best = Math.min(best, rate);
  }
  return best;
}

/** Labels from this length on are one row's only. */
const LONG = 6;

const NOTHING = { score: 0, rate: 1 };

/** Bands that a search keeps: no table of the form has more rows than a fraction of this. */
const MOST_BANDS = 600;

/**
 * Gives bands to wanted rows, both in their order, so that labels agree best. Rows may be missing, bands may belong to nothing
 * (heads, notes); a mistyped label is found by its closeness and its place.
 */
export function align(bands: readonly Band[], wanted: readonly Wanted[]): Aligned[] {
  const own = bands.slice(0, MOST_BANDS);
  const gain = own.map((band, i) => {
    const folded = fold(band.label);
    const before = own[i - 1];
    const joined = before?.cells.every((c) => c.kind === 'blank') ? fold(before.label) + folded : null;
    if (folded === '') return wanted.map(() => NOTHING);
    const rates = labelRates(folded, wanted);
    const joinedRates = joined === null ? null : labelRates(joined, wanted);
    // A label as the form has it is no other row's with slips.
    const exact = rates.some((r, j) => r === 0 && wanted[j]!.words[0]!.length >= LONG);
    return wanted.map((w, j) => {
      if (exact && rates[j]! > 0) return NOTHING;
      const rate = Math.min(rates[j]!, joinedRates === null ? 1 : joinedRates[j]! + 0.01);
      if (rate >= 1) return NOTHING;
      const filled = band.cells.some((c) => c.kind === 'value') ? 0.4 : 0;
      const width = band.cells.length === w.width ? 0.2 : 0;
      return { score: 1 + (1 - rate) + filled + width, rate };
    });
  });
  const table = Array.from({ length: own.length + 1 }, () => new Float64Array(wanted.length + 1));
  for (let i = own.length - 1; i >= 0; i--) {
    for (let j = wanted.length - 1; j >= 0; j--) {
      const g = gain[i]![j]!;
      const take = g.score > 0 ? g.score + table[i + 1]![j + 1]! : 0;
      table[i]![j] = Math.max(take, table[i + 1]![j]!, table[i]![j + 1]!);
    }
  }
  const out: Aligned[] = [];
  for (let i = 0, j = 0; i < own.length && j < wanted.length; ) {
    const g = gain[i]![j]!;
    if (g.score > 0 && table[i]![j]! === g.score + table[i + 1]![j + 1]!) {
      out.push({ key: wanted[j]!.key, band: own[i]!, rate: g.rate });
      i++;
      j++;
    } else if (table[i]![j] === table[i + 1]![j]) i++;
    else j++;
  }
  return outOfPlace(own, wanted, byOrder(own, wanted, out));
}

/** Fills rows whose labels are lost where exactly as many bands of the right width stand between two found rows. */
function byOrder(bands: readonly Band[], wanted: readonly Wanted[], found: readonly Aligned[]): Aligned[] {
  const out: Aligned[] = [];
  const position = new Map(wanted.map((w, i) => [w.key, i]));
  for (let f = 0; f <= found.length; f++) {
    const left = found[f - 1];
    const right = found[f];
    if (left && right && position.get(right.key)! > position.get(left.key)! + 1) {
      const lost = wanted.slice(position.get(left.key)! + 1, position.get(right.key)!);
      const between = bands.slice(bands.indexOf(left.band) + 1, bands.indexOf(right.band));
      const rows = between.filter((b) => b.cells.length === lost[0]?.width);
      const needed = lost.filter((w) => !w.atEnd);
      const target = rows.length === needed.length ? needed : rows.length === lost.length ? lost : [];
      for (const [i, w] of target.entries()) out.push({ key: w.key, band: rows[i]!, rate: 1 });
    }
    if (right) out.push(right);
  }
  return out;
}

/** Adds rows that stand in another place than the form has them: a band of the right width with nothing but their label. */
function outOfPlace(bands: readonly Band[], wanted: readonly Wanted[], found: readonly Aligned[]): Aligned[] {
  if (found.length === 0 || found.length === wanted.length) return [...found];
  const used = new Set(found.map((f) => f.band));
  const free = bands.filter((b) => !used.has(b) && b.cells.some((c) => c.kind === 'value'));
  const by = new Map(found.map((f) => [f.key, f]));
  for (const w of wanted) {
    if (by.has(w.key) || w.atEnd) continue;
    const own = free.filter((b) => b.cells.length === w.width && w.words.some((word) => isLabel(b.label, word)));
    if (own.length === 1) by.set(w.key, { key: w.key, band: own[0]!, rate: 0 });
  }
  return wanted.flatMap((w) => by.get(w.key) ?? []);
}

function isLabel(label: string, word: string): boolean {
  return fold(withoutNumber(label)) === word || (word.length >= LONG && fold(label).endsWith(word));
}
