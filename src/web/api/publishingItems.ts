import { z } from 'zod';
import { withDescendants } from '#domain/publishing/columns.ts';
import type { TransitionName } from '#domain/publishing/life/states.ts';
import { isRefusal, type Refusal } from '#lib/result.ts';
import type { WebDeps } from '../deps.ts';
import type { Api, Call } from './pipeline.ts';
import { CHANGE, COMMAND, itemNumber, revision, STATE, statesOf } from './publishingItemInput.ts';
import { answerOf, rowOf } from './publishingPresent.ts';
import type { ItemRows, SavedFilter, VersionRow } from './publishingTypes.ts';
import { agencyCode, MOST_COUNTED, reason } from './query.ts';

const ITEM = { agency: agencyCode, item: itemNumber };
const SIZE = 30;
/** The items of an office: list, draft, every step of their life, check, versions. */
export function registerPublishingItems(api: Api, deps: WebDeps): void {
  const { publishing } = deps;

  api.route({
    method: 'GET',
    path: '/publishing/items',
    input: z.object({
      agency: agencyCode,
      state: STATE.optional(),
      column: z.string().max(60).optional(),
      q: z.string().max(100).optional(),
      village: z.enum(['true', 'false']).optional(),
      page: z.coerce.number().int().min(1).max(10_000).default(1),
    }),
    may: ['read', (i) => i.agency],
    act: async ({ input, viewer }): Promise<ItemRows | Refusal> => {
      const { agency, column, page } = input;
      const tree = await publishing.items.columns(agency);
      const flat = (nodes: typeof tree): typeof tree => nodes.flatMap((n) => [n, ...flat(n.children as typeof tree)]);
      const found = await publishing.items.list(viewer, {
        agencies: [agency],
        ...statesOf(input.state),
        ...(column && { columns: withDescendants(flat(tree), column) }),
        ...(input.q && { search: input.q }),
        ...(input.village && { village: input.village === 'true' }),
        page,
        size: SIZE,
      });
      if (isRefusal(found)) return found;
      const calendar = await deps.calendars.calendar();
      return { items: found.items.map((l) => rowOf(l, calendar, deps.today())), total: found.total, page, size: SIZE };
    },
  });

  api.route({
    method: 'POST',
    path: '/publishing/items',
    input: z.strictObject({ agency: agencyCode, change: CHANGE }),
    may: ['draft', (i) => i.agency],
    act: async ({ input, viewer }) => {
      const made = await publishing.items.create(viewer, input.agency, input.change);
      return isRefusal(made) ? made : answerOf(viewer, made.item, made.removed);
    },
  });

  const one = z.object(ITEM);
  api.route({
    method: 'GET',
    path: '/publishing/item',
    input: one,
    may: ['read', (i) => i.agency],
    act: async ({ input, viewer }) => {
      const item = await publishing.items.get(viewer, input.agency, input.item);
      return isRefusal(item) ? item : answerOf(viewer, item);
    },
  });

  api.route({
    method: 'PUT',
    path: '/publishing/item',
    input: z.strictObject({ ...ITEM, change: CHANGE, basedOn: revision, note: z.string().max(500).default('') }),
    may: ['draft', (i) => i.agency],
    act: async ({ input: i, viewer }) => {
      const saved = await publishing.items.save(viewer, i.agency, i.item, i.change, i.basedOn, i.note);
      return isRefusal(saved) ? saved : answerOf(viewer, saved.item, saved.removed);
    },
  });

  api.route({
    method: 'POST',
    path: '/publishing/item/step',
    input: z.strictObject({ ...ITEM, name: z.string().max(40), command: COMMAND, basedOn: revision }),
    may: ['read', (i) => i.agency],
    act: async ({ input: i, viewer }) => {
      const item = await publishing.items.step(viewer, i.agency, i.item, i.name as TransitionName, i.command, i.basedOn);
      return isRefusal(item) ? item : answerOf(viewer, item);
    },
  });

  const read = <R>(path: string, act: (call: Call<z.output<typeof one>>) => Promise<R | Refusal>) =>
    api.route({ method: 'GET', path, input: one, may: ['read', (i) => i.agency], act });
  read('/publishing/item/check', ({ input, viewer }) => publishing.items.check(viewer, input.agency, input.item));
  read('/publishing/item/versions', async ({ input, viewer }) => {
    const versions = await publishing.items.versions(viewer, input.agency, input.item);
    if (isRefusal(versions)) return versions;
    const hidden = await publishing.versions.hidden(viewer, input.agency, input.item);
    const item = await publishing.items.get(viewer, input.agency, input.item);
    if (isRefusal(hidden)) return hidden;
    if (isRefusal(item)) return item;
    const out = new Set(item.steps.filter((s) => s.transition === 'publish').map((s) => s.version));
    return versions.map(({ content, ...v }): VersionRow => {
      const entry = hidden.find((e) => e.body.version === v.version);
      return {
        ...v,
        title: content.title,
        published: out.has(v.version),
        hidden: entry ? { on: entry.body.on, reason: entry.body.reason } : null,
      };
    });
  });

  for (const act of ['hide', 'show'] as const)
    api.route({
      method: 'POST',
      path: `/publishing/item/version/${act}`,
      input: z.strictObject({ ...ITEM, version: z.number().int().min(1).max(MOST_COUNTED), reason }),
      may: ['publish', (i) => i.agency],
      act: async ({ input: i, viewer }) => {
        const done = await publishing.versions[act](viewer, i.agency, i.item, i.version, i.reason);
        return isRefusal(done) ? done : { version: i.version };
      },
    });

  api.route({
    method: 'GET',
    path: '/publishing/filters',
    input: z.object({ agency: agencyCode }),
    may: ['read', (i) => i.agency],
    act: async ({ input, viewer }): Promise<readonly SavedFilter[]> =>
      (await deps.filters.filters(input.agency, viewer.id, 'items')).flatMap(({ name, filter }) =>
        typeof filter === 'string' ? [{ name, query: filter }] : [],
      ),
  });

  api.route({
    method: 'POST',
    path: '/publishing/filters',
    input: z.strictObject({ agency: agencyCode, name: z.string().trim().min(1).max(40), query: z.string().max(500).nullable() }),
    may: ['read', (i) => i.agency],
    act: async ({ input: i, viewer }) => {
      await deps.filters.saveFilter(i.agency, viewer.id, 'items', i.name, i.query);
      return { name: i.name };
    },
  });

  api.route({
    method: 'GET',
    path: '/publishing/item/difference',
    input: z.object({
      ...ITEM,
      before: z.coerce.number().int().min(1).max(MOST_COUNTED),
      after: z.coerce.number().int().min(1).max(MOST_COUNTED),
    }),
    may: ['read', (i) => i.agency],
    act: ({ input: i, viewer }) => publishing.items.difference(viewer, i.agency, i.item, i.before, i.after),
  });
}
