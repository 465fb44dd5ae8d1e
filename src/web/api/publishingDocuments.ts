import { may, type Viewer } from '#domain/people/policy.ts';
import { settingsOf } from '#domain/publishing/entries/entry.ts';
import { CLEANUP_RESULTS, DOCUMENT_STATES, documentState, REVIEW_DAYS, REVIEW_RESULTS, reviewDueOn } from '#domain/publishing/legality.ts';
import { countedIn, documentNeeds, type Interpretation, interpretationsOut } from '#domain/publishing/normative.ts';
import { expiryReminder } from '#domain/publishing/validity.ts';
import { type RegisterRecord, textOf } from '#domain/registers/record.ts';
import { type Day, parseDay } from '#lib/day.ts';
import { isRefusal, type Refusal, refuse } from '#lib/result.ts';
import type { WebDeps } from '../deps.ts';
import { answerOf } from './publishingPresent.ts';
import type { DocumentAnswer, DocumentRow } from './publishingTypes.ts';

function interpretedBy(begun: readonly Interpretation[], out: readonly Interpretation[]): DocumentRow['interpreted'] {
  if (out.some((i) => i.item !== null)) return 'made';
  if (out.length > 0) return 'notNeeded';
  return begun.length > 0 ? 'begun' : 'none';
}

/** What the screens show of normative documents, read with the office's own entries around them. */
export function documentAnswers(deps: WebDeps) {
  const { entries } = deps.publishing;

  /** The office's own entries around its documents; the reader was asked for before. */
  async function around(viewer: Viewer, agency: string) {
    const [publications, reviews, cleanups, interpretations, settings] = await Promise.all([
      deps.registers.list(viewer, { register: 'publications', agencies: [agency], size: 0 }),
      entries.list(viewer, [agency], 'legalReview'),
      entries.list(viewer, [agency], 'cleanup'),
      entries.list(viewer, [agency], 'interpretation'),
      entries.list(viewer, [agency], 'settings'),
    ]);
    return {
      reviews: isRefusal(reviews) ? [] : reviews,
      cleanups: isRefusal(cleanups) ? [] : cleanups,
      interpretations: isRefusal(interpretations) ? [] : interpretations,
      publications: isRefusal(publications) ? [] : publications.records,
      from: parseDay(settingsOf(isRefusal(settings) ? null : settings[0]).startedOn ?? ''),
    };
  }
  type Around = Awaited<ReturnType<typeof around>>;

  async function rowOver(d: RegisterRecord, all: Around, on: Day): Promise<DocumentRow> {
    const reviews = all.reviews.filter((e) => e.body.document === d.number);
    const begun = all.interpretations.filter((e) => e.body.document === d.number).map((e) => e.body);
    const made = interpretationsOut(begun, all.publications);
    const ends = { effectiveOn: null, validUntil: textOf(d, 'validUntil'), endedOn: textOf(d, 'endedOn') };
    const state = documentState(d, on);
    return {
      number: d.number,
      version: d.version,
      title: textOf(d, 'title') ?? d.number,
      issuedOn: textOf(d, 'issuedOn'),
      promulgatedOn: textOf(d, 'promulgatedOn'),
      validUntil: textOf(d, 'validUntil'),
      endedOn: textOf(d, 'endedOn'),
      item: textOf(d, 'item'),
      counted: countedIn(d, on),
      state,
      stateName: DOCUMENT_STATES[state],
      reminder: state === 'ended' ? null : expiryReminder(ends, deps.today()),
      reviewedOn: textOf(d, 'legalReviewOn'),
      reviewing: reviews.some((e) => e.body.result === 'open'),
      interpreted: interpretedBy(begun, made),
      cleanedUp:
        all.cleanups
          .filter((e) => e.body.document === d.number)
          .map((e) => `${e.body.on} ${CLEANUP_RESULTS[e.body.result]}`)
          .sort()
          .at(-1) ?? null,
      needs: documentNeeds(d, made, await deps.calendars.calendar(), deps.today(), all.from).map(({ kind, says, dueOn }) => ({
        kind,
        says,
        dueOn,
      })),
    };
  }

  async function answer(
    viewer: Viewer,
    agency: string,
    number: string,
    warnings: readonly string[] = [],
  ): Promise<DocumentAnswer | Refusal> {
    const d = await deps.registers.get(viewer, { register: 'normativeDocuments', agency, number });
    if (isRefusal(d)) return d;
    if (!d || d.void) return refuse(`登记簿里没有规范性文件“${number}”，请先登记。`);
    const all = await around(viewer, agency);
    const calendar = await deps.calendars.calendar();
    const item = textOf(d, 'item');
    const view = item === null ? null : await deps.publishing.items.get(viewer, agency, item);
    return {
      row: await rowOver(d, all, deps.today()),
      effectiveOn: textOf(d, 'effectiveOn'),
      replacedBy: textOf(d, 'replacedBy'),
      handler: textOf(d, 'handler'),
      item:
        view && !isRefusal(view)
          ? { number: view.life.item, title: view.current.content.title, state: answerOf(viewer, view).publicName }
          : null,
      reviews: all.reviews
        .filter((e) => e.body.document === number)
        .map((entry) => ({ entry, resultName: REVIEW_RESULTS[entry.body.result], dueOn: reviewDueOn(entry.body, calendar) })),
      reviewDays: { most: REVIEW_DAYS.most, says: REVIEW_DAYS.unverified },
      cleanups: all.cleanups
        .filter((e) => e.body.document === number)
        .map((entry) => ({ entry, resultName: CLEANUP_RESULTS[entry.body.result] })),
      interpretations: all.interpretations.filter((e) => e.body.document === number),
      mayWrite: may(viewer, 'write', { agency }),
      mayDraft: may(viewer, 'draft', { agency }),
      warnings,
    };
  }

  return { around, rowOver, answer };
}
