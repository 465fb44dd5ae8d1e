import { type Day, day } from '#lib/day.ts';
import type { RequestLine } from '../shape.ts';
import { spread, workday } from '../workdays.ts';
import { type Channel, type Course, storyOf } from './cases.ts';
import { APPLICANTS, CHANNELS, PLAN, STRADDLING } from './plan.ts';

const UNIT = 'sfz';
/** 甲乙丙丁 … : people that are plainly none. */
const STEMS = [...'甲乙丙丁戊己庚辛壬癸'];
const ORGANISATIONS: Readonly<Record<string, string>> = {
  business: '演示商贸有限公司',
  research: '演示农业研究所',
  publicWelfare: '演示公益服务中心',
  legalService: '演示律师事务所',
  other: '演示农民专业合作社',
};

interface Case {
  readonly number: string;
  readonly arrivedOn: Day;
  readonly channel: Channel;
  readonly applicantKind: string;
  readonly outcome: string;
  readonly course: Course;
  readonly content: string;
  readonly n: number;
  readonly confirmedOn?: Day;
  readonly more?: Readonly<Record<string, string | number>>;
}

/** The personal fields of an application, plainly invented. */
export function applicant(kind: string, n: number): Record<string, string> {
  const stem = STEMS[n % STEMS.length]!;
  const name = kind === 'naturalPerson' ? `演示${stem}` : `${ORGANISATIONS[kind]}（${stem}）`;
  const digits = String(n).padStart(4, '0');
  return {
    applicantName: name,
    identityType: kind === 'naturalPerson' ? '居民身份证' : '统一社会信用代码',
    identityNumber: `演示证件${digits}`,
    contact: `000-0000${digits}`,
    address: `示范镇演示路${n}号`,
  };
}

function fees(course: Course): Record<string, number> {
  if (course === 'paid') return { feeNoticedFen: 40_000, feePaidFen: 40_000 };
  return course === 'unpaid' ? { feeNoticedFen: 150_000 } : {};
}

function line(c: Case): RequestLine {
  const { events, outcomeOn } = storyOf(c.course, c.arrivedOn, c.channel, c.outcome, c.n, c.confirmedOn);
  return {
    number: c.number,
    agency: UNIT,
    applicantKind: c.applicantKind,
    channel: c.channel,
    ...applicant(c.applicantKind, c.n),
    content: c.content,
    form: '电子邮件',
    handler: '示范镇人民政府办公室',
    ...fees(c.course),
    events,
    outcome: c.outcome,
    outcomeOn,
    void: null,
    splitFrom: null,
    mergedWith: null,
    ...c.more,
  };
}

function numberOf(year: number, n: number): string {
  return `SFZ-${year}-${String(n).padStart(4, '0')}`;
}

/** The year's ordinary cases, begun and ended in the year. */
function ordinary(year: number): Case[] {
  const planned = PLAN.flatMap((p) => Array.from({ length: p.counts[year - 2022]! }, () => p));
  // Every fifth from each start, so that kinds of cases mix over the year.
  const mixed = [0, 1, 2, 3, 4].flatMap((start) => planned.filter((_, i) => i % 5 === start));
  const days = spread(year, mixed.length, '01-04', '10-20');
  return mixed.map((p, i) => ({
    ...p,
    number: numberOf(year, i + 1),
    arrivedOn: days[i]!,
    channel: CHANNELS[i % CHANNELS.length]!,
    applicantKind: APPLICANTS[i % APPLICANTS.length]!,
    n: i + (year - 2022) * 100,
  }));
}

/** The year's cases that stand open at its end. */
function straddling(year: number, first: number): Case[] {
  return STRADDLING.filter((s) => year >= (s.since ?? year)).map((s, i) => ({
    ...s,
    number: numberOf(year, first + i),
    arrivedOn: workday(`${year}-${s.arrived}`, 0),
    // Slow ones: 9 and more of 15 keep even the quickest course past the end of the year.
    n: 9 + Math.min(i, 5) + (year - 2021) * 15,
  }));
}

/** One paper asked for two things: split with a reason, the parts counted in its place. */
function split(year: number, first: number): RequestLine[] {
  const arrivedOn = workday(`${year}-10-24`, 0);
  const base = { arrivedOn, channel: 'counter', applicantKind: 'naturalPerson', course: 'answered', n: first } as const;
  const whole = numberOf(year, first);
  const splitOn = workday(arrivedOn, 2);
  const more = { splitFrom: whole, splitOn, splitReason: '所申请的两项信息由不同科室掌握，分别答复' };
  return [
    {
      ...line({ ...base, number: whole, outcome: '3.1', content: '示范镇河道整治合同和敬老院入住人数' }),
      events: [{ on: arrivedOn, kind: 'received' }],
      outcome: null,
      outcomeOn: null,
    },
    line({ ...base, number: `${whole}-1`, outcome: '3.1', content: '示范镇敬老院入住人数', more }),
    line({ ...base, number: `${whole}-2`, outcome: '3.2', content: '示范镇河道整治合同', more }),
  ];
}

/** Two applications of one person answered in one letter; each counts. */
function merged(year: number, first: number): RequestLine[] {
  const base = {
    arrivedOn: workday(`${year}-11-01`, 0),
    channel: 'counter',
    applicantKind: 'naturalPerson',
    outcome: '3.1',
    course: 'answered',
    n: first,
  } as const;
  const lead = numberOf(year, first);
  return [
    line({ ...base, number: lead, content: '示范镇环卫保洁招标公告' }),
    line({ ...base, number: numberOf(year, first + 1), content: '示范镇环卫保洁中标公告', more: { mergedWith: lead } }),
  ];
}

/** The same paper by post after it came by web: it keeps its number and counts nowhere. */
function voided(year: number, n: number): RequestLine {
  const on = workday(`${year}-11-08`, 0);
  return {
    ...line({
      number: numberOf(year, n),
      arrivedOn: on,
      channel: 'registeredPost',
      applicantKind: 'business',
      outcome: '3.1',
      course: 'answered',
      content: '与网上所提申请为同一件',
      n,
    }),
    events: [{ on, kind: 'received' }],
    outcome: null,
    outcomeOn: null,
    void: { reason: '与网上提交的申请为同一件，重复登记', on },
  };
}

/** Sent by web at the end of December and confirmed in January: received in the new year. */
function confirmedLater(year: number, n: number): RequestLine {
  return line({
    number: numberOf(year, n),
    arrivedOn: day(`${year}-12-29`),
    confirmedOn: day(`${year + 1}-01-04`),
    channel: 'internet',
    applicantKind: 'naturalPerson',
    outcome: '3.1',
    course: 'answered',
    content: '示范镇校车线路安排',
    n,
  });
}

function yearOfRequests(year: number): RequestLine[] {
  const cases = ordinary(year);
  const next = cases.length + 1;
  const open = straddling(year, next + 4);
  return [
    ...cases.map(line),
    ...split(year, next),
    ...merged(year, next + 1),
    voided(year, next + 3),
    ...open.map(line),
    confirmedLater(year, next + 4 + open.length),
  ];
}

/** 示范镇's requests: what 2021 left open (opening), 2022 and 2023 with every course a case can take. */
export const REQUESTS: readonly RequestLine[] = [
  ...straddling(2021, 41).map((c) => ({ ...line(c), origin: 'opening' })),
  ...yearOfRequests(2022),
  ...yearOfRequests(2023),
];
