import type { Line } from '../shape.ts';
import { spread, workday } from '../workdays.ts';

const COUNTS: Readonly<Record<number, number>> = { 2022: 168, 2023: 215 };
const MATTERS: readonly (readonly [category: string, title: string])[] = [
  ['help', '路灯不亮请求维修'],
  ['inquiry', '咨询养老保险认证'],
  ['complaint', '反映夜间施工噪声'],
  ['suggestion', '建议增设公交站点'],
  ['help', '自来水压力不足请求处理'],
  ['report', '举报占用村道堆放'],
];

function ticketsOf(year: number): Line[] {
  return spread(year, COUNTS[year]!, '01-03', '12-29').map((receivedOn, i) => {
    const [category, title] = MATTERS[i % MATTERS.length]!;
    const late = i % 71 === 70;
    return {
      number: `SF${year}${String(i + 1).padStart(6, '0')}`,
      agency: 'sfz',
      receivedOn,
      dueOn: workday(receivedOn, 5),
      closedOn: workday(receivedOn, late ? 7 : 1 + (i % 5)),
      title,
      category,
      resolved: i % 9 !== 0,
      satisfied: i % 11 !== 0,
    };
  });
}

/** Hotline tickets of both years; a few closed late, a few of December closed in January. */
export const TICKETS: readonly Line[] = [2022, 2023].flatMap(ticketsOf);
