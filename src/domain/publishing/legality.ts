import { addWorkdaysProvisionally, type Calendar } from '#law/calendar/index.ts';
import { type Day, parseDay } from '#lib/day.ts';
import { type Refusal, refuse } from '#lib/result.ts';
import type { RegisterRecord } from '../registers/record.ts';
import { textOf } from '../registers/record.ts';
import { endedOn } from './documentFacts.ts';
import type { Cleanup, LegalReview } from './entries/entry.ts';

export const REVIEW_RESULTS: Readonly<Record<LegalReview['result'], string>> = {
  open: '审核中',
  lawful: '合法，可以印发',
  change: '修改后再审',
  unlawful: '不合法，不得印发',
};

export const CLEANUP_RESULTS: Readonly<Record<Cleanup['result'], string>> = {
  keep: '继续有效',
  revise: '修改',
  abolished: '废止',
  lapsed: '宣布失效',
};

/** 合法性审核 takes five to fifteen working days: from memory, dated and editable. */
export const REVIEW_DAYS = { most: 15, basis: 'LEGALITY2018', unverified: '一般5至15个工作日，期限未与原文核对（2026-11-01）' } as const;

/** By when the opinion should be there. */
export function reviewDueOn(review: Pick<LegalReview, 'submittedOn'>, calendar: Calendar): Day | null {
  const from = parseDay(review.submittedOn);
  return from && addWorkdaysProvisionally(calendar, from, REVIEW_DAYS.most);
}

/** What is wrong with a legality review before it is kept. */
export function reviewProblem(review: LegalReview, today: Day): Refusal | null {
  const { submittedOn, on, result, reviewer } = review;
  if (submittedOn > today) return refuse(`“送审日期”${submittedOn}晚于今天，请核对。`);
  if (result === 'open') return on === null ? null : refuse('“结果”还是审核中，“审核日期”请空着；已经出了意见的，请选结果。');
  if (on === null) return refuse('请填写“审核日期”：审核机构出具意见的那天。', 'LEGALITY2018');
  if (on > today || on < submittedOn) return refuse(`“审核日期”${on}不对：应在送审日期${submittedOn}之后，不晚于今天。`);
  if (reviewer === '') return refuse('请填写“审核机构”。', 'LEGALITY2018');
  return result === 'lawful' || review.opinion.trim() !== '' ? null : refuse('“审核意见”请写明要改什么、为什么不合法。', 'LEGALITY2018');
}

/** The date a document counts as reviewed: of the last opinion that found it lawful; null: none did. */
export function reviewedOn(reviews: readonly LegalReview[]): string | null {
  const lawful = reviews.flatMap((r) => (r.result === 'lawful' && r.on !== null ? [r.on] : []));
  return lawful.sort().at(-1) ?? null;
}

/**
 * What the register's 合法性审核日期 must become for both to agree; undefined: it does. A date typed into the register before any review was
 * recorded here stays.
 */
export function registerDate(
  document: RegisterRecord,
  before: readonly LegalReview[],
  after: readonly LegalReview[],
): string | null | undefined {
  const stands = textOf(document, 'legalReviewOn');
  const wanted = reviewedOn(after);
  if (wanted !== null) return wanted === stands ? undefined : wanted;
  return stands !== null && stands === reviewedOn(before) ? null : undefined;
}

/** What is wrong with the outcome of a clean-up for a document. */
export function cleanupProblem(cleanup: Cleanup, document: RegisterRecord): Refusal | null {
  const { result, on } = cleanup;
  const issued = textOf(document, 'issuedOn');
  if (issued && on < issued) return refuse(`“清理日期”${on}早于“${document.number}”的印发日期${issued}，请核对。`);
  if (result === 'keep') {
    const { validUntil } = cleanup;
    return validUntil !== null && validUntil < on ? refuse(`“有效期至”${validUntil}早于清理日期${on}，请核对。`) : null;
  }
  if (result === 'revise') return null;
  if (cleanup.endedOn === null) return refuse('请填写“失效（废止）日期”：失去效力的第一天。', 'OGIR2019 20(1)');
  return issued && cleanup.endedOn < issued ? refuse(`“失效（废止）日期”${cleanup.endedOn}早于印发日期${issued}，请核对。`) : null;
}

/** What the outcome writes into the register; null: nothing. */
export function cleanupValues(cleanup: Cleanup): RegisterRecord['values'] | null {
  const { result, endedOn: ended, validUntil } = cleanup;
  if (result === 'abolished' || result === 'lapsed') return { endedOn: ended, endedHow: result };
  return result === 'keep' && validUntil !== null ? { validUntil } : null;
}

/** How a document stands on a day. */
export type DocumentState = 'notIssued' | 'unpublished' | 'inForce' | 'ended';

export const DOCUMENT_STATES: Readonly<Record<DocumentState, string>> = {
  notIssued: '还没有印发',
  unpublished: '已印发，还没有公布',
  inForce: '现行有效',
  ended: '已废止或失效',
};

/** The state of a document on a day. */
export function documentState(document: RegisterRecord, on: Day): DocumentState {
  const issued = parseDay(textOf(document, 'issuedOn') ?? '');
  if (!issued || issued > on) return 'notIssued';
  const ended = endedOn(document);
  if (ended !== null && ended >= issued && ended <= on) return 'ended';
  return textOf(document, 'promulgatedOn') === null ? 'unpublished' : 'inForce';
}
