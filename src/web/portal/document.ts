import { type Markup, markup, trusted } from '#documents/markup.ts';
import type { Column } from '#domain/publishing/columns.ts';
import type { Attachment, ContentVersion, ItemContent } from '#domain/publishing/content.ts';
import type { PublicItem } from '#domain/publishing/service/index.ts';
import { VALIDITY_NAMES } from '#domain/publishing/validity.ts';
import { chineseDate, parseDay } from '#lib/day.ts';
import { kindWords, sizeWords, stamp } from './content/unit.ts';

export type FullItem = Extract<PublicItem, { face: 'full' }>;
export type WithdrawnItem = Extract<PublicItem, { face: 'tombstone' }>;

/** A published version: what was shown from when on. */
export interface ShownVersion {
  readonly version: ContentVersion;
  readonly publishedAt: string;
  /** It was taken out of sight: when, and why. */
  readonly hidden: { readonly on: string; readonly reason: string } | null;
}

/** A page that belongs to a document: its interpretation, or what it interprets. */
export interface Related {
  readonly label: string;
  readonly title: string;
  readonly href: string;
}

export interface DocumentPage {
  readonly item: FullItem;
  /** The version shown; the public one unless an earlier was asked for. */
  readonly shown: ContentVersion;
  readonly href: string;
  readonly column: Column | null;
  /** Oldest first. */
  readonly versions: readonly ShownVersion[];
  readonly attachments: readonly Attachment[];
  readonly related: readonly Related[];
  readonly unit: string;
  readonly contact: { readonly office: string; readonly phone: string; readonly hours: string } | null;
}

function longDay(text: string | null): string {
  const day = parseDay(text ?? '');
  return day ? chineseDate(day) : '';
}

function banner({ item }: DocumentPage): Markup | null {
  const { validity, content } = item;
  const until = longDay(content.validUntil);
  if (validity === 'abolished' || validity === 'expired')
    return markup`<p class="validity ended"><strong>${validity === 'abolished' ? '已废止' : '已失效'}</strong>　${item.endedOn ? `自${longDay(item.endedOn)}起不再有效。` : `有效期至${until}。`}${item.endedReason}。本页供查阅，不能作为办事依据。</p>`;
  if (validity === 'notYet') return markup`<p class="validity"><strong>尚未施行</strong>　自${longDay(content.effectiveOn)}起施行。</p>`;
  if (content.effectiveOn || content.validUntil)
    return markup`<p class="validity"><strong>现行有效</strong>${until && markup`　有效期至<strong>${until}</strong>。`}</p>`;
  return null;
}

/** 索引号 … 关键词: the statutory particulars; those that are empty are left out, the four of Art. 12 never. */
function metadata(p: DocumentPage): Markup {
  const { item, shown } = p;
  const c = shown.content;
  const fields: readonly (readonly [string, string, boolean])[] = [
    ['索引号', item.item, true],
    ['信息名称', c.title, true],
    ['主题分类', c.topic, false],
    ['组配分类', c.genre || (p.column?.label ?? ''), false],
    ['发布机构', c.maker || p.unit, false],
    ['成文日期', longDay(c.formedOn), true],
    ['发文字号', c.documentNumber, false],
    ['发布日期', stamp(item.firstPublishedAt), true],
    ['公开方式', '主动公开', false],
    ['实施日期', longDay(c.effectiveOn), false],
    ['有效性', VALIDITY_NAMES[item.validity], true],
    item.endedOn
      ? [item.validity === 'abolished' ? '废止日期' : '失效日期', longDay(item.endedOn), false]
      : ['有效期至', longDay(c.validUntil), false],
    ['关键词', c.keywords.join('；'), false],
    ['内容概述', c.summary || '见正文', true],
  ];
  const wide = new Set(['索引号', '信息名称', '内容概述', '关键词']);
  return markup`<dl class="particulars">${fields.map(([label, value, always]) => (value || always) && markup`<div${wide.has(label) && markup` class="wide"`}><dt>${label}</dt><dd>${value || '—'}</dd></div>`)}</dl>`;
}

const TABLE_BEGINS = '<div class="scroll" role="region" tabindex="0" aria-label="表格，可左右滚动"><table';

/** The clean body, with the pictures that came in it at their addresses, and wide tables that are moved by keyboard too. */
function body(content: ItemContent, href: string): Markup {
  const html = content.body
    .replaceAll(/src="attachment:(\d+)"/g, (_, n: string) => `src="${href}/files/${n}"`)
    .replaceAll(/<table(?=[\s>])/g, TABLE_BEGINS)
    .replaceAll('</table>', '</table></div>');
  return trusted(html);
}

function particulars(p: DocumentPage): Markup | null {
  const given = (p.column?.fields ?? []).flatMap((f) => {
    const value = p.shown.content.particulars[f.key] ?? '';
    return value && f.kind !== 'photo' ? [[f.label, f.kind === 'day' ? longDay(value) : value] as const] : [];
  });
  if (given.length === 0) return null;
  return markup`<dl class="particulars own">${given.map(([label, value]) => markup`<div class="wide"><dt>${label}</dt><dd>${value}</dd></div>`)}</dl>`;
}

