import type { Calendar } from '#law/calendar/index.ts';
import { chineseDate, type Day } from '#lib/day.ts';
import { isRefusal, type Refusal, refuse } from '#lib/result.ts';
import { daysOf } from './days.ts';
import type { ClockCase, ClockFinding, ClockResult, RefusedEvent } from './model.ts';
import { nextStep } from './next.ts';
import { currentDue, newProgress, type Progress } from './progress.ts';
import { readCase } from './read.ts';
import { provisionalOf, stateOf } from './state.ts';
import { take } from './steps.ts';

function inTime(p: Progress, dueOn: Day | null): boolean | null {
  if (p.ended?.kind === 'answered') return dueOn === null || p.ended.on <= dueOn;
  const seenOn = p.ended?.on ?? p.case.today;
  return dueOn !== null && seenOn > dueOn ? false : null;
}

function overdue(p: Progress, dueOn: Day | null): ClockFinding[] {
  if (!dueOn || inTime(p, dueOn) !== false) return [];
  const seen = p.ended ? `实际${chineseDate(p.ended.on)}才办结` : `到${chineseDate(p.case.today)}仍未答复`;
  const why = `答复期限为${chineseDate(dueOn)}，${seen}`;
  return [{ rule: 'CLOCK-OVERDUE', event: p.ended?.index ?? null, why, basis: ['OGIR2019 33.2'] }];
}

/** Plain post that came before today and is still not confirmed: the law wants it on the day it arrives. */
function unconfirmed(p: Progress): ClockFinding[] {
  if (!p.received || p.receiptOn || p.ended || p.case.channel !== 'plainPost' || p.case.today <= p.received.on) return [];
  const why = `平常信函${chineseDate(p.received.on)}送达，应当当日与申请人确认，至今没有确认`;
  return [{ rule: 'CLOCK-CONFIRM-LATE', event: p.received.index, why, basis: ['OGIR2019 31(2)'] }];
}

function nothingCountable(refused: readonly RefusedEvent[]): Refusal {
  const reasons = refused.slice(0, 5).map((r) => `第${r.event + 1}条：${r.why}`);
  const basis = new Set(['OGIR2019 31', ...refused.slice(0, 5).flatMap((r) => r.basis)]);
  return refuse(['没有可以计算的收到日，无从计算期限。', ...reasons].join(''), ...basis);
}

interface Taken {
  readonly progress: Progress;
  readonly refused: readonly RefusedEvent[];
  readonly lastOn: Day | null;
  /** Places of the deliveries and opinions that were taken. */
  readonly returns: ReadonlySet<number>;
}

function takeAll(calendar: Calendar, c: ClockCase, foreknown: ReadonlySet<number> | null): Taken {
  const progress = newProgress(calendar, c, foreknown);
  const refused: RefusedEvent[] = [];
  const returns = new Set<number>();
  let lastOn: Day | null = null;
  for (const e of c.events) {
    const refusal = take(progress, e);
    if (refusal) refused.push({ event: e.index, kind: e.kind, on: e.on, why: refusal.refused, basis: refusal.basis });
    else {
      lastOn = e.on;
      if (e.kind === 'consultationDelivered' || e.kind === 'opinionReceived') returns.add(e.index);
    }
  }
  return { progress, refused, lastOn, returns };
}

const MOST_ROUNDS = 5;

/** Takes the events again as long as a delivery or opinion that was counted on turns out to be refused. */
function takeSettled(calendar: Calendar, c: ClockCase): Taken {
  let taken = takeAll(calendar, c, null);
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const again = takeAll(calendar, c, taken.returns);
    const same = again.returns.symmetricDifference(taken.returns).size === 0;
    taken = again;
    if (same) break;
  }
  return taken;
}

/**
 * Counts one case that reads well. Events the law does not allow are left out and listed; nothing countable (no receipt) is a refusal.
 * @param unread events already left out while reading
 */
export function clockOf(calendar: Calendar, c: ClockCase, unread: readonly RefusedEvent[] = []): ClockResult | Refusal {
  const { progress: p, lastOn, ...taken } = takeSettled(calendar, c);
  const refused = [...unread, ...taken.refused].sort((a, b) => a.event - b.event);
  if (!p.received || !lastOn) return nothingCountable(refused);
  const dueOn = currentDue(p);
  const state = stateOf(p);
  const nextOn = nextStep(p, state, dueOn);
  return {
    dueOn,
    nextOn,
    state,
    inTime: inTime(p, dueOn),
    provisional: provisionalOf(p, dueOn, nextOn?.on ?? null),
    days: daysOf(p, dueOn, lastOn),
    findings: [...p.findings, ...unconfirmed(p), ...overdue(p, dueOn)],
    refused,
  };
}

/** Reads and counts one case given as JSON (contracts: `clock FILE`). */
export function clock(calendar: Calendar, input: unknown): ClockResult | Refusal {
  const read = readCase(input);
  return isRefusal(read) ? read : clockOf(calendar, read.case, read.refused);
}
