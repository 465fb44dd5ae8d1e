import { readFileSync } from 'node:fs';
import { chineseDate, type Day } from '#lib/day.ts';
import { markup, trusted } from '../markup.ts';
import { type RegisterTable, registerText, widestIn } from './registerTable.ts';

const STYLE = readFileSync(new URL('./register.css', import.meta.url), 'utf8');

/** What stands at the head of a printed 台账 besides its name. */
export interface RegisterHead {
  readonly unit: string;
  /** What the rows were chosen by: 2024年1月至6月 · 未办结. */
  readonly selection?: string;
  readonly printedOn: Day;
}

/** A column is given room for what it holds, a long text for this many characters. */
const ROOM = 18;

function columnShares(table: RegisterTable): number[] {
  const room = [2, ...table.columns.map((c) => Math.min(ROOM, Math.max(2, widestIn(table, c))))].map((n) => n + 1);
  const sum = room.reduce((a, b) => a + b, 0);
  return room.map((n) => Math.round((n / sum) * 1000) / 10);
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
<colgroup>${columnShares(table).map((share) => markup`<col style="width:${share}%">`)}</colgroup>
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
