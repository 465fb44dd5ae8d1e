import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { openApplication } from '../../src/application.ts';
import { fill } from '../../src/cli/demo/fill.ts';
import { bringLive } from '../../src/cli/demo/live.ts';
import { publishReports } from '../../src/cli/demo/publish.ts';
import type { Application } from '../../src/domain/application.ts';
import { openTestDatabase, testServers } from '../../src/store/testing/database.ts';
import type { Api } from '../../src/web/api/pipeline.ts';
import type { Site } from '../../src/web/portal/layout.ts';
import { buildServer } from '../../src/web/server.ts';

/** How the site of the tests presents itself. */
export const SITE: Site = {
  name: '测试网站',
  organiser: '测试单位',
  domain: '',
  idCode: '',
  icp: '',
  police: '',
  contact: '',
  demo: true,
};

/** A whole system on a database of its own: application, server, and a clock that the test moves. */
export interface TestSite {
  readonly app: Application;
  readonly server: FastifyInstance;
  readonly api: Api;
  /** What another process would open the same data with. */
  readonly config: Parameters<typeof openApplication>[0];
  /** Where it answers; only after `listen`. */
  url: string;
  clock: Date;
  close(): Promise<void>;
}

/** Opens a system; `demo` fills it with the example data and publishes its reports. */
export async function openSite(options: { demo: boolean; clock: string; listen: boolean }): Promise<TestSite> {
  const [first] = testServers();
  if (!first) throw new Error('no database server to test on');
  const database = await openTestDatabase(first);
  const data = await mkdtemp(join(tmpdir(), 'gongkai-e2e-'));
  const site: Partial<TestSite> & { clock: Date } = { clock: new Date(options.clock) };
  const config = { port: 0, host: '127.0.0.1', data, databaseUrl: database.url, replicaUrl: undefined, secret: undefined };
  const app = await openApplication(config, { now: () => site.clock });
  if (options.demo) {
    await fill(app, () => undefined);
    await publishReports(app, () => undefined);
    await bringLive(app);
  }
  const { server, api } = await buildServer(
    { ...app, site: () => SITE },
    { console: join(import.meta.dirname, '../../dist/console'), logLevel: 'silent' },
  );
  if (options.listen) await server.listen({ port: 0, host: '127.0.0.1' });
  else await server.ready();
  const address = server.server.address();
  return Object.assign(site, {
    app,
    server,
    api,
    config,
    url: typeof address === 'object' && address ? `http://127.0.0.1:${address.port}` : '',
    close: async () => {
      await server.close();
      await app.close();
      await database.close();
      await rm(data, { recursive: true, force: true });
    },
  });
}

/** What a signed-in client sends with every request. */
export interface Client {
  readonly cookie: string;
  readonly csrf: string;
}

/** Signs in as the browser does, without one. */
export async function signIn({ server }: TestSite, account: string, password: string): Promise<Client> {
  const page = await server.inject({ method: 'GET', url: '/sign-in' });
  const form = page.cookies.find((c) => c.name === 'gongkai_form')?.value ?? '';
  const done = await server.inject({
    method: 'POST',
    url: '/sign-in',
    headers: { 'content-type': 'application/x-www-form-urlencoded', cookie: `gongkai_form=${form}` },
    payload: new URLSearchParams({ account, password, token: form, next: '' }).toString(),
  });
  const token = done.cookies.find((c) => c.name === 'gongkai')?.value;
  if (!token) throw new Error(`not signed in: ${done.statusCode}`);
  const cookie = `gongkai=${token}`;
  const me = await server.inject({ method: 'GET', url: '/api/console/me', headers: { cookie } });
  return { cookie, csrf: (me.json() as { csrf: string }).csrf };
}
