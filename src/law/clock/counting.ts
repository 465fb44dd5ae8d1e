import { addWorkdaysProvisionally, type Calendar, worksOn } from '#law/calendar/index.ts';
import { TIME_LIMITS } from '#law/timeLimits.ts';
import { addDays, type Day, earlierOf, laterOf } from '#lib/day.ts';

/** One consultation of a third party, a joint maker or another organ (Arts. 32, 34, 33.3). */
export interface Consultation {
  readonly id: string;
  readonly sentOn: Day;
  readonly silenceMeans: 'agencyDecides' | 'consent';
  deliveredOn: Day | null;
  opinionOn: Day | null;
  /** False where it was sent on or after the due day: it then changes nothing. */
  readonly effective: boolean;
  /** Whether the delivery and the opinion have had their turn among the events. */
  readonly taken: { delivered: boolean; opinion: boolean };
}

/** `need` counted days after `start`: the count that is running. A delay under Art. 35 starts at its own date with nothing to count. */
export interface Count {
  readonly start: Day;
  readonly need: number;
}

/** End of the 15 working days after delivery; without a delivery date as if delivered when sent. */
export function windowEnd(calendar: Calendar, c: Consultation): Day {
  return addWorkdaysProvisionally(calendar, c.deliveredOn ?? c.sentOn, TIME_LIMITS.thirdParty.length);
}

/** The opinion's receipt or the end of the 15 working days, whichever is first. */
export function returnedOn(calendar: Calendar, c: Consultation): Day {
  const end = windowEnd(calendar, c);
  return c.opinionOn ? earlierOf(c.opinionOn, end) : end;
}

/** True where the date hangs on a delivery nobody has recorded. */
export function deliveryMatters(calendar: Calendar, c: Consultation): boolean {
  if (c.deliveredOn) return false;
  return c.opinionOn === null || c.opinionOn > windowEnd(calendar, c);
}

/** Days d with sent < d ≤ returned of one consultation that counts. */
export interface Exclusion {
  readonly after: Day;
  readonly to: Day;
}

/** The excluded spans of all effective consultations; overlapping ones are a union because a day is in or out. */
export function exclusions(calendar: Calendar, consultations: readonly Consultation[]): Exclusion[] {
  return consultations.filter((c) => c.effective).map((c) => ({ after: c.sentOn, to: returnedOn(calendar, c) }));
}

export function isExcluded(spans: readonly Exclusion[], d: Day): boolean {
  return spans.some((s) => s.after < d && d <= s.to);
}

/** The spans in order, so that a walk through the days can leave those behind that are over. */
function inOrder(spans: readonly Exclusion[], start: Day): Exclusion[] {
  const ahead = spans.filter((s) => s.to > start).sort((a, b) => (a.after < b.after ? -1 : a.after > b.after ? 1 : 0));
  const joined: Exclusion[] = [];
  for (const s of ahead) {
    const last = joined.at(-1);
    if (last && s.after <= last.to) joined[joined.length - 1] = { after: last.after, to: laterOf(last.to, s.to) };
    else joined.push(s);
  }
  return joined;
}

/** The day on which `count` is full: only working days outside the excluded spans are counted (Art. 33.3). */
export function dueOf(calendar: Calendar, count: Count, spans: readonly Exclusion[]): Day {
  const ahead = inOrder(spans, count.start);
  let d = count.start;
  for (let left = count.need, i = 0; left > 0; ) {
    d = addDays(d, 1);
    let span = ahead[i];
    if (span && d > span.to) span = ahead[++i];
    const excluded = span !== undefined && span.after < d;
    if (!excluded && worksOn(calendar, d)) left--;
  }
  return d;
}
