import type { CaseEvent } from '../../../web/api/consoleTypes.ts';

/** What a step says besides its date. `kinds`: the steps that ask for it, as the clock reads them. */
export interface EventDetail {
  readonly key: 'id' | 'days' | 'until' | 'silenceMeans' | 'outcome' | 'reason';
  readonly label: string;
  readonly kinds: readonly string[];
  readonly form: 'text' | 'day' | readonly (readonly [string, string])[];
  readonly hint?: string;
}

/** The steps of a case, in the order in which they usually come. */
export const EVENT_KINDS: readonly (readonly [string, string])[] = [
  ['received', '收到申请'],
  ['confirmed', '与申请人确认'],
  ['clarificationSent', '发出补正告知书'],
  ['corrected', '收到补正'],
  ['consultationSent', '发出征求意见书'],
  ['consultationDelivered', '征求意见书送达'],
  ['opinionReceived', '收到意见'],
  ['extended', '延长答复期限'],
  ['reasonsAsked', '要求说明理由'],
  ['delayed', '告知延迟答复期限'],
  ['feeNoticeSent', '发出收费通知'],
  ['feeNoticeDelivered', '收费通知送达'],
  ['paid', '缴费'],
  ['withdrawn', '申请人撤回'],
  ['answered', '发出答复'],
  ['closed', '办结（不再处理）'],
];
const NAMES = new Map(EVENT_KINDS);

/** What each step asks for besides its date. */
export const EVENT_DETAILS: readonly EventDetail[] = [
  { key: 'id', label: '征求对象', kinds: ['consultationSent', 'consultationDelivered', 'opinionReceived'], form: 'text' },
  {
    key: 'silenceMeans',
    label: '逾期没有意见的',
    kinds: ['consultationSent'],
    form: [
      ['agencyDecides', '第三方：由本机关决定是否公开（第三十二条）'],
      ['consent', '共同制作的机关：视为同意公开（第三十四条）'],
    ],
  },
  {
    key: 'until',
    label: '补正期限至',
    kinds: ['clarificationSent'],
    form: 'day',
    hint: '补正告知书上写的最后一天；不填的，系统不知道何时逾期',
  },
  { key: 'until', label: '延至', kinds: ['delayed'], form: 'day' },
  { key: 'days', label: '工作日数', kinds: ['extended'], form: 'text', hint: '最多20' },
  { key: 'reason', label: '接受逾期缴费的理由', kinds: ['paid'], form: 'text', hint: '按期缴费的不填' },
  {
    key: 'outcome',
    label: '办结结果',
    kinds: ['closed'],
    form: [
      ['3.6.1', '逾期不补正'],
      ['3.6.2', '逾期不缴费'],
      ['3.6.3', '其他'],
    ],
  },
];

/** The name of a step as the screen shows it. */
export function eventName(kind: string): string {
  return NAMES.get(kind) ?? kind;
}

/** What a recorded step says besides its date, in words. */
export function detailText(event: CaseEvent): string {
  return EVENT_DETAILS.filter((d) => d.kinds.includes(event.kind) && event[d.key] !== undefined)
    .map(({ key, label, form }) => {
      const value = String(event[key]);
      const word = typeof form === 'string' ? value : form.find(([v]) => v === value)?.[1];
      return `${label}：${word ?? value}`;
    })
    .join('；');
}
