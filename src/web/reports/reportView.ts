import { type Markup, markup } from '#documents/markup.ts';
import { htmlTable } from '#documents/writing/htmlTable.ts';
import { REPORT_FORMATS, type ReportFormat } from '#documents/writing/index.ts';
import { cutRunIn, type PrintedSection, printReport } from '#documents/writing/layout.ts';
import type { Paragraph, Run } from '#domain/report/document.ts';
import type { ReportVersion } from '#domain/report/ports.ts';
import { chineseDate, parseDay, shanghaiDay } from '#lib/day.ts';
import type { ReportNote } from './notes.ts';
import { requestRows } from './phoneRows.ts';

/** The address of a figure's page. */
export type FigureHref = (key: string) => string;

function run(r: Run, href: FigureHref): Markup {
  return r.figure === undefined ? markup`${r.text}` : markup`<a class="figure" href="${href(r.figure)}">${r.text}</a>`;
}

function paragraph(p: Paragraph, href: FigureHref): Markup {
  const { head, body } = cutRunIn(p);
  const words = (runs: readonly Run[]) => runs.map((r) => run(r, href));
  if (body.length === 0 && p.level === 'h2') return markup`<h3>${words(head)}</h3>`;
  if (body.length === 0 && p.level === 'h3') return markup`<h4>${words(head)}</h4>`;
  return markup`<p>${head.length > 0 && markup`<strong>${words(head)}</strong>`}${words(body)}</p>`;
}

function table(section: PrintedSection, i: number, version: ReportVersion, href: FigureHref): Markup | null {
  if (!section.table) return null;
  const link = (key: string, text: string) =>
    text === '' ? markup`<span class="meta">空</span>` : markup`<a href="${href(key)}">${text}</a>`;
  const whole = markup`<div class="scroll" role="region" tabindex="0" aria-label="${section.heading}（表格，可左右滚动）">${htmlTable(section.table.grid, `t${i + 1}`, link)}</div>`;
  if (section.table.section !== 3) return whole;
  return markup`<div class="not-phone">${whole}</div><div class="only-phone"><p class="meta">先看总计，点一行看各类申请人。</p>${requestRows(version.frozen.document.form, version.frozen.document.report.tables, href)}<details class="whole"><summary>看完整表格（可左右滚动）</summary><div class="scroll" role="region" tabindex="0" aria-label="表格，可左右滚动">${htmlTable(section.table.grid, `p${i + 1}`, link)}</div></details></div>`;
}

function day(instant: string): string {
  return chineseDate(shanghaiDay(Date.parse(instant)));
}

/** What was changed after publication: every version stays readable, with its note. */
function versionNotes(versions: readonly ReportVersion[], shown: ReportVersion, base: string): Markup | null {
  if (versions.length < 2) return null;
  const line = (v: ReportVersion) =>
    markup`<li>${v.version === shown.version ? markup`<strong>第${v.version}版（本页）</strong>` : markup`<a href="${base}?version=${v.version}">第${v.version}版</a>`}　${v.kind === 'corrected' ? '更正' : '首次公布'}，${day(v.publishedAt ?? v.submittedAt)}${v.note && `：${v.note}`}</li>`;
  return markup`<section class="warn" aria-labelledby="versions"><h2 id="versions">更正说明</h2><ul>${versions.map(line)}</ul></section>`;
}

function overrides(version: ReportVersion, href: FigureHref, label: (key: string) => string): Markup | null {
  const list = version.frozen.overrides;
  if (list.length === 0) return null;
  return markup`<section class="note" aria-labelledby="overrides"><h2 id="overrides">数字说明</h2><ul>${list.map((o) => markup`<li><a href="${href(o.cell)}">${label(o.cell)}</a>：登记簿统计为${o.counted ?? '空'}，本报告填${o.value}。理由：${o.reason}</li>`)}</ul></section>`;
}

function notes(list: readonly ReportNote[]): Markup | null {
  if (list.length === 0) return null;
  return markup`<section class="note" aria-labelledby="notes"><h2 id="notes">公布后的说明</h2><ul>${list.map((n) => markup`<li>${chineseDate(parseDay(n.on)!)}：${n.note}</li>`)}</ul></section>`;
}

/** A published report as a page: its tables and the numbers of its text open what is behind them. */
export function reportView(options: {
  readonly version: ReportVersion;
  readonly versions: readonly ReportVersion[];
  readonly base: string;
  readonly others: readonly number[];
  readonly label: (key: string) => string;
  readonly notes: readonly ReportNote[];
}): Markup {
  const { version, versions, base } = options;
  const printed = printReport(version.frozen.document);
  const { document } = printed;
  const query = version.version === versions.at(-1)?.version ? '' : `?version=${version.version}`;
  const href: FigureHref = (key) => `${base}/figures/${key}${query}`;
  const [from, to] = document.period.map((d) => chineseDate(parseDay(d)!));
  const download = (format: ReportFormat) =>
    markup`<a class="button" href="${base}/files/${format}${query}" download>${REPORT_FORMATS[format].label}</a>`;
  return markup`<div class="columns left"><nav class="side" aria-label="本报告的各部分"><ul>${printed.sections.map((s, i) => markup`<li><a href="#s${i + 1}">${s.heading}</a></li>`)}</ul>${options.others.length > 0 && markup`<ul>${options.others.map((y) => markup`<li><a href="${base.replace(/\d+$/, String(y))}">${y}年年报</a></li>`)}</ul>`}</nav>
<article class="report"><h1>${document.title}</h1>
<p class="meta">${document.signedBy}${printed.signedOn && `　${printed.signedOn}`}　统计期限：${from}至${to}</p>
<p class="buttons">${(Object.keys(REPORT_FORMATS) as ReportFormat[]).filter((f) => f !== 'html').map(download)}<a class="button" href="${base}/files/html${query}" target="_blank" rel="noopener">打印版</a></p>
${versionNotes(versions, version, base)}<p class="note no-print">带下划线的数字都可以点开，看它数的是什么、由哪些记录得来。</p>
<div class="prose">${document.preamble.map((p) => paragraph(p, href))}</div>
${printed.sections.map((s, i) => markup`<section aria-labelledby="s${i + 1}"><h2 id="s${i + 1}">${s.heading}</h2><div class="prose">${s.paragraphs.map((p) => paragraph(p, href))}</div>${table(s, i, version, href)}${s.note && markup`<p class="meta">${s.note}</p>`}</section>`)}
${overrides(version, href, options.label)}${notes(options.notes)}<p class="signed">${document.signedBy}${printed.signedOn && markup`<br>${printed.signedOn}`}</p></article></div>`;
}
