import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import fc from 'fast-check';
import { previousOf } from '#documents/checking/pairs.ts';
import { readHere } from '#documents/reading/formats.ts';
import { readReportText } from '#documents/reading/text.ts';
import { isUnreadable, type Unreadable } from '#documents/reading/unreadable.ts';
import { closeTypst } from '#documents/typst/compile.ts';
import { fullReport, fullTables } from '#documents/writing/examples.ts';
import { writeReport } from '#documents/writing/index.ts';
import { check } from '#domain/checker/index.ts';
import { readingOf, type Sketch } from '#domain/checker/sketch.ts';
import { type Reading, valueAt } from '#domain/report/model.ts';
import { cellsOf, FORM_2021, requestRowKeys } from '#law/forms/index.ts';
import { BOUND, cleanReport, sketchOf } from '../test/spec/checkerGenerator.ts';

// Writes docs/体检结果.md anew from the real reports, the golden findings, our own writers and generated reports: node tools/check-results.ts

const REPORTS = new URL('../test/fixtures/reports/', import.meta.url);
const GOLDEN = new URL('../test/fixtures/golden/', import.meta.url);
const GENERATED = 1_000;
const SEED = 20_261_123;

interface Golden {
  readonly file: string;
  readonly findings: readonly { readonly rule: string; readonly severity: string; readonly reason: string }[];
}

interface Count {
  right: number;
  doubt: number;
  wrong: number;
}

type Cells = Record<
  string,
  { readonly t3: readonly (readonly (number | null)[])[]; readonly t4: readonly (number | null)[]; readonly other_rows: 1 | 3 }
>;

