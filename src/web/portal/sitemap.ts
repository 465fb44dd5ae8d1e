import { type Markup, markup } from '#documents/markup.ts';
import type { ColumnNode } from '#domain/publishing/columns.ts';
import type { ShownLine } from '#domain/search/index.ts';
import { columnHref } from './column.ts';
import type { Unit } from './content/unit.ts';

/** Addresses one sitemap holds at most (the protocol's own bound is 50,000). */
export const PER_SITEMAP = 20_000;

const HEAD = '<?xml version="1.0" encoding="utf-8"?>\n';

/** The index of sitemaps: one of the columns, then the documents in parts. */
export function sitemapIndex(origin: string, parts: number): string {
  const one = (name: string): Markup => markup`<sitemap><loc>${origin}/sitemap-${name}.xml</loc></sitemap>\n`;
  const names = ['columns', ...Array.from({ length: parts }, (_, i) => String(i + 1))];
  return `${HEAD}${markup`<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${names.map(one)}</sitemapindex>`.text}\n`;
}

/** Addresses with the day they were last changed. */
export function sitemap(origin: string, pages: readonly { readonly path: string; readonly on: string | null }[]): string {
  const one = (p: { path: string; on: string | null }): Markup =>
    markup`<url><loc>${origin}${p.path}</loc>${p.on && markup`<lastmod>${p.on}</lastmod>`}</url>\n`;
  return `${HEAD}${markup`<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${pages.map(one)}</urlset>`.text}\n`;
}

/** The lines of a list as a sitemap takes them. */
export function sitemapLines(lines: readonly ShownLine[]): { path: string; on: string }[] {
  return lines.map((l) => ({ path: l.url, on: l.publishedAt }));
}

/** robots.txt: all but what belongs to the staff and to single persons. */
export function robots(origin: string): string {
  const closed = ['/console', '/api/', '/sign-in', '/first-run', '/check', '/search'];
  return `User-agent: *\n${closed.map((p) => `Disallow: ${p}\n`).join('')}Allow: /api/v1/\nSitemap: ${origin}/sitemap.xml\n`;
}

function branch(code: string, n: ColumnNode): Markup {
  const open = n.children.filter((c) => !c.closed);
  return markup`<li><a href="${columnHref(code, n.id)}">${n.label}</a>${open.length > 0 && markup`<ul>${open.map((c) => branch(code, c))}</ul>`}</li>`;
}

/** 网站地图: every page there is a way to. */
export function siteMapView(units: readonly { readonly unit: Unit; readonly tree: readonly ColumnNode[] }[]): Markup {
  return markup`<h1>网站地图</h1>${units.map(({ unit, tree }) => markup`<h2><a href="/${unit.code}">${unit.name}政府信息公开专栏</a></h2><ul>${tree.filter((c) => !c.closed).map((c) => branch(unit.code, c))}<li><a href="/${unit.code}/apply">依申请公开</a></li></ul>`)}
<h2>全站</h2><ul><li><a href="/search">搜索</a></li><li><a href="/reports">政府信息公开年报</a></li><li><a href="/open-data">开放数据</a></li><li><a href="/feed.atom">信息订阅</a></li><li><a href="/check">年报体检</a></li></ul>`;
}
