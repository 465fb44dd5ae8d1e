import { type Day, day } from '#lib/day.ts';

/** `working`: working days, day of the event = day 0. `calendar`: calendar days. `months`: calendar months. */
export type TimeUnit = 'working' | 'calendar' | 'months';

/** One time limit of the law as dated data. */
export interface TimeLimit {
  readonly length: number;
  readonly unit: TimeUnit;
  readonly basis: string;
  readonly from: Day;
  /** Last day in force; null: still in force. */
  readonly until: Day | null;
  /** Set where the source could not be verified. */
  readonly unverified?: string;
  /** In Chinese: what must happen within it. */
  readonly what: string;
}

function limit(length: number, unit: TimeUnit, basis: string, from: string, what: string, unverified?: string): TimeLimit {
  return { length, unit, basis, from: day(from), until: null, what, unverified };
}

const OGIR = '2019-05-15';
const REVIEW = '2024-01-01';
const LITIGATION = '2017-07-01';

/** Every time limit the product computes with. */
export const TIME_LIMITS = {
  clarify: limit(7, 'working', 'OGIR2019 30', OGIR, '一次性告知申请人补正'),
  answer: limit(20, 'working', 'OGIR2019 33.2', OGIR, '答复申请'),
  extension: limit(20, 'working', 'OGIR2019 33.2', OGIR, '延长答复期限（合计）'),
  thirdParty: limit(15, 'working', 'OGIR2019 32', OGIR, '第三方自收到征求意见书起提出意见'),
  jointMaker: limit(15, 'working', 'OGIR2019 34', OGIR, '共同制作机关自收到征求意见书起提出意见'),
  proactive: limit(20, 'working', 'OGIR2019 26', OGIR, '自形成或者变更之日起主动公开'),
  payment: limit(20, 'working', 'FEE2020 6', '2021-01-01', '申请人自收到收费通知次日起缴费'),
  reviewApply: limit(60, 'calendar', 'ARL2023 20', REVIEW, '自知道之日起申请行政复议'),
  reviewApplyUntold: limit(12, 'months', 'ARL2023 20', REVIEW, '未告知复议权利、机关和期限的，最长一年'),
  reviewReplySimple: limit(5, 'working', 'ARL2023 54', REVIEW, '简易程序中被申请人提出书面答复'),
  reviewReplyOrdinary: limit(10, 'working', 'ARL2023 48', REVIEW, '普通程序中被申请人提出书面答复'),
  sueAfterReview: limit(15, 'calendar', 'ALL2017 45', LITIGATION, '收到复议决定书（或复议期满）后起诉'),
  sueDirectly: limit(6, 'months', 'ALL2017 46', LITIGATION, '自知道之日起直接起诉'),
  courtDefence: limit(15, 'calendar', 'ALL2017 67', LITIGATION, '收到起诉状副本后提交答辩状和证据'),
} as const satisfies Record<string, TimeLimit>;
