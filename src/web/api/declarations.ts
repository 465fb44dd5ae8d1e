import { z } from 'zod';
import type { WebDeps } from '../deps.ts';
import type { Api } from './pipeline.ts';
import { agencyCode, dayText, registerKey } from './query.ts';

/** 登记申报: kept, nil or not kept, for an organ, a register and a span. */
export function registerDeclarations(api: Api, deps: WebDeps): void {
  api.route({
    method: 'GET',
    path: '/declarations',
    input: z.object({ agency: agencyCode }),
    may: ['read', (i) => i.agency],
    act: async ({ input, viewer }) => deps.declarations.of(viewer, input.agency),
  });

  api.route({
    method: 'POST',
    path: '/declarations',
    input: z.strictObject({
      agency: agencyCode,
      register: registerKey,
      from: dayText,
      to: dayText,
      state: z.enum(['kept', 'nil', 'notKept']),
    }),
    may: ['declare', (i) => i.agency],
    act: async ({ input, viewer }) => deps.declarations.declare(viewer, input),
  });
}
