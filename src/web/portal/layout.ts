import { type Markup, markup } from '#documents/markup.ts';
import { assetUrl } from '../assetUrl.ts';

/** What the head and foot of a public page say of the site and the unit. */
export interface Site {
  /** 辉南县人民政府门户网站 */
  readonly name: string;
  /** 主办单位 */
  readonly organiser: string;
  readonly domain: string;
  /** 网站标识码, ICP备案号, 公安备案号, 联系电话: empty where the office has not entered them. */
  readonly idCode: string;
  readonly icp: string;
  readonly police: string;
  readonly contact: string;
  /** The site's own page at 我为政府网站找错; empty or absent where it has none. */
  readonly reportErrors?: string;
  /** True for data that is plainly an example. */
  readonly demo: boolean;
}

export interface PageOptions {
  readonly title: string;
  readonly site: Site;
  /** The unit whose column this is; none on the site's own pages. */
  readonly unit?: { readonly code: string; readonly name: string; readonly shortName: string };
  readonly current?: 'home' | 'guide' | 'system' | 'content' | 'reports' | 'apply' | 'checker';
  readonly crumbs?: readonly { readonly label: string; readonly href?: string }[];
  readonly wide?: boolean;
  readonly elder?: boolean;
  /** Article meta tags: PubDate `YYYY-MM-DD HH:MM`, ContentSource, Keywords, Description. */
  readonly meta?: Readonly<Record<string, string>>;
  readonly column?: string;
  /** Address of the Atom feed of what the page lists; its RSS twin ends in `.rss`. */
  readonly feed?: string;
  /** False: the page has a search field of its own. */
  readonly find?: boolean;
  /** Names of files in assets/, beside portal.css. */
  readonly styles?: readonly string[];
  readonly scripts?: readonly string[];
}

function metaTags(o: PageOptions): Markup[] {
  const tags: Record<string, string> = {
    SiteName: o.site.name,
    SiteDomain: o.site.domain,
    SiteIDCode: o.site.idCode,
    ...(o.column ? { ColumnName: o.column } : {}),
    ...o.meta,
  };
  return Object.entries(tags)
    .filter(([, value]) => value !== '')
    .map(([name, content]) => markup`<meta name="${name}" content="${content}">\n`);
}

function navigation(o: PageOptions): Markup {
  const own = o.unit && `/${o.unit.code}`;
  const items: readonly [PageOptions['current'], string, string][] = own
    ? [
        ['home', own, '专栏首页'],
        ['guide', `${own}/guide`, '政府信息公开指南'],
        ['system', `${own}/rules`, '政府信息公开制度'],
        ['content', `${own}/content`, '法定主动公开内容'],
        ['reports', `${own}/reports`, '政府信息公开年报'],
        ['apply', `${own}/apply`, '依申请公开'],
      ]
    : [
        ['home', '/', '首页'],
        ['reports', '/reports', '政府信息公开年报'],
        ['checker', '/check', '年报体检'],
      ];
  // The unit's home shows the same entries larger.
  if (own && o.current === 'home') return markup``;
  return markup`<nav class="nav" aria-label="专栏导航"><div class="page"><ul>${items.map(
    ([key, href, label]) => markup`<li><a href="${href}"${o.current === key ? markup` aria-current="page"` : ''}>${label}</a></li>`,
  )}</ul></div></nav>`;
}

function crumbs(o: PageOptions): Markup | '' {
  if (!o.crumbs?.length) return '';
  return markup`<nav class="crumbs" aria-label="当前位置"><ol>${o.crumbs.map((c) => markup`<li>${c.href ? markup`<a href="${c.href}">${c.label}</a>` : c.label}</li>`)}</ol></nav>`;
}

/** 搜索 in the head of every page that has no larger one. */
function finder(o: PageOptions): Markup {
  return markup`<form class="find" role="search" action="/search">${o.unit && markup`<input type="hidden" name="unit" value="${o.unit.code}">`}<label class="unseen" for="find">查文件、公示、办事依据</label><input id="find" type="search" name="q" maxlength="100" placeholder="查文件、公示、办事依据"><button>搜索</button></form>`;
}

function feeds(feed: string | undefined): Markup | null {
  if (!feed) return null;
  return markup`<link rel="alternate" type="application/atom+xml" href="${feed}" title="更新（Atom）">\n<link rel="alternate" type="application/rss+xml" href="${feed.replace(/atom$/, 'rss')}" title="更新（RSS）">\n`;
}

function foot(site: Site): Markup {
  const facts = [
    ['主办单位', site.organiser],
    ['网站标识码', site.idCode],
    ['ICP备案号', site.icp],
    ['公安备案号', site.police],
    ['联系方式', site.contact],
  ].filter(([, value]) => value);
  return markup`<footer class="foot"><div class="page"><p><a href="/">首页</a><a href="/sitemap">网站地图</a><a href="/reports">政府信息公开年报</a><a href="/feed.atom">信息订阅</a><a href="/open-data">开放数据</a><a href="/check">年报体检</a><a href="/sign-in">工作人员登录</a>${site.reportErrors && markup`<a href="${site.reportErrors}" rel="noopener">我为政府网站找错</a>`}</p>
<p>${facts.map(([label, value]) => markup`<span>${label}：${value}</span>　`)}</p>${site.demo ? markup`<p>演示数据：单位、人员和记录均为虚构或据公开年报整理，不代表任何机关的真实业务。</p>` : ''}</div></footer>`;
}

/** A whole public page. Works without JavaScript; one script adds elder mode's switch and read-aloud. */
export function page(o: PageOptions, body: Markup): string {
  const name = o.unit ? o.unit.name : o.site.organiser;
  const seal = (o.unit?.shortName ?? '政府信息').slice(0, 2);
  return markup`<!doctype html>
<html lang="zh-CN"${o.elder ? markup` class="elder"` : ''}>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="icon" href="${assetUrl('icon.svg')}">
<title>${o.title} - ${o.site.name}</title>
${metaTags(o)}${feeds(o.feed)}${['portal.css', 'column.css', ...(o.styles ?? [])].map((name) => markup`<link rel="stylesheet" href="${assetUrl(name)}">\n`)}${['portal.js', ...(o.scripts ?? [])].map((name) => markup`<script src="${assetUrl(name)}" defer></script>\n`)}</head>
<body>
<a class="skip" href="#main">跳到正文</a>
<div class="bar"><div class="page"><span>${o.site.name}</span><span><a href="?elder=${o.elder ? '0' : '1'}">${o.elder ? '标准版' : '长者模式'}</a></span></div></div>
<header class="mast"><div class="page"><span class="seal" aria-hidden="true">${seal}<br>公开</span><div><span class="unit">${name}</span><a class="name" href="${o.unit ? `/${o.unit.code}` : '/'}">政府信息公开专栏</a></div>${o.find !== false && finder(o)}</div></header>
${navigation(o)}
<main id="main" class="page${o.wide ? ' wide' : ''}">${crumbs(o)}${body}</main>
${foot(o.site)}
</body>
</html>
`.text;
}
