import { z } from 'zod';

const instant = z.string().describe('时间，ISO 8601');
const day = z.string().describe('日期，YYYY-MM-DD');
const href = z.string().describe('地址');

/** What the public interface answers with, as it is promised in docs/openapi.json. */
export const AGENCY = z
  .object({
    code: z.string().describe('单位代码'),
    name: z.string().describe('单位名称'),
    shortName: z.string().describe('简称'),
    level: z.enum(['township', 'county', 'department', 'city']),
    url: href,
  })
  .meta({ id: 'Agency', title: '单位' });

export const COLUMN = z
  .object({
    agency: z.string(),
    id: z.string().describe('栏目代号'),
    parent: z.string().nullable(),
    label: z.string().describe('栏目名称'),
    basis: z.array(z.string()).describe('法定依据'),
    count: z.int().describe('信息条数，含下级栏目'),
    updatedOn: day.nullable(),
    url: href,
  })
  .meta({ id: 'Column', title: '栏目' });

export const LINE = z
  .object({
    agency: z.string(),
    kind: z.enum(['item', 'report', 'guide', 'consultation']),
    index: z.string().describe('索引号'),
    title: z.string().describe('名称'),
    summary: z.string().describe('内容概述'),
    formedOn: day.nullable().describe('成文日期'),
    documentNumber: z.string().describe('发文字号'),
    maker: z.string().describe('发布机构'),
    keywords: z.array(z.string()),
    columns: z.array(z.string()),
    type: z.string().nullable().describe('信息类别'),
    validity: z.enum(['inForce', 'ended']).nullable(),
    publishedAt: instant,
    url: href,
  })
  .meta({ id: 'DocumentLine', title: '信息条目' });

export const ATTACHMENT = z
  .object({
    number: z.int(),
    title: z.string(),
    name: z.string().describe('文件名'),
    mediaType: z.string(),
    size: z.int().describe('字节数'),
    sha256: z.string(),
    url: href,
  })
  .meta({ id: 'Attachment', title: '附件' });

export const DOCUMENT = z
  .object({
    agency: z.string(),
    index: z.string().describe('索引号'),
    title: z.string(),
    summary: z.string(),
    formedOn: day.nullable(),
    documentNumber: z.string(),
    maker: z.string(),
    topic: z.string().describe('主题分类'),
    genre: z.string().describe('组配分类'),
    keywords: z.array(z.string()),
    column: z.string().nullable(),
    village: z.boolean().describe('村务公开'),
    effectiveOn: day.nullable(),
    validUntil: day.nullable(),
    validity: z.enum(['notYet', 'valid', 'expired', 'abolished']),
    endedOn: day.nullable(),
    endedReason: z.string(),
    firstPublishedAt: instant,
    publishedAt: instant,
    versions: z.array(z.object({ number: z.int(), publishedAt: instant, note: z.string(), url: href })),
    html: z.string().describe('正文，HTML'),
    text: z.string().describe('正文，纯文字'),
    particulars: z.record(z.string(), z.string()),
    attachments: z.array(ATTACHMENT),
    url: href,
  })
  .meta({ id: 'Document', title: '信息' });

export const REPORT_LINE = z
  .object({
    agency: z.string(),
    year: z.int(),
    title: z.string(),
    version: z.int(),
    corrected: z.boolean().describe('更正后公布的'),
    publishedAt: instant,
    url: href,
  })
  .meta({ id: 'ReportLine', title: '年度报告条目' });

export const CELL = z
  .object({ key: z.string().describe('单元格代号，如 requests/1/naturalPerson'), label: z.string(), value: z.number().nullable() })
  .meta({ id: 'ReportCell', title: '年度报告的数字' });

export const REPORT = REPORT_LINE.extend({
  form: z.string().describe('报告格式的年份'),
  period: z.tuple([day, day]),
  cells: z.array(CELL),
  figures: z.array(CELL).describe('正文里的数字'),
  files: z.array(z.object({ format: z.string(), url: href })),
}).meta({ id: 'Report', title: '年度报告' });

/** A page of a list: `next` is the cursor of the following one, null at the end. */
export const paged = <T extends z.ZodType>(item: T) =>
  z.object({ items: z.array(item), next: z.string().nullable().describe('下一页的 cursor；没有了为 null') });

export type Line = z.output<typeof LINE>;
