import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { PublicItem } from '#domain/publishing/service/index.ts';
import type { WebDeps } from '../../deps.ts';
import { registerOpenData } from '../../open/routes.ts';
import { HttpProblem } from '../../plugins/errors.ts';
import { filterQuery, listFilter } from '../list.ts';
import type { Portal } from '../portal.ts';
import { asked, queryOf, searchHref, searchView } from '../search.ts';
import { robots, siteMapView } from '../sitemap.ts';
import { registerApplyForms } from './applyForms.ts';
import * as documents from './documents.ts';
import { FEED_TYPES, type FeedKind, feedText, sitemapIndexText, sitemapText, unitTree } from './feeds.ts';
import { sendAttachment } from './files.ts';
import { keptDeps } from './kept.ts';
import type { Page } from './page.ts';
import * as pages from './pages.ts';
import { type Unit, units } from './unit.ts';

interface OfUnit {
  readonly code: string;
}
type OfColumn = OfUnit & { readonly column: string };
type OfItem = OfUnit & { readonly address: string };
type Query = Readonly<Record<string, unknown>>;

const XML = 'application/xml; charset=utf-8';
const NO_PAGE = '没有这个页面';

/** A positive whole number, or null. */
function count(value: unknown): number | null {
  const n = Number(value);
  return typeof value === 'string' && Number.isInteger(n) && n > 0 && n < 100_000 ? n : null;
}

