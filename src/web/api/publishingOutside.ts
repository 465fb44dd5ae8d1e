import { z } from 'zod';
import { forbid } from '#domain/people/policy.ts';
import { isRefusal } from '#lib/result.ts';
import { readUploads } from '../check/upload.ts';
import type { WebDeps } from '../deps.ts';
import { HttpProblem } from '../plugins/errors.ts';
import { fieldsOf } from './imports.ts';
import type { Api } from './pipeline.ts';
import { itemNumber } from './publishingItemInput.ts';
import { taken } from './publishingMedia.ts';
import { answerOf } from './publishingPresent.ts';
import { agencyCode, MOST_COUNTED, reason, recordNumber } from './query.ts';

const MEGABYTE = 1024 * 1024;
const BOUNDS = { files: 1, fileBytes: 20 * MEGABYTE, allBytes: 21 * MEGABYTE };
const FIELDS = z.object({
  agency: agencyCode,
  item: itemNumber,
  /** A place of the office by its id, or a channel. */
  place: z.string().max(64).optional(),
  channel: z.string().max(40).optional(),
  on: z.string().max(20).default(''),
  address: z.string().max(600).default(''),
});

/** Publications elsewhere: recorded in four fields, taken down with a reason. */
export function registerPublishingOutside(api: Api, deps: WebDeps): void {
  const { publishing } = deps;

  api.route({
    method: 'POST',
    path: '/publishing/outside',
    input: z.object({}),
    may: null,
    files: true,
    limit: 120,
    act: async ({ viewer, request }) => {
      const { files, fields } = await readUploads(request, BOUNDS);
      const given = fieldsOf(FIELDS, fields);
      const forbidden = forbid(viewer, 'write', given);
      if (forbidden) return forbidden;
      const [file] = files;
      if (file?.tooLarge) throw new HttpProblem(413, '照片超过20 MB', '请用手机压缩后再上传，或者只填网址。');
      const photo = file && taken(file);
      const done = await publishing.outside.record(viewer, { ...given, ...(photo && { photo }) });
      if (isRefusal(done)) return done;
      const item = await publishing.items.get(viewer, given.agency, given.item);
      return isRefusal(item) ? item : { ...answerOf(viewer, item), warnings: done.warnings };
    },
  });

  api.route({
    method: 'POST',
    path: '/publishing/outside/down',
    input: z.strictObject({
      agency: agencyCode,
      item: itemNumber,
      number: recordNumber,
      on: z.string().max(20),
      reason,
      basedOn: z.number().int().min(0).max(MOST_COUNTED),
    }),
    may: ['write', (i) => i.agency],
    act: async ({ input: i, viewer }) => {
      const done = await publishing.outside.takeDown(viewer, i.agency, i.number, i.on, i.reason, i.basedOn);
      if (isRefusal(done)) return done;
      const item = await publishing.items.get(viewer, i.agency, i.item);
      return isRefusal(item) ? item : answerOf(viewer, item);
    },
  });
}
