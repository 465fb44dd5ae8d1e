import { APPLICANTS, linesOfTwo, PROCEEDINGS, RESULTS, rowsOf, type Truth } from './reading.truth.ts';

/** How a printed report looks. */
export interface Print {
  readonly page?: string;
  readonly figure?: (n: number) => string;
  readonly stroke?: string;
  readonly fill?: string;
  readonly columns?: number;
  /** Widths of section three's columns. */
  readonly widths?: string;
  readonly more?: string;
}

/** A printed report: each table with its lines, over as many pages as it takes. */
export function printed(
  t: Truth,
  {
    page = 'width: 210mm, height: 297mm',
    figure = String,
    stroke = '0.5pt',
    fill = 'none',
    columns = 1,
    widths = '8',
    more = '',
  }: Print = {},
): string {
  const cell = (c: string | number, span = 1): string =>
    `table.cell(colspan: ${span})[${typeof c === 'number' ? figure(c) : c.replaceAll('#', '')}]`;
  const table = (width: number | string, rows: readonly (readonly string[])[], head = ''): string =>
    `#table(columns: ${width}, stroke: ${stroke}, fill: ${fill}, ${head}${rows.map((r) => r.join(', ')).join(',\n')})`;
  const two = linesOfTwo(t).map((l) =>
    l.length === 1 ? [cell(l[0]!, 4)] : l.length === 2 ? [cell(l[0]!), cell(l[1]!, 3)] : l.map((c) => cell(c)),
  );
  const three = rowsOf(t).map((r) => [cell(r.label), ...r.cells.map((c) => cell(c))]);
  const head = `table.header(${[cell('勾稽关系'), ...APPLICANTS.map((a) => cell(a))].join(', ')}),`;
  const four = [
    [cell('行政复议', 5), cell('行政诉讼', 10)],
    [cell('', 5), cell(PROCEEDINGS[1]!, 5), cell(PROCEEDINGS[2]!, 5)],
    [...RESULTS, ...RESULTS, ...RESULTS].map((c) => cell(c)),
    t.remedies.map((c) => cell(c)),
  ];
  return `#set page(${page}, margin: 15mm, columns: ${columns})
${more}
#set document(title: [年度报告])
#set text(font: "Noto Serif SC", size: 9pt)
示范县财政局2023年政府信息公开工作年度报告

一、总体情况

（一）主动公开。全年公开信息123条。

二、主动公开政府信息情况

${table(4, two)}

三、收到和处理政府信息公开申请情况

${table(widths, three, head)}

四、政府信息公开行政复议、行政诉讼情况

${table(15, four)}

五、存在的主要问题及改进情况

一是公开不够及时。

六、其他需要报告的事项

收取信息处理费0元。
`;
}
