import { parseArgs } from 'node:util';
import { registerTemplate } from '#documents/sheets/template.ts';
import { type Command, UsageError } from './command.ts';
import { registerNamed, registerNames } from './import/office.ts';
import { writeOut } from './writeOut.ts';

const HELP = `
template：得到一本登记簿的导入模板（XLSX，有下拉列表、填写说明和示例行）

用法：
  npm run -s gongkai -- template 登记簿 [--out 文件]

  登记簿        代码或名称：
${registerNames()}
  --out 文件    不写则为“登记簿名称＋导入模板.xlsx”，写在当前文件夹

不用模板也可以：自己的台账用 import 直接导入。
退出码：0 完成；64 用法不对。
`;

/** `template REGISTER`: our own sheet to fill in; it needs no data. */
export const templateCommand: Command = {
  name: 'template',
  summary: '得到登记簿的导入模板（XLSX）',
  help: HELP,
  async run(args, io) {
    const { values, positionals } = parseArgs({ args: [...args], options: { out: { type: 'string' } }, allowPositionals: true });
    const [name, ...more] = positionals;
    if (name === undefined || more.length > 0) throw new UsageError('请写一本登记簿的代码或名称。');
    const register = registerNamed(name);
    const out = values.out ?? `${register.title}导入模板.xlsx`;
    await writeOut(io.cwd, out, await registerTemplate(register.key));
    io.err(`已写出：${out}\n`);
    return 0;
  },
};
