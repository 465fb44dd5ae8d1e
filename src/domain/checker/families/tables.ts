import type { CellNote } from '#domain/report/model.ts';
import { simplified } from '#domain/search/simplified.ts';
import { cellsOf, formForYear } from '#law/forms/index.ts';
import type { Context } from '../context.ts';
import { cellName, rowName, sectionOfCell } from '../labels.ts';
import type { Found, Rule } from '../rule.ts';

const TABLES = [
  { key: 'proactive', section: 2, name: '第二部分“主动公开政府信息情况”的表格' },
  { key: 'requests', section: 3, name: '第三部分“收到和处理政府信息公开申请情况”的表格' },
  { key: 'remedies', section: 4, name: '第四部分“政府信息公开行政复议、行政诉讼情况”的表格' },
] as const;

/** The rows or groups of a form a note belongs to: `requests/3.1`, `remedies/review`, `proactive/licences`. */
function rowOf(cell: string): string {
  return cell.split('/').slice(0, 2).join('/');
}

function byRow(notes: readonly CellNote[]): Map<string, CellNote[]> {
  return Map.groupBy(notes, (n) => rowOf(n.cell));
}

function unitOf(context: Context, cell: string): 'count' | 'money' | 'change' {
  return cellsOf(context.form).find((c) => c.key === cell)?.unit ?? 'count';
}

function wrong(context: Context, note: CellNote): boolean {
  if (note.kind === 'blank' || note.kind === 'remark') return false;
  const unit = unitOf(context, note.cell);
  if (note.kind === 'decimal') return unit !== 'money';
  if (note.kind === 'negative') return unit !== 'change';
  return true;
}

function* missing(context: Context): Iterable<Found> {
  for (const t of TABLES) {
    const absent = context.reading.report.tables[t.key] === null || context.reading.tableStates[t.key] === 'missing';
    if (absent)
      yield { message: `没有读到${t.name}。请按统一格式补上（用图片代替的表格也要改成真正的表格）。`, where: { section: t.section } };
  }
}

function* cut(context: Context): Iterable<Found> {
  for (const t of TABLES) {
    if (context.reading.tableStates[t.key] !== 'cut' || context.reading.report.tables[t.key] === null) continue;
    yield { message: `${t.name}不完整，后面的行没有读到。请核对文件是否被截断。`, where: { section: t.section } };
  }
}

function* rowFindings(
  context: Context,
  notes: readonly CellNote[],
  say: (row: string, notes: readonly CellNote[]) => string,
): Iterable<Found> {
  for (const [row, list] of byRow(notes)) {
    const first = list[0]!;
    const only = list.length === 1;
    yield {
      message: say(only ? cellName(context.form, first.cell) : rowName(context.form, row), list),
      where: { section: sectionOfCell(row), cell: only ? first.cell : row, ...(first.line === undefined ? {} : { line: first.line }) },
      cells: list.map((n) => n.cell),
      actual: list.every((n) => n.kind === 'blank') ? null : list.map((n) => n.printed.trim()).join('、'),
    };
  }
}

function* blanks(context: Context): Iterable<Found> {
  const severity = (context.reading.report.year ?? 2021) >= 2021 ? 'error' : 'warning';
  const notes = context.reading.notes.filter((n) => n.kind === 'blank');
  for (const f of rowFindings(context, notes, (name, list) => `${name}有${list.length}格空白。没有发生的填0，不留空格。`))
    yield { ...f, severity };
}

function* notCounts(context: Context): Iterable<Found> {
  const { notes } = context.reading;
  const bad = notes.filter((n) => wrong(context, n));
  const remarks = notes.filter((n) => n.kind === 'remark');
  const printed = (list: readonly CellNote[]): string => list.map((n) => `“${n.printed.trim()}”`).join('、');
  yield* rowFindings(context, bad, (name, list) => `${name}填的是${printed(list)}，应填不小于0的整数；没有发生的填0。`);
  for (const f of rowFindings(context, remarks, (name, list) => `${name}的数字旁另有文字${printed(list)}。格内只填数字，说明写到正文里。`))
    yield { ...f, severity: 'info' };
}

/** Section two is another year's form: FORM-EDITION says it, row by row says nothing more. */
function wrongEdition(context: Context): boolean {
  const { form, year } = context.reading.report;
  return form !== null && year !== null && formForYear(year)?.edition !== form;
}

