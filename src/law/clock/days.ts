import { type CalendarDay, dayIn } from '#law/calendar/index.ts';
import { TIME_LIMITS } from '#law/timeLimits.ts';
import { type Day, eachDay, laterOf } from '#lib/day.ts';
import { exclusions, isExcluded } from './counting.ts';
import type { ClockDay, Segment } from './model.ts';
import { type Phase, type Progress, payBy } from './progress.ts';

const ARTICLES: Readonly<Record<Segment, string>> = {
  awaitingConfirmation: 'OGIR2019 31',
  answer: TIME_LIMITS.answer.basis,
  extension: TIME_LIMITS.extension.basis,
  delay: 'OGIR2019 35',
  suspended: 'OGIR2019 33.3',
  awaitingCorrection: 'OGIR2019 30',
  awaitingPayment: 'FEE2020 6',
};

const DAY_ZERO: Readonly<Record<NonNullable<Phase['start']>, { readonly why: string; readonly article: string }>> = {
  received: { why: '收到申请之日，不计算在内', article: 'OGIR2019 31' },
  confirmed: { why: '确认收到申请之日，不计算在内', article: 'OGIR2019 31' },
  corrected: { why: '收到补正之日，不计算在内，重新起算', article: 'OGIR2019 30' },
  paid: { why: '缴费之日，不计算在内，重新起算', article: 'FEE2020 7' },
};

const WAITING: Readonly<Record<Exclude<Phase['kind'], 'running'>, string>> = {
  awaitingConfirmation: '待与申请人确认收到，期限未起算',
  awaitingCorrection: '已告知补正，期限停止计算',
  awaitingPayment: '已发收费通知，期限停止计算',
};

/** The phase of every day: of several that begin on one day the last. */
function phaseOn(phases: readonly Phase[], d: Day, from: number): number {
  let i = from;
  while ((phases[i + 1]?.on ?? '9999-99-99') <= d) i++;
  return i;
}

/** A date set under Art. 35 is a date, not a count: nothing is excluded from it. */
function inDelay(phase: Phase, d: Day): boolean {
  return phase.delay !== undefined && d > phase.delay.after && d <= phase.delay.to;
}

function runningSegment(phase: Phase, d: Day, day: number): Segment {
  if (inDelay(phase, d)) return 'delay';
  return day > TIME_LIMITS.answer.length ? 'extension' : 'answer';
}

function runningDay(phase: Phase, date: Day, known: CalendarDay, excluded: boolean, n: number): ClockDay {
  if (date === phase.on && phase.start) return { date, counted: false, n: 0, segment: 'answer', ...DAY_ZERO[phase.start] };
  const counted = known.workday && !excluded;
  if (excluded) {
    const why = known.workday ? `${known.why}，征求意见所需时间，不计算在内` : known.why;
    return { date, counted, n, segment: 'suspended', why, article: known.basis && !known.workday ? known.basis : ARTICLES.suspended };
  }
  const segment = runningSegment(phase, date, n + 1);
  return { date, counted, n: counted ? n + 1 : n, segment, why: known.why, article: known.basis ?? ARTICLES[segment] };
}

/** Where the sheet ends without a due date: the last event taken, or the end of the period given. */
function lastWithoutDue(p: Progress, lastEvent: Day): Day {
  return [p.clarification?.until, payBy(p)].reduce<Day>((last, d) => (d ? laterOf(last, d) : last), lastEvent);
}

/** Every calendar day from the day the application came to the due date, each with its reason and article. */
export function daysOf(p: Progress, dueOn: Day | null, lastEvent: Day): ClockDay[] {
  const first = p.phases[0];
  if (!first) return [];
  const spans = exclusions(p.calendar, p.consultations);
  const rows: ClockDay[] = [];
  let index = 0;
  let n = 0;
  for (const date of eachDay(first.on, dueOn ?? lastWithoutDue(p, lastEvent))) {
    index = phaseOn(p.phases, date, index);
    const phase = p.phases[index] ?? first;
    if (phase.kind === 'running') {
      const row = runningDay(phase, date, dayIn(p.calendar, date), isExcluded(spans, date) && !inDelay(phase, date), n);
      n = row.n;
      rows.push(row);
    } else {
      n = 0;
      rows.push({ date, counted: false, n, segment: phase.kind, why: WAITING[phase.kind], article: ARTICLES[phase.kind] });
    }
  }
  return rows;
}
