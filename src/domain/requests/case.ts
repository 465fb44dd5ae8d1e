import type { FactContext } from '../facts/context.ts';
import { type Problem, problem } from '../facts/problem.ts';
import { type RegisterRecord, textOf } from '../registers/record.ts';
import { APPLICANT_KINDS } from './choices.ts';
import { caseEvents, endsCase } from './events.ts';
import { leadingOutcome } from './merge.ts';
import { closedEarly, type Outcome, ownOutcome } from './outcome.ts';
import { type Receipt, receiptOf } from './receipt.ts';
import { splitPlace } from './split.ts';

/** How one application counts. */
export interface CountedCase {
  readonly organ: string;
  readonly applicant: string;
  readonly receivedOn: string;
  readonly outcome: Outcome | null;
}

export interface CaseReading {
  /** Null: it counts nowhere (void, awaiting confirmation, split into parts, incomplete). */
  readonly counted: CountedCase | null;
  readonly problems: readonly Problem[];
}

/**
 * Reads one application for counting. It stays with the organ its unit belonged to on the day of receipt, whatever becomes
 * of the unit later, so that what was carried over is carried in again.
 */
export function readCase(record: RegisterRecord, ctx: FactContext): CaseReading {
  if (record.void) return { counted: null, problems: [] };
  const split = splitPlace(record, ctx);
  if (split.replaced || split.tooLate) return { counted: null, problems: split.problems };
  const receipt = receiptOf(record);
  const receivedOn = split.receivedOn ?? receipt.on;
  if (!receivedOn) return { counted: null, problems: [...split.problems, ...receipt.problems, ...answeredUnconfirmed(record, receipt)] };
  const problems = [...split.problems, ...(split.receivedOn ? [] : receipt.problems)];
  const organ = ctx.organOf(record.agency, receivedOn);
  if (!organ) return { counted: null, problems: [] };
  const applicant = textOf(record, 'applicantKind');
  if (!applicant || !APPLICANT_KINDS.some((c) => c.value === applicant)) {
    return { counted: null, problems: [...problems, problem('REG-APPLICANT-MISSING', '没有登记申请人类型，没有计数；请补填。')] };
  }
  const own = ownOutcome(record, receivedOn);
  const merged = own.outcome ? { outcome: null, problems: [] } : leadingOutcome(record, receivedOn, ctx);
  const outcome = own.outcome ?? merged.outcome;
  const early = outcome ? closedEarly(record, outcome) : null;
  return {
    counted: { organ, applicant, receivedOn, outcome },
    problems: [...problems, ...own.problems, ...merged.problems, ...(early ? [early] : []), ...(outcome ? [] : undated(record))],
  };
}

/** A result without any day is no result yet; with a day of signing it is an answer not sent, and nothing is amiss. */
function undated(record: RegisterRecord): Problem[] {
  const row = textOf(record, 'outcome');
  const dated = textOf(record, 'outcomeOn') ?? textOf(record, 'answerSignedOn') ?? caseEvents(record).find(endsCase);
  if (!row || dated) return [];
  return [problem('REG-OUTCOME-UNDATED', `登记了办理结果（${row}），没有答复（办结）日期，按尚未办结计；已发出的请补填日期。`)];
}

function answeredUnconfirmed(record: RegisterRecord, receipt: Receipt): Problem[] {
  const { outcome } = ownOutcome(record, null);
  if (!receipt.awaitingSince || !outcome) return [];
  const text = `${outcome.on}已有办理结果，但没有与申请人确认的日期，没有计数；请补填确认日期。`;
  return [problem('REG-ANSWERED-UNCONFIRMED', text)];
}