function* absentRows(context: Context): Iterable<Found> {
  for (const row of context.reading.absentRows) {
    const table = row.split('/')[0] as 'proactive' | 'requests' | 'remedies';
    if (context.reading.tableStates[table] !== 'present') continue;
    if (row.startsWith('requests/3.6') || (table === 'proactive' && wrongEdition(context))) continue;
    yield {
      message: `没有${rowName(context.form, row)}这一行。统一格式的行不能删，没有发生的填0。`,
      where: { section: sectionOfCell(row), cell: row },
    };
  }
}

/** A label that the page or the dump broke off, not one that was printed otherwise. */
function torn(printed: string, expected: string): boolean {
  const plain = (t: string): string => simplified(t.normalize('NFKC')).replace(/[\s、.,，()（）“”"]/g, '');
  const [a, b] = [plain(printed), plain(expected)];
  return b.startsWith(a) || (/\S\s+\S/.test(printed) && a.slice(0, 10) === b.slice(0, 10));
}

function* wording(context: Context): Iterable<Found> {
  for (const l of context.reading.labels) {
    if (torn(l.printed, l.expected)) continue;
    yield {
      message: `表格里的“${l.printed.trim()}”应为“${l.expected}”。表头和行名按统一格式，不改字。`,
      where: {
        section: sectionOfCell(l.cell),
        cell: l.cell,
        quote: l.printed.trim().slice(0, 60),
        ...(l.line === undefined ? {} : { line: l.line }),
      },
      expected: l.expected,
      actual: l.printed.trim(),
      fix: l.expected,
    };
  }
}

const FAULTLESS = { says: '三张表齐全，每格都是数字', sketch: {} };

export const tableRules: readonly Rule[] = [
  {
    id: 'TABLE-MISSING',
    severity: 'error',
    title: '三张表格齐全',
    basis: ['OGIR2019 50.2', 'FORM2021'],
    what: '第二、三、四部分各有一张统一格式的表格。',
    fails: { says: '第四部分只有标题没有表格', sketch: { tables: { remedies: 'missing' } } },
    passes: FAULTLESS,
    find: missing,
  },
  {
    id: 'TABLE-CUT',
    severity: 'error',
    title: '表格完整',
    basis: ['OGIR2019 50.2', 'FORM2021'],
    what: '表格的行读到最后一行为止都在。',
    fails: { says: '第三部分的表格到一半就断了', sketch: { tables: { requests: 'cut' } } },
    passes: FAULTLESS,
    find: cut,
  },
  {
    id: 'CELL-BLANK',
    severity: 'error',
    title: '格内不留空白',
    basis: ['OGIR2019 50.2', 'FORM2021'],
    what: '没有发生的填0。2020年度及以前的年报为建议改。每行至多提示一次。',
    fails: {
      says: '“予以公开”一行的“总计”空着',
      sketch: { cells: { 'requests/3.1/total': null }, notes: [{ cell: 'requests/3.1/total', kind: 'blank', printed: '' }] },
    },
    passes: FAULTLESS,
    find: blanks,
  },
  {
    id: 'CELL-NOT-COUNT',
    severity: 'error',
    title: '格内填整数',
    basis: ['OGIR2019 50.2', 'FORM2021'],
    what: '件数是不小于0的整数；收费金额（万元）可有小数；“-”“/”“无”不是数字；数字旁的备注为可不改。',
    fails: {
      says: '“行政许可”填了“/”',
      sketch: { cells: { 'proactive/licences': null }, notes: [{ cell: 'proactive/licences', kind: 'mark', printed: '/' }] },
    },
    passes: {
      says: '收费金额填12.5万元',
      sketch: {
        cells: { 'proactive/feesInTenThousandYuan': 12.5 },
        notes: [{ cell: 'proactive/feesInTenThousandYuan', kind: 'decimal', printed: '12.5' }],
      },
    },
    find: notCounts,
  },
  {
    id: 'ROW-MISSING',
    severity: 'warning',
    title: '统一格式的行不删',
    basis: ['OGIR2019 50.2', 'FORM2021'],
    what: '统一格式有、报告没有印的行。（六）其他处理印成一行的，见 FORM-MIXED。',
    fails: { says: '删去了“规章”一行', sketch: { absentRows: ['proactive/regulations'] } },
    passes: FAULTLESS,
    find: absentRows,
  },
  {
    id: 'LABEL-WORDING',
    severity: 'info',
    title: '表头和行名按统一格式',
    basis: ['OGIR2019 50.2', 'FORM2021'],
    what: '印出的表头、行名与统一格式不同之处。',
    fails: {
      says: '“本年废止件数”印成“本年废纸件数”',
      sketch: { labels: [{ cell: 'proactive/normativeDocuments/abolished', printed: '本年废纸件数', expected: '本年废止件数' }] },
    },
    passes: FAULTLESS,
    find: wording,
  },
];
