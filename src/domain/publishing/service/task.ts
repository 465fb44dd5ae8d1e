import { type Day, daysBetween, parseDay } from '#lib/day.ts';
import type { Proposal } from '../proposal.ts';

/** One line of the to-do list that publishing adds. */
export interface PublishingTask {
  readonly id: string;
  readonly agency: string;
  readonly kind:
    | 'publish'
    | 'step'
    | 'duty'
    | 'guide'
    | 'document'
    | 'place'
    | 'column'
    | 'clarify'
    | 'correct'
    | 'delivery'
    | 'submission'
    | 'reassess';
  readonly title: string;
  readonly detail: string;
  readonly dueOn: string | null;
  readonly daysLeft: number | null;
  readonly basis: readonly string[];
  /** The record it is about. */
  readonly record: string;
}

/** A line with the days left until it is due. */
export function task(
  agency: string,
  kind: PublishingTask['kind'],
  record: string,
  title: string,
  detail: string,
  dueOn: string | null,
  today: Day,
  basis: readonly string[],
): PublishingTask {
  const due = parseDay(dueOn ?? '');
  return {
    id: `${kind}:${agency}:${record}`,
    agency,
    kind,
    title,
    detail,
    dueOn,
    daysLeft: due ? daysBetween(today, due) : null,
    basis,
    record,
  };
}

/** What a line says of a missing column, so that it is chosen long before the day of publication. */
export function columnWords(column: string | null, proposed: Proposal | null): string {
  if (column !== null) return '';
  return proposed ? `，还没有选栏目，建议“${proposed.label}”` : '，还没有选栏目';
}
