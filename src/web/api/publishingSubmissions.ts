import { z } from 'zod';
import { forbid, may } from '#domain/people/policy.ts';
import { isRefusal, type Refusal } from '#lib/result.ts';
import { readUploads } from '../check/upload.ts';
import type { WebDeps } from '../deps.ts';
import { HttpProblem } from '../plugins/errors.ts';
import { fieldsOf } from './imports.ts';
import type { Api } from './pipeline.ts';
import { isPicture, taken } from './publishingMedia.ts';
import { answerOf } from './publishingPresent.ts';
import { handingIn } from './publishingTasks.ts';
import type { HandInUnit, SubmissionRow } from './publishingTypes.ts';
import { agencyCode, reason } from './query.ts';

const MEGABYTE = 1024 * 1024;
const BOUNDS = { files: 9, fileBytes: 20 * MEGABYTE, allBytes: 60 * MEGABYTE };
const FIELDS = z.object({
  unit: agencyCode,
  title: z.string().max(400).default(''),
  formedOn: z.string().max(20).default(''),
  text: z.string().max(20_000).default(''),
  column: z.string().max(60).optional(),
});
const ID = z.string().min(1).max(64);

/** What villages and departments hand in from the phone; the office returns it with a reason or takes it over. */
export function registerPublishingSubmissions(api: Api, deps: WebDeps): void {
  const { submissions, entries } = deps.publishing;

  api.route({
    method: 'GET',
    path: '/publishing/units',
    input: z.object({}),
    may: null,
    act: async ({ viewer }): Promise<HandInUnit[]> => {
      const tree = await deps.agencies.tree();
      const reached = new Set(viewer.roles.flatMap((r) => [...r.reaches]));
      return [...reached].flatMap((agency) => {
        const state = tree.stateOf(agency, deps.today());
        if (!state || state.kind === 'reportingOrgan' || !may(viewer, 'handIn', { agency })) return [];
        return [{ agency, name: state.name, village: state.kind === 'villageCommittee' }];
      });
    },
  });

  api.route({
    method: 'GET',
    path: '/publishing/submissions',
    input: z.object({ agency: agencyCode }),
    may: ['read', (i) => i.agency],
    act: async ({ input, viewer }): Promise<SubmissionRow[] | Refusal> => {
      const units = (await handingIn(deps, input.agency)).filter((agency) => may(viewer, 'read', { agency }));
      const list = await entries.list(viewer, units, 'submission');
      if (isRefusal(list)) return list;
      const newest = [...list].sort((a, b) => (a.body.handedInAt < b.body.handedInAt ? 1 : -1));
      const proposed = await submissions.proposed(newest);
      return Promise.all(
        newest.map(async (entry, i) => {
          const found = await Promise.all(entry.body.files.map((id) => deps.files.get(viewer, entry.agency, id)));
          const files = found.flatMap((f) => (f ? [{ id: f.file.id, name: f.file.name, picture: isPicture(f.file.mediaType) }] : []));
          return { entry, files, proposed: proposed[i] ?? null };
        }),
      );
    },
  });

  api.route({
    method: 'POST',
    path: '/publishing/submissions',
    input: z.object({}),
    may: null,
    files: true,
    limit: 60,
    act: async ({ viewer, request }) => {
      const { files, fields } = await readUploads(request, BOUNDS);
      const { unit, column, ...given } = fieldsOf(FIELDS, fields);
      const forbidden = forbid(viewer, 'handIn', { agency: unit });
      if (forbidden) return forbidden;
      const large = files.find((f) => f.tooLarge);
      if (large) throw new HttpProblem(413, `“${large.name}”超过20 MB`, '请用手机压缩后再选。');
      const empty = files.find((f) => f.bytes.length === 0);
      if (empty) throw new HttpProblem(422, `“${empty.name}”是空的，里面没有内容`, '请去掉它，或者重新拍一张再选。');
      const photos = files.map(taken);
      const entry = await submissions.handIn(viewer, unit, { ...given, column: column ?? null, files: photos });
      return isRefusal(entry) ? entry : { id: entry.id };
    },
  });

  api.route({
    method: 'POST',
    path: '/publishing/submissions/return',
    input: z.strictObject({ agency: agencyCode, id: ID, reason }),
    may: ['draft', (i) => i.agency],
    act: async ({ input: i, viewer }) => {
      const entry = await submissions.giveBack(viewer, i.agency, i.id, i.reason);
      return isRefusal(entry) ? entry : { id: entry.id };
    },
  });

  api.route({
    method: 'POST',
    path: '/publishing/submissions/take',
    input: z.strictObject({ agency: agencyCode, unit: agencyCode, id: ID, column: z.string().min(1).max(60).nullable().default(null) }),
    may: ['draft', (i) => i.agency],
    act: async ({ input: i, viewer }) => {
      const item = await submissions.takeOver(viewer, i.unit, i.id, i.agency, i.column);
      return isRefusal(item) ? item : answerOf(viewer, item);
    },
  });
}
