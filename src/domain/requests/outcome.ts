import { addWorkdays, SHIPPED_CALENDAR } from '#law/calendar/index.ts';
import { TIME_LIMITS } from '#law/timeLimits.ts';
import { parseDay } from '#lib/day.ts';
import { isRefusal } from '#lib/result.ts';
import { type Problem, problem } from '../facts/problem.ts';
import { type CaseEvent, type RegisterRecord, textOf } from '../registers/record.ts';
import { OUTCOMES } from './choices.ts';
import { caseEvents, endsCase } from './events.ts';

/** The row and the date an application's result counts by. */
export interface Outcome {
  readonly row: string;
  readonly on: string;
}

export interface OutcomeReading {
  readonly outcome: Outcome | null;
  readonly problems: readonly Problem[];
}

const ROWS = new Set(OUTCOMES.map((c) => c.value));

function rowOf(event: CaseEvent, stated: string | null): string | null {
  if (event.kind === 'withdrawn') return '3.6.3';
  const row = event.outcome ?? stated;
  return row && ROWS.has(row) ? row : null;
}

/**
 * The first final result of a case by itself, counted once: the dispatch of the answer, the closing record, or the receipt
 * of a withdrawal (3.6.3). A later answer after review, suit or own correction leaves it where it is. A result without a
 * date is an answer signed and not sent: no result yet. What is dated before the receipt is left out and said.
 */
export function ownOutcome(record: RegisterRecord, receivedOn: string | null): OutcomeReading {
  const problems: Problem[] = [];
  const row = textOf(record, 'outcome');
  const on = textOf(record, 'outcomeOn');
  const ends = caseEvents(record).filter(endsCase);
  ends.sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
  const tooEarly = (date: string) => receivedOn !== null && date < receivedOn;
  const early = new Set([...ends.map((e) => e.on), ...(on ? [on] : [])].filter(tooEarly));
  for (const date of early) {
    problems.push(problem('REG-OUTCOME-EARLY', `办结日期${date}早于收到日期${receivedOn}，按尚未办结计；请核对两个日期。`));
  }
  const first = ends.find((e) => !tooEarly(e.on));
  const stated = row && on && ROWS.has(row) && !tooEarly(on) ? { row, on } : null;
  if (!first) {
    if (on && !row) problems.push(problem('REG-OUTCOME-UNKNOWN', `${on}办结，没有登记办理结果，按尚未办结计；请补填办理结果。`));
    return { outcome: stated, problems };
  }
  const firstRow = rowOf(first, row);
  // A withdrawal or closing entered after an answer that stands only in the columns does not take the answer's place.
  if (stated && first.kind !== 'answered' && stated.on < first.on && stated.row !== firstRow) {
    problems.push(conflict(stated, first, firstRow, '以日期在前的结果计'));
    return { outcome: stated, problems };
  }
  if (!firstRow) {
    problems.push(problem('REG-OUTCOME-UNKNOWN', `${first.on}已经答复或办结，没有登记办理结果，按尚未办结计；请补填办理结果。`));
    return { outcome: null, problems };
  }
  if ((row && row !== firstRow) || (on && !tooEarly(on) && on !== first.on)) {
    problems.push(conflict({ row: row ?? firstRow, on: on ?? first.on }, first, firstRow, '以首次发出答复（办结、撤回）的记录计'));
  }
  return { outcome: { row: firstRow, on: first.on }, problems };
}

const KIND_WORDS: Readonly<Record<string, string>> = { answered: '发出答复', closed: '办结', withdrawn: '收到撤回' };

function conflict(stated: Outcome, event: CaseEvent, eventRow: string | null, how: string): Problem {
  const recorded = `${event.on}${KIND_WORDS[event.kind] ?? event.kind}${eventRow ? `（${eventRow}）` : ''}`;
  return problem('REG-OUTCOME-CONFLICT', `登记的结果是${stated.on}（${stated.row}），办理过程是${recorded}；${how}，请改成一致。`);
}

/** The last day the applicant had: to correct as the notice says, to pay within the fee rules' working days. Null: not known. */
function lastDayToAct(record: RegisterRecord, row: string): string | null {
  const events = caseEvents(record);
  const { length } = TIME_LIMITS.payment;
  const counted = (from: string | undefined, days: number | undefined): string | null => {
    const start = parseDay(from ?? '');
    const last = start && days ? addWorkdays(SHIPPED_CALENDAR, start, days) : null;
    return last && !isRefusal(last) ? last : null;
  };
  if (row === '3.6.2') return counted(events.findLast((e) => e.kind === 'feeNoticeDelivered')?.on, length);
  const notice = events.findLast((e) => e.kind === 'clarificationSent');
  return notice?.until ?? textOf(record, 'correctBy') ?? counted(notice?.on, notice?.days);
}

/** A closing as 3.6.1 or 3.6.2 on or before the last day the applicant had. */
export function closedEarly(record: RegisterRecord, outcome: Outcome): Problem | null {
  if (outcome.row !== '3.6.1' && outcome.row !== '3.6.2') return null;
  const until = lastDayToAct(record, outcome.row);
  if (!until || outcome.on > until) return null;
  const what = outcome.row === '3.6.1' ? '补正' : '缴费';
  return problem('REG-CLOSED-EARLY', `${what}期限到${until}，${outcome.on}即登记办结；期满次日起才可以不再处理，请核对。`);
}