/** A file with its type and size. */
function fileLine(href: string, a: Attachment): Markup {
  return markup`<li><a href="${href}/files/${a.n}">${a.title}</a><span class="meta">${kindWords(a.name)}，${sizeWords(a.size)}</span></li>`;
}

function versionList(p: DocumentPage): Markup | null {
  if (p.versions.length < 2) return null;
  const newest = p.versions.toReversed();
  const line = ({ version, publishedAt, hidden }: ShownVersion, i: number) => {
    const number = p.versions.length - i;
    if (hidden) return markup`<li>第${number}版<br><span class="meta">${stamp(publishedAt)}　已停止公开：${hidden.reason}</span></li>`;
    const before = p.versions[number - 2];
    const current = version.version === p.item.version;
    const here = version.version === p.shown.version;
    const name = here
      ? markup`<strong>第${number}版${current && '（当前）'}</strong>`
      : markup`<a href="${current ? p.href : `${p.href}?version=${number}`}">第${number}版${current && '（当前）'}</a>`;
    const compare =
      before && !before.hidden && markup`<br><a href="${p.href}/compare?from=${number - 1}&amp;to=${number}">与第${number - 1}版比较</a>`;
    return markup`<li>${name}<br><span class="meta">${stamp(publishedAt)}　${version.note || (number === 1 ? '首次发布' : '修改')}</span>${compare}</li>`;
  };
  return markup`<section class="side" aria-labelledby="versions"><h2 id="versions">版本</h2><ol class="versions" reversed>${newest.map(line)}</ol></section>`;
}

function relatedList(p: DocumentPage): Markup | null {
  if (p.related.length === 0) return null;
  return markup`<section class="side" aria-labelledby="related"><h2 id="related">政策解读</h2><ul>${p.related.map((r) => markup`<li><a href="${r.href}">${r.title}</a><br><span class="meta">${r.label}</span></li>`)}</ul></section>`;
}

function contactCard(p: DocumentPage): Markup | null {
  if (!p.contact?.phone) return null;
  return markup`<section class="side" aria-labelledby="ask"><h2 id="ask">看不明白？</h2><p>${p.contact.hours && markup`${p.contact.hours}可以电话咨询<br>`}${p.contact.office}<br>${p.contact.phone}</p></section>`;
}

/** 文件页: title, validity, particulars, body, attachments; beside it interpretation, versions, whom to ask. */
export function documentView(p: DocumentPage): Markup {
  const { content } = p.shown;
  const older = p.shown.version !== p.item.version;
  const files = p.attachments.filter((a) => a.title !== '正文图片' && a.mediaType !== 'image/svg+xml');
  return markup`<div class="columns document"><article lang="zh-CN"><h1>${content.title}</h1>
${older && markup`<p class="warn">您看到的是以前的版本。<a href="${p.href}">看现在的版本</a></p>`}${banner(p)}
${metadata(p)}
<p class="tools no-print"><button type="button" data-print hidden>打印</button><button type="button" data-read hidden>朗读</button>${p.versions.length > 1 && `本页是第${p.versions.findIndex((v) => v.version.version === p.shown.version) + 1}版`}</p>
${particulars(p)}<div class="prose" id="text">${body(content, p.href)}</div>
${files.length > 0 && markup`<section aria-labelledby="files"><h2 id="files">附件</h2><ul class="files">${files.map((a) => fileLine(p.href, a))}</ul></section>`}</article>
<aside aria-label="相关内容">${relatedList(p)}${versionList(p)}${contactCard(p)}</aside></div>`;
}

/** An earlier version that is no longer public: its address says so and why, and leads to what is. */
export function hiddenVersionView(
  title: string,
  href: string,
  number: number,
  hidden: { readonly on: string; readonly reason: string },
): Markup {
  return markup`<h1>这个版本已经停止公开</h1><p class="validity ended"><strong>已停止公开</strong>　${longDay(hidden.on)}起，第${number}版不再公开。</p>
<dl class="particulars"><div class="wide"><dt>原因</dt><dd>${hidden.reason}</dd></div></dl><p>现在的版本：<a href="${href}">${title}</a></p>`;
}

/** 已撤回: the page that stays where something was taken back. It says so and why, and nothing of what it was. */
export function withdrawnView(item: WithdrawnItem, unit: string, phone: string): Markup {
  return markup`<h1>这条信息已经撤回</h1><p class="validity ended"><strong>已撤回</strong>　${item.withdrawnOn && `${longDay(item.withdrawnOn)}，`}${unit}撤回了这条信息。</p>
<dl class="particulars"><div class="wide"><dt>索引号</dt><dd>${item.item}</dd></div><div class="wide"><dt>撤回原因</dt><dd>${item.reason || '没有说明'}</dd></div></dl>
<p>需要这方面的信息，可以<a href="/${item.agency}/apply">申请公开</a>${phone && `，或者打电话询问：${phone}`}。</p>`;
}
