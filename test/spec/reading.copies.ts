import { APPLICANTS, GROUPS, linesOfTwo, PROCEEDINGS, RELATION, RESULTS, rowsOf, type Truth } from './reading.truth.ts';

type Cell = string | number;

/** A table as rows of cells, what a merged cell covers left out. */
type Grid = readonly (readonly Cell[])[];

function gridsOf(t: Truth): [Grid, Grid, Grid] {
  const three = rowsOf(t).map((r) => [
    ...(r.key === '3.1' ? ['三、本年度办理结果'] : []),
    ...(GROUPS[r.key] ? [GROUPS[r.key]!] : []),
    r.label,
    ...r.cells,
  ]);
  return [
    linesOfTwo(t),
    [[RELATION, '申请人情况'], ['自然人', '法人或其他组织', '总计'], APPLICANTS.slice(1, 6), ...three],
    [['行政复议', '行政诉讼'], [...RESULTS, ...PROCEEDINGS.slice(1)], [...RESULTS, ...RESULTS], t.remedies],
  ];
}

/** A report as text, each table as `lay` puts it. */
export function copied(t: Truth, lay: (grid: Grid) => string, line = (text: string): string => text): string {
  const [two, three, four] = gridsOf(t).map(lay);
  return `${[
    '示范县财政局2023年政府信息公开工作年度报告',
    '根据《中华人民共和国政府信息公开条例》，编制本报告。统计期限为2023年1月1日至2023年12月31日。',
    '一、总体情况',
    '（一）主动公开。全年公开信息1,023条。',
    '二、主动公开政府信息情况',
    two!,
    '三、收到和处理政府信息公开申请情况',
    three!,
    '四、政府信息公开行政复议、行政诉讼情况',
    four!,
    '五、存在的主要问题及改进情况',
    '（一）存在的主要问题。一是公开不够及时。',
    '六、其他需要报告的事项',
    '收取信息处理费0元。',
    '示范县财政局',
    '2024年1月17日',
  ]
    .map((l) => (l.includes('\n') ? l : line(l)))
    .join('\n')}\n`;
}

