import { z } from 'zod';
import { plainText } from '#documents/clean/index.ts';
import type { PublicLine } from '#domain/search/index.ts';
import type { WebDeps } from '../deps.ts';
import { HttpProblem } from '../plugins/errors.ts';
import { columnHref, columnTotals, openColumns } from '../portal/column.ts';
import { shownVersions } from '../portal/content/documents.ts';
import { columnsOf, type Unit, unitOf, units } from '../portal/content/unit.ts';
import { readCursor, writeCursor } from './cursor.ts';
import { AGENCY_CODE, type CsvColumn, type Endpoint, endpoint, NONE } from './endpoint.ts';
import { REPORT_ENDPOINTS } from './reportEndpoints.ts';
import { AGENCY, COLUMN, DOCUMENT, LINE, type Line, paged } from './schemas.ts';

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

/** What has no organ of its own on record, as a guide, is the unit's. */
function lineOf(l: PublicLine, unit: string): Line {
  const { agency, kind, title, type, validity, publishedAt, url } = l;
  const { index, summary, formedOn, documentNumber, keywords } = l.listed;
  const maker = l.listed.maker || unit;
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
  const counts = await deps.catalogue.counts(unit.code);
  const totals = columnTotals(columns, counts);
  return openColumns(columns, counts).map((c) => ({
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
    const names = new Map((await units(deps)).map((u) => [u.code, u.name]));
    return { items: items.map((l) => lineOf(l, names.get(l.agency) ?? '')), next: found.length > limit && last ? writeCursor(last) : null };
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
      versions: versions.flatMap((v, i) =>
        v.hidden ? [] : [{ number: i + 1, publishedAt: v.publishedAt, note: v.version.note, url: `${url}?version=${i + 1}` }],
      ),
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

/** Every address of the public interface. */
export const ENDPOINTS: readonly Endpoint[] = [agencies, columns, documents, document, ...REPORT_ENDPOINTS];
