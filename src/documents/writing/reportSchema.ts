import { z } from 'zod';
import { FORM_2021, FORMS, type Form, type ProactiveBlock } from '#law/forms/index.ts';

// The published shape of a report in JSON. Keys come from the forms: a new edition changes the schema by itself.

const DAY = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
const FIGURE = z.number().nullable();

function rowShape(block: ProactiveBlock): z.ZodType {
  return block.flat ? FIGURE : z.strictObject(Object.fromEntries(block.columns.map((c) => [c.key, FIGURE])));
}

function proactiveShape(form: Form) {
  return z.strictObject(Object.fromEntries(form.proactive.flatMap((b) => b.rows.map((r) => [r.key, rowShape(b)]))));
}

function figures(count: number) {
  return z.array(FIGURE).length(count);
}

const REQUEST_ROWS = [...new Set(FORMS.flatMap((f) => f.requestRows.map((r) => r.key)))];
const REQUEST_ROW = figures(FORM_2021.applicantColumns.length).describe(FORM_2021.applicantColumns.map((c) => c.label).join('、'));
const REMEDY_GROUP = figures(FORM_2021.remedyColumns.length).describe(FORM_2021.remedyColumns.map((c) => c.label).join('、'));

const TABLES = z.object({
  proactive: z.union(FORMS.map(proactiveShape)).nullable().describe('主动公开政府信息情况'),
  requests: z
    .strictObject(Object.fromEntries(REQUEST_ROWS.map((key) => [key, REQUEST_ROW.optional()])))
    .nullable()
    .describe('收到和处理政府信息公开申请情况；3.6与3.6.1至3.6.3不同时出现'),
  remedies: z
    .strictObject(Object.fromEntries(FORM_2021.remedyGroups.map((g) => [g.key, REMEDY_GROUP])))
    .nullable()
    .describe('政府信息公开行政复议、行政诉讼情况'),
});

const REPORT = z.object({
  form: z.enum(FORMS.map((f) => f.edition)).nullable(),
  unit: z.string().nullable().describe('单位简称'),
  signedBy: z.string().nullable(),
  signedOn: DAY.nullable(),
  year: z.int().nullable(),
  period: z.tuple([DAY, DAY]).nullable(),
  tables: TABLES,
  partial: z.array(z.int()).optional(),
  complete: z.boolean().optional(),
});

const PARAGRAPH = z.strictObject({
  level: z.enum(['text', 'h2', 'h3']),
  runs: z.array(z.strictObject({ text: z.string(), figure: z.string().optional().describe('这个数字所依据的数据项') })),
});

/** A report file: `report` as `check` and `compile` print it, and the words. */
export const REPORT_FILE = z
  .object({
    format: z.literal('gongkai-report/1'),
    report: REPORT,
    narrative: z.strictObject({
      unit: z.strictObject({ name: z.string(), shortName: z.string() }),
      title: z.string(),
      mark: z.string().optional().describe('草稿、送审稿等；正式报告没有这一项'),
      preamble: z.array(PARAGRAPH),
      sections: z.array(z.strictObject({ title: z.string(), paragraphs: z.array(PARAGRAPH) })).length(FORM_2021.sections.length),
    }),
  })
  .describe('政府信息公开工作年度报告');

/** The JSON Schema of a report file, as published in docs/report.schema.json. */
export function reportJsonSchema(): object {
  return z.toJSONSchema(REPORT_FILE, { target: 'draft-2020-12' });
}
