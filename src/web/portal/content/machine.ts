import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { robots, siteMapView } from '../sitemap.ts';
import type { Desk, OfColumn, OfUnit } from './desk.ts';
import { FEED_TYPES, type FeedKind, feedText, sitemapIndexText, sitemapText, unitTree } from './feeds.ts';
import { units } from './unit.ts';

const XML = 'application/xml; charset=utf-8';

/** What readers' programs ask for: feeds of everything, a unit or a column; sitemaps, and what robots may read. */
export function registerFeeds(server: FastifyInstance, desk: Desk): void {
  const { deps } = desk;
  for (const kind of Object.keys(FEED_TYPES) as FeedKind[]) {
    const feed = (request: FastifyRequest, reply: FastifyReply, code: string | null, column: string | null) =>
      desk.sendText(request, reply, FEED_TYPES[kind], async () => {
        const unit = code === null ? null : await desk.unitNamed(code);
        if (code !== null && !unit) return null;
        return feedText(deps, desk.origin(request), kind, request.url.split('?')[0] ?? '', unit, column);
      });
    server.get(`/feed.${kind}`, (request, reply) => feed(request, reply, null, null));
    server.get<{ Params: OfUnit }>(`/:code/feed.${kind}`, (request, reply) => feed(request, reply, request.params.code, null));
    server.get<{ Params: OfColumn }>(`/:code/content/:column/feed.${kind}`, (request, reply) =>
      feed(request, reply, request.params.code, request.params.column),
    );
  }

  server.get('/sitemap', async (request, reply) =>
    desk.send(request, reply, 'portal sitemap', async () => {
      const all = await Promise.all((await units(deps)).map((u) => unitTree(deps, u)));
      return { options: { title: '网站地图', crumbs: [{ label: '首页', href: '/' }, { label: '网站地图' }] }, body: siteMapView(all) };
    }),
  );
  server.get('/sitemap.xml', (request, reply) => desk.sendText(request, reply, XML, () => sitemapIndexText(deps, desk.origin(request))));
  server.get<{ Params: { part: string } }>('/sitemap-:part(^columns|[1-9]\\d{0,3}$).xml', (request, reply) =>
    desk.sendText(request, reply, XML, () => sitemapText(deps, desk.origin(request), request.params.part)),
  );
  server.get('/robots.txt', async (request, reply) => reply.type('text/plain; charset=utf-8').send(robots(desk.origin(request))));
}
