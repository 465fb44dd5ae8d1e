import { addWorkdaysProvisionally, type Calendar } from '#law/calendar/index.ts';
import { TIME_LIMITS } from '#law/timeLimits.ts';
import { addDays, type Day } from '#lib/day.ts';
import type { Refusal } from '#lib/result.ts';
import { type Consultation, type Count, dueOf, exclusions } from './counting.ts';
import type { ClockCase, ClockEvent, ClockFinding } from './model.ts';

/** From `on` the case is in this phase until the next one begins. */
export interface Phase {
  readonly on: Day;
  readonly kind: 'awaitingConfirmation' | 'running' | 'awaitingCorrection' | 'awaitingPayment';
  /** Why day 0 is day 0: of receipt, of the corrected application, of payment. */
  readonly start?: 'received' | 'confirmed' | 'corrected' | 'paid';
  /** Art. 35: days after `after` up to `to` belong to the delay. */
  delay?: { readonly after: Day; readonly to: Day };
}

/** What is known of a case after the events taken so far. Changed by the steps, read by the rest. */
export interface Progress {
  readonly calendar: Calendar;
  readonly case: ClockCase;
  /** The later deliveries and opinions that will be taken (places in the file); null: not known yet, all of them. */
  readonly foreknown: ReadonlySet<number> | null;
  received: ClockEvent | null;
  /** Day 0 of Arts. 30 and 33 (Art. 31); null while confirmation is awaited. */
  receiptOn: Day | null;
  /** The count that runs; null while it is stopped or has not begun. */
  count: Count | null;
  clarification: { readonly sentOn: Day; readonly until: Day | null; correctedOn: Day | null } | null;
  fee: { readonly sentOn: Day; deliveredOn: Day | null; paidOn: Day | null } | null;
  readonly consultations: Consultation[];
  /** Working days of extension granted in all, and in how many notices (Art. 33.2). */
  granted: number;
  extensions: number;
  ended: ClockEvent | null;
  readonly phases: Phase[];
  readonly findings: ClockFinding[];
}

/** Takes one event: changes `p` and returns null, or refuses it and leaves `p` as it was. */
export type Step = (p: Progress, e: ClockEvent) => Refusal | null;

export function newProgress(calendar: Calendar, c: ClockCase, foreknown: ReadonlySet<number> | null): Progress {
  return {
    calendar,
    case: c,
    foreknown,
    received: null,
    receiptOn: null,
    count: null,
    clarification: null,
    fee: null,
    consultations: [],
    granted: 0,
    extensions: 0,
    ended: null,
    phases: [],
    findings: [],
  };
}

/** The due date as far as the events taken so far say; null while nothing is counted. */
export function currentDue(p: Progress): Day | null {
  return p.count && dueOf(p.calendar, p.count, exclusions(p.calendar, p.consultations));
}

export function awaitsCorrection(p: Progress): boolean {
  return p.clarification !== null && p.clarification.correctedOn === null;
}

export function awaitsPayment(p: Progress): boolean {
  return p.fee !== null && p.fee.paidOn === null;
}

/** Last day for paying: 20 working days from the day after the notice was received (FEE2020 6); null while it is not delivered. */
export function payBy(p: Progress): Day | null {
  return p.fee?.deliveredOn ? addWorkdaysProvisionally(p.calendar, p.fee.deliveredOn, TIME_LIMITS.payment.length) : null;
}

/** First day on which an unpaid case may be closed: the first working day after the period. */
export function closableUnpaidFrom(p: Progress): Day | null {
  const end = payBy(p);
  return end && addWorkdaysProvisionally(p.calendar, end, 1);
}

/** First day on which an uncorrected case may be closed: the day after the period written in the notice; null where none is recorded. */
export function closableUncorrectedFrom(p: Progress): Day | null {
  const until = p.clarification?.until;
  return until ? addDays(until, 1) : null;
}

/** Starts a new count of 20 with `on` as day 0, unless correction or payment is still awaited. A granted extension ends (C5). */
export function restart(p: Progress, on: Day, start: NonNullable<Phase['start']>): void {
  if (awaitsCorrection(p)) p.phases.push({ on, kind: 'awaitingCorrection' });
  else if (awaitsPayment(p)) p.phases.push({ on, kind: 'awaitingPayment' });
  else {
    p.count = { start: on, need: TIME_LIMITS.answer.length };
    p.phases.push({ on, kind: 'running', start });
  }
}

/** Stops the count from `on`. */
export function stop(p: Progress, on: Day, kind: 'awaitingCorrection' | 'awaitingPayment'): void {
  p.count = null;
  p.phases.push({ on, kind });
}
