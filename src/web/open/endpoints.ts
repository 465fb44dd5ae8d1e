import { z } from 'zod';
import { plainText } from '#documents/clean/index.ts';
import { REPORT_FORMATS } from '#documents/writing/index.ts';
import { figureLabel } from '#domain/report/figures.ts';
import { valueAt } from '#domain/report/model.ts';
import type { ReportVersion } from '#domain/report/ports.ts';
import type { PublicLine } from '#domain/search/index.ts';
import { cellsOf, formOf } from '#law/forms/index.ts';
import type { WebDeps } from '../deps.ts';
import { HttpProblem } from '../plugins/errors.ts';
import { columnHref, columnTotals } from '../portal/column.ts';
import { shownVersions } from '../portal/content/pages.ts';
import { columnsOf, type Unit, unitOf, units } from '../portal/content/unit.ts';
import { publishedUnits } from '../reports/published.ts';
import { readCursor, writeCursor } from './cursor.ts';
import { AGENCY_CODE, type CsvColumn, type Endpoint, endpoint, NONE } from './endpoint.ts';
import { AGENCY, COLUMN, DOCUMENT, LINE, type Line, paged, REPORT, REPORT_LINE } from './schemas.ts';

const LINES_CSV: readonly CsvColumn[] = [
  ['单位', 'agency'],
  ['索引号', 'index'],
  ['名称', 'title'],
  ['内容概述', 'summary'],
  ['成文日期', 'formedOn'],
  ['发文字号', 'documentNumber'],
  ['发布机构', 'maker'],
  ['关键词', 'keywords'],
  ['栏目', 'columns'],
  ['类别', 'type'],
  ['有效性', 'validity'],
  ['发布时间', 'publishedAt'],
  ['地址', 'url'],
];

function lineOf(l: PublicLine): Line {
  const { agency, kind, title, type, validity, publishedAt, url } = l;
  const { index, summary, formedOn, documentNumber, maker, keywords } = l.listed;
  const [lists, words] = [[...l.columns], [...keywords]];
  return {
    agency,
    kind,
    index,
    title,
    summary,
    formedOn,
    documentNumber,
    maker,
    keywords: words,
    columns: lists,
    type,
    validity,
    publishedAt,
    url,
  };
}

const agencies = endpoint({
  path: '/agencies',
  summary: '公开信息的单位',
  params: NONE,
  query: NONE,
  answer: z.array(AGENCY),
  csv: [
    ['代码', 'code'],
    ['名称', 'name'],
    ['简称', 'shortName'],
    ['级别', 'level'],
    ['地址', 'url'],
  ],
  read: async (deps) => (await units(deps)).map((u) => ({ ...u, url: `/${u.code}` })),
});

async function columnLines(deps: WebDeps, unit: Unit) {
  const columns = await columnsOf(deps, unit);
  const totals = columnTotals(columns, await deps.catalogue.counts(unit.code));
  return columns
    .filter((c) => !c.closed)
    .map((c) => ({
      agency: unit.code,
      id: c.id,
      parent: c.parent,
      label: c.label,
      basis: [...c.basis],
      count: totals.get(c.id)?.count ?? 0,
      updatedOn: totals.get(c.id)?.latest ?? null,
      url: columnHref(unit.code, c.id),
    }));
}

const columns = endpoint({
  path: '/columns',
  summary: '栏目和各栏目的信息条数',
  params: NONE,
  query: z.object({ agency: AGENCY_CODE.optional().describe('只要这个单位的') }),
  answer: z.array(COLUMN),
  csv: [
    ['单位', 'agency'],
    ['代号', 'id'],
    ['上级', 'parent'],
    ['名称', 'label'],
    ['条数', 'count'],
    ['更新日期', 'updatedOn'],
    ['地址', 'url'],
  ],
  async read(deps, { query }) {
    const wanted = (await units(deps)).filter((u) => query.agency === undefined || u.code === query.agency);
    return (await Promise.all(wanted.map((u) => columnLines(deps, u)))).flat();
  },
});

