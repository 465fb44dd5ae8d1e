import { z } from 'zod';
import { colouredCopy } from '#documents/sheets/errorsCopy.ts';
import { readSheets } from '#documents/sheets/read.ts';
import {
  applyImport,
  detectRegister,
  type ImportFinding,
  type ImportPlan,
  type ImportPorts,
  prepareImport,
  type SheetGrid,
  targetOf,
} from '#domain/imports/index.ts';
import { maskValues } from '#domain/people/mask.ts';
import { actorOf, forbid } from '#domain/people/policy.ts';
import { registerOf } from '#domain/registers/index.ts';
import type { RegisterKey } from '#domain/registers/register.ts';
import { isRefusal, refuse } from '#lib/result.ts';
import { readUploads } from '../check/upload.ts';
import type { WebDeps } from '../deps.ts';
import { HttpProblem } from '../plugins/errors.ts';
import { Copies } from './copies.ts';
import { attachment } from './exports.ts';
import { type Api, refused } from './pipeline.ts';
import { agencyCode, registerKey, year } from './query.ts';
import type { ImportAnswer } from './registerTypes.ts';
import { unreadable } from './unreadable.ts';

const BOUNDS = { files: 1, fileBytes: 30 * 1024 * 1024, allBytes: 31 * 1024 * 1024 };
const MOST_SHOWN = 500;
const PREVIEW = 20;

const FIELDS = z.object({
  agency: agencyCode,
  register: registerKey.optional(),
  year: year.optional(),
  apply: z.enum(['true', 'false']).default('false'),
  /** A number taken by other content: the sheet prevails. */
  update: z.enum(['true', 'false']).default('false'),
  mapping: z
    .string()
    .max(60_000)
    .transform((text, ctx) => {
      try {
        return z.record(z.string(), z.string().nullable()).parse(JSON.parse(text));
      } catch {
        ctx.addIssue({ code: 'custom', message: 'mapping' });
        return z.NEVER;
      }
    })
    .optional(),
});
type Fields = z.output<typeof FIELDS>;

/** The fields of a form with files, checked like a body; throws what a person can act on. */
export function fieldsOf<S extends z.ZodType>(schema: S, fields: ReadonlyMap<string, string>): z.output<S> {
  const given = Object.fromEntries([...fields].filter(([, value]) => value !== ''));
  const read = schema.safeParse(given);
  if (!read.success) throw unreadable(read.error);
  return read.data;
}

function registerFor(fields: Fields, sheets: readonly SheetGrid[], name: string): RegisterKey {
  if (fields.register) return fields.register;
  const [best] = detectRegister(sheets, name);
  // The likeliest is shown; the person sees it named and can choose another before anything is saved.
  if (best) return best.register;
  throw new HttpProblem(422, '看不出这是哪一本登记簿的表', '请在“登记簿”里选一本，再看一遍。');
}

function shownError(e: ImportFinding): ImportAnswer['errors'][number] {
  return {
    row: e.row ?? 0,
    column: e.columnLetter ?? '',
    header: e.header ?? '',
    value: e.value ?? '',
    what: e.what,
    fix: e.fix,
  };
}

function needsYear(plan: ImportPlan): boolean {
  return plan.errors.some((e) => /年/.test(e.fix) && /年份|哪一年|没写年/.test(`${e.what}${e.fix}`));
}

function columnsOf(plan: ImportPlan, sheets: readonly SheetGrid[]): ImportAnswer['columns'] {
  const [sheet] = plan.sheets;
  if (!sheet) return [];
  const below = sheets.find((s) => s.name === sheet.sheet)?.rows.filter((r) => r.number > sheet.headerRows[1]) ?? [];
  const example = (column: number) =>
    below
      .find((r) => r.cells.get(column)?.text)
      ?.cells.get(column)
      ?.text.slice(0, 60) ?? '';
  return sheet.mapping.columns.map((c) => ({
    column: c.column,
    letter: c.letter,
    header: c.title,
    field: c.use.kind === 'field' ? c.use.field : c.use.kind === 'tick' ? `${c.use.field}=${c.use.choice}` : null,
    sample: example(c.column),
  }));
}

/** Columns ticked for one choice (自然人 √) as something a column may be filled to. */
function ticksOf(plan: ImportPlan): ImportAnswer['fields'] {
  const { fields } = targetOf(plan.register);
  return (plan.sheets[0]?.mapping.columns ?? []).flatMap(({ use }) => {
    if (use.kind !== 'tick') return [];
    const field = fields.find((f) => f.key === use.field);
    const choice = field?.choices?.find((c) => c.value === use.choice);
    return [{ key: `${use.field}=${use.choice}`, label: `${field?.label ?? ''}：${choice?.label ?? ''}（打勾的列）` }];
  });
}

