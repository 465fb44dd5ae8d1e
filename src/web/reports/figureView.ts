import { type Markup, markup } from '#documents/markup.ts';
import { basisText } from '#domain/checker/basisText.ts';
import { chineseDate, parseDay } from '#lib/day.ts';

/** What the public may know of what is behind a figure. */
export interface PublicFigure {
  readonly key: string;
  readonly label: string;
  readonly value: string;
  readonly counts: string;
  readonly basis: readonly string[];
  readonly period: readonly [string, string];
  readonly byMonth: readonly { readonly month: string; readonly n: number }[];
  /** Only records that are public themselves. */
  readonly records: readonly { readonly number: string; readonly title: string; readonly on: string }[];
  /** Records that are counted but not public. */
  readonly withheld: number;
  readonly declarations: readonly string[];
  /** Set where the office put another value than the count, with its reason. */
  readonly override: { readonly counted: number | null; readonly reason: string } | null;
  readonly notCounted: string | null;
}

function months(figure: PublicFigure): Markup | null {
  const { byMonth } = figure;
  if (byMonth.length === 0) return null;
  const most = Math.max(...byMonth.map((m) => m.n), 1);
  return markup`<table class="months"><caption>按月</caption><thead><tr><th scope="col">月份</th><th scope="col">数量</th><th scope="col" class="not-phone">对比</th></tr></thead><tbody>${byMonth.map(
    (m) =>
      markup`<tr><th scope="row">${Number(m.month.slice(0, 4))}年${Number(m.month.slice(5))}月</th><td class="n">${m.n}</td><td class="not-phone"><meter min="0" max="${most}" value="${m.n}" aria-label="${m.month}：${m.n}">${m.n}</meter></td></tr>`,
  )}</tbody><tfoot><tr><th scope="row">合计</th><td class="n total">${byMonth.reduce((n, m) => n + m.n, 0)}</td><td class="not-phone"></td></tr></tfoot></table>`;
}

function records(figure: PublicFigure): Markup | null {
  if (figure.records.length === 0) return null;
  return markup`<h2>已公开的信息（${figure.records.length}条）</h2><ol class="list">${figure.records.map((r) => markup`<li><span>${r.title}</span><span class="meta">${r.number}　${r.on}</span></li>`)}</ol>`;
}

/** 这个数是怎么来的: definition, article, period, and what was counted. 0 has a page too. */
export function figureView(figure: PublicFigure, report: { readonly title: string; readonly href: string }): Markup {
  const [from, to] = figure.period.map((d) => chineseDate(parseDay(d)!));
  const nothing = figure.byMonth.length === 0 && figure.records.length === 0;
  return markup`<h1>${figure.label}</h1><p class="big">${figure.value}</p>
<p class="meta"><a href="${report.href}">${report.title}</a></p>
<h2>这个数是怎么数出来的</h2>
<p>数的是：${figure.counts}。</p><p>统计期限：${from}至${to}。</p>
${figure.basis.length > 0 && markup`<p class="meta">依据：${figure.basis.map(basisText).join('、')}</p>`}
${figure.override && markup`<p class="warn">登记簿统计为${figure.override.counted ?? '空'}，本报告填${figure.value}。理由：${figure.override.reason}</p>`}
${figure.notCounted && markup`<p class="warn">${figure.notCounted}</p>`}
${figure.declarations.length > 0 && markup`<p class="note">${figure.declarations.join('；')}</p>`}
${nothing && !figure.notCounted && figure.declarations.length === 0 && markup`<p class="note">登记簿里没有符合的记录，所以是 ${figure.value}。</p>`}
${months(figure)}${records(figure)}
${figure.withheld > 0 && markup`<p class="meta">另有${figure.withheld}条记录涉及个人或者还没有公开，只计数，不列出。</p>`}
<p class="buttons"><a class="button" href="${report.href}">回到年报</a></p>`;
}
