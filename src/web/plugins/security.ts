import cookie from '@fastify/cookie';
import formbody from '@fastify/formbody';
import helmet from '@fastify/helmet';
import multipart from '@fastify/multipart';
import rateLimit from '@fastify/rate-limit';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { HttpProblem } from './errors.ts';

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
export const CONSOLE_POLICY = { ...PORTAL_POLICY, styleSrc: ["'self'", "'unsafe-inline'"] };

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
  await server.register(helmet, {
    contentSecurityPolicy: { useDefaults: false, directives: PORTAL_POLICY },
    strictTransportSecurity: { maxAge: 15_552_000, includeSubDomains: false },
    xFrameOptions: { action: 'deny' },
    referrerPolicy: { policy: 'same-origin' },
    crossOriginEmbedderPolicy: false,
  });
  await server.register(rateLimit, {
    global: false,
    timeWindow: '1 minute',
    cache: 20_000,
    errorResponseBuilder: () => new HttpProblem(429, '提交得太频繁'),
  });
  await server.register(cookie);
  await server.register(formbody, { bodyLimit: 64 * 1024 });
  await server.register(multipart, { limits: { fieldSize: 64 * 1024, fields: 20, headerPairs: 50 } });
  server.addHook('onRequest', async (request) => {
    if (UNSAFE.has(request.method) && !fromOwnPages(request))
      throw new HttpProblem(403, '这次提交来自别的网站，没有接受', '请在本系统的页面上重新操作。');
  });
  server.addHook('onSend', async (_, reply) => {
    if (!reply.getHeader('cache-control')) reply.header('cache-control', 'no-store');
    reply.header('permissions-policy', 'camera=(), microphone=(), geolocation=()');
  });
}
