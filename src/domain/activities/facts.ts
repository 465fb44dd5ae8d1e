import type { FactContext } from '../facts/context.ts';
import type { Fact } from '../facts/fact.ts';
import { factOf } from '../facts/make.ts';
import { type Problem, problem } from '../facts/problem.ts';
import { type RegisterRecord, textOf } from '../registers/record.ts';
import { ACTIVITY_KINDS } from './register.ts';

function knownKind(record: RegisterRecord): string | null {
  const kind = textOf(record, 'kind');
  return ACTIVITY_KINDS.find((c) => c.value === kind)?.value ?? null;
}

/** One event is one, whatever its days or people; those about disclosure work are told apart. */
export function activityFacts(record: RegisterRecord, ctx: FactContext): Fact[] {
  const on = textOf(record, 'on');
  const kind = knownKind(record);
  const organ = record.void || !on || !kind ? null : ctx.organOf(record.agency, on);
  if (!on || !kind || !organ) return [];
  return [factOf(record, organ, 'activity.held', on, { kind, aboutDisclosure: record.values['aboutDisclosure'] === true ? 'yes' : 'no' })];
}

/** An activity of an unknown kind. */
export function activityProblems(record: RegisterRecord): Problem[] {
  if (record.void || knownKind(record)) return [];
  const words = ACTIVITY_KINDS.map((c) => c.label).join('、');
  return [problem('REG-ACTIVITY-KIND', `类别“${textOf(record, 'kind') ?? ''}”不认识，没有计数；请改为：${words}。`)];
}
