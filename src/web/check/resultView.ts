import { proposalOf } from '#documents/checking/mark.ts';
import type { Checked } from '#documents/checking/result.ts';
import { placeText } from '#documents/checking/text.ts';
import { type Markup, markup } from '#documents/markup.ts';
import { basisText } from '#domain/checker/basisText.ts';
import { SEVERITY_NAMES } from '#domain/checker/catalogue.ts';
import { type Finding, rules, type Severity } from '#domain/checker/index.ts';
import { cellName } from '#domain/checker/labels.ts';
import { FORM_2021, formOf } from '#law/forms/index.ts';
import { agreed } from './agreed.ts';
import { SEVERITIES, TONES } from './counts.ts';
import type { Numbered } from './numbered.ts';
import { textView } from './textView.ts';

/** More cards than this no one reads on a page; all are in the files. */
const MOST_SHOWN = 500;
const TITLES = new Map(rules.map((r) => [r.id, r.title]));

function sides({ finding }: Numbered): Markup | null {
  const { actual, expected } = finding;
  if (actual === undefined || expected === undefined || expected === null) return null;
  const found = actual === null ? '没有' : String(actual);
  return markup`<p class="sides"><span><small>现在</small><b>${found}</b></span><span aria-hidden="true" class="ne">≠</span><span><small>应为</small><b>${String(expected)}</b></span></p>`;
}

/** The value or words proposed, where one is known. */
function remedy({ finding }: Numbered): Markup | null {
  const { fix, words, actual, expected } = finding;
  // What stands beside it says the same.
  if (fix === undefined || (fix === String(expected) && (words ?? String(actual)) === String(actual))) return null;
  const text = proposalOf(finding).replace(/^建议：/, '');
  return text === '' ? null : markup`<p class="remedy"><b>怎么改</b>　${text}</p>`;
}

function card(n: Numbered, checked: Checked, id: string): Markup {
  const { finding, number } = n;
  const form = checked.reading.report.form ? formOf(checked.reading.report.form) : FORM_2021;
  const cell = finding.where.cell?.includes('/') ? cellName(form, finding.where.cell) : null;
  return markup`<li class="finding ${finding.severity}" id="${id}f${number}"><h4><span class="no">${number}</span>${TITLES.get(finding.rule) ?? finding.rule}</h4>
<p class="tag"><span class="chip ${TONES[finding.severity]}">${SEVERITY_NAMES[finding.severity]}</span> <code>${finding.rule}</code></p>
<p>${finding.message}</p>${sides(n)}${remedy(n)}
<p class="meta">${cell && markup`对照：${cell}<br>`}依据：${finding.basis.map(basisText).join('、')}<br><a href="#${id}m${number}">跳到原文（${placeText(finding)}）</a></p></li>`;
}

function group(severity: Severity, list: readonly Numbered[], checked: Checked, id: string): Markup | null {
  const own = list.filter((n) => n.finding.severity === severity);
  if (own.length === 0) return null;
  const cards = markup`<ol class="findings">${own.map((n) => card(n, checked, id))}</ol>`;
  const title = `${SEVERITY_NAMES[severity]}（${own.length}）`;
  if (severity !== 'info') return markup`<div class="group ${severity}"><h3>${title}</h3>${cards}</div>`;
  return markup`<details class="group info"><summary><h3>${title}</h3></summary>${cards}</details>`;
}

function doubts(checked: Checked): Markup | null {
  const list = checked.reading.doubts;
  if (list.length === 0) return null;
  const form = checked.reading.report.form ? formOf(checked.reading.report.form) : FORM_2021;
  const readings = (all: (number | null)[][]) => all.slice(0, 4).map((r) => r.map((v) => v ?? '空').join(' '));
  return markup`<h3>读不准，请对照原件（${list.length}）</h3><ul class="doubts">${list
    .slice(0, MOST_SHOWN)
    .map(
      (d) =>
        markup`<li><b>${cellName(form, d.cell)}</b>：${d.why}<br>可能是：${readings(d.readings).join(' ｜ ')}${(d.readings.length > 4 || d.more) && ' ……'}</li>`,
    )}</ul>`;
}

/** 全部 · 必须改 · 建议改 · 可不改: shows and hides by the style sheet alone. */
function filter(open: readonly Finding[], id: string): Markup | null {
  const own = SEVERITIES.filter((s) => open.some((f) => f.severity === s));
  if (own.length < 2) return null;
  const choice = (value: string, label: string, n: number) =>
    markup`<label><input type="radio" name="${id}show" value="${value}"${value === 'all' && markup` checked`}><span>${label} ${n}</span></label>`;
  return markup`<fieldset class="show no-print"><legend class="unseen">只看哪一类意见</legend>${choice('all', '全部', open.length)}${own.map((s) => choice(s, SEVERITY_NAMES[s], open.filter((f) => f.severity === s).length))}</fieldset>`;
}

/** The gravest first, as many as a page takes, in the order of the report. */
function shownOf(open: readonly Finding[]): Finding[] {
  if (open.length <= MOST_SHOWN) return [...open];
  const first = new Set(SEVERITIES.flatMap((s) => open.filter((f) => f.severity === s)).slice(0, MOST_SHOWN));
  return open.filter((f) => first.has(f));
}

/** One report: what is said of it, its text with the places marked, doubts, and what was checked and is right. */
export function resultView(checked: Checked, id: string, several: boolean): Markup {
  const { unit, year, form } = checked.reading.report;
  const open = checked.findings.filter((f: Finding) => !f.waived);
  const numbered = shownOf(open).map((finding, i): Numbered => ({ finding, number: i + 1 }));
  const right = agreed(checked.reading, open, checked.previousFile !== undefined);
  return markup`<section class="result" id="${id}" aria-label="${checked.file}"><h2>${unit ?? '没有读到单位'}　${year === null ? '没有读到年份' : `${year}年度`}</h2>
<p class="meta">${checked.file}　${form && `按${form}年版格式检查`}${checked.previousFile && `　与上年对照：${checked.previousFile}`}${several && markup`　<a href="#main">回到清单</a>`}</p>
<p class="counts">${SEVERITIES.map((s) => markup`<span class="${s}"><b>${open.filter((f) => f.severity === s).length}</b>${SEVERITY_NAMES[s]}</span>`)}${right.counts.map((c) => markup`<span class="ok">✓ ${c}</span>`)}</p>
<div class="check-columns"><div class="paper" tabindex="0" role="group" aria-label="您上传的原文，编号对应清单">${textView(checked, numbered, id)}</div>
<div class="said">${filter(open, id)}${open.length > numbered.length && markup`<p class="warn">一共${open.length}条，这里列出最要紧的${numbered.length}条，其余在可以下载的清单里。</p>`}${open.length === 0 && markup`<p class="note">${checked.reading.doubts.length > 0 ? '读出的数字和文字没有发现问题，下面有读不准的。' : '没有发现问题。'}</p>`}${SEVERITIES.map((s) => group(s, numbered, checked, id))}${doubts(checked)}
${right.rules.length > 0 && markup`<details><summary><h3>查过、没有问题的（${right.rules.length}项）</h3></summary><ul class="right">${right.rules.map((r) => markup`<li>✓ ${r}</li>`)}</ul></details>`}</div></div></section>`;
}
