/** One entry of the bench: what was measured against what it names, in interleaved rounds of one run. */
export interface BenchResult {
  readonly name: string;
  /** Of both numbers of a round. */
  readonly unit: string;
  readonly rounds: readonly { readonly ours: number; readonly base: number }[];
  /** What is wanted, in words: ≤ 1.5 × bare typst. */
  readonly goal: string;
}

/** The middle of the rounds' ratios ours ÷ base, with the smallest and the largest. */
export function ratioOf(result: BenchResult): { median: number; least: number; most: number } {
  const ratios = result.rounds.map((r) => r.ours / r.base).toSorted((a, b) => a - b);
  const middle = ratios.length / 2;
  const median = ((ratios[Math.ceil(middle) - 1] ?? Number.NaN) + (ratios[Math.floor(middle)] ?? Number.NaN)) / 2;
  return { median, least: ratios[0] ?? Number.NaN, most: ratios.at(-1) ?? Number.NaN };
}
