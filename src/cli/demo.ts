import { parseArgs } from 'node:util';
import type { Application } from '#domain/application.ts';
import { ROLE_NAMES } from '#domain/people/roles.ts';
import { PlainFault } from '#lib/fault.ts';
import { demoPeople } from '../demo/index.ts';
import type { Command, Io } from './command.ts';
import { bringContent } from './demo/content.ts';
import { cutOff, fill, noteFilled } from './demo/fill.ts';
import { carriesMark, claimFolder, emptyFolder, noteRunning, othersRunning } from './demo/folder.ts';
import { bringLive } from './demo/live.ts';
import { alone } from './demo/lock.ts';
import { publishReports, writeReportFiles } from './demo/publish.ts';
import type { Host } from './host.ts';

const HELP = `
demo：演示。装好示例数据，编制、体检、公布年度报告，打开网站

用法：
  npm run demo
  npm run -s gongkai -- demo [--no-serve] [--fresh]

  --no-serve   只准备数据和文件，不打开网站
  --fresh      清空演示数据重来（只清带演示标记的文件夹）

演示数据在“数据文件夹-demo”里，不会碰到真实数据。再次运行时直接用已有的。
单位、人员和记录均为虚构或据公开年报整理。
`;

/** As a shell says it of a program ended by Ctrl+C. */
const INTERRUPTED = 130;

/** Everything the demo shows is there and up to date; made by one process at a time. */
async function prepare(app: Application, folder: string, io: Io): Promise<string[]> {
  const waiting = () => io.err('另一个演示正在准备数据，等它完成……\n');
  return alone(folder, waiting, async () => {
    if (await cutOff(app)) throw new PlainFault('上次准备演示数据时中断了，请加 --fresh 重来。');
    const filled = await fill(app, io.err);
    await publishReports(app, io.err);
    if (filled) {
      await bringContent(app, io.err);
      await noteFilled(app);
    }
    await bringLive(app);
    return writeReportFiles(app, folder);
  });
}

function printAccess(io: Io, url: string, files: readonly string[]): void {
  io.out(`网址 ${url}\n`);
  for (const p of demoPeople()) {
    const roles = p.memberships.map((m) => `${m.agency} ${ROLE_NAMES[m.role]}`).join('、');
    io.out(`账号 ${p.account} / ${p.password} / ${roles}\n`);
  }
  for (const file of files) io.out(`文件 ${file}\n`);
}

/** A fill that was cut off leaves half a demo: with --fresh, or where nobody else is using it, it is begun anew. */
async function openFresh(host: Host, folder: string, fresh: boolean): Promise<Application> {
  if (fresh) {
    // Stops a database server that a killed demo may have left; one that does not even open is emptied all the same.
    if ((await carriesMark(folder)) && (await othersRunning(folder)).length === 0)
      await host.openDemo().then(
        (app) => app.close(),
        () => undefined,
      );
    await emptyFolder(folder);
  }
  await claimFolder(folder);
  const app = await host.openDemo();
  if (!(await cutOff(app)) || (await othersRunning(folder)).length > 0) return app;
  await app.close();
  await emptyFolder(folder);
  return host.openDemo();
}

/** `demo`: two townships' registers, their compiled and published reports, and a running site. */
export const demoCommand: Command = {
  name: 'demo',
  summary: '演示：示例数据、编好的年报和运行的网站（npm run demo）',
  help: HELP,
  async run(args, io) {
    const { values } = parseArgs({
      args: [...args],
      options: { 'no-serve': { type: 'boolean', default: false }, fresh: { type: 'boolean', default: false } },
      allowPositionals: false,
    });
    if (!io.host) throw new Error('this command was started without a host');
    const host = await io.host();
    const stopped = host.stopped();
    const folder = host.folder('demo');
    const app = await openFresh(host, folder, values.fresh);
    const gone = await noteRunning(folder);
    try {
      const preparing = prepare(app, folder, io);
      const files = await Promise.race([preparing, stopped.then(() => null)]);
      if (files === null) {
        // What is being written when the data are closed fails, and is nobody's concern any more.
        preparing.catch(() => undefined);
        io.err('已中断；下次运行会重新准备。\n');
        return INTERRUPTED;
      }
      if (values['no-serve']) {
        printAccess(io, host.address, files);
        return 0;
      }
      const running = await host.listen(app, { demo: true, nextPort: true });
      printAccess(io, running.url, files);
      await stopped;
      io.err('正在停止……\n');
      await running.close();
      return 0;
    } finally {
      await gone();
      await app.close();
    }
  },
};
