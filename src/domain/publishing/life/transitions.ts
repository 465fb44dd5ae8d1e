import type { Verb } from '#domain/people/policy.ts';
import type { PublicState, TransitionName, WorkState } from './states.ts';

/** What a transition cannot do without; each is checked by the function of the same name in `needs.ts`. */
export type Need =
  | 'title'
  | 'formedOn'
  | 'column'
  | 'substance'
  | 'attribute'
  | 'proactive'
  | 'notProactive'
  | 'opinion'
  | 'reason'
  | 'day'
  | 'laterInstant'
  | 'secondPerson'
  | 'cleanPrecheck';

/** One row of the table: from where, to where, who may, what it needs, and the article that asks for it. */
export interface Transition {
  readonly name: TransitionName;
  readonly label: string;
  readonly from: readonly WorkState[];
  /** Absent: whatever the public state is. */
  readonly publicFrom?: readonly PublicState[];
  /** Absent: the work state stays. */
  readonly to?: WorkState;
  /** Absent: the public state stays. */
  readonly publicTo?: PublicState;
  readonly verb: Verb;
  readonly needs: readonly Need[];
  readonly basis: readonly string[];
  /** A version under way goes back to the draft, so that it is looked at anew. */
  readonly halts?: true;
  /** Done by the system too when its day has come. */
  readonly automatic?: true;
}

const UNDER_WAY: readonly WorkState[] = ['attributed', 'referred', 'cleared', 'reviewed', 'approved', 'scheduled'];
const OUT: readonly PublicState[] = ['inForce', 'abolished', 'expired'];
/** 先审查、后公开，逐项审查. */
const SECRECY = ['OGIR2019 17', 'SECRECY2024 35', 'SECRECYRULES2024 42'];

/** The whole life of an item as a table. What is not in it cannot be done. */
export const TRANSITIONS: readonly Transition[] = [
  {
    name: 'decideAttribute',
    label: '认定公开属性',
    from: ['draft'],
    to: 'attributed',
    verb: 'draft',
    needs: ['title', 'formedOn', 'attribute'],
    basis: ['OGIR2019 13', 'DETAIL2016'],
  },
  {
    name: 'clearSecrecy',
    label: '通过保密审查',
    from: ['attributed'],
    to: 'cleared',
    verb: 'reviewSecrecy',
    needs: ['substance', 'opinion', 'secondPerson'],
    basis: SECRECY,
  },
  {
    name: 'refer',
    label: '报请确定',
    from: ['attributed'],
    to: 'referred',
    verb: 'reviewSecrecy',
    needs: ['reason'],
    basis: ['OGIR2019 17.3'],
  },
  {
    name: 'answerReferral',
    label: '收到确定意见',
    from: ['referred'],
    to: 'attributed',
    verb: 'reviewSecrecy',
    needs: ['opinion'],
    basis: ['OGIR2019 17.3'],
  },
  { name: 'returnToDraft', label: '退回修改', from: UNDER_WAY, to: 'draft', verb: 'draft', needs: ['reason'], basis: ['OGIR2019 17'] },
  {
    name: 'review',
    label: '审核通过',
    from: ['cleared'],
    to: 'reviewed',
    verb: 'approve',
    needs: ['secondPerson'],
    basis: ['OGIR2019 17'],
  },
  {
    name: 'approve',
    label: '签发',
    from: ['reviewed'],
    to: 'approved',
    verb: 'approve',
    needs: ['secondPerson'],
    basis: ['OGIR2019 17'],
  },
  {
    name: 'publish',
    label: '发布',
    from: ['approved', 'scheduled'],
    to: 'published',
    publicTo: 'inForce',
    verb: 'publish',
    needs: ['proactive', 'title', 'formedOn', 'column', 'substance', 'cleanPrecheck'],
    basis: ['OGIR2019 13', 'OGIR2019 26'],
    automatic: true,
  },
  {
    name: 'schedule',
    label: '定时发布',
    from: ['approved'],
    to: 'scheduled',
    verb: 'publish',
    needs: ['proactive', 'column', 'substance', 'cleanPrecheck', 'laterInstant'],
    basis: ['OGIR2019 26'],
  },
  { name: 'unschedule', label: '取消定时', from: ['scheduled'], to: 'approved', verb: 'publish', needs: [], basis: [] },
  {
    name: 'keep',
    label: '留存',
    from: ['approved'],
    publicFrom: ['never'],
    to: 'kept',
    verb: 'publish',
    needs: ['notProactive'],
    basis: ['OGIR2019 13', 'OGIR2019 18'],
  },
  {
    name: 'reassess',
    label: '重新评估',
    from: ['kept'],
    to: 'draft',
    verb: 'draft',
    needs: ['reason'],
    basis: ['OGIR2019 18'],
  },
  {
    name: 'revise',
    label: '修改',
    from: ['published'],
    to: 'draft',
    verb: 'draft',
    needs: ['reason'],
    basis: ['OGIR2019 26'],
  },
  {
    name: 'abolish',
    label: '标注废止',
    from: ['published', 'draft'],
    publicFrom: ['inForce'],
    publicTo: 'abolished',
    verb: 'publish',
    needs: ['reason', 'day'],
    basis: ['OGIR2019 20(1)'],
  },
  {
    name: 'expire',
    label: '标注失效',
    from: ['published', 'draft'],
    publicFrom: ['inForce'],
    publicTo: 'expired',
    verb: 'publish',
    needs: ['day'],
    basis: ['OGIR2019 20(1)'],
    automatic: true,
  },
  {
    name: 'withdraw',
    label: '撤回',
    from: ['published', 'draft', ...UNDER_WAY],
    publicFrom: OUT,
    publicTo: 'withdrawn',
    halts: true,
    verb: 'publish',
    needs: ['reason'],
    basis: ['OGIR2019 14', 'OGIR2019 15', 'OGIR2019 18'],
  },
];

/** A row of the table. */
export function transitionOf(name: string): Transition | null {
  return TRANSITIONS.find((t) => t.name === name) ?? null;
}
