import { z } from 'zod';
import { may } from '#domain/people/policy.ts';
import { numbersAt } from '#domain/publishing/normative.ts';
import { day, parseDay } from '#lib/day.ts';
import { isRefusal, type Refusal, refuse } from '#lib/result.ts';
import type { WebDeps } from '../deps.ts';
import type { Api } from './pipeline.ts';
import { documentAnswers } from './publishingDocuments.ts';
import { answerOf } from './publishingPresent.ts';
import type { NormativeAnswer } from './publishingTypes.ts';
import { agencyCode, MOST_COUNTED, reason, recordNumber } from './query.ts';

const OFFICE = { agency: agencyCode };
const ONE = { ...OFFICE, number: recordNumber };
const ID = z.string().min(1).max(64);
const version = z.number().int().min(0).max(MOST_COUNTED);

/** 规范性文件: the list with the form's three numbers on any day, one document with its reviews, clean-ups and interpretations. */
export function registerPublishingNormative(api: Api, deps: WebDeps): void {
  const { normative } = deps.publishing;
  const { around, rowOver, answer } = documentAnswers(deps);

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
