import type { FastifyInstance } from 'fastify';
import { asked, queryOf, searchHref, searchView } from '../search.ts';
import type { Desk, Query } from './desk.ts';
import { units } from './unit.ts';

/** The search page of all units. */
export function registerSearch(server: FastifyInstance, { deps, portal }: Desk): void {
  server.get<{ Querystring: Query }>('/search', { config: { rateLimit: { max: 240 } } }, async (request, reply) => {
    const a = asked(request.query);
    const all = await units(deps);
    const query = queryOf(a);
    const narrow = a.filter.year !== null || a.filter.type !== null || a.filter.validity !== null || a.unit !== null || a.column !== null;
    const some = query.terms.length > 0 || (query.without ?? []).length > 0 || narrow;
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
}
