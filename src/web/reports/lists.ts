import { type Markup, markup } from '#documents/markup.ts';
import { itemLine } from '../portal/column.ts';

/** A unit with the years it has published. */
export interface PublishedUnit {
  readonly code: string;
  readonly name: string;
  readonly shortName: string;
  readonly reports: readonly { readonly year: number; readonly title: string; readonly on: string; readonly corrected: boolean }[];
}

function line(unit: PublishedUnit, r: PublishedUnit['reports'][number]): Markup {
  return markup`<li><a href="/${unit.code}/reports/${r.year}">${r.title}</a><span class="meta">${r.corrected && '已更正　'}${r.on}</span></li>`;
}

function empty(): Markup {
  return markup`<p class="note">还没有公布的年报。</p>`;
}

/** What the newest lines of the home show. */
export type NewestLine = Parameters<typeof itemLine>[0] & { readonly agency: string };

/** 首页: the units with their latest report, and what any of them published last. */
export function homeView(units: readonly PublishedUnit[], newest: readonly NewestLine[], organiser: string): Markup {
  const names = new Map(units.map((u) => [u.code, u.shortName]));
  const cards = units.map((u) => {
    const [latest] = u.reports;
    return markup`<li><span><a href="/${u.code}">${u.name}</a></span><span class="meta">${latest ? markup`<a href="/${u.code}/reports/${latest.year}">${latest.year}年年报</a>` : '年报还没有公布'}</span></li>`;
  });
  return markup`<h1>政府信息公开专栏</h1><p>${organiser}各单位主动公开的信息，点单位名称进入它的专栏；要找某一份文件，用上面的搜索。</p>
<h2>各单位专栏</h2>${units.length === 0 ? markup`<p class="note">还没有单位。</p>` : markup`<ul class="list">${cards}</ul>`}
${newest.length > 0 && markup`<h2>最新公开</h2><ul class="list">${newest.map((l) => itemLine(l, names.get(l.agency) ?? null))}</ul>`}
<section class="card"><h2>年报体检</h2><p>写好的年报先查一遍：表格对不对得上，正文和表格一不一致，法定内容全不全。查完即删，不保存。</p><p class="buttons"><a class="button main" href="/check">去体检</a></p></section>`;
}

/** Every report there is, newest first. */
export function reportsView(units: readonly PublishedUnit[]): Markup {
  const all = units.flatMap((unit) => unit.reports.map((report) => ({ unit, report })));
  const years = [...new Set(all.map((x) => x.report.year))].sort((a, b) => b - a);
  return markup`<h1>政府信息公开年报</h1>${years.length === 0 ? empty() : years.map((y) => markup`<h2>${y}年</h2><ul class="list">${all.filter((x) => x.report.year === y).map((x) => line(x.unit, x.report))}</ul>`)}`;
}

/** A unit's reports. */
export function unitView(unit: PublishedUnit): Markup {
  return markup`<h1>${unit.name}政府信息公开年报</h1>${unit.reports.length === 0 ? empty() : markup`<ul class="list">${unit.reports.map((r) => line(unit, r))}</ul>`}`;
}
