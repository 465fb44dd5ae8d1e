/** An office of the example, as far as the texts name it: a township or a county. */
export interface Organ {
  readonly name: string;
  /** What its document numbers begin with. */
  readonly sign: string;
  /** Stands after each title where the office's name is a real one. */
  readonly mark: string;
  readonly address: string;
  readonly phone: string;
  readonly creditCode: string;
  /** The head and two deputies, all invented. */
  readonly leaders: readonly [head: string, first: string, second: string];
  /** Size against the invented office of its kind, for numbers that differ between the two. */
  readonly scale: number;
}

/** A number of the larger office's size, for this one; to so many decimals. */
export function sized({ scale }: Pick<Organ, 'scale'>, n: number, decimals = 0): number {
  const unit = 10 ** decimals;
  return Math.round(n * scale * unit) / unit;
}

/** A sum without the crumbs of binary fractions, to one decimal. */
export function sumOf(...numbers: readonly number[]): number {
  return Math.round(numbers.reduce((a, b) => a + b, 0) * 10) / 10;
}
