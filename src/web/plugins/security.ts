import cookie from '@fastify/cookie';
import formbody from '@fastify/formbody';
import helmet from '@fastify/helmet';
import multipart from '@fastify/multipart';
import rateLimit from '@fastify/rate-limit';
import Fastify, { type FastifyInstance, type FastifyRequest } from 'fastify';
import { storable } from '#domain/publishing/storable.ts';
import { HttpProblem, readable } from './errors.ts';

/** Public pages: nothing inline, nothing from elsewhere. */
const PORTAL_POLICY = {
  defaultSrc: ["'none'"],
  scriptSrc: ["'self'"],
  styleSrc: ["'self'"],
  imgSrc: ["'self'", 'data:'],
  fontSrc: ["'self'"],
  connectSrc: ["'self'"],
  formAction: ["'self'"],
  frameAncestors: ["'none'"],
  baseUri: ["'none'"],
};

/** The console: its components write their styles into the page while it runs; scripts stay as strict. */
const CONSOLE_POLICY = { ...PORTAL_POLICY, styleSrc: ["'self'", "'unsafe-inline'"] };

declare module 'fastify' {
  interface FastifyContextConfig {
    /** True for the pages of the console. */
    readonly console?: boolean;
  }
}

/** What helmet says with a policy, asked once: it would build the same words for every answer. */
async function headersWith(directives: typeof PORTAL_POLICY): Promise<Readonly<Record<string, string>>> {
  const asked = Fastify();
  await asked.register(helmet, {
    contentSecurityPolicy: { useDefaults: false, directives },
    strictTransportSecurity: { maxAge: 15_552_000, includeSubDomains: false },
    xFrameOptions: { action: 'deny' },
    referrerPolicy: { policy: 'same-origin' },
    crossOriginEmbedderPolicy: false,
  });
  asked.get('/', async (_, reply) => reply.code(204).send());
  const { headers } = await asked.inject('/');
  await asked.close();
  const said = Object.entries(headers).filter((h): h is [string, string] => typeof h[1] === 'string' && !OF_THE_ANSWER.has(h[0]));
  return {
    ...Object.fromEntries(said),
    'permissions-policy': 'camera=(), microphone=(), geolocation=()',
    // Until a route says otherwise.
    'cache-control': 'no-store',
  };
}

const OF_THE_ANSWER = new Set(['date', 'connection', 'content-length', 'content-type']);

/** A thousand pasted rows with long texts fit; files come as multipart with their own bounds. */
export const LARGEST_BODY = 4 * 1024 * 1024;

const UNSAFE = new Set(['POST', 'PUT', 'PATCH', 'DELETE']);

/** False for a change that a page of another site sent. Browsers that say nothing of the origin are let through to the token check. */
export function fromOwnPages(request: FastifyRequest): boolean {
  const site = request.headers['sec-fetch-site'];
  if (typeof site === 'string') return site === 'same-origin' || site === 'none';
  const { origin } = request.headers;
  if (!origin) return true;
  return URL.canParse(origin) && new URL(origin).host === request.host;
}

/** Headers, cookies, bodies, request counts, and the refusal of changes sent by other sites. */
export async function registerSecurity(server: FastifyInstance): Promise<void> {
  const [portal, console] = await Promise.all([headersWith(PORTAL_POLICY), headersWith(CONSOLE_POLICY)]);
  server.addHook('onRequest', (request, reply, done) => {
    reply.headers(request.routeOptions.config.console ? console : portal);
    done();
  });
  await server.register(rateLimit, {
    global: false,
    timeWindow: '1 minute',
    cache: 20_000,
    errorResponseBuilder: (request) => new HttpProblem(429, UNSAFE.has(request.method) ? '提交得太频繁' : '打开得太频繁'),
  });
  await server.register(cookie);
  await server.register(formbody, { bodyLimit: 64 * 1024 });
  await server.register(multipart, { limits: { fieldSize: 64 * 1024, fields: 20, headerPairs: 50 } });
  server.addHook('onRequest', (request, _, done) => {
    if (!readable(request)) done(new HttpProblem(400, '地址读不懂', '请检查地址，或者从首页查找。'));
    else if (!UNSAFE.has(request.method) || fromOwnPages(request)) done();
    else done(new HttpProblem(403, '这次提交来自别的网站，没有接受', '请在本系统的页面上重新操作。'));
  });
  // Characters no database keeps come along in what is pasted: they are left out before anybody reads the request.
  server.addHook('preValidation', (request, _, done) => {
    request.query = storable(request.query);
    if (typeof request.body === 'object') request.body = storable(request.body);
    done();
  });
}
