import { type Day, daysBetween, parseDay } from '#lib/day.ts';

/** How long a place or a column may go without anything new, as data an administrator edits. */
export interface Threshold {
  readonly key: 'home' | 'news' | 'notices' | 'policy' | 'account' | 'place';
  readonly label: string;
  /** Days; the day after them it is stale. */
  readonly days: number;
  readonly basis: string;
  /** How well the number is known. */
  readonly evidence: '见于公开转载' | '未核实';
  readonly checkedOn: string;
}

/** 检查指标 as read in public copies; a six-month limit is given as 183 days. */
export const THRESHOLDS: readonly Threshold[] = [
  { key: 'home', label: '首页', days: 14, basis: 'INSPECT2019', evidence: '见于公开转载', checkedOn: '2026-11-01' },
  { key: 'news', label: '动态、要闻类栏目', days: 14, basis: 'INSPECT2019', evidence: '见于公开转载', checkedOn: '2026-11-01' },
  { key: 'notices', label: '通知公告类栏目', days: 183, basis: 'INSPECT2019', evidence: '见于公开转载', checkedOn: '2026-11-01' },
  { key: 'policy', label: '政策文件类栏目', days: 183, basis: 'INSPECT2019', evidence: '见于公开转载', checkedOn: '2026-11-01' },
  { key: 'account', label: '政务新媒体账号', days: 14, basis: 'INSPECT2019', evidence: '未核实', checkedOn: '2026-11-01' },
  { key: 'place', label: '专区、查阅点、公开栏', days: 365, basis: 'LOCAL', evidence: '未核实', checkedOn: '2026-11-01' },
];

/** How a place stands on a day. `undated`: nothing dated is known of it, which counts as not updated. */
export interface Freshness {
  readonly state: 'fresh' | 'soon' | 'stale' | 'undated';
  readonly lastOn: string | null;
  /** Days since; null where undated. */
  readonly age: number | null;
  readonly days: number;
  /** In Chinese: what it is, and what to do. */
  readonly says: string;
}

/** A fifth of the time left is soon. */
const SOON = 0.8;

/** The freshness of something last updated on a day; `days` is the threshold. */
export function freshness(lastOn: string | null, days: number, today: Day): Freshness {
  const last = parseDay(lastOn ?? '');
  if (!last) return { state: 'undated', lastOn: null, age: null, days, says: '没有更新记录，按未更新计；请补登最近一次更新的日期。' };
  const age = daysBetween(last, today);
  if (age > days) return { state: 'stale', lastOn: last, age, days, says: `已有${age}天没有更新（最长${days}天），请尽快更新或者撤并。` };
  if (age > days * SOON)
    return { state: 'soon', lastOn: last, age, days, says: `最近一次更新在${age}天前，再过${days - age + 1}天就超过${days}天。` };
  return { state: 'fresh', lastOn: last, age, days, says: `最近一次更新在${Math.max(0, age)}天前。` };
}

/** A threshold by its key; the office's own number where it set one. */
export function thresholdDays(key: Threshold['key'], own: Readonly<Record<string, number>> = {}): number {
  const set = own[key];
  if (set !== undefined && Number.isInteger(set) && set > 0) return set;
  return THRESHOLDS.find((t) => t.key === key)?.days ?? 365;
}