const rows = (row: (cells: readonly Cell[]) => string) => (grid: Grid) => grid.map(row).join('\n');
const isLabel = (c: Cell): c is string => typeof c === 'string';
const quoted = (c: Cell): string => (/[,"\n]/.test(String(c)) ? `"${String(c).replaceAll('"', '""')}"` : String(c));
/** Cells of a row of the widest: what a merge covers is empty. */
const wide =
  (width: number) =>
  (cells: readonly Cell[]): Cell[] => {
    const figures = cells.filter((c) => !isLabel(c));
    const words = cells.filter(isLabel);
    const gap = Array<string>(Math.max(0, width - cells.length)).fill('');
    return figures.length > 0 ? [...gap, ...words, ...figures] : [...words, ...gap];
  };

/** Ways in which people and programs copy a report into text: all must be right. */
export const COPIES: Readonly<Record<string, (t: Truth) => string>> = {
  'from a browser, tabs between': (t) =>
    copied(
      t,
      rows((r) => r.join('\t')),
    ),
  'from a browser, tabs between, empty cells for merged ones': (t) =>
    copied(t, (g) => g.map((r) => wide(Math.max(...g.map((x) => x.length)))(r).join('\t')).join('\n')),
  'from a browser, a tab after each cell on a line of its own': (t) =>
    copied(
      t,
      rows((r) => r.join('\n\t\n')),
    ),
  'from a browser, cells as paragraphs with empty lines': (t) =>
    copied(
      t,
      rows((r) => r.join('\n\n')),
    ),
  'from Word, one cell a line led by a tab, no empty lines': (t) =>
    copied(
      t,
      rows((r) => r.map((c) => `\t${c}`).join('\n')),
    ),
  'from Word, one cell a line led by four spaces': (t) =>
    copied(
      t,
      rows((r) => r.map((c) => `    ${c}`).join('\n')),
      (l) => `    ${l}`,
    ),
  'from a PDF, spaces between': (t) =>
    copied(
      t,
      rows((r) => r.join(' ')),
    ),
  'from a PDF, a space at each end and the labels broken': (t) =>
    copied(
      t,
      rows((r) => {
        const words = r.filter(isLabel).join(' ');
        const figures = r.filter((c) => !isLabel(c)).join(' ');
        return figures === '' || words.length < 16 ? ` ${words} ${figures} ` : ` ${words.slice(0, 12)}\n${words.slice(12)} ${figures} `;
      }),
    ),
  'from a PDF, the figures of a row over two lines': (t) =>
    copied(
      t,
      rows((r) => (r.length >= 8 && r.length < 15 ? `${r.slice(0, -1).join(' ')}\n${r.at(-1)}` : r.join(' '))),
    ),
  'from a PDF, pages numbered and 续表': (t) =>
    copied(t, (g) => g.map((r, i) => (i === 12 ? `- 3 -\n续表\n${r.join(' ')}` : r.join(' '))).join('\n')),
  'with thousands apart, spaces between': (t) =>
    copied(
      t,
      rows((r) => r.map((c) => (isLabel(c) ? c : c.toLocaleString('en'))).join(' ')),
    ),
  'Markdown with lines of alignment': (t) =>
    copied(
      t,
      (g) => {
        const width = Math.max(...g.map((r) => r.length));
        const all = g.map((r) => `| ${wide(width)(r).join(' | ')} |`);
        return ['', all[0]!, `|${' :---: |'.repeat(width)}`, ...all.slice(1), ''].join('\n');
      },
      (l) => (/^[一二三四五六]、/.test(l) ? `## ${l}` : l),
    ),
  'Markdown with bold figures and escaped marks': (t) =>
    copied(
      t,
      (g) =>
        [
          g[0]!.map(() => '---').join('|'),
          ...g.map((r) => `|${r.map((c) => (isLabel(c) ? c.replaceAll('.', '\\.') : `**${c}**`)).join('|')}|`),
        ].join('\n'),
      (l) => (/^[一二三四五六]、/.test(l) ? `**${l}**` : l),
    ),
  'CSV named as text': (t) =>
    copied(
      t,
      rows((r) => r.map(quoted).join(',')),
    ),
  'CSV of the widest row, thousands apart': (t) =>
    copied(
      t,
      (g) =>
        g
          .map((r) =>
            wide(Math.max(...g.map((x) => x.length)))(r)
              .map((c) => quoted(isLabel(c) ? c : c.toLocaleString('en')))
              .join(','),
          )
          .join('\n'),
      (l) => `${quoted(l)},,,,,,,,`,
    ),
  'lines ended as old machines do': (t) =>
    copied(
      t,
      rows((r) => r.join('\t')),
    ).replaceAll('\n', '\r'),
  'figures of full width': (t) =>
    copied(
      t,
      rows((r) => r.join('\u3000')),
    ).replace(/\d/g, (d) => String.fromCharCode(0xff10 + Number(d))),
  'bars drawn as lines': (t) =>
    copied(
      t,
      rows((r) => `│${r.join('│')}│\n├────┼────┤`),
    ),
};

/** Last year's whole report after this year's. */
export function withAnother(t: Truth, other: Truth): string {
  const one = copied(
    t,
    rows((r) => r.join('\t')),
  );
  return `${one}\n\n${copied(
    other,
    rows((r) => r.join('\t')),
  )
    .replaceAll('2023', '2022')
    .replaceAll('2024', '2023')}`;
}

/** Ways that join, lose or move figures: never another figure without a word. */
export const SPOILED_COPIES: Readonly<Record<string, (t: Truth) => string>> = {
  'the label’s second half after the figures': (t) =>
    copied(
      t,
      rows((r) => {
        const words = r.filter(isLabel).join('');
        const figures = r.filter((c) => !isLabel(c)).join(' ');
        return figures === '' || words.length < 9 ? `${words} ${figures}` : `${words.slice(0, 7)} ${figures}\n${words.slice(7)}`;
      }),
    ),
  'the figures between two halves of the label': (t) =>
    copied(
      t,
      rows((r) => {
        const words = r.filter(isLabel).join('');
        const figures = r.filter((c) => !isLabel(c)).join(' ');
        return figures === '' || words.length < 9 ? `${words} ${figures}` : `${words.slice(0, 7)}\n${figures}\n${words.slice(7)}`;
      }),
    ),
  'column after column': (t) =>
    copied(t, (g) => {
      const width = Math.max(...g.map((r) => r.filter((c) => !isLabel(c)).length));
      const columns = Array.from({ length: width }, (_, c) => g.map((r) => r.filter((x) => !isLabel(x))[c] ?? '').join('\n'));
      return [...g.map((r) => r.filter(isLabel).join('')), ...columns].join('\n');
    }),
  'nothing between': (t) =>
    copied(
      t,
      rows((r) => r.join('')),
    ),
  'zeros left out': (t) =>
    copied(
      t,
      rows((r) => r.map((c) => (c === 0 ? '' : c)).join(' ')),
    ),
  'every fifth line lost': (t) =>
    copied(t, (g) =>
      g
        .filter((_, i) => i % 5 !== 4)
        .map((r) => r.join(' '))
        .join('\n'),
    ),
  'labels after their figures': (t) =>
    copied(
      t,
      rows((r) => [...r.filter((c) => !isLabel(c)), ...r.filter(isLabel)].join(' ')),
    ),
  'CSV with thousands apart and nothing quoted': (t) =>
    copied(
      t,
      rows((r) => r.map((c) => (isLabel(c) ? c : c.toLocaleString('en'))).join(',')),
    ),
  'a footnote’s number after figures': (t) =>
    copied(
      t,
      rows((r) => r.map((c) => (isLabel(c) || c === 0 ? c : `${c}[1]`)).join('\t')),
    ),
};
