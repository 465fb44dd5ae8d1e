import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { writeRegisterXlsx } from '#documents/writing/registerXlsx.ts';
import type { ShownInspection } from '#domain/inspection/service.ts';
import { may, type Viewer } from '#domain/people/policy.ts';
import { isRefusal, type Refusal } from '#lib/result.ts';
import type { WebDeps } from '../deps.ts';
import { attachment } from './exports.ts';
import { shownChange, shownLine, shownResult, shownTable, unitRow } from './inspectionShown.ts';
import type { InspectionAnswer, TableAnswer, UnitRow } from './inspectionTypes.ts';
import type { Api } from './pipeline.ts';
import { agencyCode } from './query.ts';

const OFFICE = z.object({ agency: agencyCode });
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const points = z.strictObject({ each: z.number(), most: z.number().nullable() });
const TABLE = z.strictObject({
  agency: agencyCode,
  limits: z.record(z.string().max(40), z.number()),
  points: z.record(z.string().max(40), points),
  source: z.string().max(400),
});

const COLUMNS = [
  { key: 'name', label: '单位', kind: 'text' },
  { key: 'verdict', label: '结论', kind: 'text' },
  { key: 'on', label: '检查日期', kind: 'date' },
  { key: 'vetoes', label: '单项否决', kind: 'count' },
  { key: 'deductions', label: '扣分项', kind: 'count' },
  { key: 'deducted', label: '扣分（按本级分值）', kind: 'text' },
  { key: 'reminders', label: '提醒', kind: 'count' },
  { key: 'unchecked', label: '没有查', kind: 'count' },
  { key: 'says', label: '说明', kind: 'text' },
] as const;

/** 自查: the last run and those before, the county's units side by side, the numbers it goes by. */
export function registerInspection(api: Api, deps: WebDeps, server: FastifyInstance): void {
  const { inspection } = deps;
  // The pages are asked for as the public asks: through the server itself, without the network.
  const takeBack = inspection.usePages(async (path) => {
    const { statusCode, body } = await server.inject({ method: 'GET', url: path });
    return { status: statusCode, html: body };
  });
  server.addHook('onClose', async () => takeBack());

  const answer = async (viewer: Viewer, agency: string, one: ShownInspection | null): Promise<InspectionAnswer | Refusal> => {
    const runs = await inspection.list(viewer, agency);
    if (isRefusal(runs)) return runs;
    const since = one?.since;
    return {
      line: one && shownLine(one.inspection),
      results: one?.inspection.results.map(shownResult) ?? [],
      since: since
        ? { on: since.on, added: since.added.map(shownChange), fixed: since.fixed.map(shownChange), still: since.still.length }
        : null,
      runs: runs.map(shownLine),
      mayRun: may(viewer, 'inspect', { agency }),
    };
  };

  api.route({
    method: 'GET',
    path: '/inspection',
    input: OFFICE.extend({ id: z.uuid().optional() }),
    may: ['read', (i) => i.agency],
    act: async ({ input, viewer }) => {
      const one = await inspection.get(viewer, input.agency, input.id ?? null);
      return isRefusal(one) ? one : answer(viewer, input.agency, one as ShownInspection | null);
    },
  });

  api.route({
    method: 'POST',
    path: '/inspection',
    input: z.strictObject({ agency: agencyCode }),
    may: ['inspect', (i) => i.agency],
    limit: 60,
    act: async ({ input, viewer }) => {
      const one = await inspection.run(viewer, input.agency);
      return isRefusal(one) ? one : answer(viewer, input.agency, one as ShownInspection);
    },
  });

  const rows = async (viewer: Viewer, agency: string): Promise<UnitRow[] | Refusal> => {
    const units = await inspection.units(viewer, agency);
    return isRefusal(units) ? units : (units as Exclude<typeof units, Refusal>).map(unitRow);
  };

  api.route({
    method: 'GET',
    path: '/inspection/units',
    input: OFFICE,
    may: ['read', (i) => i.agency],
    act: ({ input, viewer }) => rows(viewer, input.agency),
  });

  api.route({
    method: 'GET',
    path: '/inspection/units/export',
    input: OFFICE,
    may: ['read', (i) => i.agency],
    limit: 60,
    act: async ({ input, viewer, reply }) => {
      const list = await rows(viewer, input.agency);
      if (isRefusal(list)) return list;
      const table = { title: '自查情况', columns: [...COLUMNS], rows: list.map((r) => ({ ...r })) };
      attachment(reply, `自查情况${deps.today()}.xlsx`);
      return reply.type(XLSX).send(Buffer.from(await writeRegisterXlsx(table)));
    },
  });

  const shown = async (viewer: Viewer, agency: string): Promise<TableAnswer | Refusal> => {
    const found = await inspection.table(viewer, agency);
    if (isRefusal(found)) return found;
    const { table, owner, mayChange } = found as Exclude<typeof found, Refusal>;
    return shownTable(table, (await deps.agencies.tree()).stateOf(owner, deps.today())?.name ?? owner, mayChange);
  };

  api.route({
    method: 'GET',
    path: '/inspection/table',
    input: OFFICE,
    may: ['read', (i) => i.agency],
    act: ({ input, viewer }) => shown(viewer, input.agency),
  });

  api.route({
    method: 'PUT',
    path: '/inspection/table',
    input: TABLE,
    may: ['manageAgency', (i) => i.agency],
    act: async ({ input, viewer }) => {
      const { agency, ...given } = input;
      const set = await inspection.setTable(viewer, agency, given);
      return isRefusal(set) ? set : shown(viewer, agency);
    },
  });
}
