import { z } from 'zod';
import { REPORT_FORMATS, type ReportFormat, writeReport } from '#documents/writing/index.ts';
import { basisText } from '#domain/checker/basisText.ts';
import type { RegisterKey } from '#domain/registers/index.ts';
import { registerOf } from '#domain/registers/index.ts';
import { day } from '#lib/day.ts';
import { isRefusal } from '#lib/result.ts';
import type { WebDeps } from '../deps.ts';
import { HttpProblem } from '../plugins/errors.ts';
import { notesOf } from '../reports/notes.ts';
import { attachment } from './exports.ts';
import type { Api } from './pipeline.ts';
import { agencyCode, MOST_COUNTED, year } from './query.ts';
import type { FigureRecords } from './reportTypes.ts';
import { shownWorkbench } from './workbench.ts';

const REPORT = { agency: agencyCode, year };
const FIGURE = z.object({
  ...REPORT,
  figure: z.string().max(100),
  page: z.coerce.number().int().min(1).max(10_000).default(1),
  size: z.coerce.number().int().min(1).max(500).default(200),
});
const EXPORT = z.object({
  ...REPORT,
  format: z.enum(Object.keys(REPORT_FORMATS) as [ReportFormat, ...ReportFormat[]]),
  version: z.coerce.number().int().min(1).max(MOST_COUNTED).optional(),
});

/** Files we write ourselves and show in place carry their style inside and run nothing. */
export const DOCUMENT_POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; frame-ancestors 'none'";

function terms(register: RegisterKey): string {
  const { countWord } = registerOf(register);
  return `计1${countWord}`;
}

/** Reading a year's report: the workbench, the records behind a figure, the five files. */
export function registerReports(api: Api, deps: WebDeps): void {
  api.route({
    method: 'GET',
    path: '/reports/:agency/:year',
    input: z.object(REPORT),
    may: ['read', (i) => i.agency],
    act: async ({ input, viewer }) => {
      const bench = await deps.reports.workbench(viewer, input.agency, input.year);
      return isRefusal(bench) ? bench : shownWorkbench(bench, await notesOf(deps, input.agency, input.year));
    },
  });

  api.route({
    method: 'GET',
    path: '/reports/:agency/:year/records',
    input: FIGURE,
    may: ['read', (i) => i.agency],
    act: async ({ input, viewer }) => {
      const span = { from: day(`${input.year}-01-01`), to: day(`${input.year}-12-31`), asOf: null };
      const { page, size } = input;
      const opened = await deps.reports.figure(viewer, input.agency, span, input.figure, { page, size });
      if (isRefusal(opened)) return opened;
      const { figure, label, counts, value, byMonth, total, declarations, opening } = opened;
      const records = opened.records.map(({ register, unit, number, title, on, quantity }) => {
        return { register, unit, number, title, on, quantity, terms: quantity === 1 ? terms(register) : '' };
      });
      const answer: FigureRecords = {
        figure,
        label,
        counts,
        basis: opened.basis.map(basisText),
        value,
        byMonth,
        records,
        declarations,
        total,
        opening,
      };
      return answer;
    },
  });

  api.route({
    method: 'GET',
    path: '/reports/:agency/:year/export/:format',
    input: EXPORT,
    may: ['read', (i) => i.agency],
    limit: 60,
    act: async ({ input, viewer, reply }) => {
      const { agency, format, version } = input;
      const document = await documentOf(deps, viewer, agency, input.year, version);
      if (isRefusal(document)) return document;
      const bytes = await writeReport(document, format);
      attachment(reply, `${document.title}${document.mark ? `（${document.mark}）` : ''}.${format}`, format === 'html');
      if (format === 'html') reply.header('content-security-policy', DOCUMENT_POLICY);
      return reply.type(REPORT_FORMATS[format].mediaType).send(Buffer.from(bytes));
    },
  });
}

async function documentOf(
  deps: WebDeps,
  viewer: Parameters<WebDeps['reports']['year']>[0],
  agency: string,
  wanted: number,
  version: number | undefined,
) {
  if (version !== undefined) {
    const versions = await deps.reports.versions(viewer, agency, wanted);
    if (isRefusal(versions)) return versions;
    const found = versions.find((v) => v.version === version);
    if (!found) throw new HttpProblem(404, '没有这一版年报');
    return found.frozen.document;
  }
  const report = await deps.reports.year(viewer, agency, wanted);
  if (isRefusal(report)) return report;
  const { document } = report.composition;
  return { ...document, mark: document.mark ?? '送审稿' };
}