const documents = endpoint({
  path: '/documents',
  summary: '已公开的信息，最新的在前',
  params: NONE,
  query: z.object({
    agency: AGENCY_CODE.optional(),
    column: z
      .string()
      .regex(/^[a-z0-9][a-z0-9-]{0,59}$/)
      .optional()
      .describe('栏目代号'),
    year: z.coerce.number().int().min(1949).max(2999).optional().describe('发布的年份'),
    type: z
      .string()
      .regex(/^[A-Za-z]{1,40}$/)
      .optional(),
    validity: z.enum(['inForce', 'ended']).optional(),
    limit: z.coerce.number().int().min(1).max(200).default(50),
    cursor: z.string().max(600).optional().describe('上一页给的 next'),
  }),
  answer: paged(LINE),
  csv: LINES_CSV,
  async read(deps, { query }) {
    const { limit, cursor, column, ...filter } = query;
    const after = cursor === undefined ? null : readCursor(cursor);
    if (cursor !== undefined && !after) throw new HttpProblem(400, 'cursor 不对', '请原样使用上一页给的 next。');
    const found = await deps.catalogue.after({ ...filter, columns: column === undefined ? undefined : [column] }, after, limit + 1);
    const items = found.slice(0, limit);
    const last = items.at(-1);
    return { items: items.map(lineOf), next: found.length > limit && last ? writeCursor(last) : null };
  },
});

const document = endpoint({
  path: '/documents/{agency}/{address}',
  summary: '一条信息的全部内容',
  params: z.object({
    agency: AGENCY_CODE,
    address: z
      .string()
      .regex(/^[\w-]{1,80}$/)
      .describe('地址里的编号，如 2024-00021'),
  }),
  query: NONE,
  answer: DOCUMENT,
  csv: null,
  async read(deps, { params: { agency, address } }) {
    if (!(await unitOf(deps, agency))) return null;
    const found = await deps.publishing.public.byAddress(agency, address);
    if (found?.item.face === 'tombstone') throw new HttpProblem(410, '这条信息已经撤回', found.item.reason || '没有说明原因。');
    const file = found && (await deps.stores.items.get(agency, found.item.item));
    if (found?.item.face !== 'full' || !file) return null;
    const { item } = found;
    const { content: c } = item;
    const url = `/${agency}/items/${address}`;
    const versions = await shownVersions(deps, file);
    return {
      agency,
      index: item.item,
      title: c.title,
      summary: c.summary,
      formedOn: c.formedOn,
      documentNumber: c.documentNumber,
      maker: c.maker,
      topic: c.topic,
      genre: c.genre,
      keywords: [...c.keywords],
      column: c.column,
      village: c.village,
      effectiveOn: c.effectiveOn,
      validUntil: c.validUntil,
      validity: item.validity,
      endedOn: item.endedOn,
      endedReason: item.endedReason,
      firstPublishedAt: item.firstPublishedAt,
      publishedAt: item.publishedAt,
      versions: versions.map((v, i) => ({
        number: i + 1,
        publishedAt: v.publishedAt,
        note: v.version.note,
        url: `${url}?version=${i + 1}`,
      })),
      html: c.body.replaceAll(/src="attachment:(\d+)"/g, (_, n: string) => `src="${url}/files/${n}"`),
      text: plainText(c.body),
      particulars: { ...c.particulars },
      attachments: item.attachments.map((a) => ({
        number: a.n,
        title: a.title,
        name: a.name,
        mediaType: a.mediaType,
        size: a.size,
        sha256: a.sha256,
        url: `${url}/files/${a.n}`,
      })),
      url,
    };
  },
});

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

/** Every address of the public interface. */
export const ENDPOINTS: readonly Endpoint[] = [agencies, columns, documents, document, reports, report, cells];
