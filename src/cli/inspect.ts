import { parseArgs } from 'node:util';
import type { Application } from '#domain/application.ts';
import { itemOf, SEVERITY_NAMES } from '#domain/inspection/items.ts';
import { stateName } from '#domain/inspection/result.ts';
import type { ShownInspection } from '#domain/inspection/service.ts';
import { VERDICT_NAMES } from '#domain/inspection/verdict.ts';
import { SYSTEM } from '#domain/people/actor.ts';
import { agencyArgument } from './agencyArgument.ts';
import { type Command, type Io, openData, UsageError } from './command.ts';
import { NETWORK, type Network } from './inspect/ask.ts';
import { Prober } from './inspect/probe.ts';

const HELP = `
inspect：自查本单位的公开页和登记的发布场所

用法：
  npm run -s gongkai -- inspect --agency 机关 [--online] [--format text|json]

  --agency 机关   机关的代码、全称或简称
  --online        连外网，访问一次“公开设置”里的网站域名，看打不打得开、有没有IPv6地址，再逐个查站外链接。
                  每小时运行一次，一周以后能看出网站是不是常打不开。只读页面的头部，每个网站隔一秒一次，
                  不访问内部网络的地址。不写这一项时什么外网也不连
  --most 数       --online 时最多查多少个链接，默认 500
  --format json   输出 {"line": …, "results": […], "since": …}

结果与上一次比较，留在“自查”页面。
退出码：0 没有单项否决；1 不合格；64 用法不对。
`;

const OPTIONS = {
  agency: { type: 'string' },
  online: { type: 'boolean', default: false },
  most: { type: 'string', default: '500' },
  format: { type: 'string', default: 'text' },
} as const;
const MOST_SHOWN = 20;
const AT_ONCE = 20;

function countArgument(text: string): number {
  const n = Number(text);
  if (!/^\d{1,5}$/.test(text) || n < 1) throw new UsageError('--most 请写 1 到 99999 的整数。');
  return n;
}

async function visitSite(app: Application, agency: string, io: Io, network: Network): Promise<void> {
  const host = await app.inspection.siteToVisit(agency);
  if (host === null) return;
  const visit = await new Prober(network).visit(host);
  await app.inspection.keepVisit(agency, visit, SYSTEM);
  io.err(`网站 ${host}：${visit.outcome === 'ok' ? '打得开' : visit.detail}\n`);
}

async function probeLinks(app: Application, agency: string, most: number, io: Io, network: Network): Promise<void> {
  const links = await app.inspection.linksToProbe(agency);
  const prober = new Prober(network);
  const wanted = links.slice(0, most);
  for (let i = 0; i < wanted.length; i += AT_ONCE) {
    const probes = [];
    for (const url of wanted.slice(i, i + AT_ONCE)) probes.push(await prober.probe(url));
    await app.inspection.keepProbes(agency, probes, SYSTEM);
    io.err(`站外链接 ${Math.min(i + AT_ONCE, wanted.length)}/${wanted.length}\n`);
  }
  if (links.length > wanted.length) io.err(`还有${links.length - wanted.length}个链接这次没有查，请再运行一次。\n`);
}

function text({ inspection, since }: ShownInspection): string {
  const { summary, results, on } = inspection;
  const lines = [`${on} 自查：${VERDICT_NAMES[summary.verdict]}（${summary.says}）`];
  for (const r of results) {
    if (r.state === 'pass' || r.state === 'notApplicable') continue;
    const { label, todo } = itemOf(r.item);
    lines.push('', `[${SEVERITY_NAMES[r.severity]}·${stateName(r.state, r.severity)}] ${label}（${r.placeName}）：${r.found}`);
    if (r.standard) lines.push(`  标准：${r.standard}`);
    for (const h of r.hits.slice(0, MOST_SHOWN)) lines.push(`  - ${h.title}：${h.says}`);
    if (r.total > MOST_SHOWN) lines.push(`  …… 共${r.total}处`);
    if (r.state === 'fail' && todo) lines.push(`  怎么办：${todo}`);
  }
  if (since) lines.push('', `与${since.on}相比：新出现${since.added.length}处，改好${since.fixed.length}处，还在${since.still.length}处。`);
  return `${lines.join('\n')}\n`;
}

/** `inspect` over a network; the real one unless a test hands in its own. */
export function inspectCommandOver(network: Network): Command {
  return {
    name: 'inspect',
    summary: '自查公开页和发布场所（--online 连外网查网站和站外链接）',
    help: HELP,
    async run(args, io) {
      const { values } = parseArgs({ args: [...args], options: OPTIONS, allowPositionals: false });
      if (values.agency === undefined) throw new UsageError('请用 --agency 指明机关（代码、全称或简称）。');
      if (values.format !== 'text' && values.format !== 'json') throw new UsageError('--format 只能是 text 或 json。');
      const most = countArgument(values.most);
      const app = await openData(io);
      try {
        const agency = (await agencyArgument(app, values.agency)) ?? '';
        const host = await io.host?.();
        const pages = await host?.pages(app);
        try {
          if (values.online) {
            await visitSite(app, agency, io, network);
            await probeLinks(app, agency, most, io, network);
          }
          const shown = await app.inspection.runAs(agency, SYSTEM);
          const { results, table: _, ...line } = shown.inspection;
          io.out(values.format === 'json' ? `${JSON.stringify({ line, results, since: shown.since })}\n` : text(shown));
          return line.summary.verdict === 'failed' ? 1 : 0;
        } finally {
          await pages?.close();
        }
      } finally {
        await app.close();
      }
    },
  };
}

export const inspectCommand: Command = inspectCommandOver(NETWORK);
