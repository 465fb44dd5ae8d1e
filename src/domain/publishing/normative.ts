import type { RegisterRecord } from '#domain/registers/record.ts';
import { textOf } from '#domain/registers/record.ts';
import { addWorkdaysProvisionally, type Calendar } from '#law/calendar/index.ts';
import { type Day, parseDay } from '#lib/day.ts';
import { endedOn } from './documentFacts.ts';
import { expiryReminder } from './validity.ts';

/** The three numbers of the form's section two for 行政规范性文件, up to a day of a year. */
export interface DocumentNumbers {
  readonly issued: number;
  readonly abolished: number;
  readonly inForce: number;
}

function counts(d: RegisterRecord): boolean {
  const kind = textOf(d, 'kind') ?? 'normativeDocument';
  return !d.void && kind === 'normativeDocument' && textOf(d, 'jointRole') !== 'party' && textOf(d, 'promulgatedOn') !== null;
}

/** Which of the three numbers a document is counted in, up to a day of a year. */
export function countedIn(d: RegisterRecord, on: Day): { readonly [K in keyof DocumentNumbers]: boolean } {
  const yearStart = `${on.slice(0, 4)}-01-01`;
  const begun = counts(d) ? parseDay(textOf(d, 'issuedOn') ?? '') : null;
  if (!begun || begun > on) return { issued: false, abolished: false, inForce: false };
  const ended = endedOn(d);
  const over = ended !== null && ended >= begun && ended <= on;
  return { issued: begun >= yearStart, abolished: over && ended >= yearStart, inForce: !over };
}

/** 制发 and 废止 from 1 January of the day's year, 现行有效 at the end of the day. `opening`: in force before the register begins. */
export function numbersAt(documents: readonly RegisterRecord[], on: Day, opening = 0): DocumentNumbers {
  const counted = documents.map((d) => countedIn(d, on));
  const number = (of: keyof DocumentNumbers) => counted.filter((c) => c[of]).length;
  return { issued: number('issued'), abolished: number('abolished'), inForce: opening + number('inForce') };
}

/** Interpretation of a policy: planned, due, made (its item). */
export interface Interpretation {
  /** 发文字号 of the document, and the index number of its item where it has one. */
  readonly document: string;
  readonly documentItem: string | null;
  /** text 文字 · questions 问答 · picture 图解. */
  readonly form: 'text' | 'questions' | 'picture';
  /** The item that interprets; null while it is owed. */
  readonly item: string | null;
  /** Set where the office decided that none is needed, with the reason. */
  readonly notNeeded: string | null;
}

/** The interpretations that are out, or settled as not needed: one that is still a draft interprets nothing for anybody. */
export function interpretationsOut<I extends Interpretation>(made: readonly I[], publications: readonly RegisterRecord[]): I[] {
  const out = new Set(publications.filter((p) => !p.void && textOf(p, 'takenDownOn') === null).map((p) => textOf(p, 'item')));
  return made.filter((i) => i.notNeeded !== null || (i.item !== null && out.has(i.item)));
}

/** 三个工作日 after publication: from memory of practice, dated and editable. */
export const INTERPRETATION_DAYS = { days: 3, basis: 'DETAIL2016', unverified: '期限未与原文核对（2026-11-01），可以修改' } as const;

/** What an open policy document still needs, with its date. */
export interface DocumentNeed {
  readonly document: string;
  readonly title: string;
  readonly kind: 'interpretation' | 'expiry' | 'lapsed' | 'legalReview' | 'unpublished';
  readonly dueOn: string | null;
  readonly says: string;
  readonly basis: readonly string[];
}

function interpretationNeed(d: RegisterRecord, title: string, made: readonly Interpretation[], calendar: Calendar): DocumentNeed[] {
  const promulgated = parseDay(textOf(d, 'promulgatedOn') ?? '');
  if (!promulgated || made.some((i) => i.document === d.number && (i.item !== null || i.notNeeded !== null))) return [];
  const dueOn = addWorkdaysProvisionally(calendar, promulgated, INTERPRETATION_DAYS.days);
  const says = `《${title}》还没有发布解读；谁起草谁解读，应与文件同步，最迟${dueOn}发布。`;
  return [{ document: d.number, title, kind: 'interpretation', dueOn, says, basis: [INTERPRETATION_DAYS.basis] }];
}

function expiryNeed(d: RegisterRecord, title: string, today: Day): DocumentNeed[] {
  const until = textOf(d, 'validUntil');
  const ends = { effectiveOn: null, validUntil: until, endedOn: textOf(d, 'endedOn') };
  const reminder = expiryReminder(ends, today);
  if (reminder === null) return [];
  const common = { document: d.number, title, dueOn: until, basis: ['NORMATIVE2018'] };
  if (reminder === 0 && textOf(d, 'endedOn') === null)
    return [{ ...common, kind: 'lapsed', says: `《${title}》有效期已于${until}届满，自次日起失效；请登记失效，继续施行的请重新制发。` }];
  return [{ ...common, kind: 'expiry', says: `《${title}》有效期至${until}，请在此前评估：继续施行、修订还是废止。` }];
}

/**
 * The to-do lines of a document: legality review before issue, publication, interpretation, the end of validity.
 * @param made the interpretations that are out
 * @param from the office's first day of use: what should have been done before it is nobody's debt; what is still to come counts
 */
export function documentNeeds(
  d: RegisterRecord,
  made: readonly Interpretation[],
  calendar: Calendar,
  today: Day,
  from: Day | null = null,
): DocumentNeed[] {
  const needs = allNeeds(d, made, calendar, today);
  if (!from) return needs;
  const issued = textOf(d, 'issuedOn');
  return needs.filter((n) => (n.dueOn ?? issued ?? from) >= from);
}

function allNeeds(d: RegisterRecord, made: readonly Interpretation[], calendar: Calendar, today: Day): DocumentNeed[] {
  if (d.void || (textOf(d, 'kind') ?? 'normativeDocument') !== 'normativeDocument') return [];
  const title = textOf(d, 'title') ?? d.number;
  const ended = endedOn(d);
  if (ended !== null && ended <= today && textOf(d, 'endedOn') !== null) return [];
  const needs: DocumentNeed[] = [];
  const add = (kind: DocumentNeed['kind'], says: string, ...basis: string[]): void => {
    needs.push({ document: d.number, title, kind, dueOn: null, says, basis });
  };
  if (!textOf(d, 'legalReviewOn')) add('legalReview', `《${title}》没有合法性审核的日期，请补登。`, 'LEGALITY2018');
  if (textOf(d, 'issuedOn') && !textOf(d, 'promulgatedOn'))
    add('unpublished', `《${title}》已印发，还没有公布；未公布的不得作为行政管理依据。`, 'NORMATIVE2018');
  return [...needs, ...interpretationNeed(d, title, made, calendar), ...expiryNeed(d, title, today)];
}
