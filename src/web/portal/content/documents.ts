import { plainText } from '#documents/clean/index.ts';
import { pathTo } from '#domain/publishing/columns.ts';
import { attachmentsOf } from '#domain/publishing/content.ts';
import { contentDifference } from '#domain/publishing/contentDiff.ts';
import type { ItemFile } from '#domain/publishing/ports.ts';
import { type PublicItem, publicItem } from '#domain/publishing/service/public.ts';
import { visible } from '#domain/visibility/gate.ts';
import type { WebDeps } from '../../deps.ts';
import { columnHref } from '../column.ts';
import { documentView, type FullItem, hiddenVersionView, type Related, type ShownVersion, withdrawnView } from '../document.ts';
import { compareView } from '../documentCompare.ts';
import { contentCrumb, guideOf, homeCrumb, type Page } from './page.ts';
import { columnsOf, stamp, type Unit } from './unit.ts';
/** Every version that was published, oldest first. */
export async function shownVersions(deps: WebDeps, file: ItemFile): Promise<ShownVersion[]> {
  const { agency, item, publicVersion } = file.life;
  const published = file.steps.filter((s) => s.transition === 'publish' && s.version <= (publicVersion ?? 0));
  if (published.length < 2 && file.shown)
    return [{ version: file.shown, publishedAt: file.life.publishedAt ?? file.shown.savedAt, hidden: null }];
  const all = await deps.stores.items.versions(agency, item);
  const hidden = (await deps.stores.entries.list([agency], 'hiddenVersion')).filter((e) => e.body.item === item);
  return published.flatMap((s) => {
    const version = all.find((v) => v.version === s.version);
    if (!version) return [];
    const entry = hidden.find((e) => e.body.version === version.version);
    const open = visible({ agency, visibility: entry ? 'office' : 'public' }, null);
    return [{ version, publishedAt: s.at, hidden: open || !entry ? null : entry.body }];
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
  const asked = wanted === null ? null : versions[wanted - 1];
  const shown = wanted === null ? file.shown : asked?.version;
  if (!shown || asked?.hidden) return null;
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
        homeCrumb(unit),
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

/** A version that was taken out of sight; null: there is no such version, or it is public. */
export async function hiddenVersionPage(
  deps: WebDeps,
  unit: Unit,
  { item, file }: Shown,
  address: string,
  wanted: number,
): Promise<Page | null> {
  const hidden = (await shownVersions(deps, file))[wanted - 1]?.hidden;
  if (!hidden) return null;
  const href = `/${unit.code}/items/${address}`;
  const { title } = item.content;
  const crumbs = [homeCrumb(unit), contentCrumb(unit), { label: title, href }, { label: `第${wanted}版` }];
  return {
    options: { title: '这个版本已经停止公开', unit, current: 'content', crumbs },
    body: hiddenVersionView(title, href, wanted, hidden),
  };
}

/** 已撤回的信息. */
export async function withdrawnPage(deps: WebDeps, unit: Unit, item: Extract<PublicItem, { face: 'tombstone' }>): Promise<Page> {
  const phone = (await guideOf(deps, unit))?.elements['phone'] ?? '';
  const crumbs = [homeCrumb(unit), contentCrumb(unit), { label: '已撤回' }];
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
  if (!before || !after || from === to || versions[from - 1]?.hidden || versions[to - 1]?.hidden) return null;
  const href = `/${unit.code}/items/${address}`;
  const crumbs = [homeCrumb(unit), contentCrumb(unit), { label: after.content.title, href }, { label: '版本比较' }];
  const difference = contentDifference(before.content, after.content, plainText);
  return {
    options: { title: `版本比较 - ${after.content.title}`, unit, current: 'content', crumbs },
    body: compareView(after.content.title, href, [from, to], difference),
  };
}
