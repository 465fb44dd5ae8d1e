import { z } from 'zod';
import { FREQUENCY_NAMES } from '#domain/publishing/duties.ts';
import { settingsOf } from '#domain/publishing/entries/entry.ts';
import { EMPTY_GUIDE, guideReview } from '#domain/publishing/guide.ts';
import { lastAtPlaces, type PlaceStatus, placeStatus } from '#domain/publishing/places.ts';
import { articleTitle } from '#law/articles/index.ts';
import { isRefusal, type Refusal } from '#lib/result.ts';
import type { WebDeps } from '../deps.ts';
import type { Api } from './pipeline.ts';
import type { DutyRow, GuideAnswer } from './publishingTypes.ts';
import { agencyCode, MOST_COUNTED } from './query.ts';

const OFFICE = z.object({ agency: agencyCode });
/** Cells of a pasted catalogue; more lines than any field's printed catalogue has. */
const ROWS = z.array(z.array(z.string().max(5000)).max(30)).max(2000);

/** Lists with how each line stands today: places with freshness, duties met or missing, the guide against Art. 12. */
export function registerPublishingLists(api: Api, deps: WebDeps): void {
  const { publishing } = deps;
  const { entries } = publishing;

  api.route({
    method: 'GET',
    path: '/publishing/places',
    input: OFFICE,
    may: ['read', (i) => i.agency],
    act: async ({ input: { agency }, viewer }): Promise<readonly PlaceStatus[] | Refusal> => {
      const places = await entries.list(viewer, [agency], 'place');
      if (isRefusal(places)) return places;
      const settings = await entries.list(viewer, [agency], 'settings');
      const { thresholds } = settingsOf(isRefusal(settings) ? null : settings[0]);
      const found = await deps.registers.list(viewer, { register: 'publications', agencies: [agency], size: 0 });
      if (isRefusal(found)) return found;
      const placed = await entries.list(viewer, [agency], 'placed');
      const last = lastAtPlaces(places, found.records, isRefusal(placed) ? [] : placed);
      return last.map(({ place, on }) => placeStatus(place, on, deps.today(), thresholds));
    },
  });

  api.route({
    method: 'GET',
    path: '/publishing/duties',
    input: OFFICE,
    may: ['read', (i) => i.agency],
    act: async ({ input: { agency }, viewer }): Promise<DutyRow[] | Refusal> => {
      const duties = await entries.duties(viewer, agency);
      if (isRefusal(duties)) return duties;
      const tree = await publishing.items.columns(agency);
      const labels = new Map<string, string>();
      const walk = (nodes: typeof tree): void => {
        for (const n of nodes) {
          labels.set(n.id, n.label);
          walk(n.children as typeof tree);
        }
      };
      walk(tree);
      return duties.map(({ entry, status }) => {
        const { body } = entry;
        return {
          entry,
          status,
          frequencyName: FREQUENCY_NAMES[body.frequency],
          columnLabel: body.column === null ? null : (labels.get(body.column) ?? body.column),
          basisTitles: body.basis.map((b) => articleTitle(b).replace('中华人民共和国', '')),
        };
      });
    },
  });

  api.route({
    method: 'POST',
    path: '/publishing/duties/ship',
    input: z.strictObject({ agency: agencyCode, list: z.enum(['statutory', 'fields']) }),
    may: ['configurePublishing', (i) => i.agency],
    act: async ({ input, viewer }) => {
      const kept = await (input.list === 'statutory' ? entries.shipDuties : entries.shipFields)(viewer, input.agency);
      return typeof kept === 'number' ? { kept } : kept;
    },
  });

  api.route({
    method: 'POST',
    path: '/publishing/duties/import',
    input: z.strictObject({ agency: agencyCode, field: z.string().trim().min(1).max(60), rows: ROWS, apply: z.boolean() }),
    may: ['configurePublishing', (i) => i.agency],
    limit: 60,
    act: ({ input: i, viewer }) => entries.importDuties(viewer, i.agency, i.field, i.rows, i.apply),
  });

  api.route({
    method: 'GET',
    path: '/publishing/guide/difference',
    input: z.object({
      agency: agencyCode,
      before: z.coerce.number().int().min(1).max(MOST_COUNTED),
      after: z.coerce.number().int().min(1).max(MOST_COUNTED),
    }),
    may: ['read', (i) => i.agency],
    act: ({ input: i, viewer }) => entries.guideDifference(viewer, i.agency, i.before, i.after),
  });

  api.route({
    method: 'GET',
    path: '/publishing/guide',
    input: OFFICE,
    may: ['read', (i) => i.agency],
    act: async ({ input: { agency }, viewer }): Promise<GuideAnswer | Refusal> => {
      const findings = await entries.guideFindings(viewer, agency);
      if (isRefusal(findings)) return findings;
      const kept = await entries.versions(viewer, agency, 'guide', 'guide');
      if (isRefusal(kept)) return kept;
      const versions = [...kept].sort((a, b) => b.version - a.version);
      const entry = versions[0] ?? null;
      return {
        entry,
        findings,
        review: guideReview(entry?.body ?? EMPTY_GUIDE, deps.today()),
        versions: versions.map((v) => ({ version: v.version, at: v.recordedAt, effectiveOn: v.body.effectiveOn })),
      };
    },
  });
}
