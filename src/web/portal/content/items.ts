import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { PublicItem } from '#domain/publishing/service/index.ts';
import { HttpProblem } from '../../plugins/errors.ts';
import { type Desk, NO_PAGE, type OfUnit, type Query } from './desk.ts';
import * as documents from './documents.ts';
import { sendAttachment } from './files.ts';
import type { Page } from './page.ts';
import type { Unit } from './unit.ts';

type OfItem = OfUnit & { readonly address: string };

/** A positive whole number, or null. */
function count(value: unknown): number | null {
  const n = Number(value);
  return typeof value === 'string' && Number.isInteger(n) && n > 0 && n < 100_000 ? n : null;
}

/** The document pages of the 专栏, their versions, comparisons and attachments; what was withdrawn says so, and an old address leads on. */
export function registerItems(server: FastifyInstance, desk: Desk): void {
  const { deps, portal } = desk;
  const gone = async (request: FastifyRequest, reply: FastifyReply, unit: Unit, item: Extract<PublicItem, { face: 'tombstone' }>) =>
    sendGone(request, reply, await documents.withdrawnPage(deps, unit, item));
  const sendGone = (request: FastifyRequest, reply: FastifyReply, page: Page) =>
    reply
      .code(410)
      .header('cache-control', 'no-cache')
      .type('text/html; charset=utf-8')
      .send(portal.render(request, page.options, page.body));

  server.get<{ Params: OfItem; Querystring: Query }>('/:code/items/:address', async (request, reply) => {
    const { code, address } = request.params;
    const version = count(request.query['version']);
    const key = `portal ${code} item ${address} ${version ?? ''}`;
    const make = async () => {
      const unit = await desk.unitAt(code);
      const found = await documents.itemAt(deps, unit, address);
      if (found?.item.face !== 'full') return null;
      const page = await documents.documentPage(deps, unit, { item: found.item, file: found.file }, address, version);
      return page && portal.render(request, page.options, page.body);
    };
    if (await portal.sendPage(request, reply, key, make)) return reply;
    const unit = await desk.unitAt(code);
    const found = await documents.itemAt(deps, unit, address);
    if (found?.item.face === 'tombstone') return gone(request, reply, unit, found.item);
    const hidden =
      found &&
      version !== null &&
      (await documents.hiddenVersionPage(deps, unit, { item: found.item, file: found.file }, address, version));
    if (hidden) return sendGone(request, reply, hidden);
    throw new HttpProblem(404, NO_PAGE);
  });

  server.get<{ Params: OfItem; Querystring: Query }>('/:code/items/:address/compare', async (request, reply) => {
    const { code, address } = request.params;
    const [from, to] = [count(request.query['from']), count(request.query['to'])];
    return desk.send(request, reply, `portal ${code} compare ${address} ${from} ${to}`, async () => {
      const unit = await desk.unitAt(code);
      const found = await documents.itemAt(deps, unit, address);
      if (found?.item.face !== 'full' || from === null || to === null) return null;
      return documents.comparePage(deps, unit, { item: found.item, file: found.file }, address, from, to);
    });
  });

  server.get<{ Params: OfItem & { n: string } }>(
    '/:code/items/:address/files/:n',
    { config: { rateLimit: { max: 240 } } },
    async (request, reply) => {
      const { code, address, n } = request.params;
      const unit = await desk.unitAt(code);
      const found = await deps.publishing.public.byAddress(unit.code, `${address}/files/${n}`);
      if (found?.item.face === 'tombstone') return gone(request, reply, unit, found.item);
      if (!found) throw new HttpProblem(404, '没有这个附件', '它可能还没有公开，或者地址有误。');
      const page = `/${code}/items/${address}`;
      if (!found.attachment) throw new HttpProblem(410, '这个附件已经撤下', '它所属的信息已经换成新的版本，请看信息本身。');
      if (String(found.attachment.n) !== n) return reply.redirect(`${page}/files/${found.attachment.n}`, 302);
      return sendAttachment(deps, request, reply, unit.code, found.attachment);
    },
  );

  // An address an item had before, here or on another site: it leads to where the item is now.
  server.get<{ Params: OfUnit & { '*': string } }>('/:code/*', async (request, reply) => {
    const unit = await desk.unitAt(request.params.code);
    const path = request.params['*'];
    for (const address of [path, `/${path}`, `/${unit.code}/${path}`]) {
      const found = await deps.publishing.public.byAddress(unit.code, address);
      if (!found) continue;
      if (found.item.face === 'tombstone') return gone(request, reply, unit, found.item);
      const number = found.item.item;
      const own = `/${unit.code}/items/${number.slice(number.lastIndexOf('/') + 1)}`;
      return reply.redirect(found.attachment ? `${own}/files/${found.attachment.n}` : own, 301);
    }
    throw new HttpProblem(404, NO_PAGE);
  });
}
