import type { CaseEvent } from '#domain/registers/index.ts';
import { addDays, type Day, day } from '#lib/day.ts';
import type { Line, RequestLine } from './shape.ts';
import { applicant } from './shifan/requests.ts';
import { workday } from './workdays.ts';

/** Cases of 示范镇 dated around a day, for the to-do list. */
export interface LiveCases {
  readonly requests: readonly RequestLine[];
  readonly tickets: readonly Line[];
  readonly items: readonly Line[];
}

/** The example reports end with 2023, and their last cases in the first quarter after. */
const FIRST_DAY = '2024-07-01';

interface Story {
  readonly content: string;
  readonly kind: string;
  readonly channel: string;
  readonly events: (today: Day) => readonly CaseEvent[];
  readonly more?: Readonly<Record<string, number>>;
}

/** One case for each thing a to-do list has to say; days are working days before today. */
const STORIES: readonly Story[] = [
  {
    content: '示范镇敬老院床位情况（网上提交，待确认）',
    kind: 'naturalPerson',
    channel: 'internet',
    events: (today) => [{ on: workday(today, -1), kind: 'received' }],
  },
  {
    content: '示范镇道路养护合同（今天收到）',
    kind: 'business',
    channel: 'counter',
    events: (today) => [{ on: today, kind: 'received' }],
  },
  {
    content: '示范镇耕地补贴发放表（还有两个工作日到期）',
    kind: 'naturalPerson',
    channel: 'counter',
    events: (today) => [{ on: workday(today, -18), kind: 'received' }],
  },
  {
    content: '示范镇集镇改造方案（已过期）',
    kind: 'legalService',
    channel: 'registeredPost',
    events: (today) => [{ on: workday(today, -21), kind: 'received' }],
  },
  {
    content: '示范镇垃圾清运协议（正在征求第三方意见）',
    kind: 'research',
    channel: 'counter',
    events: (today) => [
      { on: workday(today, -9), kind: 'received' },
      { on: workday(today, -6), kind: 'consultationSent', id: 'c1', silenceMeans: 'agencyDecides' },
      { on: workday(today, -5), kind: 'consultationDelivered', id: 'c1' },
    ],
  },
  {
    content: '村里的材料（等待补正）',
    kind: 'naturalPerson',
    channel: 'counter',
    events: (today) => [
      { on: workday(today, -8), kind: 'received' },
      { on: workday(today, -4), kind: 'clarificationSent', until: addDays(workday(today, -4), 15) },
    ],
  },
  {
    content: '各村历年会议记录（等待缴费）',
    kind: 'other',
    channel: 'counter',
    events: (today) => [
      { on: workday(today, -12), kind: 'received' },
      { on: workday(today, -7), kind: 'feeNoticeSent' },
      { on: workday(today, -6), kind: 'feeNoticeDelivered' },
    ],
    more: { feeNoticedFen: 150_000 },
  },
  {
    content: '示范镇历年征地补偿明细（已延期）',
    kind: 'publicWelfare',
    channel: 'counter',
    events: (today) => [
      { on: workday(today, -23), kind: 'received' },
      { on: workday(today, -5), kind: 'extended', days: 10 },
    ],
  },
];

function ticket(today: Day, n: number, due: number, title: string): Line {
  const dueOn = workday(today, due);
  const receivedOn = workday(dueOn, -5);
  return {
    number: `SF${today.slice(0, 4)}9${String(n).padStart(5, '0')}`,
    agency: 'sfz',
    receivedOn,
    dueOn,
    closedOn: null,
    title,
    category: 'help',
  };
}

function item(today: Day, n: number, formedBefore: number, title: string): Line {
  const formedOn = workday(today, -formedBefore);
  return { id: `sfz-ys-${n}`, agency: 'sfz', title, formedOn, category: 'notice', mode: 'proactive', village: false, reprint: false };
}

/**
 * Open cases around `today`, never in a year of the example reports.
 * @throws when `today` lies in or near those years
 */
export function liveCases(today: string): LiveCases {
  const now = day(today);
  if (now < FIRST_DAY) throw new Error(`live example cases need a day from ${FIRST_DAY} on, not ${today}`);
  return {
    requests: STORIES.map((s, i) => ({
      number: `SFZ-YS-${String(i + 1).padStart(4, '0')}`,
      agency: 'sfz',
      applicantKind: s.kind,
      channel: s.channel,
      ...applicant(s.kind, 900 + i),
      content: s.content,
      form: '电子邮件',
      handler: '示范镇人民政府办公室',
      ...s.more,
      events: s.events(now),
      outcome: null,
      outcomeOn: null,
      void: null,
      splitFrom: null,
      mergedWith: null,
    })),
    tickets: [
      ticket(now, 1, 3, '演示：村口路灯不亮'),
      ticket(now, 2, 0, '演示：下水井堵塞（今天到期）'),
      ticket(now, 3, -1, '演示：村道坑洼（已过期）'),
    ],
    items: [item(now, 1, 18, '演示：惠农补贴发放公示（待公开）'), item(now, 2, 3, '演示：镇长办公会议纪要（待公开）')],
  };
}
