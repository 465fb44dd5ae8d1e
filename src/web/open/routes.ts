import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { markup } from '#documents/markup.ts';
import type { WebDeps } from '../deps.ts';
import { HttpProblem } from '../plugins/errors.ts';
import { sendReady } from '../plugins/pageCache.ts';
import { originOf } from '../portal/origin.ts';
import type { Portal } from '../portal/portal.ts';
import { csvOf } from './csv.ts';
import { dcat } from './dcat.ts';
import type { Endpoint } from './endpoint.ts';
import { ENDPOINTS } from './endpoints.ts';
import { openApi } from './openapi.ts';

const JSON_TYPE = 'application/json; charset=utf-8';

/** Pages of other sites may read what is public, and why it was refused. */
const LIMIT = {
  config: { rateLimit: { max: 300 } },
  onRequest: (_: FastifyRequest, reply: FastifyReply, done: () => void) => {
    reply.header('access-control-allow-origin', '*').header('cross-origin-resource-policy', 'cross-origin');
    done();
  },
};

function rowsOf(answer: unknown): Readonly<Record<string, unknown>>[] {
  const rows = Array.isArray(answer) ? answer : (answer as { items: unknown[] }).items;
  return rows as Readonly<Record<string, unknown>>[];
}

function read<T>(parsed: { success: true; data: T } | { success: false; error: { issues: readonly { path: PropertyKey[] }[] } }): T {
  if (parsed.success) return parsed.data;
  throw new HttpProblem(
    400,
    `参数不对：${parsed.error.issues.map((i) => i.path.join('.')).join('、')}`,
    '参数的写法见 /api/v1/openapi.json。',
  );
}

/** A misspelt filter left unread would give more than was asked for, so it is refused with the names there are. */
function refuseUnknown(e: Endpoint, given: Readonly<Record<string, unknown>>): void {
  const known = [...Object.keys(e.query.shape), ...(e.csv ? ['format'] : [])];
  const unknown = Object.keys(given).filter((name) => !known.includes(name));
  if (unknown.length === 0) return;
  const named = unknown.map((name) => `“${name.slice(0, 40)}”`).join('、');
  throw new HttpProblem(400, `没有这个参数：${named}`, known.length > 0 ? `可以用的参数：${known.join('、')}。` : '这项内容不带参数。');
}

/** The public interface under /api/v1: everything that is public, read-only, as JSON and CSV. */
export function registerOpenData(server: FastifyInstance, deps: WebDeps, portal: Portal): void {
  const send = async (
    request: FastifyRequest,
    reply: FastifyReply,
    key: string | null,
    type: string,
    make: () => Promise<string | null>,
  ): Promise<FastifyReply> => {
    const body = await portal.cache.page(key && `open ${key}`, make, type);
    if (!body) throw new HttpProblem(404, '没有这项内容', '请核对地址；有哪些内容见 /api/v1。');
    return sendReady(request, reply, body, 'no-cache');
  };

  const answer = async (e: Endpoint, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
    const { format = 'json', ...rest } = request.query as Record<string, unknown>;
    if (format !== 'json' && !(format === 'csv' && e.csv))
      throw new HttpProblem(400, '没有这种格式', e.csv ? 'format 可以是 json 或 csv。' : '这项内容只有 JSON。');
    refuseUnknown(e, request.query as Record<string, unknown>);
    const params = read(e.params.safeParse(request.params)) as Record<string, string>;
    const query = read(e.query.safeParse(rest)) as Record<string, unknown>;
    const key = `${e.path} ${JSON.stringify([params, query])} ${format}`;
    return send(request, reply, key, format === 'csv' ? 'text/csv; charset=utf-8' : JSON_TYPE, async () => {
      const found = await e.read(deps, { params, query });
      if (found === null) return null;
      return format === 'csv' && e.csv ? csvOf(e.csv, rowsOf(found)) : `${JSON.stringify(found)}\n`;
    });
  };
  for (const e of ENDPOINTS)
    server.get(`/api/v1${e.path.replaceAll(/\{(\w+)\}/g, ':$1')}`, LIMIT, (request, reply) => answer(e, request, reply));

  const index = {
    title: '政府信息公开数据接口',
    openapi: '/api/v1/openapi.json',
    catalog: '/api/v1/catalog',
    resources: ENDPOINTS.map((e) => ({ path: `/api/v1${e.path}`, summary: e.summary, formats: e.csv ? ['json', 'csv'] : ['json'] })),
  };
  server.get('/api/v1', LIMIT, (request, reply) => send(request, reply, 'index', JSON_TYPE, async () => `${JSON.stringify(index)}\n`));
  server.get('/api/v1/openapi.json', LIMIT, (request, reply) =>
    send(request, reply, 'openapi', JSON_TYPE, async () => `${JSON.stringify(openApi(), null, 2)}\n`),
  );
  server.get('/api/v1/catalog', LIMIT, (request, reply) => {
    const { origin, own } = originOf(request, deps.site().domain);
    const text = async () => `${JSON.stringify(await dcat(deps, origin))}\n`;
    return send(request, reply, own ? `catalog ${origin}` : null, 'application/ld+json; charset=utf-8', text);
  });

  server.get('/open-data', async (request, reply) => {
    const page = async () =>
      portal.render(
        request,
        { title: '开放数据', crumbs: [{ label: '首页', href: '/' }, { label: '开放数据' }] },
        markup`<h1>开放数据</h1><p>已经公开的信息可以成批取用，不需要登录，也不收费。使用时请注明来源。</p>
<div class="scroll" role="region" tabindex="0" aria-label="数据目录，可左右滚动"><table><caption>有哪些数据</caption><thead><tr><th scope="col">内容</th><th scope="col">地址</th><th scope="col">格式</th></tr></thead><tbody>${ENDPOINTS.map((e) => markup`<tr><th scope="row">${e.summary}</th><td><code>/api/v1${e.path}</code></td><td>${e.path.includes('{') ? markup`JSON${e.csv && '、CSV'}` : markup`<a href="/api/v1${e.path}">JSON</a>${e.csv && markup`、<a href="/api/v1${e.path}?format=csv">CSV</a>`}`}</td></tr>`)}</tbody></table></div>
<p>列表一次最多200条，按 <code>next</code> 翻页。接口说明：<a href="/api/v1/openapi.json">OpenAPI</a>；数据目录：<a href="/api/v1/catalog">DCAT</a>；订阅更新：<a href="/feed.atom">Atom</a>、<a href="/feed.rss">RSS</a>。</p>`,
      );
    await portal.sendPage(request, reply, 'open-data', page);
    return reply;
  });
}
