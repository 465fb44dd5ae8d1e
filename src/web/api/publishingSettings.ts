import { z } from 'zod';
import { settingsOf } from '#domain/publishing/entries/entry.ts';
import { THRESHOLDS } from '#domain/publishing/freshness.ts';
import { SITE_RULE, settingsChanges } from '#domain/publishing/settings.ts';
import { articleTitle } from '#law/articles/index.ts';
import { isRefusal, type Refusal } from '#lib/result.ts';
import type { WebDeps } from '../deps.ts';
import type { Api } from './pipeline.ts';
import type { SettingsAnswer } from './publishingTypes.ts';
import { agencyCode } from './query.ts';

/** 公开设置 as they stand, with every earlier version and what it changed. They are saved as an entry like any other. */
export function registerPublishingSettings(api: Api, deps: WebDeps): void {
  const { entries } = deps.publishing;

  api.route({
    method: 'GET',
    path: '/publishing/settings',
    input: z.object({ agency: agencyCode }),
    may: ['read', (i) => i.agency],
    act: async ({ input: { agency }, viewer }): Promise<SettingsAnswer | Refusal> => {
      const kept = await entries.versions(viewer, agency, 'settings', 'settings');
      if (isRefusal(kept)) return kept;
      const state = (await deps.agencies.tree()).stateOf(agency, deps.today());
      const versions = kept.map((v, i) => ({
        version: v.version,
        at: v.recordedAt,
        by: v.recordedBy,
        reason: v.reason,
        changes: settingsChanges(settingsOf(kept[i - 1]), settingsOf(v)),
      }));
      return {
        entry: kept.at(-1) ?? null,
        body: settingsOf(kept.at(-1)),
        versions: versions.reverse(),
        thresholds: THRESHOLDS,
        township: state?.level === 'township' || state?.level === 'subdistrict',
        top: state?.parent === null,
        siteRule: { says: SITE_RULE.says, basis: SITE_RULE.basis.map((b) => articleTitle(b)) },
      };
    },
  });
}
