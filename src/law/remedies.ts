import { addDays, type Day, day } from '#lib/day.ts';
import { type Refusal, refuse } from '#lib/result.ts';
import { addWorkdaysProvisionally, type Calendar, covers, dayIn } from './calendar/index.ts';
import type { Outcome, RemedyRoute } from './outcomes.ts';
import { TIME_LIMITS, type TimeLimit } from './timeLimits.ts';

/** One way open to the applicant and its last day. `provisional`: the last day lies past the calendar. */
export interface RemedyWindow {
  readonly kind: 'review' | 'litigation';
  readonly by: Day;
  readonly provisional: boolean;
  readonly basis: string;
}

function addMonths(from: Day, months: number): Day {
  const index = Number(from.slice(0, 4)) * 12 + Number(from.slice(5, 7)) - 1 + months;
  const month = `${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`;
  const nextIndex = index + 1;
  const last = addDays(day(`${Math.floor(nextIndex / 12)}-${String((nextIndex % 12) + 1).padStart(2, '0')}-01`), -1);
  const same = `${month}-${from.slice(8)}`;
  return same > last ? last : day(same);
}

/**
 * The last day of a limit that begins with `from` (day 0 is not counted). Calendar days and months: an end on a day off
 * moves to the first working day after it.
 */
export function lastDayOf(calendar: Calendar, limit: TimeLimit, from: Day): { readonly by: Day; readonly provisional: boolean } {
  if (limit.unit === 'working') {
    const by = addWorkdaysProvisionally(calendar, from, limit.length);
    return { by, provisional: !covers(calendar, by) };
  }
  const end = limit.unit === 'months' ? addMonths(from, limit.length) : addDays(from, limit.length);
  const by = dayIn(calendar, end).workday ? end : addWorkdaysProvisionally(calendar, end, 1);
  return { by, provisional: !covers(calendar, by) };
}

/**
 * What the applicant may do after a letter was delivered on `servedOn` (ARL2023 20, 23; ALL2017 46).
 * @param decided the route the legal adviser decided on for an outcome the law leaves open
 * Refused while that is not decided.
 */
export function remedyWindows(
  calendar: Calendar,
  outcome: Outcome,
  servedOn: Day,
  decided?: Exclude<RemedyRoute, 'undecided'>,
): RemedyWindow[] | Refusal {
  const route = outcome.remedyRoute === 'undecided' ? decided : outcome.remedyRoute;
  if (!route) return refuse(`“${outcome.label}”的救济途径尚未由本机关法律顾问确定，不能写入答复。`, 'ARL2023 23.1(4)');
  const window = (kind: RemedyWindow['kind'], limit: TimeLimit): RemedyWindow => ({
    kind,
    ...lastDayOf(calendar, limit, servedOn),
    basis: limit.basis,
  });
  if (route === 'none') return [];
  const review = window('review', TIME_LIMITS.reviewApply);
  return route === 'reviewFirst' ? [review] : [review, window('litigation', TIME_LIMITS.sueDirectly)];
}
