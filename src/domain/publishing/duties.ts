import { addDays, type Day, day, daysBetween, parseDay, yearOf } from '#lib/day.ts';
import type { ShorterPeriod } from './due.ts';

/** How often a duty falls due. `onChange`: whenever there is something, but something must be there. */
export type Frequency = 'onChange' | 'month' | 'quarter' | 'halfYear' | 'year';

export const FREQUENCY_NAMES: Readonly<Record<Frequency, string>> = {
  onChange: '长期，有变更随时更新',
  month: '每月',
  quarter: '每季度',
  halfYear: '每半年',
  year: '每年',
};

/** One line of an office's duty catalogue: what, who, how often, by when. */
export interface PublishingDuty {
  readonly key: string;
  /** 一级事项, 二级事项. */
  readonly group: string;
  readonly label: string;
  /** 公开内容（要素）. */
  readonly elements: string;
  readonly basis: readonly string[];
  readonly source: 'article20' | 'article21' | 'own' | 'field';
  /** 公开主体 inside the office. */
  readonly handler: string;
  readonly frequency: Frequency;
  /** Yearly duties: MM-DD; others: days after the end of the period. */
  readonly dueMonthDay: string | null;
  readonly graceDays: number;
  /** A shorter period than Art. 26's, from formation. */
  readonly within: ShorterPeriod | null;
  /** The column its items stand in. */
  readonly column: string | null;
  readonly channels: readonly string[];
  readonly audience: string;
  readonly mode: 'proactive' | 'onRequest';
  /** 县级 · 乡级. */
  readonly levels: readonly ('county' | 'township')[];
  /** What could not be verified, and since when it stands so. */
  readonly unverified: string | null;
  /** An office may set a duty aside, with the reason. */
  readonly notOurs: string | null;
}

/** How a duty stands on a day. */
export interface DutyStatus {
  /** `late` was met after its date; `stale` was met before, but not for the last period; `missing` never. */
  readonly state: 'met' | 'late' | 'missing' | 'stale' | 'dueSoon' | 'notOurs';
  /** The date that counts now: the one that was missed, else the next. */
  readonly dueOn: string | null;
  readonly daysLeft: number | null;
  readonly lastOn: string | null;
  readonly says: string;
}

const MONTHS: Readonly<Record<Exclude<Frequency, 'onChange' | 'year'>, number>> = { month: 1, quarter: 3, halfYear: 6 };
const SOON_DAYS = 15;

function monthDay(year: number, md: string): Day {
  return parseDay(`${year}-${md}`) ?? (md === '02-29' ? day(`${year}-02-28`) : day(`${year}-12-31`));
}

/** The due dates of a duty around a day, ascending: at least two before it and one after. */
export function dueDates(duty: Pick<PublishingDuty, 'frequency' | 'dueMonthDay' | 'graceDays'>, today: Day): Day[] {
  if (duty.frequency === 'onChange') return [];
  const year = yearOf(today);
  if (duty.frequency === 'year') return [-2, -1, 0, 1].map((n) => monthDay(year + n, duty.dueMonthDay ?? '12-31'));
  const step = MONTHS[duty.frequency];
  const out: Day[] = [];
  for (let month = -24; month <= 24; month += step) {
    const zero = new Date(Date.UTC(year, month + step, 1));
    out.push(addDays(day(zero.toISOString().slice(0, 10)), duty.graceDays - 1));
  }
  return out;
}

function status(state: DutyStatus['state'], dueOn: Day | null, lastOn: Day | null, today: Day, says: string): DutyStatus {
  return { state, dueOn, daysLeft: dueOn ? daysBetween(today, dueOn) : null, lastOn, says };
}

/**
 * The status of a duty from the days its items were made public. A period is met by a publication after the previous due date and
 * on or before its own; one that came later makes it late, none makes it stale (something older is there) or missing (nothing ever).
 * @param from the office's first day of use: periods due before it are nobody's debt
 */
export function dutyStatus(duty: PublishingDuty, publishedOn: readonly string[], today: Day, from: Day | null = null): DutyStatus {
  const days = publishedOn
    .map(parseDay)
    .filter((d) => d !== null && d <= today)
    .sort() as Day[];
  const last = days.at(-1) ?? null;
  if (duty.notOurs !== null) return status('notOurs', null, last, today, `本单位没有这一事项：${duty.notOurs}`);
  if (duty.frequency === 'onChange') {
    if (last) return status('met', null, last, today, `最近一次公开在${last}。`);
    return status('missing', null, null, today, '还没有公开过，请补充；确实没有这一事项的，注明原因。');
  }
  const dates = dueDates(duty, today);
  const passed = dates.filter((d) => d < today && (!from || d >= from));
  const next = dates.find((d) => d >= today) ?? null;
  const missed = passed.at(-1) ?? null;
  const before = missed ? (dates[dates.indexOf(missed) - 1] ?? null) : null;
  const inNext = next ? days.some((d) => d > (dates[dates.indexOf(next) - 1] ?? '')) : false;
  if (missed && !days.some((d) => d > (before ?? ''))) {
    if (!last) return status('missing', missed, null, today, `应在${missed}前公开，还没有公开过。`);
    return status('stale', missed, last, today, `应在${missed}前更新，最近一次公开在${last}。`);
  }
  if (next && !inNext && daysBetween(today, next) <= SOON_DAYS) return status('dueSoon', next, last, today, `应在${next}前公开。`);
  if (missed && !days.some((d) => d > (before ?? '') && d <= missed))
    return status('late', missed, last, today, `应在${missed}前公开，实际在${days.find((d) => d > missed)}公开。`);
  if (!last) return status('dueSoon', next, null, today, `还没有公开过，应在${next}前公开。`);
  return status('met', next, last, today, `最近一次公开在${last}，下一次应在${next}前。`);
}
