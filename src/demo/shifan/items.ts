import type { Line } from '../shape.ts';
import { spread, workday } from '../workdays.ts';

const SUBJECTS: readonly (readonly [category: string, title: string])[] = [
  ['meeting', '示范镇镇长办公会议'],
  ['livelihood', '城乡低保对象公示'],
  ['finance', '惠农补贴发放公示'],
  ['land', '宅基地审批结果公示'],
  ['emergency', '安全生产检查情况通报'],
  ['personnel', '公益性岗位招聘公告'],
  ['planning', '示范镇重点工作进展'],
  ['interpretation', '政策解读'],
  ['administration', '行政处罚决定公示'],
  ['environment', '河湖管护情况通报'],
  ['notice', '示范镇通知公告'],
  ['response', '群众关切问题回应'],
];

const COUNTS: Readonly<Record<number, number>> = { 2022: 96, 2023: 126 };
/** Every so-many-th item also appears on this channel. */
const ELSEWHERE: readonly (readonly [channel: string, every: number, since: number])[] = [
  ['wechat', 2, 2022],
  ['noticeBoard', 3, 2022],
  ['broadcast', 7, 2022],
  ['shortVideo', 8, 2023],
  ['serviceCentre', 9, 2023],
];

function id(year: number, i: number): string {
  return `sfz-${year}-${String(i + 1).padStart(4, '0')}`;
}

/** Every 16th is a village's own affair, every 20th a reprint; neither counts for the township. */
function isVillage(i: number): boolean {
  return i % 16 === 15;
}

function isReprint(i: number): boolean {
  return i % 20 === 18;
}

function itemsOf(year: number): { items: Line[]; publications: Line[] } {
  const days = spread(year, COUNTS[year]!, '01-05', '12-12');
  const items = days.map((formedOn, i) => {
    const [category, title] = SUBJECTS[i % SUBJECTS.length]!;
    const nth = Math.floor(i / SUBJECTS.length) + 1;
    return {
      id: id(year, i),
      agency: 'sfz',
      title: `${isVillage(i) ? '演示村' : ''}${title}（${year}年第${nth}期）`,
      formedOn,
      category,
      mode: 'proactive',
      village: isVillage(i),
      reprint: isReprint(i),
    };
  });
  const publications = days.flatMap((formedOn, i) => {
    const on = workday(formedOn, 1 + (i % 6));
    const site = { item: id(year, i), agency: 'sfz', channel: 'website', on, takenDownOn: i === 40 ? workday(on, 30) : null };
    const others = ELSEWHERE.filter(([, every, since]) => i % every === 0 && year >= since);
    return [site, ...others.map(([channel]) => ({ ...site, channel, on: workday(on, 1), takenDownOn: null }))];
  });
  return { items, publications };
}

const YEARS = [2022, 2023].map(itemsOf);

export const ITEMS: readonly Line[] = YEARS.flatMap((y) => y.items);
export const PUBLICATIONS: readonly Line[] = YEARS.flatMap((y) => y.publications);
