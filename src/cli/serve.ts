import { parseArgs } from 'node:util';
import { type Command, openData } from './command.ts';

/** `serve`: the office's own system. */
export const serveCommand: Command = {
  name: 'serve',
  summary: '启动系统（npm start）',
  help: `
serve：启动系统

用法：
  npm start

设置（环境变量，或写在 .env 里）：
  PORT                  端口，默认 8080
  HOST                  监听的地址，默认 127.0.0.1（只在本机打开）；给别人用时设为 0.0.0.0，并在前面加 https
  GONGKAI_DATA          数据文件夹
  DATABASE_URL          自备的 PostgreSQL（15以上）；不写则用内置的
  GONGKAI_SECRET        个人信息的密钥；不写则用数据文件夹里的 secret.key
  GONGKAI_TRUST_PROXY   可信的反向代理地址，逗号隔开；只有它们说的来访地址和 https 才算数

按 Ctrl+C 停止。第一次启动时，窗口里显示一次性代码，用它在网页上设置本单位和管理员。
`,
  async run(args, io) {
    parseArgs({ args: [...args], options: {}, allowPositionals: false });
    if (!io.host) throw new Error('this command was started without a host');
    const host = await io.host();
    const app = await openData(io);
    try {
      const stopped = host.stopped();
      const running = await host.listen(app, { demo: false, nextPort: false });
      io.out(`网址 ${running.url}\n`);
      if (await app.firstRun.needed()) io.out(`首次设置 ${running.url}/first-run\n一次性代码 ${await app.firstRun.newCode()}\n`);
      await stopped;
      io.err('正在停止……\n');
      await running.close();
      return 0;
    } finally {
      await app.close();
    }
  },
};
