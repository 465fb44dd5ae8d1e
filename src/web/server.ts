import { randomUUID } from 'node:crypto';
import Fastify, { type FastifyInstance } from 'fastify';
import { registerApi } from './api/index.ts';
import type { Api } from './api/pipeline.ts';
import { registerCheck } from './check/routes.ts';
import type { WebDeps } from './deps.ts';
import { registerFirstRun } from './people/firstRun.ts';
import { registerPassword } from './people/password.ts';
import { registerSignIn } from './people/signIn.ts';
import { registerAssets, registerConsole } from './plugins/assets.ts';
import { registerErrors, unreadable } from './plugins/errors.ts';
import { answerKnown } from './plugins/known.ts';
import { PageCache } from './plugins/pageCache.ts';
import { LARGEST_BODY, registerSecurity } from './plugins/security.ts';
import { Sessions } from './plugins/session.ts';
import { registerPortal } from './portal/content/routes.ts';
import { Portal } from './portal/portal.ts';
import { registerReportPages } from './reports/routes.ts';

/** How the server stands in its surroundings. */
export interface WebOptions {
  /** The built console. */
  readonly console: string;
  /** Whose X-Forwarded-For and X-Forwarded-Proto are believed: addresses or nets, comma separated; none unless set. */
  readonly trustProxy?: string | undefined;
  /** `warn` by default; `silent` for tests. */
  readonly logLevel?: string;
  /** Where pages are kept; one of its own unless handed in. */
  readonly cache?: PageCache;
}

/** Public pages are made anew at least this often: another process may have published something. */
const PAGE_AGE_MS = 60_000;

/** The server with all its pages, not yet listening. */
export async function buildServer(deps: WebDeps, options: WebOptions): Promise<{ server: FastifyInstance; api: Api }> {
  const server = Fastify({
    logger: { level: options.logLevel ?? 'warn', redact: ['req.headers.cookie', 'req.headers.authorization'] },
    trustProxy: options.trustProxy ? options.trustProxy.split(',').map((a) => a.trim()) : false,
    bodyLimit: LARGEST_BODY,
    genReqId: () => randomUUID(),
    requestTimeout: 120_000,
    ...unreadable(deps.site),
    forceCloseConnections: 'idle',
    routerOptions: { maxParamLength: 200, ignoreTrailingSlash: false },
  });
  const cache = options.cache ?? new PageCache(PAGE_AGE_MS);
  answerKnown(server, cache);
  const portal = new Portal(deps.site, cache, deps.now);
  const sessions = new Sessions(deps.signIn, deps.accounts);

  registerErrors(server, deps.site);
  await registerSecurity(server);
  server.addHook('onRequest', (request, reply, done) => {
    reply.header('x-request-id', request.id);
    if (!portal.chooseElder(request, reply)) done();
  });
  await registerAssets(server);
  await registerConsole(server, options.console);

  server.get('/healthz', async (_, reply) => {
    await deps.settings.get('-', 'secretMark');
    return reply.type('text/plain; charset=utf-8').send('ok\n');
  });
  registerCheck(server, portal);
  const people = { portal, sessions, signIn: deps.signIn, firstRun: deps.firstRun, accounts: deps.accounts };
  registerSignIn(server, people);
  registerPassword(server, people);
  registerFirstRun(server, people);
  registerReportPages(server, deps, portal);
  registerPortal(server, deps, portal);
  const api = registerApi(server, deps, sessions, cache);
  return { server, api };
}
