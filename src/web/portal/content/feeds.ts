import { columnTree, withDescendants } from '#domain/publishing/columns.ts';
import { VILLAGE } from '#domain/search/index.ts';
import type { WebDeps } from '../../deps.ts';
import { columnHref, openColumns } from '../column.ts';
import { atom, type Feed, rss } from '../feed.ts';
import { PER_SITEMAP, sitemap, sitemapIndex, sitemapLines } from '../sitemap.ts';
import { columnsOf, type Unit, units } from './unit.ts';

const PER_FEED = 50;

/** The feeds there are, with their media types. */
export const FEED_TYPES = { atom: 'application/atom+xml; charset=utf-8', rss: 'application/rss+xml; charset=utf-8' } as const;
export type FeedKind = keyof typeof FEED_TYPES;

async function feedOf(deps: WebDeps, origin: string, unit: Unit | null, id: string | null): Promise<Omit<Feed, 'self'> | null> {
  const columns = unit ? await columnsOf(deps, unit) : [];
  const column = columns.find((c) => c.id === id);
  if (id !== null && id !== 'all' && id !== VILLAGE && !column) return null;
  const among = column ? withDescendants(columns, column.id) : id === VILLAGE ? [VILLAGE] : undefined;
  const lines = await deps.catalogue.after({ agency: unit?.code, columns: among, kinds: ['item', 'report'] }, null, PER_FEED);
  const name = column?.label ?? (id === VILLAGE ? '村务公开' : '政府信息公开');
  const page = !unit ? '/' : column ? columnHref(unit.code, column.id) : `/${unit.code}`;
  return { title: `${unit?.name ?? deps.site().name} ${name}`, origin, page, author: unit?.name ?? deps.site().organiser, lines };
}

/** The newest of the site, of a unit, or of one of its columns; null where there is no such column. */
export async function feedText(
  deps: WebDeps,
  origin: string,
  kind: FeedKind,
  self: string,
  unit: Unit | null,
  id: string | null,
): Promise<string | null> {
  const feed = await feedOf(deps, origin, unit, id);
  return feed && (kind === 'atom' ? atom : rss)({ ...feed, self });
}

/** sitemap.xml. */
export async function sitemapIndexText(deps: WebDeps, origin: string): Promise<string> {
  const { total } = await deps.catalogue.list({}, 0, 1);
  return sitemapIndex(origin, Math.ceil(total / PER_SITEMAP));
}

/** One part: `columns`, or documents from the n-th twenty thousand on; null where there is no such part. */
export async function sitemapText(deps: WebDeps, origin: string, part: string): Promise<string | null> {
  if (part !== 'columns') {
    const { lines } = await deps.catalogue.list({}, (Number(part) - 1) * PER_SITEMAP, PER_SITEMAP);
    return lines.length > 0 ? sitemap(origin, sitemapLines(lines)) : null;
  }
  const paths = ['/', '/sitemap', '/reports', '/open-data'];
  for (const unit of await units(deps)) {
    const columns = (await shownColumns(deps, unit)).map((c) => columnHref(unit.code, c.id));
    paths.push(`/${unit.code}`, `/${unit.code}/apply`, ...columns);
  }
  return sitemap(
    origin,
    [...new Set(paths)].map((path) => ({ path, on: null })),
  );
}

async function shownColumns(deps: WebDeps, unit: Unit) {
  return openColumns(await columnsOf(deps, unit), await deps.catalogue.counts(unit.code));
}

/** The tree of a unit's columns, for 网站地图. */
export async function unitTree(deps: WebDeps, unit: Unit) {
  return { unit, tree: columnTree(await shownColumns(deps, unit)) };
}
