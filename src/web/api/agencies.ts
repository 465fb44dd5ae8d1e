import { z } from 'zod';
import type { Agency, AgencyLevel } from '#domain/agencies/agency.ts';
import { isUnder } from '#domain/agencies/organsUnder.ts';
import { LEVEL_NAMES, ORGANS_BELOW } from '#domain/agencies/places.ts';
import { may } from '#domain/people/policy.ts';
import { isRefusal } from '#lib/result.ts';
import type { WebDeps } from '../deps.ts';
import type { UnitRow } from './agencyTypes.ts';
import type { Api } from './pipeline.ts';
import { agencyCode, dayText } from './query.ts';

const KIND_NAMES: Readonly<Record<Agency['kind'], string>> = {
  reportingOrgan: '机关',
  internalUnit: '站所、部门',
  villageCommittee: '村（社区）',
};

const level = z.enum(Object.keys(LEVEL_NAMES) as [AgencyLevel, ...AgencyLevel[]]);
const kind = z.enum(Object.keys(KIND_NAMES) as [Agency['kind'], ...Agency['kind'][]]);
const names = { name: z.string().max(100), shortName: z.string().max(50) };
const code = z.string().max(60);
const from = dayText.nullable();
/** The state the form was filled in over: nothing is written where somebody has changed it since. */
const seen = z.strictObject({ ...names, parent: agencyCode.nullable(), from, to: dayText.nullable() }).optional();

/** 单位: who stands under whom, and since when. */
export function registerAgencies(api: Api, deps: WebDeps): void {
  api.route({
    method: 'GET',
    path: '/agencies',
    input: z.object({ agency: agencyCode }),
    may: ['read', (i) => i.agency],
    act: async ({ input, viewer }): Promise<UnitRow[]> => {
      const today = deps.today();
      const [tree, all] = [await deps.agencies.tree(), await deps.stores.agencies.all()];
      const below = tree.codes.filter((c) => may(viewer, 'read', { agency: c }) && isUnder(tree, c, input.agency, today));
      return below.flatMap((c) => {
        const now = tree.stateOf(c, today);
        if (!now) return [];
        const mine = may(viewer, 'manageAgency', { agency: c });
        return [
          {
            ...now,
            kindName: KIND_NAMES[now.kind],
            levelName: LEVEL_NAMES[now.level],
            parentName: now.parent && (tree.stateOf(now.parent, today)?.shortName ?? null),
            mayChange: mine,
            mayEnd: mine && (now.kind !== 'reportingOrgan' || (now.parent !== null && may(viewer, 'manageAgency', { agency: now.parent }))),
            isThere: tree.existsOn(c, today),
            organsBelow: (ORGANS_BELOW[now.level] ?? []).map((l) => ({ level: l, name: LEVEL_NAMES[l] })),
            states: all.filter((a) => a.code === c),
          },
        ];
      });
    },
  });

  api.route({
    method: 'POST',
    path: '/agencies',
    input: z.strictObject({ agency: agencyCode, code, kind, level, ...names, from }),
    may: ['manageAgency', (i) => i.agency],
    act: async ({ input: { agency, ...unit }, viewer }) => (await deps.units.add(viewer, { ...unit, parent: agency })) ?? {},
  });

  api.route({
    method: 'POST',
    path: '/agencies/change',
    input: z.strictObject({ agency: agencyCode, ...names, parent: agencyCode.nullable(), from, basis: z.string().max(200), seen }),
    may: ['manageAgency', (i) => i.agency],
    act: async ({ input: { agency, ...change }, viewer }) => (await deps.units.change(viewer, { ...change, code: agency })) ?? {},
  });

  api.route({
    method: 'POST',
    path: '/agencies/end',
    input: z.strictObject({ agency: agencyCode, to: dayText.nullable(), seen }),
    may: ['manageAgency', (i) => i.agency],
    act: async ({ input: { agency, ...end }, viewer }) => (await deps.units.end(viewer, { code: agency, ...end })) ?? {},
  });

  api.route({
    method: 'POST',
    path: '/agencies/above',
    input: z.strictObject({ agency: agencyCode, code, ...names, from, account: z.string().max(60), person: z.string().max(60) }),
    may: ['manageAgency', (i) => i.agency],
    limit: 60,
    act: async ({ input: { agency, ...above }, viewer }) => {
      const made = await deps.units.addAbove(viewer, { ...above, of: agency });
      return isRefusal(made) ? made : { account: made.person.account, password: made.password };
    },
  });
}
