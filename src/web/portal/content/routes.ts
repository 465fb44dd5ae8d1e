import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { WebDeps } from '../../deps.ts';
import { registerOpenData } from '../../open/routes.ts';
import { filterQuery, listFilter } from '../list.ts';
import type { Portal } from '../portal.ts';
import { registerApplyForms } from './applyForms.ts';
import { Desk, type OfColumn, type OfUnit, type Query } from './desk.ts';
import { registerSearch } from './find.ts';
import { registerItems } from './items.ts';
import { keptDeps } from './kept.ts';
import { registerFeeds } from './machine.ts';
import * as pages from './pages.ts';

/** The public pages of the 专栏: every unit's home, catalogue, lists, documents; search, feeds, sitemaps. */
export function registerPortal(server: FastifyInstance, given: WebDeps, portal: Portal): void {
  const { deps, keep, clear } = keptDeps(given);
  server.addHook('onClose', async () => unsubscribe());
  const unsubscribe = deps.changes.subscribe(() => {
    clear();
    portal.cache.clear();
  });
  const desk = new Desk(deps, keep, portal);

  registerOpenData(server, deps, portal);
  server.get(
    '/:code',
    desk.unitPage('home', (unit) => pages.homePage(deps, unit)),
  );
  server.get(
    '/:code/guide',
    desk.unitPage('guide', (unit) => pages.guidePage(deps, unit)),
  );
  server.get(
    '/:code/apply',
    desk.unitPage('apply', (unit) => pages.applyPage(deps, unit)),
  );
  server.get(
    '/:code/content',
    desk.unitPage('content', (unit) => pages.cataloguePage(deps, unit)),
  );

  const list = async (request: FastifyRequest<{ Params: OfUnit; Querystring: Query }>, reply: FastifyReply, column: string) => {
    const filter = listFilter(request.query);
    return desk.unitPage(`list ${column}${filterQuery(filter)}`, (unit) => pages.listPage(deps, keep, unit, column, filter))(
      request,
      reply,
    );
  };
  server.get<{ Params: OfUnit; Querystring: Query }>('/:code/rules', (request, reply) => list(request, reply, 'rules'));
  server.get<{ Params: OfColumn; Querystring: Query }>('/:code/content/:column', (request, reply) =>
    list(request, reply, request.params.column),
  );

  registerFeeds(server, desk);
  registerApplyForms(server, deps, keep, (code) => desk.unitAt(code));
  registerSearch(server, desk);
  registerItems(server, desk);
}
