import type { Result } from '#documents/checking/result.ts';
import { type Markup, markup } from '#documents/markup.ts';
import { SEVERITY_NAMES } from '#domain/checker/catalogue.ts';
import type { Finding } from '#domain/checker/index.ts';
import { cellCount } from './agreed.ts';
import { openOf, SEVERITIES, TONES } from './counts.ts';
import type { Download } from './downloads.ts';
import { SAME } from './examine.ts';
import { resultView } from './resultView.ts';

/** Of a page as a whole: what is larger is asked for as a file of its own. */
const LARGEST_IN_PAGE = 1_400_000;
/** A script turns larger ones into files by itself. */
const LARGEST_WITH_SCRIPT = 24_000_000;

function chips(findings: readonly Finding[], doubts: number): Markup | Markup[] {
  const list = SEVERITIES.flatMap((severity) => {
    const n = openOf(findings, severity);
    return n > 0 ? [markup`<span class="chip ${TONES[severity]}">${SEVERITY_NAMES[severity]} ${n}</span> `] : [];
  });
  if (doubts > 0) list.push(markup`<span class="chip ochre">读不准 ${doubts}</span>`);
  return list.length > 0 ? list : markup`<span class="chip blue">没有发现问题</span>`;
}

function overviewRow(r: Result, i: number): Markup {
  if (!r.readable) {
    const state = r.why === SAME ? markup`<span class="chip grey">没有重复查</span>` : markup`<span class="chip red">读不了</span>`;
    return markup`<tr><th scope="row">${r.file}</th><td>${state}</td><td class="n"></td><td>${r.message}</td></tr>`;
  }
  const cells = cellCount(r.reading);
  return markup`<tr><th scope="row">${r.file}</th><td>${chips(r.findings, r.reading.doubts.length)}</td><td class="n">${cells.read}${cells.doubtful > 0 && `，存疑${cells.doubtful}`}</td><td><a href="#r${i + 1}">看结果</a></td></tr>`;
}

/** The heading of the results: how much has to be mended. */
export function resultsTitle(results: readonly Result[]): string {
  const read = results.filter((r) => r.readable);
  if (read.length === 0) return '体检结果：没有读出年报';
  const errors = read.reduce((n, r) => n + openOf(r.findings, 'error'), 0);
  if (errors > 0) return `体检结果：有${errors}处必须改`;
  const others = read.reduce((n, r) => n + openOf(r.findings, 'warning'), 0);
  return others > 0 ? `体检结果：没有必须改的，有${others}处建议改` : '体检结果：没有必须改的';
}

/** A download that is part of the page itself: nothing is kept on the server. */
function link({ name, type, label, bytes }: Download): Markup {
  return markup`<a class="button" download="${name}" href="data:${type};base64,${Buffer.from(bytes).toString('base64')}">${label}</a>`;
}

export interface Shown {
  readonly results: readonly Result[];
  readonly notes: readonly string[];
  readonly downloads: readonly Download[];
  /** When it was done, in words. */
  readonly at: string;
  /** True where the page's own script will take it. */
  readonly script: boolean;
}

/** The results, each report with its text on the left and what is said of it on the right. */
export function resultsView({ results, notes, downloads, at, script }: Shown): Markup {
  const read = results.filter((r) => r.readable);
  const several = results.length > 1;
  const fits = (d: Download) => d.bytes.length <= (script ? LARGEST_WITH_SCRIPT : LARGEST_IN_PAGE);
  const large = downloads.filter((d) => !fits(d));
  return markup`<h1 tabindex="-1">${resultsTitle(results)}</h1>
<p class="meta">${at}检查。文件没有保存，离开本页后结果就没有了，请先下载。</p>
<p class="buttons no-print">${downloads.filter(fits).map(link)}<button type="button" data-print hidden>打印</button><a class="button main" href="/check">再查一份</a></p>
${large.length > 0 && markup`<p class="note no-print">${large.map((d) => d.label).join('、')}太大，放不进网页。请再提交一次，在“结果形式”里选它，会直接下载。</p>`}
${notes.map((n) => markup`<p class="warn">${n}</p>`)}
${(several || read.length === 0) && markup`<div class="scroll overview"><table><caption>共${results.length}份，读出${read.length}份。读不了的不影响其他文件。</caption><thead><tr><th scope="col">文件</th><th scope="col">结果</th><th scope="col">读出的格数</th><th scope="col">说明</th></tr></thead><tbody>${results.map(overviewRow)}</tbody></table></div>`}
${results.map((r, i) => (r.readable ? resultView(r, `r${i + 1}`, several) : null))}`;
}
