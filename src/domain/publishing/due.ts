import { addWorkdaysProvisionally, type Calendar, covers } from '#law/calendar/index.ts';
import { TIME_LIMITS } from '#law/timeLimits.ts';
import { addDays, type Day, daysBetween, earlierOf, yearOf } from '#lib/day.ts';

/** By when something must be public, and why. */
export interface PublicationDue {
  readonly dueOn: Day;
  readonly basis: readonly string[];
  /** True where a year without its holiday notice was counted Monday to Friday (暂计). */
  readonly provisional: boolean;
  readonly missingYear: number | null;
  /** In Chinese: how the date came about. */
  readonly why: string;
}

/** Something shorter than the regulation's twenty working days, asked by the catalogue or another statute. */
export interface ShorterPeriod {
  readonly days: number;
  readonly unit: 'working' | 'calendar';
  readonly basis: string;
}

/**
 * Art. 26: twenty working days from formation or change (day 0), or the shorter period of the catalogue. Never a guess: past the
 * calendar's data the date is provisional and names the missing year.
 */
export function publicationDue(from: Day, calendar: Calendar, shorter: ShorterPeriod | null = null): PublicationDue {
  const limit = TIME_LIMITS.proactive;
  const statutory = addWorkdaysProvisionally(calendar, from, limit.length);
  const own = shorter
    ? shorter.unit === 'working'
      ? addWorkdaysProvisionally(calendar, from, shorter.days)
      : addDays(from, shorter.days)
    : statutory;
  const dueOn = earlierOf(own, statutory);
  const byOwn = shorter !== null && own < statutory;
  const provisional = !covers(calendar, from) || !covers(calendar, dueOn);
  const period = byOwn ? `${shorter.days}个${shorter.unit === 'working' ? '工作日' : '自然日'}` : `${limit.length}个工作日`;
  return {
    dueOn,
    basis: byOwn ? [shorter.basis, limit.basis] : [limit.basis],
    provisional,
    missingYear: provisional ? yearOf(covers(calendar, from) ? dueOn : from) : null,
    why: `自${from}形成或者变更之日起${period}内公开，至${dueOn}${provisional ? '（暂计）' : ''}`,
  };
}

/** How an item stands against its due date. */
export type DueState = 'inTime' | 'late' | 'overdue' | 'open';

/** Met by the first publication; still open until the day is past. */
export function dueState(dueOn: Day, firstPublishedOn: Day | null, today: Day): DueState {
  if (firstPublishedOn) return firstPublishedOn <= dueOn ? 'inTime' : 'late';
  return today > dueOn ? 'overdue' : 'open';
}

/** Days to the due date, negative once past; a provisional one is treated as two days earlier. */
export function daysLeft(due: PublicationDue, today: Day): number {
  return daysBetween(today, due.dueOn) - (due.provisional ? 2 : 0);
}
