import { parseArgs } from 'node:util';
import { agencyArgument } from './agencyArgument.ts';
import { type Command, openData, UsageError } from './command.ts';

const HELP = `
facts：由登记簿的历史重新统计

用法：
  npm run -s gongkai -- facts rebuild [--agency 机关]

  --agency 机关   只重新统计这一个机关及其内设机构（代码、全称或简称）

统计数字从不手工填写，随时可以由登记簿重新得出；某一天当时已知的数字也照原样得出。
退出码：0 完成；64 用法不对。
`;

/** `facts rebuild`: makes the countable shadow anew from the history. */
export const factsCommand: Command = {
  name: 'facts',
  summary: '由登记簿重新统计（facts rebuild）',
  help: HELP,
  async run(args, io) {
    const { values, positionals } = parseArgs({ args: [...args], options: { agency: { type: 'string' } }, allowPositionals: true });
    if (positionals.length !== 1 || positionals[0] !== 'rebuild') throw new UsageError('请写 facts rebuild。');
    const app = await openData(io);
    try {
      const made = await app.stores.facts.rebuild(await agencyArgument(app, values.agency));
      io.out(`已由登记簿重新统计，共 ${made} 条。\n`);
      return 0;
    } finally {
      await app.close();
    }
  },
};
