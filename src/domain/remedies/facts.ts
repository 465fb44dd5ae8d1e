import type { FactContext } from '../facts/context.ts';
import type { Fact } from '../facts/fact.ts';
import { factOf } from '../facts/make.ts';
import { type Problem, problem } from '../facts/problem.ts';
import { type RegisterRecord, textOf } from '../registers/record.ts';

/** Acceptance or docketing; neither known: the day the office was told. */
function filedOn(record: RegisterRecord): string | null {
  return textOf(record, 'filedOn') ?? textOf(record, 'toldOn');
}

/** One dated result of a case. */
interface Decision {
  readonly on: string;
  readonly result: string;
  /** The day an appeal of a later year made the case pending again. */
  readonly reopenedOn: string | null;
}

/**
 * The results a case counts by. One case runs through all instances: a first-instance result under appeal on 31 December is
 * pending, so an appeal of the same year leaves only the final result; one of a later year leaves the first result in its
 * year, and the case is pending again from the appeal.
 */
function decisions(record: RegisterRecord): Decision[] {
  const filed = filedOn(record);
  const decided = textOf(record, 'decidedOn');
  const result = textOf(record, 'result');
  const appealed = textOf(record, 'appealedOn');
  const finalOn = textOf(record, 'finalOn');
  const finalResult = textOf(record, 'finalResult');
  const found: Decision[] = [];
  const ordered = filed !== null && decided !== null && decided >= filed;
  const appealCounts = ordered && appealed !== null && appealed >= decided;
  const sameYear = appealCounts && appealed.slice(0, 4) === decided.slice(0, 4);
  if (ordered && result && !sameYear) {
    found.push({ on: decided, result, reopenedOn: appealCounts ? appealed : null });
  }
  const pendingAgain = appealCounts ? appealed : null;
  if (pendingAgain && finalOn && finalResult && finalOn >= pendingAgain) found.push({ on: finalOn, result: finalResult, reopenedOn: null });
  return found;
}

/** The facts of a case: pending from its filing to its result, and again from an appeal of a later year. */
export function remedyFacts(record: RegisterRecord, ctx: FactContext): Fact[] {
  const filed = filedOn(record);
  const group = textOf(record, 'kind');
  if (record.void || !filed || !group) return [];
  const organ = ctx.organOf(record.agency, filed);
  if (!organ) return [];
  const facts = [factOf(record, organ, 'remedy.filed', filed, { group })];
  for (const { on, result, reopenedOn } of decisions(record)) {
    facts.push(factOf(record, organ, 'remedy.decided', on, { group, result }));
    if (reopenedOn) facts.push(factOf(record, organ, 'remedy.filed', reopenedOn, { group }));
  }
  return facts;
}

/** Dates that contradict each other, results without a date, dates without a result. */
export function remedyProblems(record: RegisterRecord): Problem[] {
  if (record.void) return [];
  const problems: Problem[] = [];
  const say = (text: string) => problems.push(problem('REG-REMEDY-DATE', text));
  const filed = filedOn(record);
  if (!filed) say('没有受理（立案）日期，也没有收到通知的日期，没有计数；请补填。');
  const pairs = [
    ['decidedOn', 'result', '决定（裁判）'],
    ['finalOn', 'finalResult', '终审'],
  ] as const;
  for (const [on, result, what] of pairs) {
    const [date, value] = [textOf(record, on), textOf(record, result)];
    if (date && !value) say(`${date}已有${what}，没有登记结果，按尚未审结计；请补填结果。`);
    if (value && !date) say(`登记了${what}结果，没有日期，按尚未审结计；请补填日期。`);
    if (date && filed && date < filed) say(`${what}日期${date}早于受理（立案）日期${filed}，按尚未审结计；请核对。`);
  }
  const appealed = textOf(record, 'appealedOn');
  const decided = textOf(record, 'decidedOn');
  if (appealed && (!decided || appealed < decided)) say(`上诉日期${appealed}前没有一审裁判，没有按上诉计；请核对。`);
  if (textOf(record, 'finalOn') && !appealed) say('登记了终审，没有上诉日期，没有按终审计；请补填上诉日期。');
  return problems;
}
