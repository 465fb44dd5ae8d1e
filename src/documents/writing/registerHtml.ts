import { readFileSync } from 'node:fs';
import { chineseDate, type Day } from '#lib/day.ts';
import { markup, trusted } from '../markup.ts';
import { type RegisterTable, registerText } from './registerTable.ts';

const STYLE = readFileSync(new URL('./register.css', import.meta.url), 'utf8');

/** What stands at the head of a printed 台账 besides its name. */
export interface RegisterHead {
  readonly unit: string;
  /** What the rows were chosen by: 2024年1月至6月 · 未办结. */
  readonly selection?: string;
  readonly printedOn: Day;
}

/** A register to be printed as a 台账: A4 landscape, rows numbered, header and page number on each page, no row cut by a page. */
export function writeRegisterHtml(table: RegisterTable, head: RegisterHead): Uint8Array {
  const particulars = [`单位：${head.unit}`, head.selection, `共${table.rows.length}条`, `打印日期：${chineseDate(head.printedOn)}`].filter(
    Boolean,
  );
  const page = markup`<!DOCTYPE html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${table.title}</title>
<style>
${trusted(STYLE)}</style>
</head>
<body>
<main>
<h1>${table.title}</h1>
<p>${particulars.map((p) => markup`<span>${p}</span>`)}</p>
<table>
<thead>
<tr><th scope="col">序号</th>${table.columns.map((c) => markup`<th scope="col">${c.label}</th>`)}</tr>
</thead>
<tbody>
${table.rows.map(
  (row, i) =>
    markup`<tr><td class="count">${i + 1}</td>${table.columns.map((c) => markup`<td class="${c.kind}">${registerText(c, row)}</td>`)}</tr>\n`,
)}</tbody>
</table>
</main>
</body>
</html>
`;
  return new TextEncoder().encode(page.text);
}
