import { z } from 'zod';
import { may, type Viewer } from '#domain/people/policy.ts';
import { settingsOf } from '#domain/publishing/entries/entry.ts';
import { CLEANUP_RESULTS, DOCUMENT_STATES, documentState, REVIEW_DAYS, REVIEW_RESULTS, reviewDueOn } from '#domain/publishing/legality.ts';
import { countedIn, documentNeeds, type Interpretation, interpretationsOut, numbersAt } from '#domain/publishing/normative.ts';
import { expiryReminder } from '#domain/publishing/validity.ts';
import { type RegisterRecord, textOf } from '#domain/registers/record.ts';
import { type Day, day, parseDay } from '#lib/day.ts';
import { isRefusal, type Refusal, refuse } from '#lib/result.ts';
import type { WebDeps } from '../deps.ts';
import type { Api } from './pipeline.ts';
import { answerOf } from './publishingPresent.ts';
import type { DocumentAnswer, DocumentRow, NormativeAnswer } from './publishingTypes.ts';
import { agencyCode, MOST_COUNTED, reason, recordNumber } from './query.ts';

const OFFICE = { agency: agencyCode };
const ONE = { ...OFFICE, number: recordNumber };
const ID = z.string().min(1).max(64);
const version = z.number().int().min(0).max(MOST_COUNTED);

function interpretedBy(begun: readonly Interpretation[], out: readonly Interpretation[]): DocumentRow['interpreted'] {
  if (out.some((i) => i.item !== null)) return 'made';
  if (out.length > 0) return 'notNeeded';
  return begun.length > 0 ? 'begun' : 'none';
}

/** 规范性文件: the list with the form's three numbers on any day, one document with its reviews, clean-ups and interpretations. */
export function registerPublishingNormative(api: Api, deps: WebDeps): void {
  const { normative, entries } = deps.publishing;

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

  api.route({
    method: 'GET',
    path: '/publishing/normative',
    input: z.object({ ...OFFICE, on: z.string().max(10).optional() }),
    may: ['read', (i) => i.agency],
    act: async ({ input: { agency, on: asked }, viewer }): Promise<NormativeAnswer | Refusal> => {
      const on = asked ? parseDay(asked) : deps.today();
      if (!on) return refuse(`日期“${asked}”不对，请写成 2026-01-31 的样子。`);
      const found = await deps.registers.list(viewer, { register: 'normativeDocuments', agencies: [agency], size: 0 });
      if (isRefusal(found)) return found;
      const compiled = await deps.reports.compile(viewer, agency, { from: day(`${on.slice(0, 4)}-01-01`), to: on, asOf: null });
      const opening = isRefusal(compiled) ? 0 : (compiled.opening['proactive/normativeDocuments/inForce'] ?? 0);
      const all = await around(viewer, agency);
      const rows = await Promise.all(found.records.map((d) => rowOver(d, all, on)));
      return {
        on,
        numbers: numbersAt(found.records, on, opening),
        opening,
        rows: rows.sort((a, b) => ((a.issuedOn ?? '') < (b.issuedOn ?? '') ? 1 : -1)),
        mayWrite: may(viewer, 'write', { agency }),
      };
    },
  });

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

  api.route({
    method: 'GET',
    path: '/publishing/document',
    input: z.object(ONE),
    may: ['read', (i) => i.agency],
    act: ({ input, viewer }) => answer(viewer, input.agency, input.number),
  });

  api.route({
    method: 'POST',
    path: '/publishing/document/review',
    input: z.strictObject({
      ...ONE,
      id: ID.nullable().default(null),
      basedOn: z.number().int().min(1).max(MOST_COUNTED).nullable().default(null),
      body: z.unknown(),
      reason: z.string().max(500).default(''),
    }),
    may: ['write', (i) => i.agency],
    act: async ({ input: i, viewer }) => {
      const body = { ...(i.body as object), document: i.number };
      const done = await normative.review(viewer, i.agency, { id: i.id, basedOn: i.basedOn, body }, i.reason);
      return isRefusal(done) ? done : answer(viewer, i.agency, i.number);
    },
  });

  api.route({
    method: 'POST',
    path: '/publishing/document/review/remove',
    input: z.strictObject({ ...ONE, id: ID, basedOn: z.number().int().min(1).max(MOST_COUNTED), reason }),
    may: ['write', (i) => i.agency],
    act: async ({ input: i, viewer }) => {
      const done = await normative.removeReview(viewer, i.agency, i.id, i.basedOn, i.reason);
      return isRefusal(done) ? done : answer(viewer, i.agency, i.number);
    },
  });

  api.route({
    method: 'POST',
    path: '/publishing/document/cleanup',
    input: z.strictObject({
      ...OFFICE,
      documents: z
        .array(z.strictObject({ number: recordNumber, version }))
        .min(1)
        .max(500),
      body: z.unknown(),
    }),
    may: ['write', (i) => i.agency],
    act: ({ input: i, viewer }) => normative.cleanUp(viewer, i.agency, i.documents, i.body),
  });

  api.route({
    method: 'POST',
    path: '/publishing/document/link',
    input: z.strictObject({ ...ONE, item: z.string().trim().min(1).max(100).nullable(), basedOn: version }),
    may: ['write', (i) => i.agency],
    act: async ({ input: i, viewer }) => {
      const done = await normative.link(viewer, i.agency, i.number, i.item, i.basedOn);
      return isRefusal(done) ? done : answer(viewer, i.agency, i.number);
    },
  });

  api.route({
    method: 'POST',
    path: '/publishing/document/item',
    input: z.strictObject(ONE),
    may: ['write', (i) => i.agency],
    act: async ({ input: i, viewer }) => {
      const item = await normative.publishAs(viewer, i.agency, i.number);
      return isRefusal(item) ? item : answerOf(viewer, item);
    },
  });
}