function answerOf(plan: ImportPlan, sheets: readonly SheetGrid[], applied: boolean, copy: string | null): ImportAnswer {
  const [sheet] = plan.sheets;
  const register = registerOf(plan.register);
  const warnings = plan.warnings.map((w) => `${w.row ? `第${w.row}行：` : ''}${w.what}${w.fix ? `；${w.fix}` : ''}`);
  const skipped = plan.ignoredSheets.filter((s) => s.rows > 0).map((s) => `工作表“${s.sheet}”没有导入：${s.reason}`);
  const known = plan.known.length > 0 ? [`有${plan.known.length}行登记簿里已经有，内容一样，不再导入。`] : [];
  const changing = plan.drafts.filter((d) => d.draft.basedOn !== undefined).length;
  const changed =
    changing > 0 ? [`其中${changing}条登记簿里已经有，内容${applied ? '已' : '将'}按表里的更新；改前的内容在“修改记录”里。`] : [];
  return {
    applied,
    register: plan.register,
    registerTitle: register.title,
    fields: [...targetOf(plan.register).fields.map((f) => ({ key: f.key, label: f.label })), ...ticksOf(plan)],
    sheet: plan.sheets.map((s) => s.sheet).join('、'),
    headerRow: sheet?.headerRows[0] ?? 0,
    columns: columnsOf(plan, sheets),
    counts: {
      rows: plan.counts.rows,
      drafts: plan.counts.drafts,
      errors: plan.errors.length,
      ignored: plan.counts.ignored,
      known: plan.known.length,
    },
    errors: plan.errors.slice(0, MOST_SHOWN).map(shownError),
    warnings: [...changed, ...known, ...skipped, ...new Set(warnings)].slice(0, 50),
    preview: plan.drafts.slice(0, PREVIEW).map((d) => maskValues(registerOf(d.draft.register), d.draft.values)),
    copy,
    needsYear: needsYear(plan),
  };
}

/** 从表格导入: a dry run, and the same again to apply; errors come back as a coloured copy of the office's own sheet. */
export function registerImports(api: Api, deps: WebDeps): void {
  const ports: ImportPorts = { registers: deps.stores.registers, mappings: deps.mappings };
  const copies = new Copies(() => deps.now().getTime());

  api.route({
    method: 'POST',
    path: '/import',
    input: z.object({}),
    may: null,
    files: true,
    limit: 60,
    act: async ({ viewer, request }) => {
      const { files, fields } = await readUploads(request, BOUNDS);
      const asked = fieldsOf(FIELDS, fields);
      const forbidden = forbid(viewer, 'import', { agency: asked.agency });
      if (forbidden) return forbidden;
      const [file] = files;
      if (!file) return refuse('没有收到文件，请选择一个表格。');
      if (file.tooLarge) throw new HttpProblem(413, '文件超过30 MB', '请分成几个文件导入。');
      const sheets = await readSheets(file.bytes, file.name);
      if (isRefusal(sheets)) return sheets;
      const register = registerFor(asked, sheets, file.name);
      const plan = await prepareImport(
        sheets,
        {
          register,
          agency: asked.agency,
          mapping: asked.mapping ? { register, signature: '*', columns: asked.mapping } : null,
          sheet: null,
          fileName: file.name,
          year: asked.year ?? null,
          onExisting: asked.update === 'true' ? 'update' : 'refuse',
          today: deps.today(),
        },
        ports,
      );
      if (isRefusal(plan)) return plan;
      if (plan.errors.length > 0) {
        const copy = await colouredCopy(file.bytes, sheets, plan);
        return answerOf(plan, sheets, false, copies.keep(viewer.id, `标红-${file.name.replace(/\.[^.]*$/, '')}.xlsx`, copy));
      }
      if (asked.apply !== 'true') return answerOf(plan, sheets, false, null);
      await deps.writable();
      const saved = await applyImport(plan, ports, actorOf(viewer));
      if (!isRefusal(saved)) return answerOf(plan, sheets, true, null);
      throw refused(refuse(`${saved.refused}${saved.problems[0] ? `：${saved.problems[0].what}，${saved.problems[0].fix}` : ''}`));
    },
  });

  api.route({
    method: 'GET',
    path: '/import/copies/:id',
    input: z.object({ id: z.string().max(60) }),
    may: null,
    act: async ({ input, viewer, reply }) => {
      const copy = copies.get(viewer.id, input.id);
      if (!copy) throw new HttpProblem(404, '标红的表只保留15分钟，已经删除', '请重新选择文件，再看一遍。');
      attachment(reply, copy.name);
      return reply.type('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet').send(Buffer.from(copy.bytes));
    },
  });
}
