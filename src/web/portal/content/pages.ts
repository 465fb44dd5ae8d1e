import type { Column } from '#domain/publishing/columns.ts';
import { pathTo, withDescendants } from '#domain/publishing/columns.ts';
import { settingsOf } from '#domain/publishing/entries/entry.ts';
import { valueAt } from '#domain/report/model.ts';
import { termsOf, VILLAGE } from '#domain/search/index.ts';
import { tariffOn } from '#law/fees.ts';
import type { WebDeps } from '../../deps.ts';
import { publishedUnit } from '../../reports/published.ts';
import { catalogueView, columnHref, type Home, homeView, openColumns } from '../column.ts';
import { applyView, guideView } from '../guide.ts';
import { type ListFilter, listView, PER_LIST } from '../list.ts';
import { basisWords } from './basis.ts';
import type { Keep } from './kept.ts';
import { contentCrumb, guideOf, homeCrumb, type Page } from './page.ts';
import { columnsOf, type Unit } from './unit.ts';

const LATEST = 18;
const A_FEW = 4;
const FREQUENT = ['宅基地', '低保', '征地补偿', '财政预算'];

/** The newest published report with the figures a reader asks for first. */
async function lastReport(deps: WebDeps, unit: Unit): Promise<Home['report']> {
  const year = (await publishedUnit(deps, unit.code))?.reports[0]?.year;
  const version = year ? (await deps.reports.published(unit.code, year)).at(-1) : undefined;
  if (!year || !version) return null;
  const { document, figures } = version.frozen;
  const shown: readonly (readonly [string, number | null | undefined, string])[] = [
    ['主动公开信息', figures['figures/items'], '条'],
    ['收到公开申请', valueAt(document.report.tables, 'requests/1/total'), '件'],
    ['12345 工单', figures['figures/tickets/received'], '件'],
    ['超时办结', figures['figures/tickets/closedLate'], '件'],
  ];
  return {
    year,
    title: document.title,
    figures: shown.flatMap(([label, n, word]) => (typeof n === 'number' ? [[label, n, word] as const] : [])),
  };
}

/** Of what is asked for often, what is found. */
async function findable(deps: WebDeps, unit: Unit, words: readonly string[]): Promise<string[]> {
  const found = await Promise.all(
    words.map(async (word) => {
      const filter = { agency: unit.code };
      const query = { terms: termsOf(word), mode: 'relevance', sort: 'relevance', filter } as const;
      const { total } = await deps.search.search(query, 1, deps.now().getTime());
      return total > 0 ? [word] : [];
    }),
  );
  return found.flat();
}

/** The lists of the home that have something in them: the newest policies and their interpretations. */
async function homeLists(deps: WebDeps, unit: Unit, columns: readonly Column[]): Promise<Home['lists']> {
  const lists = await Promise.all(
    columns
      .filter((c) => !c.closed && (c.id === 'policies' || c.id === 'interpretations'))
      .map(async (c) => {
        const among = withDescendants(columns, c.id).filter((id) => id === c.id || id !== 'interpretations');
        const lines = await deps.catalogue.page({ agency: unit.code, columns: among, kinds: ['item'] }, 0, A_FEW);
        return { label: c.label, href: columnHref(unit.code, c.id), lines };
      }),
  );
  return lists.filter((l) => l.lines.length > 0);
}

/** 专栏首页. */
export async function homePage(deps: WebDeps, unit: Unit): Promise<Page> {
  const columns = await columnsOf(deps, unit);
  const [counts, latest, lists, report, published, settings] = await Promise.all([
    deps.catalogue.counts(unit.code),
    deps.catalogue.list({ agency: unit.code, columns: columns.map((c) => c.id), kinds: ['item'] }, 0, LATEST),
    homeLists(deps, unit, columns),
    lastReport(deps, unit),
    publishedUnit(deps, unit.code),
    deps.stores.entries.get(unit.code, 'settings', 'settings'),
  ]);
  const own = settingsOf(settings).frequentSearches;
  const frequent = latest.total > 0 ? await findable(deps, unit, own.length > 0 ? own : FREQUENT) : [];
  const years = (published?.reports ?? []).map((r) => r.year);
  const body = homeView({ unit, columns, counts, latest: latest.lines, lists, report, years, frequent });
  const options = { title: `${unit.name}政府信息公开专栏`, unit, current: 'home', find: false, feed: `/${unit.code}/feed.atom` } as const;
  return { options: { ...options, column: '政府信息公开专栏' }, body };
}

