import { z } from 'zod';
import { REPORT_FORMATS } from '#documents/writing/index.ts';
import { figureLabel } from '#domain/report/figures.ts';
import { valueAt } from '#domain/report/model.ts';
import type { ReportVersion } from '#domain/report/ports.ts';
import { cellsOf, formOf } from '#law/forms/index.ts';
import type { WebDeps } from '../deps.ts';
import { unitOf } from '../portal/content/unit.ts';
import { publishedUnits } from '../reports/published.ts';
import { AGENCY_CODE, type Endpoint, endpoint, NONE } from './endpoint.ts';
import { REPORT, REPORT_LINE } from './schemas.ts';

function reportLine(v: ReportVersion) {
  const { agency, year, version } = v;
  return {
    agency,
    year,
    title: v.frozen.document.title,
    version,
    corrected: v.kind === 'corrected',
    publishedAt: v.publishedAt ?? v.submittedAt,
    url: `/${agency}/reports/${year}`,
  };
}

const reports = endpoint({
  path: '/reports',
  summary: '已公布的政府信息公开年度报告',
  params: NONE,
  query: z.object({ agency: AGENCY_CODE.optional() }),
  answer: z.array(REPORT_LINE),
  csv: [
    ['单位', 'agency'],
    ['年份', 'year'],
    ['名称', 'title'],
    ['版本', 'version'],
    ['更正', 'corrected'],
    ['公布时间', 'publishedAt'],
    ['地址', 'url'],
  ],
  async read(deps, { query }) {
    const wanted = (await publishedUnits(deps)).filter((u) => query.agency === undefined || u.code === query.agency);
    const latest = wanted.flatMap((u) => u.reports.map(async (r) => (await deps.reports.published(u.code, r.year)).at(-1)));
    return (await Promise.all(latest)).flatMap((v) => (v ? [reportLine(v)] : []));
  },
});

async function lastReport(deps: WebDeps, agency: string, year: number) {
  const version = (await unitOf(deps, agency)) ? (await deps.reports.published(agency, year)).at(-1) : undefined;
  if (!version) return null;
  const { document: d, figures, form } = version.frozen;
  const cells = cellsOf(formOf(form)).map((c) => {
    const value = valueAt(d.report.tables, c.key);
    return { key: c.key, label: figureLabel(c.key), value: typeof value === 'number' ? value : null };
  });
  return {
    version,
    period: d.period,
    form,
    cells,
    figures: Object.entries(figures).map(([key, value]) => ({ key, label: figureLabel(key), value })),
  };
}

const YEAR = z.object({ agency: AGENCY_CODE, year: z.coerce.number().int().min(2008).max(2999) });

const report = endpoint({
  path: '/reports/{agency}/{year}',
  summary: '一份年度报告和它的每个数字',
  params: YEAR,
  query: NONE,
  answer: REPORT,
  csv: null,
  async read(deps, { params }) {
    const found = await lastReport(deps, params.agency, params.year);
    if (!found) return null;
    const line = reportLine(found.version);
    const files = Object.keys(REPORT_FORMATS).map((format) => ({ format, url: `${line.url}/files/${format}` }));
    const period: [string, string] = [found.period[0], found.period[1]];
    return { ...line, form: found.form, period, cells: found.cells, figures: found.figures, files };
  },
});

const cells = endpoint({
  path: '/reports/{agency}/{year}/cells',
  summary: '一份年度报告表格里的每个数字',
  params: YEAR,
  query: NONE,
  answer: REPORT.shape.cells,
  csv: [
    ['代号', 'key'],
    ['项目', 'label'],
    ['数值', 'value'],
  ],
  read: async (deps, { params }) => (await lastReport(deps, params.agency, params.year))?.cells ?? null,
});

/** Annual reports and their figures. */
export const REPORT_ENDPOINTS: readonly Endpoint[] = [reports, report, cells];