function table(head: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  const line = (cells: readonly (string | number)[]): string => `| ${cells.map((c) => String(c).replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

async function read(path: string): Promise<Reading> {
  const reading = await readHere(readFileSync(new URL(path, REPORTS)), path);
  if (isUnreadable(reading)) throw new Error(`${path}: ${reading.message}`);
  return reading;
}

function inDoubt(reading: Reading, key: string): boolean {
  return reading.doubts.some((d) => d.cell === key || key.startsWith(`${d.cell}/`));
}

function add(count: Count, reading: Reading, key: string, want: number | null | undefined): void {
  if ((valueAt(reading.report.tables, key) ?? null) === (want ?? null)) count.right++;
  else if (inDoubt(reading, key)) count.doubt++;
  else count.wrong++;
}

/** Sections three and four against the independent reading. */
function against(reading: Reading, cells: Cells[string]): Count {
  const count: Count = { right: 0, doubt: 0, wrong: 0 };
  const columns = FORM_2021.applicantColumns.map((c) => c.key);
  for (const [r, row] of requestRowKeys(FORM_2021, cells.other_rows === 1).entries())
    for (const [c, column] of columns.entries()) add(count, reading, `requests/${row}/${column}`, cells.t3[r]?.[c]);
  for (const [g, group] of FORM_2021.remedyGroups.entries())
    for (const [c, column] of FORM_2021.remedyColumns.entries())
      add(count, reading, `remedies/${group.key}/${column.key}`, cells.t4[g * FORM_2021.remedyColumns.length + c]);
  return count;
}

function goldens(): Golden[] {
  const files = readdirSync(GOLDEN)
    .filter((f) => f.endsWith('.json'))
    .sort();
  return files.map((f) => JSON.parse(readFileSync(new URL(f, GOLDEN), 'utf8')) as Golden);
}

async function realReports(): Promise<string> {
  const cells = JSON.parse(readFileSync(new URL('real/cells.json', REPORTS), 'utf8')) as Cells;
  const readings = new Map<string, Reading>();
  for (const { file } of goldens()) readings.set(file, await read(file));
  const rows: (string | number)[][] = [];
  const total: Count = { right: 0, doubt: 0, wrong: 0 };
  for (const [file, reading] of readings) {
    const known = cells[file.replace(/^real\//, '')];
    const count = known ? against(reading, known) : null;
    for (const key of ['right', 'doubt', 'wrong'] as const) total[key] += count?.[key] ?? 0;
    const found = check(reading, { previous: previousOf(reading, [...readings.values()]) });
    const of = (severity: string): number => found.filter((f) => f.severity === severity).length;
    const shown = count ? [count.right, count.doubt, count.wrong] : ['—', '—', '—'];
    rows.push([
      file.replace(/^real\//, ''),
      ...shown,
      reading.doubts.filter((d) => d.cell.startsWith('proactive')).length,
      of('error'),
      of('warning'),
      of('info'),
    ]);
  }
  rows.push(['**合计**', total.right, total.doubt, total.wrong, '', '', '', '']);
  return table(['报告', '格·对', '格·存疑', '格·错', '表二存疑的行', '必须改', '建议改', '可不改'], rows);
}

const ARITHMETIC = /^(?:T3|T4)-/;

/** Whether what was found is the publisher's own: not where the file is another program's transcription or ends inside a table. */
function originOf(file: string, reading: Reading, rules: readonly string[]): string {
  const cut = Object.values(reading.tableStates).some((s) => s === 'cut' || s === 'missing');
  if (cut || file.includes('parsed')) return '摘录或转录，不算原件的错';
  if (rules.some((r) => ARITHMETIC.test(r))) return '**原件数字有错：表内不平**';
  return rules.includes('TEXT-TABLE') ? '**原件数字有错：文表不符**' : '原件表式或内容不合规定';
}

async function ownErrors(): Promise<{ text: string; count: number; wrong: number }> {
  const rows: string[][] = [];
  for (const g of goldens()) {
    const errors = g.findings.filter((f) => f.severity === 'error');
    if (errors.length === 0) continue;
    const reading = await read(g.file);
    const wanted = [...new Set(errors.map((e) => e.rule))];
    const found = new Set(check(reading).map((f) => f.rule));
    const missed = wanted.filter((r) => !found.has(r));
    rows.push([
      g.file.replace(/^real\//, ''),
      originOf(g.file, reading, wanted),
      wanted.join('、'),
      missed.length === 0 ? '全部查出' : `未查出：${missed.join('、')}`,
      [...new Set(errors.map((e) => e.reason))].join('；'),
    ]);
  }
  const wrong = rows.filter((r) => r[1]!.includes('数字有错')).length;
  return { text: table(['报告', '来历', '规则', '结果', '原件错在哪里'], rows), count: rows.length, wrong };
}

async function perFormat(): Promise<string> {
  const report = fullReport();
  const wanted = fullTables();
  const readings: [string, Reading | Unreadable][] = [];
  for (const format of ['docx', 'pdf', 'html', 'xlsx', 'json'] as const)
    readings.push([`${format}（本系统写出）`, await readHere(await writeReport(report, format), `示范镇.${format}`)]);
  closeTypst();
  const docx = readings[0]![1];
  if (!isUnreadable(docx))
    readings.push(['txt（文字，一行一格）', readReportText(docx.lines.map((l) => l.text.replaceAll('\t', '\n')).join('\n'))]);
  for (const format of ['doc', 'odt', 'rtf', 'xls'])
    readings.push([
      `${format}（LibreOffice转换）`,
      await readHere(readFileSync(new URL(`converted/shifan-2024.${format}`, REPORTS)), `a.${format}`),
    ]);
  const rows = readings.map(([name, reading]) => {
    if (isUnreadable(reading)) return [name, '读不了', '', ''];
    const count: Count = { right: 0, doubt: 0, wrong: 0 };
    for (const { key } of cellsOf(FORM_2021)) add(count, reading, key, valueAt(wanted, key));
    return [name, count.right, count.doubt, count.wrong];
  });
  return table(['格式', '格·对', '格·存疑', '格·错'], rows);
}

type Clean = ReturnType<typeof sampled>[number];

function sampled() {
  return fc.sample(cleanReport, { numRuns: GENERATED, seed: SEED });
}

function with1(clean: Clean, more: Sketch): Sketch {
  return { ...clean.sketch, ...more };
}

interface Seeded {
  readonly what: string;
  readonly rules: RegExp;
  readonly make: (clean: Clean, n: number) => Sketch;
}

const NUMBERS = /^(T3|T4|TEXT|PART)-/;
const SEEDS: readonly Seeded[] = [
  {
    what: '表三、表四的一格多写1至9',
    rules: NUMBERS,
    make: ({ cells, claims, distractors }, n) => {
      const cell = BOUND[n % BOUND.length]!;
      return sketchOf({ ...cells, [cell]: (cells[cell] ?? 0) + 1 + (n % 9) }, claims, distractors);
    },
  },
  {
    what: '正文的一个数多写1至50',
    rules: /^TEXT-TABLE$/,
    make: ({ cells, claims, distractors }, n) => {
      const at = n % claims.length;
      const k = n % claims[at]!.length;
      const wrong = claims.map((list, i) => list.map((s, j) => (i === at && j === k ? { ...s, value: s.value + 1 + (n % 50) } : s)));
      return sketchOf(cells, wrong, distractors);
    },
  },
  {
    what: '第三部分的标题序号写成“3、”',
    rules: /^HEAD-NUMBER$/,
    make: (c) => with1(c, { heads: { 3: '3、收到和处理政府信息公开申请情况' } }),
  },
  {
    what: '第四部分的标题少写“政府信息公开”',
    rules: /^HEAD-TITLE$/,
    make: (c) => with1(c, { heads: { 4: '四、行政复议、行政诉讼情况' } }),
  },
  { what: '落款是别的机关', rules: /^SIGN-UNIT$/, make: (c) => with1(c, { signedBy: '丁县人民政府' }) },
  {
    what: '县的报告里写“我镇”',
    rules: /^NAME-LEVEL$/,
    make: (c) => with1(c, { five: ['我镇公开工作还不够细。下一步将加强培训，逐项改进。'] }),
  },
  { what: '统计期限是上一年', rules: /^PERIOD-YEAR$/, make: (c) => with1(c, { period: ['2022-01-01', '2022-12-31'] }) },
  {
    what: '一个词写了两遍',
    rules: /^WORD-DOUBLED$/,
    make: (c) => with1(c, { five: ['政策解读解读方式不够新颖。下一步将加强培训，逐项改进。'] }),
  },
];

function generated(): { seeded: string; falsely: number } {
  const clean = sampled();
  const hits = SEEDS.map(() => ({ made: 0, found: 0 }));
  for (const [n, one] of clean.entries()) {
    const at = n % SEEDS.length;
    const seed = SEEDS[at]!;
    hits[at]!.made++;
    if (check(readingOf(seed.make(one, Math.floor(n / SEEDS.length)))).some((f) => seed.rules.test(f.rule))) hits[at]!.found++;
  }
  const falsely = clean.filter((c) => check(readingOf(c.sketch)).length > 0).length;
  const rows = SEEDS.map((s, i) => [s.what, hits[i]!.made, hits[i]!.found]);
  const sum = (key: 'made' | 'found'): number => hits.reduce((a, h) => a + h[key], 0);
  return { seeded: table(['放进去的错', '份数', '查出'], [...rows, ['**合计**', sum('made'), sum('found')]]), falsely };
}

const own = await ownErrors();
const { seeded, falsely } = generated();
writeFileSync(
  new URL('../docs/体检结果.md', import.meta.url),
  `# 年报体检：查得怎么样

由 \`node tools/check-results.ts\` 生成，规则或读取有改动时重新生成。

## 真实年报

\`test/fixtures/reports\` 里各机关公开的年报，每份一行。“格”是表三、表四的各格，与另一个程序独立读出的结果（\`real/cells.json\`）逐格对照；没有对照数据的写“—”。
存疑：各格数字连在一起、有几种读法都成立，逐一列出，不替人选。每条意见为什么对，逐条写在 \`test/fixtures/golden\`。

${await realReports()}

## 公布出来的年报自己的错

有“必须改”的真实年报共${own.count}份，其中${own.wrong}份是原机关公布时数字就有错（表内不平，或者正文与表不符）。
在表中间截断、没有表或者由别的程序转录的，缺的、错的可能是转换时造成的，不算原机关的错。

${own.text}

## 各种格式

同一份虚构的示范镇年报，写成各种格式再读回来，全部${cellsOf(FORM_2021).length}格逐格对照。

${await perFormat()}

## 生成的年报

${GENERATED}份随机生成、本来没有错的年报，每份放进一个错：

${seeded}

同样${GENERATED}份不放错：有意见的${falsely}份。
`,
);
