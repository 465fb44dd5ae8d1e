import { type Refusal, refuse } from '#lib/result.ts';
import { ITEM_KEYS, type ItemKey, itemOf } from './items.ts';
import { LIMITS, type LimitKey, type Limits } from './limits.ts';

/** Points of one item: each hit, and at most. Only what an administrator entered; none are known for certain. */
export interface Points {
  readonly each: number;
  readonly most: number | null;
}

/** What an administrator changed in the numbers, for itself and everybody under it. */
export interface OwnTable {
  readonly limits: Partial<Readonly<Record<LimitKey, number>>>;
  readonly points: Partial<Readonly<Record<ItemKey, Points>>>;
  /** Where the numbers are from. */
  readonly source: string;
  readonly setBy: string;
  readonly setOn: string;
}

/** The numbers an inspection is made with. */
export interface Table {
  readonly limits: Limits;
  readonly points: OwnTable['points'];
  readonly own: OwnTable | null;
}

const MOST = 3660;

/** The shipped numbers with an administrator's own in their place. */
export function tableOf(own: OwnTable | null): Table {
  const shipped = Object.fromEntries(Object.entries(LIMITS).map(([key, l]) => [key, l.value])) as Record<LimitKey, number>;
  return { limits: { ...shipped, ...own?.limits }, points: own?.points ?? {}, own };
}

/** What is wrong with numbers somebody handed in; null: nothing. */
export function tableProblem(given: Pick<OwnTable, 'limits' | 'points' | 'source'>): Refusal | null {
  for (const [key, value] of Object.entries(given.limits)) {
    if (!Object.hasOwn(LIMITS, key)) return refuse(`没有“${key}”这个标准。`);
    if (!Number.isInteger(value) || value < 1 || value > MOST) return refuse(`“${LIMITS[key as LimitKey].label}”请填1到${MOST}的整数。`);
  }
  for (const [key, points] of Object.entries(given.points)) {
    if (!(ITEM_KEYS as string[]).includes(key)) return refuse(`没有“${key}”这个检查项。`);
    const { label, severity } = itemOf(key as ItemKey);
    if (severity !== 'deduct') return refuse(`“${label}”不是扣分项，不能填分值。`);
    const ok = (n: number) => Number.isFinite(n) && n >= 0 && n <= 100;
    if (!ok(points.each) || (points.most !== null && !ok(points.most))) return refuse(`“${label}”的分值请填0到100的数。`);
  }
  const changed = Object.keys(given.limits).length + Object.keys(given.points).length > 0;
  return changed && given.source.trim() === '' ? refuse('请写明这些数字的出处（文件名称和文号）。') : null;
}
