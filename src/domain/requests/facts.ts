import { EVENT_KINDS } from '#law/clock/model.ts';
import type { FactContext } from '../facts/context.ts';
import type { Fact } from '../facts/fact.ts';
import { factOf } from '../facts/make.ts';
import { type Problem, problem } from '../facts/problem.ts';
import { numberOf, type RegisterRecord, textOf } from '../registers/record.ts';
import { readCase } from './case.ts';
import { caseEvents } from './events.ts';
import { receiptOf } from './receipt.ts';

/** The facts of an application: received, its one result, and what was noticed and paid as 信息处理费. */
export function requestFacts(record: RegisterRecord, ctx: FactContext): Fact[] {
  const fees = feeFacts(record, ctx);
  const { counted } = readCase(record, ctx);
  if (!counted) return fees;
  const { organ, applicant, receivedOn, outcome } = counted;
  const channel = textOf(record, 'channel');
  const facts = [factOf(record, organ, 'request.received', receivedOn, { applicant, ...(channel ? { channel } : {}) })];
  if (outcome) facts.push(factOf(record, organ, 'request.outcome', outcome.on, { applicant, outcome: outcome.row }));
  return [...facts, ...fees];
}

const KNOWN_KINDS: ReadonlySet<string> = new Set([...EVENT_KINDS, 'split']);

/** What is wrong with an application's entries. */
export function requestProblems(record: RegisterRecord, ctx: FactContext): Problem[] {
  if (record.void) return [];
  const problems = [...readCase(record, ctx).problems];
  const unknown = record.events.filter((e) => !KNOWN_KINDS.has(e.kind));
  for (const { on, kind } of unknown) {
    problems.push(problem('REG-EVENT-KIND', `${on}的步骤“${kind.slice(0, 40)}”不认识，没有计入；请核对写法。`));
  }
  const noticed = eventDay(record, 'feeNoticeSent');
  const paid = eventDay(record, 'paid');
  const unpriced = (on: string | null, key: string, what: string) => {
    if (on && numberOf(record, key) === null) problems.push(problem('REG-FEE', `${on}${what}，没有登记金额，金额没有计入；请补填。`));
    if (!on && numberOf(record, key)) problems.push(problem('REG-FEE', `登记了${what}的金额，没有登记日期，没有计入；请补填。`));
  };
  unpriced(noticed, 'feeNoticedFen', '发出收费通知');
  unpriced(paid, 'feePaidFen', '缴费');
  return problems;
}

function eventDay(record: RegisterRecord, kind: string): string | null {
  return caseEvents(record).find((e) => e.kind === kind)?.on ?? null;
}

/** Notices by the day sent, money by the day paid; counted in section six only, whatever became of the application. */
function feeFacts(record: RegisterRecord, ctx: FactContext): Fact[] {
  if (record.void) return [];
  const organ = ctx.organOf(record.agency, receiptOf(record).on ?? receiptOf(record).awaitingSince ?? '');
  if (!organ) return [];
  const noticed = eventDay(record, 'feeNoticeSent');
  const paid = eventDay(record, 'paid');
  const facts: Fact[] = [];
  if (noticed) {
    facts.push(factOf(record, organ, 'processingFee.noticed', noticed));
    facts.push(factOf(record, organ, 'processingFee.noticedFen', noticed, {}, numberOf(record, 'feeNoticedFen') ?? 0));
  }
  if (paid) facts.push(factOf(record, organ, 'processingFee.paidFen', paid, {}, numberOf(record, 'feePaidFen') ?? 0));
  return facts.filter((f) => f.quantity !== 0);
}
