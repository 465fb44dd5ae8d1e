import type { Mode } from '../content.ts';

/** Where the working version stands. `kept`: decided not to be made public of our own accord; looked at again from time to time. */
export type WorkState = 'draft' | 'attributed' | 'referred' | 'cleared' | 'reviewed' | 'approved' | 'scheduled' | 'published' | 'kept';

/** Where the public version stands. A withdrawn item keeps a page that says so and why. */
export type PublicState = 'never' | 'inForce' | 'abolished' | 'expired' | 'withdrawn';

export const WORK_STATE_NAMES: Readonly<Record<WorkState, string>> = {
  draft: '草稿',
  attributed: '待保密审查',
  referred: '报请确定中',
  cleared: '待审核',
  reviewed: '待签发',
  approved: '已签发待发布',
  scheduled: '定时发布',
  published: '已发布',
  kept: '不主动公开，留存',
};

export const PUBLIC_STATE_NAMES: Readonly<Record<PublicState, string>> = {
  never: '未公开',
  inForce: '公开中',
  abolished: '已废止',
  expired: '已失效',
  withdrawn: '已撤回',
};

/** Everything that can be done to an item once it is there. */
export type TransitionName =
  | 'decideAttribute'
  | 'clearSecrecy'
  | 'refer'
  | 'answerReferral'
  | 'returnToDraft'
  | 'review'
  | 'approve'
  | 'publish'
  | 'schedule'
  | 'unschedule'
  | 'keep'
  | 'reassess'
  | 'revise'
  | 'abolish'
  | 'expire'
  | 'withdraw';

/** Who agreed, and how: in the system, on paper (a photo of the signed form), or without a second person for a stated reason. */
export type SignOff =
  | { readonly kind: 'system' }
  | { readonly kind: 'paper'; readonly by: string; readonly on: string; readonly file: string }
  | { readonly kind: 'override'; readonly reason: string };

/** One thing that was done to an item: who, when, on which version, with what. */
export interface Step {
  readonly n: number;
  readonly transition: TransitionName;
  readonly from: WorkState;
  readonly to: WorkState;
  readonly publicTo: PublicState;
  readonly version: number;
  readonly at: string;
  readonly by: string;
  readonly byName: string;
  readonly signOff: SignOff | null;
  /** 审查意见, 审核意见, 签发意见. */
  readonly opinion: string;
  readonly reason: string;
  /** The day it takes effect, where that is not the day it was recorded. */
  readonly on: string | null;
}

/** The life of one item, apart from what it says. */
export interface ItemLife {
  readonly agency: string;
  /** 索引号. */
  readonly item: string;
  readonly work: WorkState;
  readonly public: PublicState;
  /** Served by our own pages (true) or made public elsewhere only. */
  readonly portal: boolean;
  /** The version being worked on, and the one the public sees. */
  readonly version: number;
  readonly publicVersion: number | null;
  /** Everybody who wrote on the working version: none of them may be its second person. */
  readonly authors: readonly { readonly id: string; readonly name: string }[];
  readonly mode: Mode | null;
  readonly modeReason: string;
  readonly modeGround: string | null;
  /** ISO instant. */
  readonly scheduledFor: string | null;
  readonly firstPublishedAt: string | null;
  readonly publishedAt: string | null;
  /** First day without force, and why. */
  readonly endedOn: string | null;
  readonly endedReason: string;
  /** Counts every change of life or content: what a change was made on. */
  readonly revision: number;
}

/** What everybody sees of an item: all of it, a page that says it was withdrawn, or nothing. */
export type PublicFace = 'full' | 'tombstone' | 'none';

/** The face an item shows to the public on our own pages. */
export function publicFace(life: Pick<ItemLife, 'public' | 'portal' | 'publicVersion'>): PublicFace {
  if (!life.portal || life.publicVersion === null || life.public === 'never') return 'none';
  return life.public === 'withdrawn' ? 'tombstone' : 'full';
}
