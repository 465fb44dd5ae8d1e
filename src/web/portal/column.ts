import { type Markup, markup } from '#documents/markup.ts';
import type { Column, ColumnNode } from '#domain/publishing/columns.ts';
import { columnTree, withDescendants } from '#domain/publishing/columns.ts';
import { type ColumnCount, type ShownLine, VILLAGE } from '#domain/search/index.ts';
import { basisWords } from './content/basis.ts';
import { dayOf, stamp, type Unit } from './content/unit.ts';

/** How many items a column and those under it have, and when the last came. */
export interface ColumnTotal {
  readonly count: number;
  /** YYYY-MM-DD; null: nothing yet. */
  readonly latest: string | null;
}

/** Totals of every column, those below it included. */
export function columnTotals(columns: readonly Column[], counts: readonly ColumnCount[]): ReadonlyMap<string, ColumnTotal> {
  const byColumn = new Map(counts.map((c) => [c.column, c]));
  return new Map(
    columns.map((c) => {
      const own = withDescendants(columns, c.id).flatMap((id) => byColumn.get(id) ?? []);
      const latest = own
        .map((o) => o.latest)
        .toSorted()
        .at(-1);
      return [c.id, { count: own.reduce((n, o) => n + o.count, 0), latest: latest ? dayOf(latest) : null }];
    }),
  );
}

/** The columns that are shown: neither closed nor waiting for their first item. */
export function openColumns(columns: readonly Column[], counts: readonly ColumnCount[]): Column[] {
  const totals = columnTotals(columns, counts);
  return columns.filter((c) => !c.closed && !(c.whenFilled && !totals.get(c.id)?.count));
}

/** The address of a column's page. The four parts of the 专栏 have their own. */
export function columnHref(unit: string, id: string): string {
  return ['guide', 'rules', 'content', 'reports'].includes(id) ? `/${unit}/${id}` : `/${unit}/content/${id}`;
}

/** A line of a list: title, what it belongs to, when it was published. */
export function itemLine(line: ShownLine, label: string | null): Markup {
  const ended = line.validity === 'ended' && markup`<span class="chip">已失效或废止</span> `;
  return markup`<li><span>${ended}<a href="${line.url}">${line.title}</a></span><span class="meta">${label && markup`<span class="of">${label}</span>`}<time datetime="${line.publishedAt}">${stamp(line.publishedAt)}</time></span></li>`;
}

function entry(href: string, title: string, text: string, strong = false): Markup {
  return markup`<li${strong && markup` class="strong"`}><a href="${href}"><strong>${title}</strong><span>${text}</span></a></li>`;
}

function totalWords(total: ColumnTotal | undefined): Markup {
  if (!total?.latest) return markup`<span class="meta">还没有内容</span>`;
  return markup`<span class="meta">${total.count} 条　更新于 ${total.latest}</span>`;
}

/** One column of the catalogue with those under it, counts and dates. */
function branch(unit: Unit, node: ColumnNode, totals: ReadonlyMap<string, ColumnTotal>): Markup {
  const { children } = node;
  const basis = node.basis.length > 0 && markup`<span class="meta basis">${basisWords(node.basis)}</span>`;
  return markup`<li><div class="row"><span><a href="${columnHref(unit.code, node.id)}">${node.label}</a>${basis}</span>${totalWords(totals.get(node.id))}</div>${children.length > 0 && markup`<ul>${children.map((c) => branch(unit, c, totals))}</ul>`}</li>`;
}

export interface Home {
  readonly unit: Unit;
  readonly columns: readonly Column[];
  readonly counts: readonly ColumnCount[];
  readonly latest: readonly ShownLine[];
  /** The newest published report: its year and a few figures with their names. */
  readonly report: {
    readonly year: number;
    readonly title: string;
    readonly figures: readonly (readonly [string, number | string, string])[];
  } | null;
  /** Lists of single columns, none of them empty. */
  readonly lists: readonly { readonly label: string; readonly href: string; readonly lines: readonly ShownLine[] }[];
  /** The years there are reports of, newest first. */
  readonly years: readonly number[];
  readonly frequent: readonly string[];
}

const YEARS_SHOWN = 6;

/** 年报: the figures of the newest, and the years before it. */
function reportCard(code: string, report: Home['report'], years: readonly number[]): Markup | null {
  if (!report) return null;
  const earlier = years.filter((y) => y !== report.year).slice(0, YEARS_SHOWN);
  return markup`<section class="last-report" aria-labelledby="last-report"><h2 id="last-report">${report.year}年政府信息公开年报</h2><dl>${report.figures.map(([label, n, word]) => markup`<div><dt>${label}</dt><dd><span class="big">${n}</span>${word}</dd></div>`)}</dl><p><a href="/${code}/reports/${report.year}">${report.title}</a></p>${earlier.length > 0 && markup`<p class="earlier">往年：${earlier.map((y) => markup`<a href="/${code}/reports/${y}">${y}年</a>`)}</p>`}</section>`;
}

