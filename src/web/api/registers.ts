import { z } from 'zod';
import { REGISTERS } from '#domain/registers/index.ts';
import { caseClock } from '#domain/tasks/caseClock.ts';
import { isRefusal, refuse } from '#lib/result.ts';
import type { WebDeps } from '../deps.ts';
import { HttpProblem } from '../plugins/errors.ts';
import { historyOf } from './history.ts';
import type { Api } from './pipeline.ts';
import { agencyCode, ROWS_QUERY, recordNumber, recordQuery, registerKey } from './query.ts';
import { rowOf, summaryOf } from './rows.ts';
import { splitWholes } from './split.ts';

const RECORD = z.object({ register: registerKey, number: recordNumber, agency: agencyCode });
const CASE = z.object({ number: recordNumber, agency: agencyCode });

/** An organ with the internal units whose records stand in its registers. */
export async function unitsOf(deps: WebDeps, agency: string): Promise<string[]> {
  return [...new Set([agency, ...(await deps.agencies.unitsOf(agency, deps.today()))])];
}

/** Reading the registers: definitions, rows, history, the clock of a case. */
export function registerRegisters(api: Api, deps: WebDeps): void {
  api.route({ method: 'GET', path: '/registers', input: z.object({}), may: null, act: async () => REGISTERS });

  api.route({
    method: 'GET',
    path: '/registers/:register',
    input: ROWS_QUERY,
    may: ['read', (i) => i.agency],
    act: async ({ input, viewer }) => {
      const units = await unitsOf(deps, input.agency);
      const found = await deps.registers.list(viewer, recordQuery(input, units));
      if (isRefusal(found)) return found;
      const calendar = await deps.calendars.calendar();
      const numbers = input.register === 'requests' ? found.records.map((r) => r.number) : [];
      const split = await splitWholes(deps, viewer, units, numbers);
      const rows = found.records.map((r) => rowOf(r, calendar, deps.today(), split.get(r.number)));
      return { rows, total: found.total, page: input.page, size: input.size };
    },
  });

  api.route({
    method: 'GET',
    path: '/registers/:register/:number/history',
    input: RECORD,
    may: ['read', (i) => i.agency],
    act: async ({ input, viewer }) => {
      const changes = await deps.registers.history(viewer, input);
      return isRefusal(changes) ? changes : historyOf(input.register, changes);
    },
  });

  api.route({
    method: 'GET',
    path: '/requests/:number/clock',
    input: CASE,
    may: ['read', (i) => i.agency],
    act: async ({ input, viewer }) => {
      const record = await deps.registers.get(viewer, { register: 'requests', ...input });
      if (isRefusal(record)) return record;
      if (!record) throw new HttpProblem(404, `没有编号为“${input.number}”的申请`, '编号可能有误，请从登记簿里打开。');
      const calendar = await deps.calendars.calendar();
      const result = caseClock(record, calendar, deps.today());
      if (isRefusal(result)) return refuse(result.refused, ...result.basis);
      return { ...summaryOf(result, calendar, deps.today()), days: result.days, findings: result.findings, refused: result.refused };
    },
  });
}
