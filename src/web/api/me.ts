import { z } from 'zod';
import { ROLE_NAMES } from '#domain/people/roles.ts';
import { addDays, chineseDate } from '#lib/day.ts';
import type { WebDeps } from '../deps.ts';
import type { Me } from './consoleTypes.ts';
import type { Api } from './pipeline.ts';

/** A warning is shown from this many days before the calendar's data end. */
const CALENDAR_WARNING_DAYS = 45;

/** Who is signed in, where, and what has to be known on every screen. */
export function registerMe(api: Api, deps: WebDeps): void {
  api.route({
    method: 'GET',
    path: '/me',
    input: z.object({}),
    may: null,
    act: async ({ viewer, signedIn, request }): Promise<Me> => {
      const tree = await deps.agencies.tree();
      const today = deps.today();
      const { coveredTo } = await deps.calendars.calendar();
      const warnings: string[] = [];
      if (request.protocol !== 'https' && request.ip !== '127.0.0.1' && request.ip !== '::1')
        warnings.push('本系统没有用 https 打开，密码和个人信息可能被同一网络上的人看到，请联系系统管理员。');
      if (addDays(today, CALENDAR_WARNING_DAYS) > coveredTo)
        warnings.push(`节假日数据只到${chineseDate(coveredTo)}，之后的期限是暂计；国务院公布新一年安排后，请到“期限与节假日”录入。`);
      const memberships = viewer.roles.flatMap((r) =>
        [...r.reaches].flatMap((code) => {
          const state = tree.stateOf(code, today);
          if (state?.kind !== 'reportingOrgan') return [];
          const { name, shortName, level } = state;
          return [{ agency: code, agencyName: name, shortName, level, role: r.role, roleName: ROLE_NAMES[r.role] }];
        }),
      );
      return {
        person: { id: viewer.id, name: viewer.name },
        memberships,
        csrf: signedIn.session.csrf,
        today,
        demo: deps.site().demo,
        warnings,
        calendarTo: coveredTo,
      };
    },
  });
}
