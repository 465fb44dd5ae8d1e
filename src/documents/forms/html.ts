import { readFileSync } from 'node:fs';
import { type Markup, markup, trusted } from '../markup.ts';
import type { FormList, FormRow, PrintedForm } from './form.ts';

const STYLE = readFileSync(new URL('./form.css', import.meta.url), 'utf8');

function rowMarkup(row: FormRow): Markup {
  switch (row.kind) {
    case 'cells':
      return markup`<tr>${row.cells.map((c) => markup`<th scope="row">${c.label}</th><td>${c.value}</td>`)}</tr>`;
    case 'text':
      return markup`<tr><th scope="row">${row.label}</th><td colspan="3">${row.value}</td></tr>`;
    case 'boxes':
      return markup`<tr><th scope="row">${row.label}</th><td colspan="3">${row.boxes.map((b) => markup`<span class="box">${b.ticked ? '☑' : '☐'} ${b.text}</span> `)}${row.note && markup`<p class="note">${row.note}</p>`}</td></tr>`;
    case 'opinion':
      return markup`<tr class="opinion"><th scope="row">${row.label}</th><td colspan="3"><p class="said">${row.value}</p><p class="signed">签名：${row.signed}　　${row.on || '年　　月　　日'}</p></td></tr>`;
  }
}

function listMarkup(list: FormList): Markup {
  return markup`<table class="list"><thead><tr>${list.head.map((h) => markup`<th scope="col">${h}</th>`)}</tr></thead><tbody>${list.rows.map((r) => markup`<tr>${r.map((c) => markup`<td>${c}</td>`)}</tr>`)}</tbody></table>`;
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
${form.notes.map((n) => markup`<p class="note">注：${n}</p>`)}
<p class="printed">打印日期：${form.printedOn}</p></main></body></html>
`;
  return new TextEncoder().encode(page.text);
}
