import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import staticFiles from '@fastify/static';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { ASSETS, assetHash } from '../assetUrl.ts';
import { HttpProblem } from './errors.ts';
import { type ReadyBody, readyBody, sendReady } from './pageCache.ts';

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
};

/** The portal's few style sheets and scripts, read and compressed once. A page names them with their hash, so that they are kept for a year. */
export async function registerAssets(server: FastifyInstance): Promise<void> {
  const bodies = new Map<string, { body: ReadyBody; hash: string }>();
  for (const name of await readdir(ASSETS)) {
    const type = TYPES[extname(name)];
    if (!type) continue;
    const bytes = await readFile(join(ASSETS, name));
    bodies.set(name, { body: await readyBody(type, bytes), hash: assetHash(bytes) });
  }
  server.get<{ Params: { name: string }; Querystring: { v?: string } }>('/assets/:name', async (request, reply) => {
    const found = bodies.get(request.params.name);
    if (!found) throw new HttpProblem(404, '没有这个文件');
    return sendReady(
      request,
      reply,
      found.body,
      request.query.v === found.hash ? 'public, max-age=31536000, immutable' : 'public, max-age=300',
    );
  });
}

/** The staff application as it was built: named by hash but its one page, which is asked for each time. */
export async function registerConsole(server: FastifyInstance, folder: string): Promise<void> {
  const index = join(folder, 'index.html');
  const options = { config: { console: true } };
  const page = async () => {
    if (!existsSync(index)) throw new HttpProblem(404, '工作台页面还没有生成', '请用 npm start 启动，它会先生成工作台。');
    return readFile(index, 'utf8');
  };
  if (existsSync(join(folder, 'assets')))
    await server.register(staticFiles, {
      root: join(folder, 'assets'),
      prefix: '/console/assets/',
      index: false,
      preCompressed: true,
      immutable: true,
      maxAge: '365d',
      decorateReply: false,
    });
  const answer = async (_: unknown, reply: FastifyReply) =>
    reply
      .type('text/html; charset=utf-8')
      .header('cache-control', 'no-cache')
      .send(await page());
  server.get('/console', async (_, reply) => reply.redirect('/console/', 308));
  server.get('/console/', options, answer);
  server.get('/console/*', options, answer);
}
