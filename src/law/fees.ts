import { type Day, day } from '#lib/day.ts';
import { type Refusal, refuse } from '#lib/result.ts';

/** `items`: of one applicant in one calendar month. `pages`: of one application; one page = one side of A4 or smaller. */
export type FeeBase = 'items' | 'pages';

/** Units `from` to `to` (null: without end) at `rate` yuan each. */
interface Band {
  readonly from: number;
  readonly to: number | null;
  readonly rate: number;
}

/** A tariff of the information-processing fee (信息处理费), progressive: each band at its own rate. */
export interface Tariff {
  readonly from: Day;
  readonly until: Day | null;
  readonly basis: string;
  readonly bands: Readonly<Record<FeeBase, readonly Band[]>>;
  /** From the end of the last item band on, every further `width` items cost `rise` yuan more each. */
  readonly rising: { readonly width: number; readonly rise: number };
}

/** 国办函〔2020〕109号; a new tariff is a new entry. The day of its entry into force is from memory. */
export const TARIFFS: readonly Tariff[] = [
  {
    from: day('2021-01-01'),
    until: null,
    basis: 'FEE2020 3',
    bands: {
      items: [
        { from: 1, to: 10, rate: 0 },
        { from: 11, to: 30, rate: 100 },
      ],
      pages: [
        { from: 1, to: 30, rate: 0 },
        { from: 31, to: 100, rate: 10 },
        { from: 101, to: 200, rate: 20 },
        { from: 201, to: null, rate: 40 },
      ],
    },
    rising: { width: 10, rise: 100 },
  },
];

/** One line of the calculation: units `from` to `to`, `count` of them at `rate` yuan, `yuan` in all. */
export interface FeeStep {
  readonly from: number;
  readonly to: number;
  readonly count: number;
  readonly rate: number;
  readonly yuan: number;
}

export interface Fee {
  readonly yuan: number;
  readonly steps: readonly FeeStep[];
}

/** More than any application; a larger number is a slip of the keyboard. */
const MOST = 100_000;
const NAMES: Readonly<Record<FeeBase, string>> = { items: '件数', pages: '页数' };

/** The tariff in force on a day; null before the first. */
export function tariffOn(on: Day): Tariff | null {
  return TARIFFS.find((t) => on >= t.from && (t.until === null || on <= t.until)) ?? null;
}

function* bandsOf(tariff: Tariff, base: FeeBase): Generator<Band> {
  let last: Band | undefined;
  for (const band of tariff.bands[base]) yield (last = band);
  const { width, rise } = tariff.rising;
  while (last?.to) yield (last = { from: last.to + 1, to: last.to + width, rate: last.rate + rise });
}

/** The fee in yuan with its steps, the free band included (FEE2020 3: by item or by page, never both). Refused: negative, fractional or absurdly large numbers. */
export function fee(base: FeeBase, count: number, tariff: Tariff = TARIFFS.at(-1)!): Fee | Refusal {
  const name = NAMES[base];
  if (!Number.isInteger(count) || count < 0) return refuse(`${name}应当是不小于0的整数，现为${count}。`, tariff.basis);
  if (count > MOST) return refuse(`${name}${count}超过${MOST}，请核对。`, tariff.basis);
  const steps: FeeStep[] = [];
  for (const band of bandsOf(tariff, base)) {
    if (band.from > count) break;
    const to = Math.min(count, band.to ?? count);
    const units = to - band.from + 1;
    steps.push({ from: band.from, to, count: units, rate: band.rate, yuan: units * band.rate });
  }
  return { yuan: steps.reduce((sum, s) => sum + s.yuan, 0), steps };
}
