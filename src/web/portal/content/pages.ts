import { plainText } from '#documents/clean/index.ts';
import type { Markup } from '#documents/markup.ts';
import type { Column } from '#domain/publishing/columns.ts';
import { pathTo, withDescendants } from '#domain/publishing/columns.ts';
import { attachmentsOf } from '#domain/publishing/content.ts';
import { contentDifference } from '#domain/publishing/contentDiff.ts';
import type { Guide } from '#domain/publishing/guide.ts';
import type { ItemFile } from '#domain/publishing/ports.ts';
import { type PublicItem, publicItem } from '#domain/publishing/service/public.ts';
import { valueAt } from '#domain/report/model.ts';
import { VILLAGE } from '#domain/search/index.ts';
import type { WebDeps } from '../../deps.ts';
import { publishedUnit } from '../../reports/published.ts';
import { catalogueView, columnHref, columnTotals, type Home, homeView } from '../column.ts';
import { documentView, type FullItem, type Related, type ShownVersion, withdrawnView } from '../document.ts';
import { compareView } from '../documentCompare.ts';
import { applyView, guideView } from '../guide.ts';
import type { PageOptions } from '../layout.ts';
import { type ListFilter, listView, PER_LIST } from '../list.ts';
import { basisWords } from './basis.ts';
import { columnsOf, stamp, type Unit } from './unit.ts';

/** A page ready to be laid out. */
export interface Page {
  readonly options: Omit<PageOptions, 'site' | 'elder'>;
  readonly body: Markup;
}

const LATEST = 8;
const FREQUENT = ['宅基地', '低保', '征地补偿', '财政预算'];

const home = (unit: Unit) => ({ label: '专栏首页', href: `/${unit.code}` });
const contentCrumb = (unit: Unit) => ({ label: '法定主动公开内容', href: `/${unit.code}/content` });

async function guideOf(deps: WebDeps, unit: Unit): Promise<Guide | null> {
  return (await deps.stores.entries.get(unit.code, 'guide', 'guide'))?.body ?? null;
}

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

/** 专栏首页. */
export async function homePage(deps: WebDeps, unit: Unit): Promise<Page> {
  const [columns, counts, latest, report, frequent] = await Promise.all([
    columnsOf(deps, unit),
    deps.catalogue.counts(unit.code),
    deps.catalogue.list({ agency: unit.code, kinds: ['item'] }, 0, LATEST),
    lastReport(deps, unit),
    deps.settings.get<readonly string[]>(unit.code, 'frequentSearches'),
  ]);
  const body = homeView({ unit, columns, counts, latest: latest.lines, report, frequent: frequent ?? FREQUENT });
  const options = { title: `${unit.name}政府信息公开专栏`, unit, current: 'home', find: false, feed: `/${unit.code}/feed.atom` } as const;
  return { options: { ...options, column: '政府信息公开专栏' }, body };
}

/** 法定主动公开内容. */
export async function cataloguePage(deps: WebDeps, unit: Unit): Promise<Page> {
  const [columns, counts] = await Promise.all([columnsOf(deps, unit), deps.catalogue.counts(unit.code)]);
  const village = columnTotals([{ id: VILLAGE, parent: null } as Column], counts).get(VILLAGE) ?? { count: 0, latest: null };
  const crumbs = [home(unit), { label: '法定主动公开内容' }];
  const options = {
    title: '法定主动公开内容',
    unit,
    current: 'content',
    crumbs,
    column: '法定主动公开内容',
    feed: `/${unit.code}/feed.atom`,
  } as const;
  return { options, body: catalogueView(unit, columns, counts, village) };
}

interface Listed {
  readonly heading: string;
  readonly columns: readonly string[] | undefined;
  readonly column: Column | null;
  readonly several: boolean;
}

function listed(columns: readonly Column[], id: string): Listed | null {
  if (id === 'all') return { heading: '全部信息', columns: undefined, column: null, several: true };
  if (id === VILLAGE) return { heading: '村务公开', columns: [VILLAGE], column: null, several: false };
  const column = columns.find((c) => c.id === id);
  if (!column) return null;
  const under = withDescendants(columns, id);
  return { heading: column.label, columns: under, column, several: under.length > 1 };
}

