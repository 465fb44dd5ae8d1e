import { addWorkdaysProvisionally, type Calendar, covers, dayIn, outsideData } from '#law/calendar/index.ts';
import { TIME_LIMITS } from '#law/timeLimits.ts';
import type { Day } from '#lib/day.ts';
import { eachDay, laterOf } from '#lib/day.ts';
import { type Refusal, refuse } from '#lib/result.ts';

/** One calendar day from receipt on; `n`: working days counted so far. */
export interface DeadlineDay {
  readonly date: Day;
  readonly counted: boolean;
  readonly n: number;
  readonly why: string;
}

export type DeadlineKey = 'clarifyBy' | 'thirdPartyBy' | 'answerBy' | 'extendedTo';

/** The dates that follow from a day of receipt; a date past the data is null, named in `past`. */
export interface Deadlines {
  readonly received: Day;
  readonly clarifyBy: Day | null;
  readonly thirdPartyBy: Day | null;
  readonly answerBy: Day;
  readonly extendedTo: Day | null;
  readonly days: readonly DeadlineDay[];
  /** Present only where a date lies past the data. */
  readonly past?: readonly DeadlineKey[];
  /** The last day of the data; present with `past`. */
  readonly dataTo?: Day;
}

function daysFrom(calendar: Calendar, received: Day, to: Day): DeadlineDay[] {
  let n = 0;
  return [...eachDay(received, to)].map((date) => {
    if (date === received) return { date, counted: false, n: 0, why: '收到之日，不计算在内' };
    const known = dayIn(calendar, date);
    if (known.workday) n++;
    return { date, counted: known.workday, n, why: known.why };
  });
}

/**
 * 补正 7, 征求 15, 答复 20, 延期上限 40 working days after receipt, with every calendar day from receipt to the last date (Arts. 30, 32, 33).
 * Refused where receipt lies outside the data or the answer's date past them.
 */
export function deadline(calendar: Calendar, received: Day): Deadlines | Refusal {
  if (!covers(calendar, received)) return outsideData(calendar, received);
  const { clarify, thirdParty, answer, extension } = TIME_LIMITS;
  const at = (n: number): Day => addWorkdaysProvisionally(calendar, received, n);
  const answerBy = at(answer.length);
  if (!covers(calendar, answerBy)) {
    const why = outsideData(calendar, answerBy);
    return refuse(`答复期限无法确定：${why.refused}`, answer.basis);
  }
  const dates = {
    clarifyBy: at(clarify.length),
    thirdPartyBy: at(thirdParty.length),
    answerBy,
    extendedTo: at(answer.length + extension.length),
  };
  const past = (Object.keys(dates) as DeadlineKey[]).filter((k) => !covers(calendar, dates[k]));
  const known = (k: DeadlineKey): Day | null => (past.includes(k) ? null : dates[k]);
  const last = laterOf(answerBy, known('extendedTo') ?? answerBy);
  return {
    received,
    clarifyBy: known('clarifyBy'),
    thirdPartyBy: known('thirdPartyBy'),
    answerBy,
    extendedTo: known('extendedTo'),
    days: daysFrom(calendar, received, last),
    ...(past.length > 0 ? { past, dataTo: calendar.coveredTo } : {}),
  };
}
