import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { givenFile } from '#documents/reading/given.ts';
import { colouredCopy } from '#documents/sheets/errorsCopy.ts';
import { readSheets } from '#documents/sheets/read.ts';
import {
  applyImport,
  detectRegister,
  type ImportPlan,
  type ImportWish,
  prepareImport,
  type SheetGrid,
  toKept,
} from '#domain/imports/index.ts';
import { type RegisterKey, registerOf } from '#domain/registers/index.ts';
import { isRefusal, type Refusal } from '#lib/result.ts';
import { type Command, type Io, UsageError } from './command.ts';
import { parseMapping } from './import/mappingFile.ts';
import { agencyNamed, type OpenOffice, type RegisterOffice, registerNamed, yearArgument } from './import/office.ts';
import { findingText, planText } from './import/planText.ts';
import { writeOut } from './writeOut.ts';

const HELP = `
import：把单位自己的台账（XLSX、CSV、XLS）导入登记簿

用法：
  npm run -s gongkai -- import 文件 --agency 机关 [--register 登记簿] [选项]

  --agency 机关        机关的代码、全称或简称
  --register 登记簿    登记簿的代码或名称；不写则从列标题辨认
  --year 年度          没写年份的日期按哪一年；不写则看表题、工作表名和文件名，都没有就逐格指出
  --sheet 名称         只导入这一张工作表
  --mapping 文件       列对应（JSON：{"columns": {"表里的列标题": "登记簿的列"}}）；确认过的列对应会记住
  --save-mapping 文件  把这次的列对应写出来，改好后用 --mapping 交回
  --dry-run            只看结果，不导入
  --errors 文件        把出错的格子在原表的副本上标红、加批注（.xlsx）
  --update             编号已有、内容不同的，按表里的更新
  --format text|json   默认 text

全部没有错才导入；有一处错就一行也不导入。再导入一次同样的表，不会多出记录。
退出码：0 完成；1 有必须改的，或读不了；64 用法不对。
`;

const OPTIONS = {
  agency: { type: 'string' },
  register: { type: 'string' },
  year: { type: 'string' },
  sheet: { type: 'string' },
  mapping: { type: 'string' },
  'save-mapping': { type: 'string' },
  'dry-run': { type: 'boolean', default: false },
  errors: { type: 'string' },
  update: { type: 'boolean', default: false },
  format: { type: 'string', default: 'text' },
} as const;

interface Source {
  /** As given. */
  readonly path: string;
  readonly name: string;
  readonly bytes: Uint8Array;
}

type Values = ReturnType<typeof parseArgs<{ options: typeof OPTIONS }>>['values'];

async function readSource(path: string, io: Io): Promise<Source> {
  const bytes = await givenFile(resolve(io.cwd, path)).catch((e: NodeJS.ErrnoException) => {
    throw new UsageError(e.code === 'ENOENT' ? `没有文件“${path}”。` : `打不开文件“${path}”（${e.code ?? '未知原因'}）。`);
  });
  return { path, name: path.split(/[\\/]/).at(-1) ?? path, bytes };
}

function registerOfSheets(wanted: string | undefined, sheets: readonly SheetGrid[], name: string, io: Io): RegisterKey | Refusal {
  if (wanted !== undefined) return registerNamed(wanted).key;
  const guesses = detectRegister(sheets, name);
  const [best] = guesses;
  if (best?.sure) {
    io.err(`看列标题，这是${registerOf(best.register).title}。\n`);
    return best.register;
  }
  const some = guesses.slice(0, 3).map((g) => `${registerOf(g.register).title}（${g.register}）`);
  return { refused: `看不出这是哪一本登记簿${some.length > 0 ? `，可能是${some.join('或')}` : ''}；请用 --register 指明。`, basis: [] };
}

