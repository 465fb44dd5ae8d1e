import { z } from 'zod';
import { sameReporter } from '#documents/checking/pairs.ts';
import { checksXlsx } from '#documents/checking/xlsx.ts';
import { isUnder } from '#domain/agencies/organsUnder.ts';
import { LEVELS } from '#domain/checker/index.ts';
import { OUTCOMES } from '#domain/checking/listing.ts';
import { forbidChecking, type ShownCheck } from '#domain/checking/service.ts';
import { may, type Viewer } from '#domain/people/policy.ts';
import { isRefusal, type Refusal, refuse } from '#lib/result.ts';
import { readUploads } from '../check/upload.ts';
import type { WebDeps } from '../deps.ts';
import { HttpProblem } from '../plugins/errors.ts';
import { detailOf, matrixOf, type NameOf, sheetRowOf, summaryOf, summaryOfShown } from './checkShown.ts';
import type { CheckAnswer, CheckDetail, CheckList } from './checkTypes.ts';
import { readSubmitted } from './checkUploads.ts';
import { attachment } from './exports.ts';
import { fieldsOf } from './imports.ts';
import type { Api } from './pipeline.ts';
import { agencyCode, year } from './query.ts';

const BOUNDS = { files: 50, fileBytes: 30 * 1024 * 1024, allBytes: 100 * 1024 * 1024 };
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const id = z.uuid();
const number = z.coerce.number().int().min(0).max(100_000);
const cellValue = z.number().min(-1e12).max(1e12).nullable();
const settled = z
  .array(z.strictObject({ cell: z.string().max(80), values: z.array(cellValue).max(20) }))
  .min(1)
  .max(50);

/** 年报体检: reports of any office checked and kept, each check beside the one before it, and what was decided to leave. */
export function registerChecks(api: Api, deps: WebDeps): void {
  const { checking } = deps;

  const names = async (): Promise<NameOf> => {
    const tree = await deps.agencies.tree();
    return (agency) => tree.stateOf(agency, deps.today())?.name ?? agency;
  };
  /** An office and those under it that the viewer may see. */
  const scope = async (viewer: Viewer, agency: string): Promise<string[]> => {
    const tree = await deps.agencies.tree();
    const under = tree.codes.filter((code) => code !== agency && isUnder(tree, code, agency, deps.today()));
    return [agency, ...under.filter((code) => may(viewer, 'read', { agency: code }))];
  };
  const detail = async (viewer: Viewer, one: ShownCheck | Refusal): Promise<CheckDetail | Refusal> => {
    if (isRefusal(one)) return one;
    const versions = await checking.versions(viewer, one.head.agency, one.head.id);
    return isRefusal(versions) ? versions : detailOf(one, versions, viewer, await names());
  };

  api.route({
    method: 'GET',
    path: '/checks',
    input: z.object({
      agency: agencyCode,
      unit: z.string().max(100).optional(),
      year: year.optional(),
      outcome: z.enum(OUTCOMES).optional(),
      page: z.coerce.number().int().min(1).max(10_000).default(1),
      size: z.coerce.number().int().min(1).max(100).default(20),
    }),
    may: ['read', (i) => i.agency],
    act: async ({ input: { agency, ...query }, viewer }): Promise<CheckList | Refusal> => {
      const agencies = await scope(viewer, agency);
      const list = await checking.list(viewer, agencies, query);
      if (isRefusal(list)) return list;
      const nameOf = await names();
      return { checks: list.rows.map((r) => summaryOf(r, nameOf)), total: list.total, years: list.years, several: agencies.length > 1 };
    },
  });

  api.route({
    method: 'POST',
    path: '/checks',
    input: z.object({}),
    may: null,
    files: true,
    // Two hundred reports, each sent by itself.
    limit: 400,
    act: async ({ viewer, request }): Promise<CheckAnswer | Refusal> => {
      const { files, fields } = await readUploads(request, BOUNDS);
      const { agency, level } = fieldsOf(z.object({ agency: agencyCode, level: z.enum(LEVELS).optional() }), fields);
      const forbidden = forbidChecking(viewer, agency);
      if (forbidden) return forbidden;
      if (files.length === 0) return refuse('没有收到文件，请选择要查的年报。');
      await deps.writable();
      const kept = await checking.keep(viewer, agency, await readSubmitted(files, level), sameReporter);
      if (isRefusal(kept)) return kept;
      const nameOf = await names();
      return {
        checks: kept.files.map(({ shown, same }) => ({ ...summaryOfShown(shown, nameOf), same })),
        again: kept.again.map((one) => summaryOfShown(one, nameOf)),
      };
    },
  });

  const matrix = z.object({ agency: agencyCode, year });
  const ofYear = async (viewer: Viewer, input: z.output<typeof matrix>) =>
    checking.ofYear(viewer, await scope(viewer, input.agency), input.year);

  api.route({
    method: 'GET',
    path: '/checks/matrix',
    input: matrix,
    may: ['read', (i) => i.agency],
    limit: 120,
    act: async ({ input, viewer }) => {
      const found = await ofYear(viewer, input);
      return isRefusal(found) ? found : matrixOf(input.year, found, await names());
    },
  });

  api.route({
    method: 'GET',
    path: '/checks/matrix/export',
    input: matrix,
    may: ['read', (i) => i.agency],
    limit: 60,
    act: async ({ input, viewer, reply }) => {
      const found = await ofYear(viewer, input);
      if (isRefusal(found)) return found;
      attachment(reply, `${(await names())(input.agency)}年报体检${input.year}.xlsx`);
      return reply.type(XLSX).send(Buffer.from(await checksXlsx(found.map(sheetRowOf))));
    },
  });

  api.route({
    method: 'GET',
    path: '/checks/:id',
    input: z.object({ agency: agencyCode, id }),
    may: ['read', (i) => i.agency],
    act: async ({ input, viewer }) => {
      const one = await checking.get(viewer, input.agency, input.id);
      if (one === null) throw new HttpProblem(404, '没有这次体检的结果', '请返回列表再选一次。');
      return detail(viewer, one);
    },
  });

  api.route({
    method: 'POST',
    path: '/checks/:id/readings',
    input: z.strictObject({ agency: agencyCode, id, settled }),
    may: null,
    act: async ({ input: i, viewer }) => detail(viewer, await checking.settle(viewer, i.agency, i.id, i.settled)),
  });

  // Who may decide depends on whose office keeps the check: the service asks.
  api.route({
    method: 'POST',
    path: '/checks/:id/waivers',
    input: z.strictObject({ agency: agencyCode, id, number, reason: z.string().max(2_000), until: z.iso.date().nullable().default(null) }),
    may: null,
    act: async ({ input: i, viewer }) => detail(viewer, await checking.waive(viewer, i.agency, i.id, i.number, i.reason, i.until)),
  });

  api.route({
    method: 'POST',
    path: '/checks/:id/waivers/back',
    input: z.strictObject({ agency: agencyCode, id, number }),
    may: null,
    act: async ({ input: i, viewer }) => detail(viewer, await checking.takeBack(viewer, i.agency, i.id, i.number)),
  });
}
