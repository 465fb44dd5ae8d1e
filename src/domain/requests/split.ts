import { compareNumbers, type FactContext } from '../facts/context.ts';
import { type Problem, problem } from '../facts/problem.ts';
import { type RegisterRecord, textOf } from '../registers/record.ts';
import { caseEvents } from './events.ts';
import { ownOutcome } from './outcome.ts';
import { receiptOf } from './receipt.ts';

/** A part of a part of a part: nobody splits an application oftener. */
const DEEPEST = 10;

/** The whole an application was split from; null where none is named, none found, or the names go round in a ring or on and on. */
function wholeOf(part: RegisterRecord, ctx: FactContext): RegisterRecord | null {
  const from = textOf(part, 'splitFrom');
  const whole = from ? ctx.request(part, from) : null;
  const seen = new Set([part]);
  for (let up = whole; up; ) {
    if (seen.has(up) || seen.size > DEEPEST) return null;
    seen.add(up);
    const next = textOf(up, 'splitFrom');
    up = next ? ctx.request(up, next) : null;
  }
  return whole;
}

/** The day of the split: as recorded on the part or the whole, else the later of the two receipts. */
export function splitDay(part: RegisterRecord, whole: RegisterRecord): string | null {
  const event = [part, whole].flatMap(caseEvents).find((e) => e.kind === 'split');
  const recorded = textOf(part, 'splitOn') ?? textOf(whole, 'splitOn') ?? event?.on;
  if (recorded) return recorded;
  const days = [receiptOf(part).on, receiptOf(whole).on].filter((d) => d !== null);
  return days.sort().at(-1) ?? null;
}

function answeredBefore(part: RegisterRecord, whole: RegisterRecord): boolean {
  const day = splitDay(part, whole);
  const outcome = ownOutcome(whole, receiptOf(whole).on).outcome;
  return day !== null && outcome !== null && outcome.on < day;
}

/** Asked once for every part: found once for all of them. */
const found = new WeakMap<FactContext, Map<RegisterRecord, readonly RegisterRecord[]>>();

/** The parts that count in place of an application (分件), by their numbers: not void, split before its first result. */
export function countedParts(whole: RegisterRecord, ctx: FactContext): readonly RegisterRecord[] {
  const known = found.get(ctx) ?? new Map<RegisterRecord, readonly RegisterRecord[]>();
  found.set(ctx, known);
  const parts =
    known.get(whole) ??
    ctx
      .partsOf(whole)
      .filter((p) => !p.void && wholeOf(p, ctx) === whole && !answeredBefore(p, whole))
      .sort((a, b) => compareNumbers(a.number, b.number));
  known.set(whole, parts);
  return parts;
}

/** How an application stands to a split. */
export interface SplitPlace {
  /** Its parts count in its place. */
  readonly replaced: boolean;
  /** A part of a whole that had been answered before: the whole counts. */
  readonly tooLate: boolean;
  /** The day its receipt counts by; null: that of its own. */
  readonly receivedOn: string | null;
  readonly problems: readonly Problem[];
}

/**
 * Where a part takes its place. Split in the year of receipt, every part counts as received when the whole was. Split in a
 * later year, the first part carries the whole's place, which that year's row 1 has counted already, and the others count
 * as received on the day of the split.
 */
export function splitPlace(record: RegisterRecord, ctx: FactContext): SplitPlace {
  const replaced = countedParts(record, ctx).length > 0;
  const from = textOf(record, 'splitFrom');
  if (!from) return { replaced, tooLate: false, receivedOn: null, problems: [] };
  const whole = wholeOf(record, ctx);
  if (!whole) {
    const text = `由“${from}”分出，但登记簿里没有这一件，或者互相分出，或者分了不止${DEEPEST}层；按单独的一件计，请核对编号。`;
    return { replaced, tooLate: false, receivedOn: null, problems: [problem('REG-SPLIT', text)] };
  }
  if (answeredBefore(record, whole)) {
    const text = `原申请“${from}”在分件（${splitDay(record, whole)}）之前已经答复，分件不成立，仍计原申请一件；请核对分件日期。`;
    return { replaced, tooLate: true, receivedOn: null, problems: [problem('REG-SPLIT', text)] };
  }
  const start = splitPlace(whole, ctx).receivedOn ?? receiptOf(whole).on;
  const day = splitDay(record, whole);
  if (!start || !day) return { replaced, tooLate: false, receivedOn: null, problems: [] };
  const [first] = countedParts(whole, ctx);
  const later = day.slice(0, 4) > start.slice(0, 4) && first !== record;
  return { replaced, tooLate: false, receivedOn: later ? day : start, problems: [] };
}
