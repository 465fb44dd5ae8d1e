import { z } from 'zod';
import { may } from '#domain/people/policy.ts';
import type { ColumnNode } from '#domain/publishing/columns.ts';
import { CLOSED_GROUNDS } from '#domain/publishing/content.ts';
import { FREQUENCY_NAMES } from '#domain/publishing/duties.ts';
import { settingsOf } from '#domain/publishing/entries/entry.ts';
import { PUBLIC_STATE_NAMES, WORK_STATE_NAMES } from '#domain/publishing/life/states.ts';
import { PLACE_KINDS } from '#domain/publishing/places.ts';
import { PUBLICATION_CHANNELS } from '#domain/publishing/publications.ts';
import { GUIDE_ELEMENTS } from '#law/catalogue.ts';
import { isRefusal } from '#lib/result.ts';
import type { WebDeps } from '../deps.ts';
import type { Api } from './pipeline.ts';
import { registerPublishingColumns } from './publishingColumns.ts';
import { registerPublishingEntries } from './publishingEntries.ts';
import { registerPublishingFiles } from './publishingFiles.ts';
import { registerPublishingInterpretations } from './publishingInterpretations.ts';
import { registerPublishingItems } from './publishingItems.ts';
import { registerPublishingLists } from './publishingLists.ts';
import { registerPublishingNormative } from './publishingNormative.ts';
import { registerPublishingOutside } from './publishingOutside.ts';
import { registerPublishingPrint } from './publishingPrint.ts';
import { registerPublishingSettings } from './publishingSettings.ts';
import { registerPublishingSubmissions } from './publishingSubmissions.ts';
import type { ColumnChoice, Named, PublishingSetup } from './publishingTypes.ts';
import { registerPublishingUnits } from './publishingUnits.ts';
import { agencyCode } from './query.ts';

function choicesOf(nodes: readonly ColumnNode[], depth = 0): ColumnChoice[] {
  return nodes.flatMap(({ id, label, closed, fields, children }) => [
    { id, label, depth, group: children.length > 0, closed, fields },
    ...choicesOf(children, depth + 1),
  ]);
}

function named<V extends string>(names: Readonly<Record<V, string>>): Named<V>[] {
  return (Object.entries(names) as [V, string][]).map(([value, label]) => ({ value, label }));
}

/** 主动公开: the items and their life, publications elsewhere, places, duties, guide, what units hand in. */
export function registerPublishing(api: Api, deps: WebDeps): void {
  api.route({
    method: 'GET',
    path: '/publishing/setup',
    input: z.object({ agency: agencyCode }),
    may: ['read', (i) => i.agency],
    act: async ({ input, viewer }): Promise<PublishingSetup> => {
      const { agency } = input;
      const settings = await deps.publishing.entries.list(viewer, [agency], 'settings');
      const set = settingsOf(isRefusal(settings) ? null : settings[0]);
      return {
        columns: choicesOf(await deps.publishing.items.columns(agency)),
        closedGrounds: CLOSED_GROUNDS,
        channels: PUBLICATION_CHANNELS.filter((c) => c.value !== 'portal').map(({ value, label }) => ({ value, label })),
        placeKinds: Object.entries(PLACE_KINDS).map(([value, k]) => ({ value: value as keyof typeof PLACE_KINDS, label: k.label })),
        workStates: named(WORK_STATE_NAMES),
        publicStates: named(PUBLIC_STATE_NAMES),
        frequencies: named(FREQUENCY_NAMES),
        guideElements: GUIDE_ELEMENTS,
        mayDraft: may(viewer, 'draft', { agency }),
        mayWrite: may(viewer, 'write', { agency }),
        mayApprove: may(viewer, 'approve', { agency }),
        mayConfigure: may(viewer, 'configurePublishing', { agency }),
        portal: set.portal,
        agencyNames: set.agencyNames,
      };
    },
  });
  registerPublishingItems(api, deps);
  registerPublishingFiles(api, deps);
  registerPublishingOutside(api, deps);
  registerPublishingEntries(api, deps);
  registerPublishingLists(api, deps);
  registerPublishingUnits(api, deps);
  registerPublishingPrint(api, deps);
  registerPublishingColumns(api, deps);
  registerPublishingSettings(api, deps);
  registerPublishingNormative(api, deps);
  registerPublishingInterpretations(api, deps);
  registerPublishingSubmissions(api, deps);
}
