import { THRESHOLDS, type Threshold } from '#domain/publishing/freshness.ts';
import { addDays, type Day, day, parseDay } from '#lib/day.ts';

/** How well a number is known: as it stands in public copies, from memory, or our own. */
export type Evidence = 'copies' | 'copy' | 'memory' | 'own';

/** What the marks are called on a screen. */
export const EVIDENCE_NAMES: Readonly<Record<Evidence, string>> = {
  copies: '见于多处公开转载',
  copy: '见于一处公开转载，未核实原文',
  memory: '未核实',
  own: '自己定的提醒线',
};

export type LimitUnit = 'day' | 'month' | 'count' | 'point' | 'second' | 'percent';

/** One number an inspection compares with: dated data an administrator changes. */
export interface Limit {
  readonly label: string;
  readonly value: number;
  readonly unit: LimitUnit;
  readonly basis: string;
  readonly evidence: Evidence;
  readonly checkedOn: string;
}

function fresh(key: Threshold['key']): Limit {
  const known = THRESHOLDS.find((t) => t.key === key);
  if (!known) throw new Error(`no threshold: ${key}`);
  const evidence = known.basis === 'LOCAL' ? 'own' : known.evidence === '未核实' ? 'memory' : 'copy';
  return { label: `${known.label}多少天不更新`, value: known.days, unit: 'day', basis: known.basis, evidence, checkedOn: known.checkedOn };
}

const CHECKED = '2026-11-01';
const of = (label: string, value: number, unit: LimitUnit, evidence: Evidence, basis = 'INSPECT2019'): Limit => ({
  label,
  value,
  unit,
  basis,
  evidence,
  checkedOn: CHECKED,
});

/** Every number there is. The days of updates are those the places are shown with. */
export const LIMITS = {
  home: fresh('home'),
  news: fresh('news'),
  notices: fresh('notices'),
  policy: fresh('policy'),
  account: fresh('account'),
  place: fresh('place'),
  lateColumns: of('动态、公告、政策类栏目超期不更新，合计多少个以上', 5, 'count', 'copy'),
  staleColumns: of('应更新的栏目长期不更新，多少个以上', 10, 'count', 'copy'),
  emptyColumns: of('空白栏目多少个以上', 5, 'count', 'copy'),
  message: of('留言超过几个月没有答复', 3, 'month', 'copies'),
  messageSpan: of('看最近几个月的留言', 12, 'month', 'copies'),
  visitDays: of('网站打不打得开，看最近几天的', 7, 'day', 'copy'),
  visitsADay: of('网站每天访问多少次才下结论', 20, 'count', 'copy'),
  openSeconds: of('网站多少秒打不开算一次', 15, 'second', 'copy'),
  failedShare: of('打不开的占多少以上', 5, 'percent', 'copy'),
  pageSeconds: of('页面多少秒内打开', 3, 'second', 'copy', 'SITE2017'),
  passScore: of('低于多少分不合格', 60, 'point', 'copy'),
  guide: of('公开指南多少天核对一次', 365, 'day', 'own', 'LOCAL'),
  backdated: of('发布登记晚于发布多少天要说明', 31, 'day', 'own', 'LOCAL'),
  keepRuns: of('每日自查的记录全部留多少天，再早的每月留最后一次', 90, 'day', 'own', 'LOCAL'),
  lookBack: of('公开期限和发布日期看最近多少天的', 365, 'day', 'own', 'LOCAL'),
} as const satisfies Readonly<Record<string, Limit>>;

export type LimitKey = keyof typeof LIMITS;
export type Limits = Readonly<Record<LimitKey, number>>;

const UNIT_WORDS: Readonly<Record<LimitUnit, string>> = { day: '天', month: '个月', count: '个', point: '分', second: '秒', percent: '%' };

/** `14天`. */
export function limitWords(key: LimitKey, limits: Limits): string {
  return `${limits[key]}${UNIT_WORDS[LIMITS[key].unit]}`;
}

/** The day `n` calendar months after; the last of a shorter month. */
function addMonths(from: Day, n: number): Day {
  const [y, m, d] = from.split('-').map(Number) as [number, number, number];
  const first = new Date(Date.UTC(y, m - 1 + n, 1)).toISOString().slice(0, 7);
  return parseDay(`${first}-${String(d).padStart(2, '0')}`) ?? addDays(addMonths(day(`${from.slice(0, 7)}-01`), n + 1), -1);
}

/** True from the day after the limit: fourteen days after the last update is in time, fifteen is past. */
export function isPast(last: Day, key: LimitKey, limits: Limits, today: Day): boolean {
  const n = limits[key];
  const until = LIMITS[key].unit === 'month' ? addMonths(last, n) : addDays(last, n);
  return today > until;
}

/** The first day of the span of months that ends today. */
export function spanStart(key: LimitKey, limits: Limits, today: Day): Day {
  return LIMITS[key].unit === 'month' ? addMonths(today, -limits[key]) : addDays(today, -limits[key]);
}