/** 专栏首页: search, the entries, what is new, policies and interpretations, the last report, the statutory catalogue; what is empty is left out. */
export function homeView({ unit, columns, counts, latest, lists, report, years, frequent }: Home): Markup {
  const { code } = unit;
  const totals = columnTotals(columns, counts);
  const labels = new Map(columns.map((c) => [c.id, c.label]));
  const filled = openColumns(columns, counts).filter((c) => totals.get(c.id)?.count);
  const tree = columnTree(filled);
  const content = tree.find((c) => c.id === 'content')?.children ?? tree.filter((c) => !['guide', 'rules', 'reports'].includes(c.id));
  const key = content.find((c) => c.id === 'key-fields')?.children ?? [];
  const others = content.filter((c) => c.id !== 'key-fields');
  const half = (nodes: readonly ColumnNode[]) =>
    markup`<ul class="tree two">${nodes.map((n) => branch(unit, { ...n, children: [] }, totals))}</ul>`;
  const card = reportCard(code, report, years);
  const several = markup`${lists.map((l) => markup`<section class="side"><div class="head"><h2>${l.label}</h2><a href="${l.href}" aria-label="全部${l.label}">全部</a></div><ul>${l.lines.map((line) => markup`<li><a href="${line.url}">${line.title}</a><br><time class="meta" datetime="${line.publishedAt}">${stamp(line.publishedAt)}</time></li>`)}</ul></section>`)}`;
  const beside = (card || lists.length > 0) && markup`<div class="side-cards">${card}${several}</div>`;
  return markup`<h1 class="unseen">${unit.name}政府信息公开专栏</h1>
<section class="hero" aria-label="查找"><form class="find big-find" role="search" action="/search"><input type="hidden" name="unit" value="${code}"><label class="unseen" for="home-find">查文件、公示、办事依据</label><input id="home-find" type="search" name="q" maxlength="100" placeholder="查文件、公示、办事依据"><button class="main">搜索</button></form>${frequent.length > 0 && markup`<p class="frequent">常用查找：${frequent.map((w) => markup`<a href="/search?${new URLSearchParams({ q: w, unit: code }).toString()}">${w}</a>`)}</p>`}</section>
<nav aria-label="专栏内容"><ul class="entries">${entry(`/${code}/guide`, '政府信息公开指南', '怎么查、怎么申请、找谁办')}${entry(`/${code}/rules`, '政府信息公开制度', '国家和省、市、县的规定')}${entry(`/${code}/content`, '法定主动公开内容', '按法定目录分类查')}${entry(`/${code}/reports`, '政府信息公开年报', '历年年报，可下载')}${entry(`/${code}/apply`, '依申请公开', '查不到？可以提出申请', true)}</ul></nav>
${
  (latest.length > 0 || beside) &&
  markup`<div class="columns home"><div>${latest.length > 0 && markup`<div class="head"><h2>最新公开</h2><a href="/${code}/content/all">全部信息</a></div><ul class="list">${latest.map((l) => itemLine(l, labels.get(l.column ?? '') ?? null))}</ul>`}</div>
${beside}</div>`
}
${
  content.length > 0 &&
  markup`<section aria-labelledby="statutory"><div class="head"><h2 id="statutory">法定主动公开内容</h2><a href="/${code}/content">查看全部目录</a></div>
${key.length > 0 && markup`<p class="meta">${unit.level === 'township' ? '乡镇应当公开的信息' : '应当重点公开的信息'}（《政府信息公开条例》第二十一条）</p>${half(key)}`}
${others.length > 0 && markup`<h3>其他栏目</h3>${half(others)}`}</section>`
}${villageView(unit, counts)}${
  latest.length === 0 &&
  content.length === 0 &&
  !beside &&
  markup`<p>${unit.name}还没有在这里公开信息。需要的信息可以<a href="/${code}/apply">申请公开</a>，也可以<a href="/">看看其他单位</a>。</p>`
}`;
}

/** What the villages of a unit make public, apart from its own information. */
function villageView(unit: Unit, counts: readonly ColumnCount[]): Markup | false {
  const total = columnTotals([{ id: VILLAGE, parent: null } as Column], counts).get(VILLAGE);
  if (!total?.count) return false;
  return markup`<h2>村务公开</h2><p>村务公开由村民委员会负责，不是政府信息，单独列出。</p><ul class="tree"><li><div class="row"><a href="/${unit.code}/content/village-affairs">村务公开</a>${totalWords(total)}</div></li></ul>`;
}

/** 法定主动公开内容: the whole catalogue with counts and dates of update. */
export function catalogueView(unit: Unit, columns: readonly Column[], counts: readonly ColumnCount[]): Markup {
  const totals = columnTotals(columns, counts);
  const tree = columnTree(openColumns(columns, counts));
  const content = tree.find((c) => c.id === 'content')?.children ?? tree.filter((c) => !['guide', 'rules', 'reports'].includes(c.id));
  return markup`<h1>法定主动公开内容</h1><p>依照《中华人民共和国政府信息公开条例》第十九条、第二十条、第二十一条，${unit.name}主动公开下列信息。条数和更新日期随发布自动变化。</p>
<p class="buttons"><a class="button" href="/${unit.code}/content/all">按时间看全部信息</a><a class="button" href="/${unit.code}/feed.atom">订阅更新</a></p>
<ul class="tree">${content.map((c) => branch(unit, c, totals))}</ul>
${villageView(unit, counts)}`;
}
