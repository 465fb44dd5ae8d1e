import type { Result } from '#documents/checking/result.ts';
import { type Markup, markup } from '#documents/markup.ts';
import { SEVERITY_NAMES } from '#domain/checker/catalogue.ts';
import type { Finding, Severity } from '#domain/checker/index.ts';
import { cellCount } from './agreed.ts';
import { resultView } from './resultView.ts';

/** Bounds of the public page, told before they are met. */
export const BOUNDS = { files: 20, fileBytes: 30 * 1024 * 1024, allBytes: 60 * 1024 * 1024 } as const;

const ACCEPT = '.docx,.doc,.wps,.pdf,.html,.htm,.txt,.md,.xlsx,.json,.zip';

/** The page that takes files. */
export function uploadView(problem: string | null): Markup {
  return markup`${problem && markup`<div class="error-summary" role="alert" tabindex="-1"><h2>有1处要改</h2><ul><li><a href="#files">${problem}</a></li></ul></div>`}<h1>年报体检</h1>
<p>任何机关的政府信息公开年报都可以查：表格对不对得上，正文和表格一不一致，法定内容全不全。文件只用来检查，<strong>查完即删，不保存</strong>。</p>
<form method="post" action="/check" enctype="multipart/form-data" class="drop" id="drop" data-files="${BOUNDS.files}" data-file-bytes="${BOUNDS.fileBytes}" data-all-bytes="${BOUNDS.allBytes}">
<div class="field${problem ? ' bad' : ''}"><label for="files">选择年报文件</label>
<span class="hint" id="files-hint">Word（docx、doc）、PDF、网页、Excel、文本，或多份打成 ZIP。单个不超过30 MB，一次最多${BOUNDS.files}个文件、合计60 MB。上年的年报一起选上，会自动对照。</span>
${problem && markup`<span class="bad" id="files-error">${problem}</span>`}
<input type="file" id="files" name="files" multiple required accept="${ACCEPT}" aria-describedby="files-hint${problem ? ' files-error' : ''}"></div>
<ul class="chosen" id="chosen" aria-live="polite"></ul>
<p class="buttons"><button type="submit" class="main">开始检查</button></p>
<p class="busy" id="busy" role="status" hidden>正在检查，一份最多20秒，请不要关闭本页。</p>
</form>
<h2>查些什么</h2>
<ul><li>三张表的勾稽关系、空格和写错的数；所用格式是不是当年的。</li><li>正文里的每个数字和表格、和前后文对照；百分比重新计算。</li><li>五个方面、工作考核、社会评议、责任追究结果等法定内容（按机关层级）。</li><li>机关名称、标题序号、落款日期、过时的说法和转换留下的痕迹。</li></ul>
<p class="meta">每条意见都写明依据和怎么改。读不准的数字会单独列出，不会替您猜。</p>`;
}

function count(findings: readonly Finding[], severity: Severity): number {
  return findings.filter((f) => f.severity === severity && !f.waived).length;
}

function chips(findings: readonly Finding[]): Markup | Markup[] {
  const tones: readonly (readonly [Severity, string])[] = [
    ['error', 'red'],
    ['warning', 'ochre'],
    ['info', 'grey'],
  ];
  const list = tones.flatMap(([severity, tone]) => {
    const n = count(findings, severity);
    return n > 0 ? [markup`<span class="chip ${tone}">${SEVERITY_NAMES[severity]} ${n}</span> `] : [];
  });
  return list.length > 0 ? list : markup`<span class="chip blue">没有发现问题</span>`;
}

function overviewRow(r: Result, i: number): Markup {
  if (!r.readable)
    return markup`<tr><th scope="row">${r.file}</th><td><span class="chip red">读不了</span></td><td class="n"></td><td>${r.message}</td></tr>`;
  const cells = cellCount(r.reading);
  return markup`<tr><th scope="row">${r.file}</th><td>${chips(r.findings)}</td><td class="n">${cells.read}${cells.doubtful > 0 && `，存疑${cells.doubtful}`}</td><td><a href="#r${i + 1}">看结果</a></td></tr>`;
}

function heading(results: readonly Result[]): string {
  const read = results.filter((r) => r.readable);
  if (read.length === 0) return '体检结果：没有读出年报';
  const errors = read.reduce((n, r) => n + count(r.findings, 'error'), 0);
  if (errors > 0) return `体检结果：有${errors}处必须改`;
  const others = read.reduce((n, r) => n + count(r.findings, 'warning'), 0);
  return others > 0 ? `体检结果：没有必须改的，有${others}处建议改` : '体检结果：没有必须改的';
}

/** A download that is part of the page itself: nothing is kept on the server. */
function download(name: string, type: string, content: string, label: string): Markup {
  return markup`<a class="button" download="${name}" href="data:${type};base64,${Buffer.from(content).toString('base64')}">${label}</a>`;
}

/** The results, each report with its text on the left and what is said of it on the right. */
export function resultsView(results: readonly Result[], files: { json: string; html: string }, at: string): Markup {
  const read = results.filter((r) => r.readable);
  const several = results.length > 1;
  return markup`<h1>${heading(results)}</h1>
<p class="meta">${at}检查。文件没有保存，离开本页后结果就没有了，请先下载。</p>
<p class="buttons no-print">${download('年报体检结果.html', 'text/html', files.html, '下载结果（网页）')}${download('年报体检结果.json', 'application/json', files.json, '下载结果（数据）')}<a class="button main" href="/check">再查一份</a></p>
${(several || read.length === 0) && markup`<div class="scroll"><table><caption>共${results.length}份，读出${read.length}份；一份读不了，不影响其他文件。</caption><thead><tr><th scope="col">文件</th><th scope="col">结果</th><th scope="col">读出的格数</th><th scope="col">说明</th></tr></thead><tbody>${results.map(overviewRow)}</tbody></table></div>`}
${results.map((r, i) => (r.readable ? resultView(r, `r${i + 1}`, several) : null))}`;
}
