import { parseArgs } from 'node:util';
import { recordJson, recordTable } from '#documents/sheets/recordTable.ts';
import { writeRegisterCsv } from '#documents/writing/registerCsv.ts';
import { writeRegisterXlsx } from '#documents/writing/registerXlsx.ts';
import type { Register, RegisterRecord } from '#domain/registers/index.ts';
import { type Command, UsageError } from './command.ts';
import { agencyNamed, type OpenOffice, registerNamed, registerNames, yearArgument } from './import/office.ts';
import { writeOut } from './writeOut.ts';

const FORMATS = ['xlsx', 'csv', 'json'] as const;
type Format = (typeof FORMATS)[number];

const HELP = `
export：把登记簿导出为台账

用法：
  npm run -s gongkai -- export 登记簿 --agency 机关 --out 文件 [选项]

  登记簿              代码或名称：
${registerNames()}
  --agency 机关       机关的代码、全称或简称
  --year 年度         只导出这一年的（按登记簿的日期列）
  --void              作废的也导出
  --format xlsx|csv|json  不写则看文件的扩展名，都没有则为 xlsx
  --out 文件          写到哪里；“-”为标准输出（只用于 csv、json）

导出的表原样导入，登记簿一处也不会变。含个人信息的列按登记的内容导出，请注意保管。
退出码：0 完成；64 用法不对。
`;

const OPTIONS = {
  agency: { type: 'string' },
  year: { type: 'string' },
  void: { type: 'boolean', default: false },
  format: { type: 'string' },
  out: { type: 'string' },
} as const;

function formatOf(format: string | undefined, out: string): Format {
  const wanted = format ?? FORMATS.find((f) => out.toLowerCase().endsWith(`.${f}`)) ?? (out === '-' ? 'csv' : 'xlsx');
  if (!FORMATS.includes(wanted as Format)) throw new UsageError(`--format 只能是 ${FORMATS.join('、')}。`);
  if (out === '-' && wanted === 'xlsx') throw new UsageError('XLSX 要写到文件里，请用 --out 指明文件。');
  return wanted as Format;
}

async function bytesOf(register: Register, records: readonly RegisterRecord[], format: Format): Promise<Uint8Array> {
  if (format === 'json') return new TextEncoder().encode(`${JSON.stringify(recordJson(register, records), null, 2)}\n`);
  const table = recordTable(register, records);
  return format === 'csv' ? writeRegisterCsv(table) : await writeRegisterXlsx(table);
}

/** `export REGISTER`: a register as a sheet that can be imported again, or as JSON. */
export function exportCommandFrom(open: OpenOffice): Command {
  return {
    name: 'export',
    summary: '把登记簿导出为台账（XLSX、CSV）或 JSON',
    help: HELP,
    async run(args, io) {
      const { values, positionals } = parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true });
      const [name, ...more] = positionals;
      if (name === undefined || more.length > 0) throw new UsageError('请写一本登记簿的代码或名称。');
      const register = registerNamed(name);
      if (values.agency === undefined) throw new UsageError('请用 --agency 指明机关（代码、全称或简称）。');
      if (values.out === undefined) throw new UsageError('请用 --out 指明写到哪个文件。');
      const format = formatOf(values.format, values.out);
      const year = yearArgument(values.year);
      const office = await open();
      try {
        const agency = await agencyNamed(office, values.agency);
        const span = year === null ? {} : { from: `${year}-01-01`, to: `${year}-12-31` };
        const page = await office.registers.list({
          register: register.key,
          agencies: [agency],
          size: 0,
          void: values.void ? 'with' : 'without',
          ...span,
        });
        const bytes = await bytesOf(register, page.records, format);
        if (values.out === '-') io.out(new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes));
        else await writeOut(io.cwd, values.out, bytes);
        io.err(`${register.title}：导出${page.records.length}${register.countWord}。\n`);
        return 0;
      } finally {
        await office.close();
      }
    },
  };
}
