import { join } from 'node:path';
import type { Host, Running } from '#cli/host.ts';
import type { Application } from '#domain/application.ts';
import { settingsOf } from '#domain/publishing/entries/entry.ts';
import { PlainFault } from '#lib/fault.ts';
import type { Site } from '#web/portal/layout.ts';
import { openApplication } from './application.ts';
import { CHECKOUT, type Config, demoConfig, readSettings } from './config.ts';

/** How many ports above the one asked for are tried. */
const MOST_PORTS = 50;
const SITE_AGE_MS = 60_000;

const DEMO_SITE: Site = {
  name: '政府信息公开演示网站',
  organiser: '演示单位',
  domain: '',
  idCode: '',
  icp: '',
  police: '',
  contact: '',
  demo: true,
};

/** The site's particulars as an administrator set them; until then named after the office at the top. */
async function siteOf(app: Application, demo: boolean): Promise<Site> {
  const tree = await app.agencies.tree();
  const organs = tree.codes.map((code) => tree.stateOf(code, app.today())).filter((a) => a?.kind === 'reportingOrgan');
  const top = organs.find((a) => a?.parent === null) ?? organs[0];
  const own = settingsOf(top && (await app.stores.entries.get(top.code, 'settings', 'settings'))).site ?? {};
  const set = Object.fromEntries(Object.entries(own).filter(([, value]) => value !== ''));
  if (demo) return { ...DEMO_SITE, ...set };
  const organiser = top?.name ?? '本单位';
  return { ...DEMO_SITE, name: `${organiser}政府信息公开`, organiser, ...set, demo: false };
}

async function listenOn(
  server: { listen(o: { port: number; host: string }): Promise<string> },
  config: Config,
  nextPort: boolean,
): Promise<string> {
  const { port, host } = config;
  for (let tried = port; ; tried++) {
    try {
      return await server.listen({ port: tried, host });
    } catch (e) {
      const code = (e as NodeJS.ErrnoException).code;
      if (code === 'EADDRINUSE' && nextPort && port !== 0 && tried - port < MOST_PORTS) continue;
      if (code === 'EADDRINUSE') throw new PlainFault(`端口${tried}已被占用。请停掉占用它的程序，或用设置 PORT 换一个端口。`);
      if (code === 'EACCES') throw new PlainFault(`没有权限使用端口${tried}。请用设置 PORT 换一个1024以上的端口。`);
      if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') throw new PlainFault(`设置 HOST“${host}”不是本机的地址。`);
      throw e;
    }
  }
}

/** The commands' way to the data and to the network. */
export function hostOver(config: Config): Host {
  const demo = demoConfig(config);
  return {
    address: `http://${config.host.includes(':') ? `[${config.host}]` : config.host}:${config.port}`,
    folder: (data) => (data === 'demo' ? demo.data : config.data),
    openDemo: () => openApplication(demo, { say: (text) => void process.stderr.write(`${text}\n`) }),
    async listen(app, options): Promise<Running> {
      const { buildServer } = await import('#web/server.ts');
      let site = await siteOf(app, options.demo);
      const renew = setInterval(
        () =>
          void siteOf(app, options.demo).then(
            (s) => (site = s),
            () => undefined,
          ),
        SITE_AGE_MS,
      ).unref();
      const trustProxy = readSettings()['GONGKAI_TRUST_PROXY'];
      const stopWatching = await app.watch();
      const { server } = await buildServer({ ...app, site: () => site }, { console: join(CHECKOUT, 'dist/console'), trustProxy });
      const url = await listenOn(server, config, options.nextPort).catch(async (e: unknown) => {
        clearInterval(renew);
        await server.close();
        await stopWatching();
        throw e;
      });
      return {
        url,
        close: async () => {
          clearInterval(renew);
          await server.close();
          await stopWatching();
        },
      };
    },
    async pages(app) {
      const { buildServer } = await import('#web/server.ts');
      const site = await siteOf(app, false);
      const { server } = await buildServer({ ...app, site: () => site }, { console: join(CHECKOUT, 'dist/console'), logLevel: 'silent' });
      await server.ready();
      return { close: () => server.close() };
    },
    stopped: () =>
      new Promise((done) => {
        for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => done());
      }),
  };
}
