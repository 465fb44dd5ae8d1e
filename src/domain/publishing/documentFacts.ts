import { addDays, earlierOf, parseDay } from '#lib/day.ts';
import type { AgencyLevel } from '../agencies/agency.ts';
import type { FactContext } from '../facts/context.ts';
import type { Fact } from '../facts/fact.ts';
import { factOf } from '../facts/make.ts';
import { type Problem, problem } from '../facts/problem.ts';
import { type RegisterRecord, textOf } from '../registers/record.ts';

/** Levels that may have rule-making power (规章). */
const RULE_MAKERS: readonly AgencyLevel[] = ['city', 'province'];

/** The row of section two a document stands in; null for one that is no normative document, or another organ's lead. */
function rowOf(document: RegisterRecord): 'regulations' | 'normativeDocuments' | null {
  const kind = textOf(document, 'kind') ?? 'normativeDocument';
  if (document.void || kind === 'other' || textOf(document, 'jointRole') === 'party') return null;
  return kind === 'regulation' ? 'regulations' : 'normativeDocuments';
}

/** The first day without force: abolished, replaced, or the day after the last day of validity, whichever is first. */
export function endedOn(document: RegisterRecord): string | null {
  const ended = parseDay(textOf(document, 'endedOn') ?? '');
  const last = parseDay(textOf(document, 'validUntil') ?? '');
  const lapsed = last ? addDays(last, 1) : null;
  if (!ended || !lapsed) return ended ?? lapsed;
  return earlierOf(ended, lapsed);
}

/** 制发 by the date of issue, once promulgated (an unpromulgated one is none); 废止 by the first day without force. */
export function documentFacts(document: RegisterRecord, ctx: FactContext): Fact[] {
  const row = rowOf(document);
  const issued = textOf(document, 'issuedOn');
  if (!row || !issued || !textOf(document, 'promulgatedOn')) return [];
  const organ = ctx.organOf(document.agency, issued);
  if (!organ) return [];
  const ended = endedOn(document);
  const facts = [factOf(document, organ, 'normative.issued', issued, { row })];
  if (ended && ended >= issued) facts.push(factOf(document, organ, 'normative.ended', ended, { row }));
  return facts;
}

/** Missing or contradictory dates, documents never promulgated, 规章 of an organ without the power. */
export function documentProblems(document: RegisterRecord, level: AgencyLevel | null): Problem[] {
  const row = rowOf(document);
  if (!row) return [];
  const issued = textOf(document, 'issuedOn');
  const ended = endedOn(document);
  const problems: Problem[] = [];
  if (!issued) problems.push(problem('REG-DOCUMENT-DATE', '没有印发日期，没有计数；请补填。'));
  else if (!textOf(document, 'promulgatedOn')) {
    problems.push(problem('REG-DOCUMENT-UNPUBLISHED', `${issued}印发，没有公布日期，不计入制发和现行有效；已公布的请补填。`));
  }
  if (issued && ended && ended < issued) {
    problems.push(problem('REG-DOCUMENT-DATE', `失效日期${ended}早于印发日期${issued}，按现行有效计；请核对两个日期。`));
  }
  if (row === 'regulations' && level && !RULE_MAKERS.includes(level)) {
    problems.push(problem('REG-REGULATION-POWER', '登记为规章；县级以下机关没有规章制定权，请核对文件种类。'));
  }
  return problems;
}
