import { type Markup, markup } from '#documents/markup.ts';
import type { Piece, SearchHit, SearchPage, SearchQuery } from '#domain/search/index.ts';
import { readTyped } from '#domain/search/index.ts';
import type { Unit } from './content/unit.ts';
import { stamp } from './content/unit.ts';
import { categoryWords, filterForm, type ListFilter, listFilter, pager } from './list.ts';

/** A search as its address has it. */
export interface Asked {
  readonly typed: string;
  readonly unit: string | null;
  readonly column: string | null;
  readonly exact: boolean;
  readonly byDate: boolean;
  readonly filter: ListFilter;
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

/** Reads the address of a search; what is none of the choices is left out. */
export function asked(query: Readonly<Record<string, unknown>>): Asked {
  const unit = text(query['unit']);
  const column = text(query['column']);
  return {
    typed: [...text(query['q']).replaceAll(/\p{Cc}/gu, ' ')].slice(0, 100).join('').trim(),
    unit: /^[a-z][a-z0-9-]{0,30}$/.test(unit) ? unit : null,
    column: /^[a-z0-9][a-z0-9-]{0,59}$/.test(column) ? column : null,
    exact: query['mode'] === 'exact',
    byDate: query['sort'] === 'date',
    filter: listFilter(query),
  };
}

/** The search as the store takes it. */
export function queryOf(a: Asked): SearchQuery {
  const { terms, without } = readTyped(a.typed);
  return {
    terms,
    without,
    mode: a.exact ? 'exact' : 'relevance',
    sort: a.byDate ? 'date' : 'relevance',
    filter: {
      agency: a.unit ?? undefined,
      column: a.column ?? undefined,
      year: a.filter.year ?? undefined,
      type: a.filter.type ?? undefined,
      validity: a.filter.validity ?? undefined,
    },
  };
}

/** The address of a search; the same search has one address only. */
export function searchHref(a: Asked, change: Partial<Asked> & { readonly page?: number } = {}): string {
  const next = { ...a, ...change };
  const query = new URLSearchParams();
  const put = (name: string, value: string | null, unless = ''): void => {
    if (value !== null && value !== unless) query.set(name, value);
  };
  put('q', next.typed);
  put('unit', next.unit);
  put('column', next.column);
  put('mode', next.exact ? 'exact' : '');
  put('sort', next.byDate ? 'date' : '');
  put('year', next.filter.year === null ? '' : String(next.filter.year));
  put('type', next.filter.type);
  put('validity', next.filter.validity);
  put('page', String(change.page ?? 1), '1');
  return `/search?${query.toString()}`;
}

const marked = (pieces: readonly Piece[]): Markup[] => pieces.map((p) => (p.hit ? markup`<mark>${p.text}</mark>` : markup`${p.text}`));

function hit(h: SearchHit, units: ReadonlyMap<string, string>): Markup {
  const ended = h.validity === 'ended' && markup`<span class="chip">已失效或废止</span> `;
  return markup`<li><h2>${ended}<a href="${h.url}">${marked(h.title)}</a></h2><p>${marked(h.snippet)}</p><p class="meta">${units.get(h.agency) ?? ''}${h.type && `　${categoryWords(h.type)}`}　<time datetime="${h.publishedAt}">${stamp(h.publishedAt)}</time></p></li>`;
}

function choice(label: string, chosen: boolean, href: string): Markup {
  return chosen ? markup`<strong aria-current="true">${label}</strong>` : markup`<a href="${href}">${label}</a>`;
}

function nothing(a: Asked, found: SearchPage, units: ReadonlyMap<string, string>): Markup {
  const others = found.words.map((w) => markup`<li><a href="${searchHref(a, { typed: w })}">${w}</a></li>`);
  const { without, wanted } = readTyped(a.typed);
  const wider = a.unit || a.column || a.filter.year || a.filter.type || a.filter.validity;
  return markup`<div class="note"><p>没有找到${wanted ? markup`${a.exact ? '一字不差地含有' : '同时含有'}“${wanted}”` : ''}${wanted && without.length > 0 && '、又'}${without.length > 0 && markup`不含“${without.join('、')}”`}的公开信息。可以：</p><ul>${others.length > 0 && markup`<li>您要找的是不是：<ul class="chips">${others}</ul></li>`}${wider && markup`<li><a href="/search?q=${encodeURIComponent(a.typed)}">不加筛选，在全部信息里找</a></li>`}${without.length > 0 && wanted && markup`<li><a href="${searchHref(a, { typed: wanted })}">不排除“${without.join('、')}”，只找“${wanted}”</a></li>`}${a.exact && markup`<li><a href="${searchHref(a, { exact: false })}">改用一般搜索</a></li>`}<li>少写几个字，或者换一种说法；</li><li>还是没有，可以${a.unit ? markup`<a href="/${a.unit}/apply">申请公开</a>` : '向有关单位申请公开'}。</li></ul></div>
${found.near.length > 0 && markup`<h2>标题里有其中几个词的</h2><ul class="hits">${found.near.map((h) => hit(h, units))}</ul>`}`;
}

/** 搜索页. Null `found`: nothing was asked yet. */
export function searchView(
  a: Asked,
  found: SearchPage | null,
  all: readonly Unit[],
  choices: { years: readonly number[]; types: readonly string[] },
): Markup {
  const units = new Map(all.map((u) => [u.code, u.name]));
  const hidden = Object.fromEntries(
    Object.entries({ q: a.typed, unit: a.unit, column: a.column, mode: a.exact ? 'exact' : null, sort: a.byDate ? 'date' : null }).filter(
      (e): e is [string, string] => e[1] !== null && e[1] !== '',
    ),
  );
  const form = markup`<form class="find" role="search" action="/search"><label for="q" class="unseen">查文件、公示、办事依据</label><input id="q" type="search" name="q" maxlength="100" value="${a.typed}">${all.length > 1 && markup`<label for="unit" class="unseen">在哪个单位找</label><select id="unit" name="unit"><option value="">全部单位</option>${all.map((u) => markup`<option value="${u.code}"${u.code === a.unit && markup` selected`}>${u.name}</option>`)}</select>`}<button class="main">搜索</button></form><p class="meta">可以写拼音或拼音首字母；加上引号，引号里的字连在一起找；不要的词前面加减号，比如“补贴 -农机”，或者写“补贴 不含：农机”。</p>`;
  if (!found) return markup`<h1>搜索</h1>${form}`;
  const kinds = markup`<p class="switch">${choice('一般搜索', !a.exact, searchHref(a, { exact: false }))}${choice('一字不差', a.exact, searchHref(a, { exact: true }))}<span class="gap"></span>${choice('最相关', !a.byDate, searchHref(a, { byDate: false }))}${choice('最新', a.byDate, searchHref(a, { byDate: true }))}</p>`;
  const filters = filterForm(a.filter, choices, hidden);
  if (found.total === 0) return markup`<h1>搜索</h1>${form}${kinds}${filters}${nothing(a, found, units)}`;
  return markup`<h1>搜索“${a.typed || '全部'}”</h1>${form}${kinds}${filters}<p class="meta" role="status">${found.exact ? '共' : '约'}${found.total}条${found.pages > 1 && `，第${found.page}页`}</p>
<ol class="hits" start="${(found.page - 1) * 20 + 1}">${found.hits.map((h) => hit(h, units))}</ol>
${pager(found.page, found.pages, (page) => searchHref(a, { page }))}`;
}
