import { type ItemKey, itemOf, type Severity } from './items.ts';

/** `warn`: something is there, below the limit. `notChecked`: it could not be seen this time. */
export type State = 'fail' | 'warn' | 'pass' | 'notChecked' | 'notApplicable';

const STATE_NAMES: Readonly<Record<Exclude<State, 'fail'>, string>> = {
  warn: '要注意',
  pass: '合格',
  notChecked: '没有查',
  notApplicable: '不适用',
};
const FAILED: Readonly<Record<Severity, string>> = { veto: '不合格', deduct: '要扣分', remind: '要处理' };

/** What a state is called: a reminder is nothing to fail by. */
export function stateName(state: State, severity: Severity): string {
  return state === 'fail' ? FAILED[severity] : STATE_NAMES[state];
}

/** One thing that was found. */
export interface Hit {
  /** The same thing in the next run has the same key. */
  readonly key: string;
  readonly title: string;
  readonly says: string;
  /** The place in the console; null: the item's own. */
  readonly link: string | null;
  /** Address of the public page; null: none. */
  readonly page: string | null;
}

/** What an inspection says of one item at one place. */
export interface Result {
  readonly item: ItemKey;
  readonly severity: Severity;
  /** `own`: our pages; `office`: the office itself; else a place of the register, or `sites`. */
  readonly place: string;
  readonly placeName: string;
  readonly state: State;
  readonly found: string;
  /** The standard in words; empty where there is no number. */
  readonly standard: string;
  /** How many hits there are; `hits` holds the first of them. */
  readonly total: number;
  readonly hits: readonly Hit[];
}

/** Hits a result keeps. */
export const MOST_HITS = 200;

/** Counts all, keeps the first. */
export class Tally {
  total = 0;
  readonly hits: Hit[] = [];

  add(hit: Hit): void {
    this.total += 1;
    if (this.hits.length < MOST_HITS) this.hits.push(hit);
  }
}

export interface Where {
  readonly place: string;
  readonly placeName: string;
}

export const OFFICE: Where = { place: 'office', placeName: '本单位' };
export const OWN: Where = { place: 'own', placeName: '本系统公开页' };

/** A result with the severity of its item; the total is of the hits given unless more were counted. */
export function result(
  item: ItemKey,
  where: Where,
  state: State,
  found: string,
  more: { readonly standard?: string; readonly hits?: readonly Hit[]; readonly total?: number } = {},
): Result {
  const hits = (more.hits ?? []).slice(0, MOST_HITS);
  const total = more.total ?? more.hits?.length ?? 0;
  return { item, severity: itemOf(item).severity, ...where, state, found, standard: more.standard ?? '', total, hits };
}

/** Any hit fails a deduction or a reminder; none passes. */
export function tallied(item: ItemKey, where: Where, tally: Tally, some: (n: number) => string, none: string, standard = ''): Result {
  return tally.total > 0
    ? result(item, where, 'fail', some(tally.total), { standard, hits: tally.hits, total: tally.total })
    : result(item, where, 'pass', none, { standard });
}