/** The public pages of the 专栏: every unit's home, catalogue, lists, documents; search, feeds, sitemaps. */
export function registerPortal(server: FastifyInstance, given: WebDeps, portal: Portal): void {
  const { deps, keep, clear } = keptDeps(given);
  server.addHook('onClose', async () => unsubscribe());
  const unsubscribe = deps.changes.subscribe(() => {
    clear();
    portal.cache.clear();
  });

  registerOpenData(server, deps, portal);
  const unitNamed = async (code: string): Promise<Unit | null> => {
    const all = await keep('units', async () => new Map((await units(deps)).map((u) => [u.code, u])));
    return all.get(code) ?? null;
  };

  const origin = (request: FastifyRequest): string => {
    const { domain } = deps.site();
    return domain ? `https://${domain}` : `${request.protocol}://${request.host}`;
  };

  const send = async (request: FastifyRequest, reply: FastifyReply, key: string, make: () => Promise<Page | null>) => {
    const text = async () => {
      const made = await make();
      return made && portal.render(request, made.options, made.body);
    };
    if (!(await portal.sendPage(request, reply, key, text))) throw new HttpProblem(404, NO_PAGE);
    return reply;
  };
  const sendText = async (request: FastifyRequest, reply: FastifyReply, type: string, make: () => Promise<string | null>) => {
    if (!(await portal.sendPage(request, reply, `${origin(request)}${request.url.split('?')[0]}`, make, type)))
      throw new HttpProblem(404, NO_PAGE);
    return reply;
  };

  /** A page of a unit: made when it is not kept; no unit, no page. */
  const unitPage =
    (name: string, make: (unit: Unit) => Promise<Page | null>) =>
    async (request: FastifyRequest<{ Params: OfUnit }>, reply: FastifyReply): Promise<FastifyReply> =>
      send(request, reply, `portal ${request.params.code} ${name}`, async () => {
        const unit = await unitNamed(request.params.code);
        return unit && make(unit);
      });

  server.get(
    '/:code',
    unitPage('home', (unit) => pages.homePage(deps, unit)),
  );
  server.get(
    '/:code/guide',
    unitPage('guide', (unit) => pages.guidePage(deps, unit)),
  );
  server.get(
    '/:code/apply',
    unitPage('apply', (unit) => pages.applyPage(deps, unit)),
  );
  server.get(
    '/:code/content',
    unitPage('content', (unit) => pages.cataloguePage(deps, unit)),
  );

  const list = async (request: FastifyRequest<{ Params: OfUnit; Querystring: Query }>, reply: FastifyReply, column: string) => {
    const filter = listFilter(request.query);
    return unitPage(`list ${column}${filterQuery(filter)}`, (unit) => pages.listPage(deps, keep, unit, column, filter))(request, reply);
  };
  server.get<{ Params: OfUnit; Querystring: Query }>('/:code/rules', (request, reply) => list(request, reply, 'rules'));
  server.get<{ Params: OfColumn; Querystring: Query }>('/:code/content/:column', (request, reply) =>
    list(request, reply, request.params.column),
  );

  for (const kind of Object.keys(FEED_TYPES) as FeedKind[]) {
    const feed = (request: FastifyRequest, reply: FastifyReply, code: string | null, column: string | null) =>
      sendText(request, reply, FEED_TYPES[kind], async () => {
        const unit = code === null ? null : await unitNamed(code);
        if (code !== null && !unit) return null;
        return feedText(deps, origin(request), kind, request.url.split('?')[0] ?? '', unit, column);
      });
    server.get(`/feed.${kind}`, (request, reply) => feed(request, reply, null, null));
    server.get<{ Params: OfUnit }>(`/:code/feed.${kind}`, (request, reply) => feed(request, reply, request.params.code, null));
    server.get<{ Params: OfColumn }>(`/:code/content/:column/feed.${kind}`, (request, reply) =>
      feed(request, reply, request.params.code, request.params.column),
    );
  }

  /** What stands at an address of a unit; one that was only ever somewhere else leads to where it is now. */
  const itemAt = (unit: Unit, address: string) => documents.itemAt(deps, unit, address);

  const unitAt = async (code: string): Promise<Unit> => {
    const unit = await unitNamed(code);
    if (!unit) throw new HttpProblem(404, NO_PAGE);
    return unit;
  };
  registerApplyForms(server, deps, keep, unitAt);
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
      const unit = await unitAt(code);
      const found = await itemAt(unit, address);
      if (found?.item.face !== 'full') return null;
      const page = await documents.documentPage(deps, unit, { item: found.item, file: found.file }, address, version);
      return page && portal.render(request, page.options, page.body);
    };
    if (await portal.sendPage(request, reply, key, make)) return reply;
    const unit = await unitAt(code);
    const found = await itemAt(unit, address);
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
    return send(request, reply, `portal ${code} compare ${address} ${from} ${to}`, async () => {
      const unit = await unitAt(code);
      const found = await itemAt(unit, address);
      if (found?.item.face !== 'full' || from === null || to === null) return null;
      return documents.comparePage(deps, unit, { item: found.item, file: found.file }, address, from, to);
    });
  });

  server.get<{ Params: OfItem & { n: string } }>(
    '/:code/items/:address/files/:n',
    { config: { rateLimit: { max: 240 } } },
    async (request, reply) => {
      const { code, address, n } = request.params;
      const unit = await unitAt(code);
      const found = await deps.publishing.public.byAddress(unit.code, `${address}/files/${n}`);
      if (found?.item.face === 'tombstone') return gone(request, reply, unit, found.item);
      if (!found) throw new HttpProblem(404, '没有这个附件', '它可能还没有公开，或者地址有误。');
      const page = `/${code}/items/${address}`;
      if (!found.attachment) throw new HttpProblem(410, '这个附件已经撤下', '它所属的信息已经换成新的版本，请看信息本身。');
      if (String(found.attachment.n) !== n) return reply.redirect(`${page}/files/${found.attachment.n}`, 302);
      return sendAttachment(deps, request, reply, unit.code, found.attachment);
    },
  );

  server.get<{ Querystring: Query }>('/search', { config: { rateLimit: { max: 240 } } }, async (request, reply) => {
    const a = asked(request.query);
    const all = await units(deps);
    const query = queryOf(a);
    const narrow = a.filter.year !== null || a.filter.type !== null || a.filter.validity !== null || a.unit !== null || a.column !== null;
    const some = query.terms.length > 0 || narrow;
    const [found, choices] = await Promise.all([
      some ? deps.search.search(query, a.filter.page, deps.now().getTime()) : null,
      deps.catalogue.choices({ agency: a.unit ?? undefined }),
    ]);
    const unit = all.find((u) => u.code === a.unit);
    const title = a.typed ? `搜索“${a.typed}”` : '搜索';
    const crumbs = [unit ? { label: '专栏首页', href: `/${unit.code}` } : { label: '首页', href: '/' }, { label: '搜索' }];
    const options = { title, ...(unit && { unit }), crumbs, find: false } as const;
    return reply
      .header('cache-control', 'no-cache')
      .header('x-robots-tag', 'noindex')
      .header('link', `<${searchHref(a, { page: a.filter.page })}>; rel="canonical"`)
      .type('text/html; charset=utf-8')
      .send(portal.render(request, options, searchView(a, found, all, choices)));
  });

  server.get('/sitemap', async (request, reply) =>
    send(request, reply, 'portal sitemap', async () => {
      const all = await Promise.all((await units(deps)).map((u) => unitTree(deps, u)));
      return { options: { title: '网站地图', crumbs: [{ label: '首页', href: '/' }, { label: '网站地图' }] }, body: siteMapView(all) };
    }),
  );
  server.get('/sitemap.xml', (request, reply) => sendText(request, reply, XML, () => sitemapIndexText(deps, origin(request))));
  server.get<{ Params: { part: string } }>('/sitemap-:part(^columns|\\d{1,4}$).xml', (request, reply) =>
    sendText(request, reply, XML, () => sitemapText(deps, origin(request), request.params.part)),
  );
  server.get('/robots.txt', async (request, reply) => reply.type('text/plain; charset=utf-8').send(robots(origin(request))));

  // An address an item had before, here or on another site: it leads to where the item is now.
  server.get<{ Params: OfUnit & { '*': string } }>('/:code/*', async (request, reply) => {
    const unit = await unitAt(request.params.code);
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
