import type { CaseEvent } from '#domain/registers/index.ts';
import { addDays, type Day } from '#lib/day.ts';
import { workday } from '../workdays.ts';

/** How a case went. Each builds its events from the day it was handed in. */
export type Course =
  | 'answered'
  | 'answeredLate'
  | 'clarified'
  | 'consulted'
  | 'thirdPartySilent'
  | 'extended'
  | 'paid'
  | 'uncorrected'
  | 'unpaid'
  | 'withdrawn'
  | 'ended';

export type Channel = 'counter' | 'registeredPost' | 'plainPost' | 'internet' | 'fax' | 'oral';

/** A case's events and the end they lead to. */
export interface CaseStory {
  readonly events: readonly CaseEvent[];
  readonly outcomeOn: Day;
}

const NEEDS_CONFIRMATION: readonly Channel[] = ['plainPost', 'internet', 'fax'];

/** The arrival, and by Art. 31 the confirmation that makes it received. */
function arrival(on: Day, channel: Channel, confirmedOn: Day | undefined): { events: CaseEvent[]; receivedOn: Day } {
  if (!NEEDS_CONFIRMATION.includes(channel)) return { events: [{ on, kind: 'received' }], receivedOn: on };
  const confirmed = confirmedOn ?? (channel === 'plainPost' ? on : workday(on, 1));
  return {
    events: [
      { on, kind: 'received' },
      { on: confirmed, kind: 'confirmed' },
    ],
    receivedOn: confirmed,
  };
}

function answered(on: Day): CaseStory {
  return { events: [{ on, kind: 'answered' }], outcomeOn: on };
}

function then(events: CaseEvent[], end: CaseStory): CaseStory {
  return { events: [...events, ...end.events], outcomeOn: end.outcomeOn };
}

function clarification(from: Day): { sent: CaseEvent; correctBy: Day } {
  const on = workday(from, 4);
  const correctBy = addDays(on, 15);
  return { sent: { on, kind: 'clarificationSent', until: correctBy }, correctBy };
}

const COURSES: Readonly<Record<Course, (receivedOn: Day, outcome: string, n: number) => CaseStory>> = {
  answered: (from, _outcome, n) => answered(workday(from, 3 + (n % 15))),
  answeredLate: (from) => answered(workday(from, 22)),
  clarified(from) {
    const { sent, correctBy } = clarification(from);
    const corrected = workday(addDays(correctBy, -6), 0);
    return then([sent, { on: corrected, kind: 'corrected' }], answered(workday(corrected, 12)));
  },
  consulted(from) {
    const sent = workday(from, 3);
    const back = workday(sent, 9);
    return then(
      [
        { on: sent, kind: 'consultationSent', id: 'c1', silenceMeans: 'agencyDecides' },
        { on: workday(sent, 1), kind: 'consultationDelivered', id: 'c1' },
        { on: back, kind: 'opinionReceived', id: 'c1' },
      ],
      answered(workday(back, 5)),
    );
  },
  thirdPartySilent(from) {
    const sent = workday(from, 2);
    return then(
      [
        { on: sent, kind: 'consultationSent', id: 'c1', silenceMeans: 'agencyDecides' },
        { on: workday(sent, 2), kind: 'consultationDelivered', id: 'c1' },
      ],
      answered(workday(sent, 20)),
    );
  },
  extended: (from) => then([{ on: workday(from, 17), kind: 'extended', days: 10 }], answered(workday(from, 27))),
  paid(from) {
    const noticed = workday(from, 5);
    const paid = workday(noticed, 8);
    return then(
      [
        { on: noticed, kind: 'feeNoticeSent' },
        { on: workday(noticed, 1), kind: 'feeNoticeDelivered' },
        { on: paid, kind: 'paid' },
      ],
      answered(workday(paid, 10)),
    );
  },
  uncorrected(from, outcome) {
    const { sent, correctBy } = clarification(from);
    const on = workday(addDays(correctBy, 1), 0);
    return { events: [sent, { on, kind: 'closed', outcome }], outcomeOn: on };
  },
  unpaid(from, outcome) {
    const noticed = workday(from, 5);
    const delivered = workday(noticed, 2);
    const on = workday(delivered, 21);
    return {
      events: [
        { on: noticed, kind: 'feeNoticeSent' },
        { on: delivered, kind: 'feeNoticeDelivered' },
        { on, kind: 'closed', outcome },
      ],
      outcomeOn: on,
    };
  },
  withdrawn(from) {
    const on = workday(from, 6);
    return { events: [{ on, kind: 'withdrawn' }], outcomeOn: on };
  },
  ended(from, outcome) {
    const on = workday(from, 9);
    return { events: [{ on, kind: 'closed', outcome }], outcomeOn: on };
  },
};

/**
 * The events of a case from its arrival to its end.
 * @param n varies the pace, so that not every case takes equally long
 */
export function storyOf(course: Course, arrivedOn: Day, channel: Channel, outcome: string, n: number, confirmedOn?: Day): CaseStory {
  const { events, receivedOn } = arrival(arrivedOn, channel, confirmedOn);
  return then(events, COURSES[course](receivedOn, outcome, n));
}
