import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { givenFile } from '#documents/reading/given.ts';
import { agencyTree } from '#domain/agencies/tree.ts';
import { type Compiled, type CompileOptions, compile, type Registers } from '#domain/report/compile.ts';
import { compiledText } from '#domain/report/compileText.ts';
import { readRegistersFile } from '#domain/report/registersFile.ts';
import { registersJsonSchema } from '#domain/report/registersSchema.ts';
import { type Day, day, parseDay } from '#lib/day.ts';
import { isRefusal, type Refusal, refuse } from '#lib/result.ts';
import { type Command, type Io, UsageError } from './command.ts';

const HELP = `
compile：由登记簿编制年度报告（或任意期间）的数字

用法：
  npm run -s gongkai -- compile --registers 文件 --agency 机关 --year 年度
  npm run -s gongkai -- compile --registers 文件 --agency 机关 --from 起始日期 --to 截止日期

  --registers 文件   登记文件（JSON，格式见 docs/registers.schema.json；用 --schema 打印）
  --agency 机关      机关的代码、全称或简称
  --year 年度        一个公历年度，2021 年起
  --from、--to       期间的首日和末日，YYYY-MM-DD，可以是月、季度或任意期间
  --as-of 日期       按这一日终了时已登记、已发生的情况编制
  --format json|text 默认 json

没有申报登记情况的登记簿，其数字为空（null），缺什么列在 missing 里，不会当作 0。
退出码：0 完成；1 登记有必须改正的问题，或者不能编制；64 用法不对。
`;

const OPTIONS = {
  registers: { type: 'string' },
  agency: { type: 'string' },
  year: { type: 'string' },
  from: { type: 'string' },
  to: { type: 'string' },
  'as-of': { type: 'string' },
  format: { type: 'string', default: 'json' },
  schema: { type: 'boolean', default: false },
} as const;

interface Wanted {
  readonly agency: string;
  readonly from: Day;
  readonly to: Day;
  readonly asOf: Day | null;
  readonly json: boolean;
}

/** Where the registers come from when no file is named: the data folder of the running system. */
export type RegistersSource = () => Promise<Registers>;

function dayArgument(name: string, text: string): Day {
  const parsed = parseDay(text);
  if (!parsed) throw new UsageError(`--${name} “${text}”不是日期，写成 2023-01-01 的样子。`);
  return parsed;
}

function period(values: { year?: string; from?: string; to?: string }): { from: Day; to: Day } {
  const { year, from, to } = values;
  if (year !== undefined && (from !== undefined || to !== undefined)) throw new UsageError('--year 与 --from、--to 只能选一种。');
  if (year !== undefined) {
    if (!/^[1-9]\d{3}$/.test(year)) throw new UsageError(`--year “${year}”不是年度，写成 2023 的样子。`);
    return { from: day(`${year}-01-01`), to: day(`${year}-12-31`) };
  }
  if (from === undefined || to === undefined) throw new UsageError('请用 --year 指明年度，或者用 --from 和 --to 指明期间。');
  const span = { from: dayArgument('from', from), to: dayArgument('to', to) };
  if (span.from > span.to) throw new UsageError(`起始日期${from}晚于截止日期${to}。`);
  if (Number(to.slice(0, 4)) - Number(from.slice(0, 4)) > LONGEST_YEARS) throw new UsageError(`期间超过${LONGEST_YEARS}年，请缩短。`);
  return span;
}

const LONGEST_YEARS = 50;

function wantedOf(values: { agency?: string; year?: string; from?: string; to?: string; 'as-of'?: string; format: string }): Wanted {
  if (!values.agency) throw new UsageError('请用 --agency 指明机关（代码、全称或简称）。');
  if (values.format !== 'json' && values.format !== 'text') throw new UsageError('--format 只能是 json 或 text。');
  const asOf = values['as-of'] === undefined ? null : dayArgument('as-of', values['as-of']);
  return { agency: values.agency, ...period(values), asOf, json: values.format === 'json' };
}

function optionsOf(wanted: Wanted, registers: Registers): CompileOptions | Refusal {
  const codes = agencyTree(registers.agencies).find(wanted.agency);
  const [agency, ...others] = codes;
  if (!agency)
    return refuse(
      `没有“${wanted.agency}”这个机关；登记里有：${registers.agencies
        .map((a) => `${a.name}（${a.code}）`)
        .slice(0, 30)
        .join('、')}。`,
    );
  if (others.length > 0) return refuse(`“${wanted.agency}”有几个机关：${codes.join('、')}；请用代码指明。`);
  return { agency, from: wanted.from, to: wanted.to, asOf: wanted.asOf };
}

function result(registers: Registers | Refusal, wanted: Wanted): Compiled | Refusal {
  if (isRefusal(registers)) return registers;
  const options = optionsOf(wanted, registers);
  return isRefusal(options) ? options : compile(registers, options);
}

async function fromFile(path: string, io: Io): Promise<Registers | Refusal> {
  try {
    return readRegistersFile(await givenFile(resolve(io.cwd, path)));
  } catch (e) {
    if (e instanceof Error && 'code' in e && typeof e.code === 'string')
      return refuse(`读不了登记文件“${path}”（${e.code}），请核对文件名和权限。`);
    throw e;
  }
}

/** `cells` holds the cells of the form; the records behind the figures of the text stand apart. */
function printed({ report, cells, missing, findings, figures, opening }: Compiled): object {
  const behind = Object.entries(cells);
  const ofText = ([key]: readonly [string, unknown]) => key.startsWith('figures/');
  return {
    report,
    cells: Object.fromEntries(behind.filter((entry) => !ofText(entry))),
    missing,
    findings,
    figures,
    figureRecords: Object.fromEntries(behind.filter(ofText)),
    opening,
  };
}

function print(compiled: Compiled | Refusal, wanted: Wanted, io: Io): number {
  if (isRefusal(compiled)) {
    if (wanted.json) io.out(`${JSON.stringify(compiled)}\n`);
    io.err(`${compiled.refused}\n`);
    return 1;
  }
  io.out(wanted.json ? `${JSON.stringify(printed(compiled))}\n` : compiledText(compiled));
  return compiled.findings.some((f) => f.severity === 'error') ? 1 : 0;
}

/** The command; without `--registers` it reads `source`, where there is one. */
export function compileCommandFrom(source: RegistersSource | null): Command {
  return {
    name: 'compile',
    summary: '由登记簿编制年度报告的数字，每格列出背后的登记',
    help: HELP,
    async run(args, io) {
      const { values } = parseArgs({ args: [...args], options: OPTIONS, allowPositionals: false });
      if (values.schema) {
        io.out(`${JSON.stringify(registersJsonSchema(), null, 2)}\n`);
        return 0;
      }
      const wanted = wantedOf(values);
      if (values.registers === undefined && !source) throw new UsageError('请用 --registers 指明登记文件。');
      const registers = values.registers === undefined && source ? await source() : await fromFile(values.registers ?? '', io);
      return print(result(registers, wanted), wanted, io);
    },
  };
}

/** `compile` over a registers file; it touches no data folder. */
export const compileCommand: Command = compileCommandFrom(null);