/** 法定主动公开内容. */
export async function cataloguePage(deps: WebDeps, unit: Unit): Promise<Page> {
  const [columns, counts] = await Promise.all([columnsOf(deps, unit), deps.catalogue.counts(unit.code)]);
  const crumbs = [homeCrumb(unit), { label: '法定主动公开内容' }];
  const options = {
    title: '法定主动公开内容',
    unit,
    current: 'content',
    crumbs,
    column: '法定主动公开内容',
    feed: `/${unit.code}/feed.atom`,
  } as const;
  return { options, body: catalogueView(unit, columns, counts) };
}

interface Listed {
  readonly heading: string;
  readonly columns: readonly string[];
  readonly column: Column | null;
  readonly several: boolean;
}

/** What villages make public is theirs: it stands in a list of its own, never among the organ's. */
function listed(columns: readonly Column[], id: string): Listed | null {
  if (id === 'all') return { heading: '全部信息', columns: columns.map((c) => c.id), column: null, several: true };
  if (id === VILLAGE) return { heading: '村务公开', columns: [VILLAGE], column: null, several: false };
  const column = columns.find((c) => c.id === id);
  if (!column) return null;
  const under = withDescendants(columns, id);
  return { heading: column.label, columns: under, column, several: under.length > 1 };
}

/** What every page of a column's list shares: where it is, what it lists, what it is narrowed by. */
async function listFrame(deps: WebDeps, unit: Unit, id: string) {
  const columns = await columnsOf(deps, unit);
  const what = listed(columns, id);
  if (!what) return null;
  const base = { agency: unit.code, columns: what.columns, kinds: ['item'] as const };
  const [choices, counts] = await Promise.all([deps.catalogue.choices(base), deps.catalogue.counts(unit.code)]);
  const { heading, column } = what;
  const path = column ? columnHref(unit.code, id) : `/${unit.code}/content/${id}`;
  const feed = `/${unit.code}/content/${id}/feed.atom`;
  const children = column
    ? openColumns(columns, counts)
        .filter((c) => c.parent === id)
        .map((c) => ({ label: c.label, href: columnHref(unit.code, c.id) }))
    : [];
  const above = column ? pathTo(columns, id).slice(0, -1) : [];
  const crumbs = [
    homeCrumb(unit),
    ...(id === 'rules' ? [] : [contentCrumb(unit)]),
    ...above.filter((c) => c.id !== 'content').map((c) => ({ label: c.label, href: columnHref(unit.code, c.id) })),
    { label: heading },
  ];
  const description = column?.description ?? '';
  const meta = { ColumnDescription: description || `${unit.name}${heading}`, ColumnKeywords: heading, ColumnType: heading };
  const current: 'system' | 'content' = id === 'rules' ? 'system' : 'content';
  return {
    base,
    options: { title: heading, unit, current, crumbs, column: heading, feed, meta },
    list: {
      heading,
      description,
      basis: basisWords(column?.basis ?? []),
      path,
      feed,
      choices,
      labels: what.several ? new Map(columns.map((c) => [c.id, c.label])) : null,
      children,
    },
  };
}

/** The list of a column; null where there is no such column. */
export async function listPage(deps: WebDeps, keep: Keep, unit: Unit, id: string, filter: ListFilter): Promise<Page | null> {
  const frame = await keep(`list ${unit.code} ${id}`, () => listFrame(deps, unit, id));
  if (!frame) return null;
  const narrowed = { year: filter.year ?? undefined, type: filter.type ?? undefined, validity: filter.validity ?? undefined };
  const page = await deps.catalogue.list({ ...frame.base, ...narrowed }, (filter.page - 1) * PER_LIST, PER_LIST);
  return { options: frame.options, body: listView({ ...frame.list, filter, page }) };
}

/** 指南. */
export async function guidePage(deps: WebDeps, unit: Unit): Promise<Page> {
  const crumbs = [homeCrumb(unit), { label: '政府信息公开指南' }];
  const options = { title: '政府信息公开指南', unit, current: 'guide', crumbs, column: '政府信息公开指南' } as const;
  return { options, body: guideView(unit.name, await guideOf(deps, unit)) };
}

/** 依申请公开: how to apply. */
export async function applyPage(deps: WebDeps, unit: Unit): Promise<Page> {
  const crumbs = [homeCrumb(unit), { label: '依申请公开' }];
  return {
    options: { title: '依申请公开', unit, current: 'apply', crumbs, column: '依申请公开' },
    body: applyView({ code: unit.code, unit: unit.name, guide: await guideOf(deps, unit), tariff: tariffOn(deps.today()) }),
  };
}
