import { z } from 'zod';
import { EDITED_KINDS } from '#domain/publishing/entries/entry.ts';
import { isRefusal } from '#lib/result.ts';
import type { WebDeps } from '../deps.ts';
import type { Api } from './pipeline.ts';
import { agencyCode, MOST_COUNTED, reason } from './query.ts';

const KIND = z.enum(EDITED_KINDS);
const ID = z.string().min(1).max(64);

/** The small lists beside the items: read, add, change, take off with a reason; every version is kept. */
export function registerPublishingEntries(api: Api, deps: WebDeps): void {
  const { entries } = deps.publishing;

  api.route({
    method: 'GET',
    path: '/publishing/entries/:kind',
    input: z.object({ kind: KIND, agency: agencyCode }),
    may: ['read', (i) => i.agency],
    act: ({ input, viewer }) => entries.list(viewer, [input.agency], input.kind),
  });

  api.route({
    method: 'POST',
    path: '/publishing/entries/:kind',
    input: z.strictObject({
      kind: KIND,
      agency: agencyCode,
      id: ID.nullable().default(null),
      basedOn: z.number().int().min(1).max(MOST_COUNTED).nullable().default(null),
      body: z.unknown(),
      reason: z.string().max(500).default(''),
    }),
    may: ['read', (i) => i.agency],
    act: ({ input: i, viewer }) => entries.save(viewer, i.agency, i.kind, { id: i.id, basedOn: i.basedOn, body: i.body }, i.reason),
  });

  api.route({
    method: 'POST',
    path: '/publishing/entries/:kind/remove',
    input: z.strictObject({ kind: KIND, agency: agencyCode, id: ID, basedOn: z.number().int().min(1).max(MOST_COUNTED), reason }),
    may: ['read', (i) => i.agency],
    act: async ({ input: i, viewer }) => {
      const done = await entries.remove(viewer, i.agency, i.kind, i.id, i.basedOn, i.reason);
      return isRefusal(done) ? done : { id: i.id };
    },
  });
}
