import type { Line } from '../shape.ts';
import { workday } from '../workdays.ts';

/** 104 tickets of the year by month, all handed over by the county's platform. */
const BY_MONTH = [7, 6, 9, 10, 9, 8, 9, 10, 9, 9, 9, 9] as const;

const MATTERS: readonly (readonly [category: string, title: string])[] = [
  ['inquiry', '咨询医保缴费办理'],
  ['help', '路灯不亮请求维修'],
  ['help', '下水井堵塞请求疏通'],
  ['complaint', '反映小区噪声'],
  ['inquiry', '咨询低保申请条件'],
  ['suggestion', '建议增设垃圾箱'],
  ['help', '村路损坏请求修补'],
  ['complaint', '反映秸秆露天焚烧'],
  ['inquiry', '咨询宅基地审批流程'],
  ['help', '自来水停水请求核实'],
];

/** Working days the county's platform gives, by the year's local rule. */
const DAYS_GIVEN = 5;

function ticketsOf(month: number, count: number, before: number): Line[] {
  return Array.from({ length: count }, (_, i) => {
    const n = before + i + 1;
    const monthDay = String(2 + i * 2).padStart(2, '0');
    const receivedOn = workday(`2023-${String(month).padStart(2, '0')}-${monthDay}`, 0);
    const [category, title] = MATTERS[n % MATTERS.length]!;
    return {
      number: `HN2023${String(n).padStart(6, '0')}`,
      agency: 'cyz',
      receivedOn,
      dueOn: workday(receivedOn, DAYS_GIVEN),
      closedOn: workday(receivedOn, 1 + (n % DAYS_GIVEN)),
      title,
      category,
    };
  });
}

export const TICKETS: readonly Line[] = BY_MONTH.flatMap((count, i) =>
  ticketsOf(
    i + 1,
    count,
    BY_MONTH.slice(0, i).reduce((a, b) => a + b, 0),
  ),
);
