import { type Markup, markup } from '#documents/markup.ts';
import { ITEM_CATEGORIES } from '#domain/publishing/items.ts';
import type { LinePage } from '#domain/search/index.ts';
import { itemLine } from './column.ts';

/** What a list is narrowed to, as its address says. */
export interface ListFilter {
  readonly year: number | null;
  readonly type: string | null;
  readonly validity: 'inForce' | 'ended' | null;
  readonly page: number;
}

export const PER_LIST = 20;
/** Further back a list is narrowed by year instead of paged through. */
export const LAST_PAGE = 500;

/** The filter of an address; what is none of the choices narrows nothing. */
export function listFilter(query: Readonly<Record<string, unknown>>): ListFilter {
  const year = Number(query['year']);
  const page = Number(query['page']);
  const type = ITEM_CATEGORIES.find((c) => c.value === query['type'])?.value ?? null;
  return {
    year: Number.isInteger(year) && year >= 1949 && year <= 2999 ? year : null,
    type,
    validity: query['validity'] === 'inForce' || query['validity'] === 'ended' ? query['validity'] : null,
    page: Number.isInteger(page) && page >= 1 ? Math.min(page, LAST_PAGE) : 1,
  };
}

/** The query string of a filter: always the same for the same list, so that it is kept once. */
export function filterQuery(f: ListFilter, more: Readonly<Record<string, string>> = {}): string {
  const query = new URLSearchParams(more);
  if (f.year) query.set('year', String(f.year));
  if (f.type) query.set('type', f.type);
  if (f.validity) query.set('validity', f.validity);
  if (f.page > 1) query.set('page', String(f.page));
  const text = query.toString();
  return text && `?${text}`;
}

/** What a category of items is called. */
export function categoryWords(value: string): string {
  return ITEM_CATEGORIES.find((c) => c.value === value)?.label ?? value;
}

function options(chosen: string, choices: readonly (readonly [string, string])[]): Markup[] {
  return choices.map(([value, label]) => markup`<option value="${value}"${value === chosen && markup` selected`}>${label}</option>`);
}

/** 按年份、类别、有效性筛选: a form that works without scripts. */
export function filterForm(
  f: ListFilter,
  choices: { readonly years: readonly number[]; readonly types: readonly string[] },
  hidden: Readonly<Record<string, string>> = {},
): Markup {
  return markup`<form class="filters" method="get">${Object.entries(hidden).map(([name, value]) => markup`<input type="hidden" name="${name}" value="${value}">`)}
<div><label for="f-year">年份</label><select id="f-year" name="year">${options(String(f.year ?? ''), [['', '全部'], ...choices.years.map((y) => [String(y), `${y}年`] as const)])}</select></div>
<div><label for="f-type">类别</label><select id="f-type" name="type">${options(f.type ?? '', [['', '全部'], ...choices.types.map((t) => [t, categoryWords(t)] as const)])}</select></div>
<div><label for="f-validity">有效性</label><select id="f-validity" name="validity">${options(f.validity ?? '', [
    ['', '全部'],
    ['inForce', '有效'],
    ['ended', '已失效或废止'],
  ])}</select></div>
<button>筛选</button></form>`;
}

/** Links to the pages around the one shown. */
export function pager(page: number, pages: number, href: (page: number) => string): Markup | null {
  if (pages < 2) return null;
  const near = [...new Set([1, page - 2, page - 1, page, page + 1, page + 2, pages])].filter((n) => n >= 1 && n <= pages);
  const links = near.map((n, i) => {
    const gap = i > 0 && n - (near[i - 1] ?? n) > 1 && markup`<li aria-hidden="true">…</li>`;
    const link =
      n === page ? markup`<strong aria-current="page">${n}</strong>` : markup`<a href="${href(n)}" aria-label="第${n}页">${n}</a>`;
    return markup`${gap}<li>${link}</li>`;
  });
  return markup`<nav class="pager" aria-label="分页"><ul>${page > 1 && markup`<li><a rel="prev" href="${href(page - 1)}">上一页</a></li>`}${links}${page < pages && markup`<li><a rel="next" href="${href(page + 1)}">下一页</a></li>`}</ul></nav>`;
}

export interface List {
  readonly heading: string;
  readonly description: string;
  readonly basis: string;
  readonly path: string;
  readonly feed: string;
  readonly filter: ListFilter;
  readonly page: LinePage;
  readonly choices: { readonly years: readonly number[]; readonly types: readonly string[] };
  /** Names of columns by id, shown where a list holds several. */
  readonly labels: ReadonlyMap<string, string> | null;
  readonly children: readonly { readonly label: string; readonly href: string }[];
}

/** The list of a column: newest first, twenty a page, narrowed by year, category and validity. */
export function listView(l: List): Markup {
  const { total, lines } = l.page;
  const pages = Math.min(LAST_PAGE, Math.max(1, Math.ceil(total / PER_LIST)));
  const narrowed = l.filter.year !== null || l.filter.type !== null || l.filter.validity !== null;
  const empty = narrowed
    ? markup`<p class="note">这样筛选没有内容。<a href="${l.path}">看全部</a></p>`
    : markup`<p class="note">这个栏目还没有内容。</p>`;
  return markup`<h1>${l.heading}</h1>${(l.description || l.basis) && markup`<p>${l.description}${l.basis && markup` <span class="meta">依据：${l.basis}</span>`}</p>`}
${l.children.length > 0 && markup`<nav aria-label="下级栏目"><ul class="chips">${l.children.map((c) => markup`<li><a href="${c.href}">${c.label}</a></li>`)}</ul></nav>`}
${(total > 0 || narrowed) && filterForm(l.filter, l.choices)}
<div class="head"><p class="meta" role="status">共${total}条${pages > 1 && `，第${l.filter.page}页，共${pages}页`}</p><p class="meta"><a href="${l.feed}">订阅更新</a></p></div>
${lines.length > 0 ? markup`<ul class="list">${lines.map((line) => itemLine(line, l.labels?.get(line.column ?? '') ?? null))}</ul>` : empty}
${pager(l.filter.page, pages, (page) => `${l.path}${filterQuery({ ...l.filter, page })}`)}`;
}
