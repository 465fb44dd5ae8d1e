import type { InspectionTools, OpenPage } from '../ports.ts';
import type { SeenColumn, SeenPage } from '../scene.ts';
import type { ContentReader } from './contents.ts';
import { pageOf } from './contents.ts';

const MOST_COLUMNS = 60;
const OWN_PAGES: ReadonlySet<string> = new Set(['guide', 'rules', 'content', 'reports']);

/** The pages a run opens: the home and its parts, every open column, the annual reports, the newest documents, what was taken back. */
function wanted(
  agency: string,
  columns: readonly SeenColumn[],
  years: readonly number[],
  read: ContentReader,
): Pick<SeenPage, 'path' | 'title' | 'kind'>[] {
  const column = columns.slice(0, MOST_COLUMNS).map((c) => ({
    path: OWN_PAGES.has(c.id) ? `/${agency}/${c.id}` : `/${agency}/content/${c.id}`,
    title: c.label,
    kind: 'column' as const,
  }));
  return [
    { path: `/${agency}`, title: '专栏首页', kind: 'home' },
    { path: `/${agency}/apply`, title: '依申请公开', kind: 'column' },
    ...column,
    ...years.map((y) => ({ path: `/${agency}/reports/${y}`, title: `${y}年年报`, kind: 'article' as const })),
    ...read.newest.map((c) => ({ path: pageOf(agency, c.item), title: c.title, kind: 'article' as const })),
    ...read.withdrawn.map((c) => ({ path: pageOf(agency, c.item), title: '撤回的信息', kind: 'tombstone' as const })),
  ];
}

/** Opens our own pages as the public does, one after the other. */
export async function seenPages(
  agency: string,
  columns: readonly SeenColumn[],
  years: readonly number[],
  read: ContentReader,
  open: OpenPage,
  tools: InspectionTools,
): Promise<SeenPage[]> {
  const pages: SeenPage[] = [];
  for (const page of wanted(agency, columns, years, read)) {
    const began = performance.now();
    const { status, html } = await open(page.path);
    const ms = Math.round(performance.now() - began);
    pages.push({ ...page, status, ms, facts: html.includes('<html') ? tools.facts(html) : null });
  }
  return pages;
}
