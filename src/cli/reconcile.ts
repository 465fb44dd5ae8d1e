import { parseArgs } from 'node:util';
import type { ChainReport } from '#domain/events/ports.ts';
import type { FactDifference, FactLine } from '#domain/facts/ports.ts';
import { registerOf } from '#domain/registers/index.ts';
import { agencyArgument } from './agencyArgument.ts';
import { type Command, openData, UsageError } from './command.ts';

const HELP = `
reconcile：核对统计数字与登记簿是否一致，并校验历史记录没有被改动

用法：
  npm run -s gongkai -- reconcile [--agency 机关] [--format text|json]

  --agency 机关   只核对这一个机关及其内设机构（代码、全称或简称）
  --format json   输出 {"differences": […], "chains": […]}

从登记簿重新计数，与已统计的逐条比较。有不一致的，可用 gongkai facts rebuild 重新统计。
退出码：0 全部一致；1 有不一致，或历史记录不完整；64 用法不对。
`;

const OPTIONS = { agency: { type: 'string' }, format: { type: 'string', default: 'text' } } as const;
const MOST_SHOWN = 50;

function lineText(f: FactLine): string {
  const dimensions = Object.values(f.dimensions).join('/');
  return `${f.happenedOn} ${f.kind}${dimensions ? `（${dimensions}）` : ''} ${f.quantity}`;
}

function linesText(lines: readonly FactLine[]): string {
  return lines.length === 0 ? '无' : lines.map(lineText).join('；');
}

function differenceText(d: FactDifference): string {
  return `${registerOf(d.register).title} ${d.unit} ${d.record}\n  已统计：${linesText(d.stored)}\n  按登记：${linesText(d.recounted)}\n`;
}

function chainText(c: ChainReport): string {
  return `${c.agency} 的历史记录从第 ${c.broken?.seq} 条起不完整：${c.broken?.why}。\n`;
}

/** `reconcile`: counts again from the registers, compares, and walks the chains. */
export const reconcileCommand: Command = {
  name: 'reconcile',
  summary: '核对统计数字与登记簿，校验历史记录',
  help: HELP,
  async run(args, io) {
    const { values } = parseArgs({ args: [...args], options: OPTIONS, allowPositionals: false });
    if (values.format !== 'text' && values.format !== 'json') throw new UsageError('--format 只能是 text 或 json。');
    const app = await openData(io);
    try {
      const agency = await agencyArgument(app, values.agency);
      const differences = await app.stores.facts.reconcile(agency);
      const agencies = agency === null ? await app.stores.events.agencies() : [agency];
      const chains = await Promise.all(agencies.map((a) => app.stores.events.verify(a)));
      const broken = chains.filter((c) => !c.intact);
      if (values.format === 'json') io.out(`${JSON.stringify({ differences, chains })}\n`);
      else {
        for (const d of differences.slice(0, MOST_SHOWN)) io.out(differenceText(d));
        if (differences.length > MOST_SHOWN) io.out(`……共 ${differences.length} 条登记不一致。\n`);
        for (const c of broken) io.out(chainText(c));
        const events = chains.reduce((n, c) => n + c.events, 0);
        if (differences.length + broken.length === 0) io.out(`统计与登记簿一致；历史记录 ${events} 条，完整。\n`);
      }
      return differences.length + broken.length === 0 ? 0 : 1;
    } finally {
      await app.close();
    }
  },
};
