import { readFileSync } from 'node:fs';
import { type Markup, markup, trusted } from '../markup.ts';
import { type FormList, type FormRow, notesOf, type PrintedForm, printedDate } from './form.ts';

const STYLE = readFileSync(new URL('./form.css', import.meta.url), 'utf8');

/** Room to write by hand, in millimetres; a longer text takes more. */
const room = (tall: number | undefined, property = 'height'): Markup => (tall ? markup` style="${property}:${tall}mm"` : markup``);
/** Above and below a cell's text, in millimetres. */
const PADDING = 4;
const NO_DAY = '　　　年　　月　　日';

function rowMarkup(row: FormRow): Markup {
  switch (row.kind) {
    case 'cells':
      return markup`<tr${room(row.tall)}>${row.cells.map((c) => markup`<th scope="row">${c.label}</th><td>${c.value}</td>`)}</tr>`;
    case 'text':
      return markup`<tr${room(row.tall)}><th scope="row">${row.label}</th><td colspan="3">${row.value}</td></tr>`;
    case 'boxes':
      return markup`<tr><th scope="row">${row.label}</th><td colspan="3">${row.boxes.map((b) => markup`<span class="box">${b.ticked ? '☑' : '☐'} ${b.text}</span> `)}${row.note && markup`<p class="note">${row.note}</p>`}</td></tr>`;
    case 'opinion':
      return markup`<tr class="opinion"><th scope="row">${row.label}</th><td colspan="3"><div${room(row.tall - PADDING, 'min-height')}><p>${row.value}</p><p class="signed">签名：${row.signed || '　'.repeat(6)}　　${row.on || NO_DAY}</p></div></td></tr>`;
  }
}

function listMarkup(list: FormList): Markup {
  const all = list.widths.reduce((a, b) => a + b, 0);
  const columns = list.widths.map((w) => markup`<col style="width:${((w / all) * 100).toFixed(1)}%">`);
  return markup`<table class="list"><colgroup>${columns}</colgroup><thead><tr>${list.head.map((h) => markup`<th scope="col">${h}</th>`)}</tr></thead><tbody>${list.rows.map((r) => markup`<tr>${r.map((c) => markup`<td>${c}</td>`)}</tr>`)}</tbody></table>`;
}

/** The same form as a page to be printed from a browser, where no PDF can be made. */
export function writeFormHtml(form: PrintedForm): Uint8Array {
  const page = markup`<!DOCTYPE html>
<html lang="zh-CN">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${form.title}</title><style>
${trusted(STYLE)}</style></head>
<body><main><h1>${form.title}</h1>
<p class="head"><span>单位：${form.unit}</span>${form.number && markup`<span>编号：${form.number}</span>`}</p>
<table><tbody>${form.rows.map(rowMarkup)}</tbody></table>
${form.list && listMarkup(form.list)}
${notesOf(form).map((n) => markup`<p class="note">${n}</p>`)}
<p class="printed">打印日期：${printedDate(form)}</p></main></body></html>
`;
  return new TextEncoder().encode(page.text);
}
