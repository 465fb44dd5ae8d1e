import { readFileSync } from 'node:fs';
import type { Value } from '#domain/report/model.ts';
import { FORM_2021, requestRowKeys } from '#law/forms/index.ts';

/** Sections three and four of a published report, as an independent reader has them. */
export interface Published {
  readonly t3: readonly (readonly Value[])[];
  readonly t4: readonly Value[];
  readonly other_rows: 1 | 3;
}

const CELLS = JSON.parse(readFileSync(new URL('../fixtures/reports/real/cells.json', import.meta.url), 'utf8')) as Record<
  string,
  Published
>;

/** Reports with figures in them, by file. */
export const PUBLISHED = Object.entries(CELLS)
  .filter(([, { t3 }]) => t3.flat().some((v) => v !== 0) && !t3.flat().includes(null))
  .slice(0, 15);

interface Row {
  readonly key: string;
  readonly label: string;
  readonly cells: readonly Value[];
}

const LABELS = new Map([...FORM_2021.requestRows.map((r) => [r.key, r.label] as const), ['3.6', '（六）其他处理'] as const]);

export function rowsOf(p: Published): Row[] {
  return requestRowKeys(FORM_2021, p.other_rows === 1).map((key, i) => ({ key, label: LABELS.get(key)!, cells: p.t3[i]! }));
}

type Text = string | number | null;
const td = (text: Text, more = ''): string => `<td ${more}><p>${text ?? ''}</p></td>`;
const tr = (cells: readonly string[]): string => `<tr>${cells.join('')}</tr>`;
const cells = (list: readonly Text[]): string[] => list.map((c) => td(c));

const APPLICANTS = FORM_2021.applicantColumns.map((c) => c.label);
const RESULTS = FORM_2021.remedyColumns.map((c) => c.label);
const GROUPS = ['行政复议', '未经复议直接起诉', '复议后起诉'];
const GROUP_LABELS: Readonly<Record<string, string>> = {
  '3.1': '三、本年度办理结果',
  '3.3.1': '（三）不予公开',
  '3.4.1': '（四）无法提供',
  '3.5.1': '（五）不予处理',
  '3.6.1': '（六）其他处理',
};
const HEAD = [
  tr([td('申请人情况', 'colspan=7')]),
  tr([td('自然人', 'rowspan=2'), td('法人或其他组织', 'colspan=5'), td('总计', 'rowspan=2')]),
  tr(cells(APPLICANTS.slice(1, 6))),
].join('');

function three(p: Published, { cell = (v: Value): Text => v, label = (l: string): string => l } = {}): string[] {
  return rowsOf(p).map((r) => {
    const group = GROUP_LABELS[r.key];
    return tr([...(group ? [td(group, 'rowspan=9')] : []), td(label(r.label)), ...r.cells.map((v) => td(cell(v)))]);
  });
}

const table = (...rows: readonly string[]): string => `<table>${rows.join('')}</table>`;

function fourTable(p: Published, cell = (v: Value): Text => v): string {
  const heads = [
    tr([td(GROUPS[0]!, 'colspan=5'), td('行政诉讼', 'colspan=10')]),
    tr([...cells(RESULTS), ...GROUPS.slice(1).map((g) => td(g, 'colspan=5'))]),
  ];
  return table(...heads, tr(cells([...RESULTS, ...RESULTS])), tr(p.t4.map((v) => td(cell(v)))));
}

function pageOf(inThree: string, inFour: string): string {
  return `<html><body><p>示范县财政局2023年政府信息公开工作年度报告</p><p>一、总体情况</p><p>好。</p><p>二、主动公开政府信息情况</p>
<p>三、收到和处理政府信息公开申请情况</p>${inThree}<p>四、政府信息公开行政复议、行政诉讼情况</p>${inFour}
<p>五、存在的主要问题及改进情况</p><p>公开还不够及时。</p><p>六、其他需要报告的事项</p><p>无。</p></body></html>`;
}

type Layout = (p: Published) => string;

/** Figures printed with something in or around them. */
function printed(cell: (v: Value) => Text, label?: (l: string) => string): Layout {
  return (p) => pageOf(table(HEAD, ...three(p, { cell, ...(label ? { label } : {}) })), fourTable(p, cell));
}

/** Rows of the label and the figures as `lay` puts them, under a head of one line. */
function laid(head: readonly string[], lay: (r: Row, i: number) => readonly Text[]): Layout {
  return (p) =>
    pageOf(table(...(head.length > 0 ? [tr(cells(head))] : []), ...rowsOf(p).map((r, i) => tr(cells(lay(r, i))))), fourTable(p));
}

const digits = (between: string) => (v: Value) => [...String(v)].join(between);
const sum = (list: readonly Value[]): number => list.reduce<number>((a, b) => a + (b ?? 0), 0);
const plainThree = (p: Published): string => table(HEAD, ...three(p));

