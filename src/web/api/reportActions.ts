import { z } from 'zod';
import { type SubmitRefusal, standing } from '#domain/report/office.ts';
import { isRefusal, type Refusal, refuse } from '#lib/result.ts';
import type { WebDeps } from '../deps.ts';
import { HttpProblem } from '../plugins/errors.ts';
import type { PageCache } from '../plugins/pageCache.ts';
import { leaveNote } from '../reports/notes.ts';
import { type Api, refused } from './pipeline.ts';
import { agencyCode, dayText, MOST_COUNTED, reason, year } from './query.ts';

const REPORT = { agency: agencyCode, year };
const approval = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('paper'), by: z.string().max(60), on: dayText, file: z.string().max(100).optional() }),
  z.strictObject({ kind: z.literal('override'), reason }),
  z.strictObject({ kind: z.literal('system') }),
]);
const SUBMIT = z.strictObject({
  ...REPORT,
  signedBy: z.string().max(100),
  signedOn: dayText,
  approval,
  note: z.string().max(2000).optional(),
  publish: z.boolean().optional(),
});
const lines = z.array(z.string().max(20_000)).max(300);

/** A refused submission says everything that is missing, line by line. */
function submitted(result: unknown): unknown {
  if (!isRefusal(result)) return {};
  const missing = (result as Partial<SubmitRefusal>).missing;
  if (!missing) throw refused(result);
  throw new HttpProblem(422, '还不能提交', missing.join(' '), result.basis);
}

/** What is done with a year's report: words, overruled figures, waivers, consent, submission, publication, return. */
export function registerReportActions(api: Api, deps: WebDeps, cache: PageCache): void {
  const { reports } = deps;
  const done = (refusal: Refusal | null) => refusal ?? {};

  api.route({
    method: 'PUT',
    path: '/reports/:agency/:year/draft',
    input: z.strictObject({ ...REPORT, basedOn: z.number().int().min(0).max(MOST_COUNTED), sections: z.array(lines.nullable()).max(6) }),
    may: ['draft', (i) => i.agency],
    act: async ({ input: i, viewer }) => {
      const saved = await reports.saveDraft(viewer, i.agency, i.year, i.basedOn, i.sections);
      if (isRefusal(saved)) throw new HttpProblem(409, saved.refused, '您写的内容还在本页，请先复制下来，刷新后再合在一起。');
      return { version: saved.version };
    },
  });

  api.route({
    method: 'POST',
    path: '/reports/:agency/:year/override',
    input: z.strictObject({ ...REPORT, cell: z.string().max(100), value: z.number().nullable(), reason: z.string().max(500) }),
    may: ['overrule', (i) => i.agency],
    act: async ({ input: i, viewer }) => done(await reports.overrule(viewer, i.agency, i.year, i.cell, i.value, i.reason)),
  });

  const waiver = z.strictObject({ ...REPORT, finding: z.string().max(60), reason: z.string().max(500) });
  api.route({
    method: 'POST',
    path: '/reports/:agency/:year/waive',
    input: waiver,
    may: ['waive', (i) => i.agency],
    act: async ({ input: i, viewer }) => done(await reports.waive(viewer, i.agency, i.year, i.finding, i.reason)),
  });
  api.route({
    method: 'POST',
    path: '/reports/:agency/:year/unwaive',
    input: waiver.omit({ reason: true }),
    may: ['waive', (i) => i.agency],
    act: async ({ input: i, viewer }) => done(await reports.unwaive(viewer, i.agency, i.year, i.finding)),
  });

  api.route({
    method: 'POST',
    path: '/reports/:agency/:year/approve',
    input: z.strictObject(REPORT),
    may: ['approve', (i) => i.agency],
    act: async ({ input: i, viewer }) => done(await reports.approve(viewer, i.agency, i.year)),
  });

  // A first version and a corrected one are frozen the same way; the rules know which it is and what it needs.
  for (const path of ['submit', 'correct'])
    api.route({
      method: 'POST',
      path: `/reports/:agency/:year/${path}`,
      input: SUBMIT,
      may: ['submit', (i) => i.agency],
      act: async ({ input: { agency, year: y, ...wish }, viewer }) => {
        const result = submitted(await reports.submit(viewer, agency, y, { ...wish, correcting: path === 'correct' }));
        cache.clear();
        return result;
      },
    });

  api.route({
    method: 'POST',
    path: '/reports/:agency/:year/note',
    input: z.strictObject({ ...REPORT, note: z.string().trim().min(1).max(2000) }),
    may: ['submit', (i) => i.agency],
    act: async ({ input: i, viewer }) => {
      const versions = await reports.versions(viewer, i.agency, i.year);
      if (isRefusal(versions)) return versions;
      if (!standing(versions)) return refuse('没有已提交的年报，不用留说明。');
      await leaveNote(deps, viewer, i.agency, i.year, i.note);
      cache.clear();
      return {};
    },
  });

  const version = z.number().int().min(1).max(MOST_COUNTED);
  api.route({
    method: 'POST',
    path: '/reports/:agency/:year/publish',
    input: z.strictObject({ ...REPORT, version }),
    may: ['submit', (i) => i.agency],
    act: async ({ input: i, viewer }) => {
      const refusal = await reports.publish(viewer, i.agency, i.year, i.version);
      cache.clear();
      return done(refusal);
    },
  });

  api.route({
    method: 'POST',
    path: '/reports/:agency/:year/return',
    input: z.strictObject({ ...REPORT, note: reason }),
    may: ['returnReport', (i) => i.agency],
    act: async ({ input: i, viewer }) => done(await reports.giveBack(viewer, i.agency, i.year, i.note)),
  });
}
