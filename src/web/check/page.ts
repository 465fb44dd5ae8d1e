import { type Markup, markup } from '#documents/markup.ts';
import { LEVELS } from '#domain/checker/index.ts';
import { LEVEL_NAMES, SHAPES } from './asked.ts';
import { BOUNDS, MOST_IN_ALL } from './bounds.ts';

const ACCEPT = '.docx,.doc,.wps,.pdf,.html,.htm,.txt,.md,.xlsx,.json,.zip';

function select(name: string, label: string, hint: string, options: readonly (readonly [string, string])[]): Markup {
  return markup`<div class="field"><label for="${name}">${label}</label><span class="hint" id="${name}-hint">${hint}</span>
<select id="${name}" name="${name}" aria-describedby="${name}-hint">${options.map(([value, words]) => markup`<option value="${value}">${words}</option>`)}</select></div>`;
}

/** The page that takes files. A script shows each file's progress; without it the form sends them and the answer is a page. */
export function uploadView(problem: string | null): Markup {
  const levels: [string, string][] = LEVELS.map((l) => [l, LEVEL_NAMES[l]]);
  return markup`<div class="error-summary" id="problems" role="alert" tabindex="-1"${problem ? null : markup` hidden`}><h2>有1处要改</h2><ul><li><a href="#files">${problem}</a></li></ul></div><h1>年报体检</h1>
<p>任何机关的政府信息公开年报都可以查：表格对不对得上，正文和表格一不一致，法定内容全不全。文件只用来检查，<strong>查完即删，不保存</strong>。</p>
<form method="post" action="/check" enctype="multipart/form-data" class="drop" id="drop" data-files="${BOUNDS.files}" data-file-bytes="${BOUNDS.fileBytes}" data-all-bytes="${BOUNDS.allBytes}">
<div class="field${problem ? ' bad' : ''}"><label for="files">选择年报文件</label>
<span class="hint" id="files-hint">Word（docx、doc、wps）、PDF、网页、Excel、文本，或多份打成 ZIP，也可以拖到这里。单个不超过30 MB，一次最多${BOUNDS.files}个文件、合计60 MB，ZIP 里的也算，最多${MOST_IN_ALL}份。</span>
${problem && markup`<span class="bad" id="files-error">${problem}</span>`}
<input type="file" id="files" name="files" multiple required accept="${ACCEPT}" aria-describedby="files-hint${problem ? ' files-error' : ''}"></div>
<ul class="chosen" id="chosen" aria-live="polite"></ul>
<details class="more"><summary>上年年报、机关层级、结果形式（都可以不填）</summary>
<div class="field"><label for="previous">上年的年报</label><span class="hint" id="previous-hint">用来核对上年结转、现行有效件数和文字重复。和上面的文件一起选上也行，会自动对照。</span>
<input type="file" id="previous" name="previous" accept="${ACCEPT}" aria-describedby="previous-hint"></div>
${select('level', '机关层级', '按层级要求的内容不同；不选时按单位名称判断。', [['', '按单位名称判断'], ...levels])}
${select('shape', '结果形式', '', Object.entries(SHAPES))}</details>
<p class="buttons"><button type="submit" class="main" id="send">开始检查</button></p>
<p class="busy" id="busy" role="status" hidden>正在检查，一份最多20秒，请不要关闭本页。</p>
</form>
<section class="run" id="run" aria-labelledby="run-title" hidden><h2 id="run-title" tabindex="-1">正在检查</h2>
<p id="run-line" role="status" aria-live="polite"></p><progress id="run-bar" max="100" value="0" aria-labelledby="run-title"></progress>
<ol id="run-files"></ol>
<p class="buttons"><button type="button" id="stop">停下，不查了</button></p></section>
<div id="about"><h2>查些什么</h2>
<ul><li>三张表的勾稽关系、空格和写错的数；所用格式是不是当年的。</li><li>正文里的每个数字和表格、和前后文对照；百分比重新计算。</li><li>五个方面、工作考核、社会评议、责任追究结果等法定内容（按机关层级）。</li><li>机关名称、标题序号、落款日期、过时的说法和转换留下的痕迹。</li></ul>
<p class="meta">每条意见都写明依据和怎么改。读不准的数字会单独列出，不会替您猜。</p></div>`;
}