/** Ways other offices' sites lay the same tables out; every figure is there and in its place. */
export const SOUND: Readonly<Record<string, Layout>> = {
  'in two tables': (p) => pageOf(`${table(HEAD, ...three(p).slice(0, 9))}<p>续表</p>${table(...three(p).slice(9))}`, fourTable(p)),
  'with the head again on each page': (p) => pageOf(table(HEAD, ...three(p).slice(0, 9), HEAD, ...three(p).slice(9)), fourTable(p)),
  'without the groups’ cells': laid([], (r) => [r.label, ...r.cells]),
  'with a column of numbers': laid(['序号', '项目', ...APPLICANTS], (r, i) => [i + 1, r.label, ...r.cells]),
  'turned on its side': (p) => {
    const lines = APPLICANTS.map((a, i) => tr(cells([a, ...rowsOf(p).map((r) => r.cells[i]!)])));
    return pageOf(table(tr(cells(['申请人情况', ...rowsOf(p).map((r) => r.label)])), ...lines), fourTable(p));
  },
  'of blocks instead of cells': (p) =>
    pageOf(
      rowsOf(p)
        .map((r) => `<div><div>${r.label}</div>${r.cells.map((v) => `<div>${v}</div>`).join('')}</div>`)
        .join(''),
      fourTable(p),
    ),
  'inside a table that frames it': (p) => pageOf(table(tr([`<td>${plainThree(p)}</td>`])), table(tr([`<td>${fourTable(p)}</td>`]))),
  'each row a table of its own': (p) => pageOf(table(...three(p).map((row) => tr([`<td>${table(row)}</td>`]))), fourTable(p)),
  'with the heading in the table': (p) =>
    pageOf(table(tr([td('收到和处理政府信息公开申请情况', 'colspan=9')]), HEAD, ...three(p)), fourTable(p)),
  'section four as three lines': (p) =>
    pageOf(plainThree(p), table(tr(cells(['', ...RESULTS])), ...GROUPS.map((g, i) => tr(cells([g, ...p.t4.slice(i * 5, i * 5 + 5)]))))),
  'with digits of full width': printed((v) => String(v).replace(/\d/g, (d) => String.fromCharCode(0xff10 + Number(d)))),
  'with thousands apart': printed((v) => (v ?? 0).toLocaleString('en')),
  'with invisible characters': printed(digits('\u200b'), (l) => [...l].join('\u200b')),
  'with hard spaces': printed(
    (v) => `&nbsp;${v}&nbsp;`,
    (l) => `&nbsp;${l}`,
  ),
  'with each digit in a tag of its own': printed((v) => [...String(v)].map((d) => `<span>${d}</span>`).join('')),
  'with 件 after each figure': printed((v) => `${v}件`),
};

/** Ways that lose, join or move figures: the reader may not know, but it may not be wrong without a word. */
export const UNSOUND: Readonly<Record<string, Layout>> = {
  'without the column of totals': laid([], (r) => [r.label, ...r.cells.slice(0, 6)]),
  'with the total first': laid(['项目', '总计', ...APPLICANTS.slice(0, 6)], (r) => [r.label, r.cells[6]!, ...r.cells.slice(0, 6)]),
  'with two columns changed': laid(['项目', '商业企业', '自然人', ...APPLICANTS.slice(2)], (r) => [
    r.label,
    r.cells[1]!,
    r.cells[0]!,
    ...r.cells.slice(2),
  ]),
  'with a second total': laid(['项目', ...APPLICANTS.slice(0, 6), '小计', '总计'], (r) => [
    r.label,
    ...r.cells.slice(0, 6),
    sum(r.cells.slice(1, 6)),
    r.cells[6]!,
  ]),
  'with a number after the label': laid(['项目', '行次', ...APPLICANTS], (r, i) => [r.label, i + 1, ...r.cells]),
  'with a cell lost in every fifth row': (p) =>
    pageOf(
      table(HEAD, ...rowsOf(p).map((r, i) => tr(cells([r.label, ...r.cells.filter((_, c) => i % 5 > 0 || c !== i % 7)])))),
      fourTable({ ...p, t4: p.t4.slice(1) }),
    ),
  'with two cells joined': laid([], (r, i) => [r.label, ...(i % 4 ? r.cells : [`${r.cells[0]}${r.cells[1]}`, ...r.cells.slice(2)])]),
  'with one cell over seven': laid([], (r) => [r.label, ...(r.cells.every((v) => v === 0) ? [0] : r.cells)]),
  'with zeros left blank': printed((v) => (v === 0 ? '' : v)),
  'as sentences': (p) =>
    pageOf(
      rowsOf(p)
        .map((r) => `<p>${r.label}：${APPLICANTS.map((a, i) => `${a}${r.cells[i]}件`).join('，')}</p>`)
        .join(''),
      fourTable(p),
    ),
  'section four upright': (p) =>
    pageOf(
      plainThree(p),
      table(...GROUPS.flatMap((g, i) => RESULTS.map((r, c) => tr([...(c ? [] : [td(g, 'rowspan=5')]), td(r), td(p.t4[i * 5 + c]!)])))),
    ),
};