async function wishOf(
  values: Values,
  register: RegisterKey,
  agency: string,
  source: Source,
  office: RegisterOffice,
  io: Io,
): Promise<ImportWish> {
  const mapping =
    values.mapping === undefined ? null : parseMapping(new TextDecoder().decode((await readSource(values.mapping, io)).bytes), register);
  return {
    register,
    agency,
    mapping,
    sheet: values.sheet ?? null,
    fileName: source.name,
    year: yearArgument(values.year),
    onExisting: values.update ? 'update' : 'refuse',
    today: office.today,
  };
}

function printRefusal(refusal: Refusal, json: boolean, io: Io): number {
  if (json) io.out(`${JSON.stringify(refusal)}\n`);
  io.err(`${refusal.refused}\n`);
  return 1;
}

/** The plan without the records themselves: they may hold personal data. */
function planJson(plan: ImportPlan, saved: number | null): string {
  const { drafts: _, ...rest } = plan;
  return `${JSON.stringify({ applied: saved !== null, saved: saved ?? 0, ...rest })}\n`;
}

async function writeCopies(values: Values, source: Source, sheets: readonly SheetGrid[], plan: ImportPlan, io: Io): Promise<void> {
  if (values.errors !== undefined && plan.errors.length + plan.warnings.length > 0) {
    await writeOut(io.cwd, values.errors, await colouredCopy(source.bytes, sheets, plan), [source.path]);
    io.err(`标好的表：${values.errors}\n`);
  }
  if (values['save-mapping'] !== undefined) {
    const columns = Object.assign({}, ...plan.sheets.map((s) => toKept(s.mapping).columns)) as Record<string, string | null>;
    await writeOut(io.cwd, values['save-mapping'], `${JSON.stringify({ columns }, null, 2)}\n`, [source.path]);
  }
}

async function importFile(values: Values, source: Source, office: RegisterOffice, io: Io): Promise<number> {
  const json = values.format === 'json';
  const agency = await agencyNamed(office, values.agency ?? '');
  const sheets = await readSheets(source.bytes, source.name);
  if (isRefusal(sheets)) return printRefusal(sheets, json, io);
  const register = registerOfSheets(values.register, sheets, source.name, io);
  if (isRefusal(register)) return printRefusal(register, json, io);
  const plan = await prepareImport(sheets, await wishOf(values, register, agency, source, office, io), office);
  if (isRefusal(plan)) return printRefusal(plan, json, io);
  await writeCopies(values, source, sheets, plan, io);
  if (!json) io.out(planText(plan));
  if (values['dry-run'] || plan.errors.length > 0) {
    if (json) io.out(planJson(plan, null));
    else io.out(plan.errors.length > 0 ? '有错，一行也没有导入。\n' : '没有导入（--dry-run）。\n');
    return plan.errors.length > 0 ? 1 : 0;
  }
  const saved = await applyImport(plan, office, office.actor);
  if (isRefusal(saved)) {
    for (const p of saved.problems) io.err(`${findingText(p)}\n`);
    return printRefusal(saved, json, io);
  }
  io.out(json ? planJson(plan, saved.length) : `已导入${saved.length}条记录。\n`);
  return 0;
}

/** `import FILE`: the office's own sheets into a register, whole or not at all. */
export function importCommandFrom(open: OpenOffice): Command {
  return {
    name: 'import',
    summary: '把单位自己的台账（XLSX、CSV）导入登记簿，先试后存，全有或全无',
    help: HELP,
    async run(args, io) {
      const { values, positionals } = parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true });
      const [path, ...more] = positionals;
      if (path === undefined || more.length > 0) throw new UsageError('请写一个要导入的文件。');
      if (values.agency === undefined) throw new UsageError('请用 --agency 指明机关（代码、全称或简称）。');
      if (values.format !== 'text' && values.format !== 'json') throw new UsageError('--format 只能是 text 或 json。');
      yearArgument(values.year);
      const source = await readSource(path, io);
      const office = await open();
      try {
        return await importFile(values, source, office, io);
      } finally {
        await office.close();
      }
    },
  };
}