/** The list of a column; null where there is no such column. */
export async function listPage(deps: WebDeps, unit: Unit, id: string, filter: ListFilter): Promise<Page | null> {
  const columns = await columnsOf(deps, unit);
  const what = listed(columns, id);
  if (!what) return null;
  const base = { agency: unit.code, columns: what.columns, kinds: ['item'] as const };
  const query = { ...base, year: filter.year ?? undefined, type: filter.type ?? undefined, validity: filter.validity ?? undefined };
  const [page, choices] = await Promise.all([
    deps.catalogue.list(query, (filter.page - 1) * PER_LIST, PER_LIST),
    deps.catalogue.choices(base),
  ]);
  const path = what.column ? columnHref(unit.code, id) : `/${unit.code}/content/${id}`;
  const feed = `/${unit.code}/content/${id}/feed.atom`;
  const children = what.column
    ? columns.filter((c) => c.parent === id && !c.closed).map((c) => ({ label: c.label, href: columnHref(unit.code, c.id) }))
    : [];
  const above = what.column ? pathTo(columns, id).slice(0, -1) : [];
  const crumbs = [
    home(unit),
    ...(id === 'rules' ? [] : [contentCrumb(unit)]),
    ...above.filter((c) => c.id !== 'content').map((c) => ({ label: c.label, href: columnHref(unit.code, c.id) })),
    { label: what.heading },
  ];
  const description = what.column?.description ?? '';
  const meta = { ColumnDescription: description || `${unit.name}${what.heading}`, ColumnKeywords: what.heading, ColumnType: what.heading };
  return {
    options: { title: what.heading, unit, current: id === 'rules' ? 'system' : 'content', crumbs, column: what.heading, feed, meta },
    body: listView({
      heading: what.heading,
      description,
      basis: basisWords(what.column?.basis ?? []),
      path,
      feed,
      filter,
      page,
      choices,
      labels: what.several ? new Map(columns.map((c) => [c.id, c.label])) : null,
      children,
    }),
  };
}

/** 指南. */
export async function guidePage(deps: WebDeps, unit: Unit): Promise<Page> {
  const crumbs = [home(unit), { label: '政府信息公开指南' }];
  const options = { title: '政府信息公开指南', unit, current: 'guide', crumbs, column: '政府信息公开指南' } as const;
  return { options, body: guideView(unit.name, await guideOf(deps, unit)) };
}

/** 依申请公开: how to apply. */
export async function applyPage(deps: WebDeps, unit: Unit): Promise<Page> {
  const crumbs = [home(unit), { label: '依申请公开' }];
  return {
    options: { title: '依申请公开', unit, current: 'apply', crumbs, column: '依申请公开' },
    body: applyView(unit.name, await guideOf(deps, unit)),
  };
}

/** Every version that was published, oldest first. */
export async function shownVersions(deps: WebDeps, file: ItemFile): Promise<ShownVersion[]> {
  const { agency, item, publicVersion } = file.life;
  const published = file.steps.filter((s) => s.transition === 'publish' && s.version <= (publicVersion ?? 0));
  if (published.length < 2 && file.shown) return [{ version: file.shown, publishedAt: file.life.publishedAt ?? file.shown.savedAt }];
  const all = await deps.stores.items.versions(agency, item);
  return published.flatMap((s) => {
    const version = all.find((v) => v.version === s.version);
    return version ? [{ version, publishedAt: s.at }] : [];
  });
}

const FORMS = { text: '文字解读', questions: '问答解读', picture: '图解' } as const;

/** Interpretations of the document, and the document this interprets. */
async function relatedTo(deps: WebDeps, item: FullItem): Promise<Related[]> {
  const entries = await deps.stores.entries.list([item.agency], 'interpretation');
  const wanted = entries.flatMap(({ body }) => {
    if (body.documentItem === item.item && body.item) return [{ number: body.item, label: FORMS[body.form] }];
    return body.item === item.item && body.documentItem ? [{ number: body.documentItem, label: '解读的文件' }] : [];
  });
  const found = await Promise.all(
    wanted.map(async ({ number, label }): Promise<Related[]> => {
      const other = await deps.publishing.public.byNumber(item.agency, number);
      const address = number.slice(number.lastIndexOf('/') + 1);
      return other?.face === 'full' ? [{ label, title: other.content.title, href: `/${item.agency}/items/${address}` }] : [];
    }),
  );
  return found.flat();
}

