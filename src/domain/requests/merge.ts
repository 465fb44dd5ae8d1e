import type { FactContext } from '../facts/context.ts';
import { type Problem, problem } from '../facts/problem.ts';
import { type RegisterRecord, textOf } from '../registers/record.ts';
import { type Outcome, ownOutcome } from './outcome.ts';
import { receiptOf } from './receipt.ts';

/**
 * The result of an application answered together with another (并案): each still counts as one, and one letter answers
 * both, so that a case without a result of its own has the first result of the case that leads.
 */
export function leadingOutcome(
  record: RegisterRecord,
  receivedOn: string,
  ctx: FactContext,
): { outcome: Outcome | null; problems: Problem[] } {
  const seen = new Set([record]);
  let from = record;
  for (;;) {
    const number = textOf(from, 'mergedWith');
    if (!number) return { outcome: null, problems: [] };
    const lead = ctx.request(from, number);
    if (!lead) {
      return { outcome: null, problems: [problem('REG-MERGED', `并入“${number}”答复，但登记簿里没有这一件；请核对编号。`)] };
    }
    if (seen.has(lead)) return { outcome: null, problems: [] };
    seen.add(lead);
    const { outcome } = ownOutcome(lead, receiptOf(lead).on);
    if (outcome && outcome.on < receivedOn) {
      const text = `并入“${number}”答复，而那一件${outcome.on}已经答复，早于本件收到日期${receivedOn}；按尚未办结计，请核对。`;
      return { outcome: null, problems: [problem('REG-MERGED', text)] };
    }
    if (outcome) return { outcome, problems: [] };
    from = lead;
  }
}