/** An item that is shown in full, with all that hangs on its page. */
export interface Shown {
  readonly item: FullItem;
  readonly file: ItemFile;
}

/** What an address of a unit leads to, through the gate; null: nothing to see, and nothing to say of it. */
export async function itemAt(
  deps: WebDeps,
  unit: Unit,
  address: string,
): Promise<{ readonly item: PublicItem; readonly file: ItemFile; readonly attachment: number | null } | null> {
  const found = await deps.publicItems.at(unit.code, address);
  const item = found && publicItem(found.file, deps.today());
  return found && item ? { ...found, item } : null;
}

/** 文件页, or an earlier version of it (counted from 1); null where there is no such version. */
export async function documentPage(
  deps: WebDeps,
  unit: Unit,
  { item, file }: Shown,
  address: string,
  wanted: number | null,
): Promise<Page | null> {
  if (!file.shown) return null;
  const [columns, versions, related, guide] = await Promise.all([
    columnsOf(deps, unit),
    shownVersions(deps, file),
    relatedTo(deps, item),
    guideOf(deps, unit),
  ]);
  const shown = wanted === null ? file.shown : versions[wanted - 1]?.version;
  if (!shown) return null;
  const href = `/${unit.code}/items/${address}`;
  const column = columns.find((c) => c.id === item.content.column) ?? null;
  const e = guide?.elements ?? {};
  const above = column ? pathTo(columns, column.id).filter((c) => c.id !== 'content') : [];
  const { content } = shown;
  const description = content.summary || plainText(content.body).slice(0, 120);
  return {
    options: {
      title: content.title,
      unit,
      current: 'content',
      crumbs: [
        home(unit),
        contentCrumb(unit),
        ...above.map((c) => ({ label: c.label, href: columnHref(unit.code, c.id) })),
        { label: '正文' },
      ],
      column: column?.label ?? '法定主动公开内容',
      feed: column ? `/${unit.code}/content/${column.id}/feed.atom` : `/${unit.code}/feed.atom`,
      meta: {
        ArticleTitle: content.title,
        PubDate: stamp(item.firstPublishedAt),
        ContentSource: content.maker || unit.name,
        Keywords: content.keywords.join(','),
        Author: content.maker || unit.name,
        Description: description.replace(/\s+/g, ' '),
        Url: href,
      },
    },
    body: documentView({
      item,
      shown,
      href,
      column,
      versions,
      attachments: attachmentsOf(file.attachments, shown.version),
      related,
      unit: unit.name,
      contact: { office: e['officeName'] || unit.name, phone: e['phone'] ?? '', hours: e['hours'] ?? '' },
    }),
  };
}

/** 已撤回的信息. */
export async function withdrawnPage(deps: WebDeps, unit: Unit, item: Extract<PublicItem, { face: 'tombstone' }>): Promise<Page> {
  const phone = (await guideOf(deps, unit))?.elements['phone'] ?? '';
  const crumbs = [home(unit), contentCrumb(unit), { label: '已撤回' }];
  return { options: { title: '这条信息已经撤回', unit, current: 'content', crumbs }, body: withdrawnView(item, unit.name, phone) };
}

/** 版本比较; null where one of the versions is none. */
export async function comparePage(
  deps: WebDeps,
  unit: Unit,
  { file }: Shown,
  address: string,
  from: number,
  to: number,
): Promise<Page | null> {
  const versions = await shownVersions(deps, file);
  const [before, after] = [versions[from - 1]?.version, versions[to - 1]?.version];
  if (!before || !after || from === to) return null;
  const href = `/${unit.code}/items/${address}`;
  const crumbs = [home(unit), contentCrumb(unit), { label: after.content.title, href }, { label: '版本比较' }];
  const difference = contentDifference(before.content, after.content, plainText);
  return {
    options: { title: `版本比较 - ${after.content.title}`, unit, current: 'content', crumbs },
    body: compareView(after.content.title, href, [from, to], difference),
  };
}
