import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { catalogueMarkdown } from '#domain/checker/catalogue.ts';
import { rules } from '#domain/checker/index.ts';
import { checkCommand } from './check.ts';
import { UsageError } from './command.ts';
import { rulesCommand } from './rules.ts';

const REPORTS = join(import.meta.dirname, '../../test/fixtures/reports');
const CHAOYANG = 'chaoyang-2023.txt';
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'gongkai-check-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

interface Entry {
  file: string;
  readable: boolean;
  why?: string;
  message?: string;
  previous?: string;
  report?: { unit: string; year: number; tables: { requests: Record<string, number[]> } };
  doubts?: unknown[];
  findings?: {
    rule: string;
    severity: string;
    where: { section: number; line?: number; quote?: string; cell?: string };
    expected?: unknown;
    actual?: unknown;
    waived?: unknown;
  }[];
}

async function run(args: string[], cwd = REPORTS): Promise<{ code: number; out: string; err: string }> {
  let out = '';
  let err = '';
  const code = await checkCommand.run(args, { cwd, out: (t) => void (out += t), err: (t) => void (err += t) });
  return { code, out, err };
}

async function json(args: string[], cwd = REPORTS): Promise<{ code: number; entries: Entry[]; err: string }> {
  const { code, out, err } = await run([...args, '--format', 'json'], cwd);
  expect(out.endsWith('\n')).toBe(true);
  expect(out.trimEnd()).not.toContain('\n');
  return { code, entries: JSON.parse(out) as Entry[], err };
}

describe('check', () => {
  it('JSON：文件名照所给的写，有报告、存疑、问题；有必须改的退出1', async () => {
    const { code, entries } = await json([CHAOYANG]);
    expect(code).toBe(1);
    expect(entries.map((e) => [e.file, e.readable, e.report?.unit, e.report?.year])).toEqual([[CHAOYANG, true, '朝阳镇', 2023]]);
    expect(entries[0]!.doubts).toEqual([]);
    expect(entries[0]!.report?.tables.requests['1']).toEqual([0, 0, 0, 0, 0, 0, 0]);
    const table = entries[0]!.findings!.find((f) => f.rule === 'TEXT-TABLE');
    expect(table).toMatchObject({ severity: 'error', expected: 0, actual: 30, where: { section: 1, line: 6 } });
  });

  it('问题按部分、行、规则、格排列', async () => {
    const { entries } = await json(['real/htp-2024.txt']);
    const keys = entries[0]!.findings!.map((f) => [f.where.section, f.where.line ?? 0, f.rule, f.where.cell ?? ''] as const);
    const sorted = [...keys].sort(
      (a, b) => a[0] - b[0] || a[1] - b[1] || (a[2] < b[2] ? -1 : a[2] > b[2] ? 1 : 0) || (a[3] < b[3] ? -1 : a[3] > b[3] ? 1 : 0),
    );
    expect(keys).toEqual(sorted);
  });

  it('--out 写不了的地方是用法不对，不是故障', async () => {
    await expect(run([CHAOYANG, '--format', 'json', '--out', join(folder, '没有/结果.json')])).rejects.toThrow('没有这个文件夹');
    await expect(run([CHAOYANG, '--format', 'json', '--out', folder])).rejects.toThrow('这是一个文件夹');
    await expect(run([CHAOYANG, '--out', join(folder, '没有/结果.json')])).rejects.toThrow(UsageError);
  });

  it('一个文件读不了：说明原因，其余照常，退出2', async () => {
    await writeFile(join(folder, 'empty.txt'), '');
    const { code, entries } = await json([join(folder, 'empty.txt'), CHAOYANG, 'nowhere.txt']);
    expect(code).toBe(2);
    expect(entries.map((e) => e.readable)).toEqual([false, true, false]);
    expect(entries[0]!.why).toMatch(/^(scanned|encrypted|broken|notAReport|tooLarge|unsupported)$/);
    expect(entries[2]).toMatchObject({ file: 'nowhere.txt', why: 'broken' });
  });

  it('一个也不存在、没有给文件、选项写错：用法不对', async () => {
    await expect(run(['nowhere.txt'])).rejects.toThrow(UsageError);
    await expect(run([])).rejects.toThrow(UsageError);
    await expect(run([CHAOYANG, '--level', 'village'])).rejects.toThrow(UsageError);
    await expect(run([CHAOYANG, '--format', 'pdf'])).rejects.toThrow(UsageError);
    await expect(run([CHAOYANG, '--waivers', 'nowhere.json'])).rejects.toThrow(UsageError);
    await expect(run([CHAOYANG, '--previous', 'nowhere.txt'])).rejects.toThrow(UsageError);
  });

  it('文件夹：文件名为“所给的/路径”，按路径排列，同一单位相邻两年自动对照', async () => {
    const years = join(folder, 'years');
    await mkdir(join(years, 'sub'), { recursive: true });
    await writeFile(join(years, 'sub', 'b.txt'), await readFile(join(REPORTS, 'real/gaj-2022.txt')));
    await writeFile(join(years, 'a.txt'), await readFile(join(REPORTS, 'real/gaj-2021.txt')));
    await writeFile(join(years, '.hidden.txt'), 'x');
    const { entries } = await json(['years'], folder);
    expect(entries.map((e) => e.file)).toEqual(['years/a.txt', 'years/sub/b.txt']);
    expect(entries[1]!.previous).toBe('years/a.txt');
    expect(entries[1]!.findings!.filter((f) => f.rule === 'Y-INFORCE').map((f) => [f.expected, f.actual])).toEqual([[5, 7]]);
  });

  it('--previous 给出上年年报；不是上一年度的不用，并说明', async () => {
    const used = await json(['real/gaj-2022.txt', '--previous', 'real/gaj-2021.txt']);
    expect(used.entries[0]!.findings!.map((f) => f.rule)).toContain('Y-INFORCE');
    const unused = await json(['real/gaj-2021.txt', '--previous', 'real/gaj-2022.txt']);
    expect(unused.entries[0]!.findings!.map((f) => f.rule)).not.toContain('Y-INFORCE');
    expect(unused.err).toContain('没有用来对照');
  });

  it('--level 定层级：部门不要求写政府的考核、评议、追责结果', async () => {
    const { entries } = await json([CHAOYANG, '--level', 'department']);
    expect(entries[0]!.findings!.map((f) => f.rule)).not.toContain('RESULT-MISSING');
  });

  it('豁免：照抄问题加理由和姓名；仍列出，不计为必须改；数值变了就失效', async () => {
    const { entries } = await json([CHAOYANG]);
    const all = entries[0]!
      .findings!.filter((f) => f.severity === 'error')
      .map((f) => ({ ...f, reason: '已请示县政务公开办', by: '张三' }));
    const file = join(folder, 'waivers.json');
    await writeFile(file, JSON.stringify(all));
    const waived = await json([CHAOYANG, '--waivers', file]);
    expect(waived.code).toBe(0);
    expect(waived.entries[0]!.findings!.length).toBe(entries[0]!.findings!.length);
    expect(waived.entries[0]!.findings!.filter((f) => f.waived).length).toBe(all.length);
    await writeFile(file, JSON.stringify(all.map((w) => (w.rule === 'TEXT-TABLE' ? { ...w, actual: 31 } : w))));
    const lapsed = await json([CHAOYANG, '--waivers', file]);
    expect(lapsed.code).toBe(1);
    expect(lapsed.err).toContain('不再有效');
  });

  it('豁免缺理由或姓名的，不收', async () => {
    const file = join(folder, 'bad.json');
    await writeFile(file, JSON.stringify([{ rule: 'TEXT-TABLE', reason: ' ', by: '张三' }]));
    await expect(run([CHAOYANG, '--waivers', file])).rejects.toThrow(/理由/);
    await writeFile(file, 'not json');
    await expect(run([CHAOYANG, '--waivers', file])).rejects.toThrow(/JSON/);
  });

  it('给人看的结果：分三组，引原文并在下一行标出', async () => {
    const { out } = await run([CHAOYANG]);
    expect(out.indexOf('必须改（')).toBeLessThan(out.indexOf('建议改（'));
    expect(out.indexOf('建议改（')).toBeLessThan(out.indexOf('可不改（'));
    const lines = out.split('\n');
    const at = lines.findIndex((l) => l.includes('目前我乡政府信息公开'));
    expect(lines[at + 1]!.trim()).toMatch(/^│ +\^+$/);
    expect(out).toContain('《政府信息公开条例》第五十条第一款第（四）项');
  });

  it('SARIF 与批注网页', async () => {
    const sarif = JSON.parse((await run([CHAOYANG, '--format', 'sarif'])).out);
    expect(sarif.version).toBe('2.1.0');
    expect(sarif.runs[0].results.length).toBeGreaterThan(10);
    for (const r of sarif.runs[0].results) expect(sarif.runs[0].tool.driver.rules[r.ruleIndex].id).toBe(r.ruleId);
    const page = (await run([CHAOYANG, '--format', 'html'])).out;
    expect(page).toContain('<mark>');
    expect(page).not.toContain('<script');
    const hostile = join(folder, 'hostile.txt');
    const text = await readFile(join(REPORTS, CHAOYANG), 'utf8');
    await writeFile(hostile, text.replace('目前我乡', '<img src=x onerror=alert(1)>目前我乡'));
    expect((await run([hostile, '--format', 'html'])).out).not.toContain('<img');
  });

  it('汇总表：一份报告一行，另有全部问题', async () => {
    await expect(run([CHAOYANG, '--format', 'xlsx'])).rejects.toThrow(UsageError);
    const target = join(folder, 'all.xlsx');
    const { entries } = await json([CHAOYANG, 'real/zhz-2024.txt']);
    await run([CHAOYANG, 'real/zhz-2024.txt', '--format', 'xlsx', '--out', target]);
    const book = new ExcelJS.Workbook();
    await book.xlsx.readFile(target);
    expect(book.getWorksheet('汇总')?.actualRowCount).toBe(3);
    expect(book.getWorksheet('汇总')?.getRow(2).getCell(2).value).toBe('朝阳镇');
    expect(book.getWorksheet('问题')?.actualRowCount).toBe(1 + entries.reduce((n, e) => n + e.findings!.length, 0));
  });

  it('带批注的Word文件：一份一个文件，多份一个ZIP；要写明写到哪里', async () => {
    await expect(run([CHAOYANG, '--format', 'docx'])).rejects.toThrow(UsageError);
    const one = join(folder, 'one.docx');
    const { code, out } = await run([CHAOYANG, '--format', 'docx', '--out', one]);
    expect([code, out]).toEqual([1, '']);
    const again = await json([one]);
    expect(again.entries[0]!.report).toMatchObject({ unit: '朝阳镇', year: 2023 });
    const rulesOf = (e: Entry): string[] => e.findings!.map((f) => f.rule);
    expect(rulesOf(again.entries[0]!)).toContain('TEXT-TABLE');
    const many = join(folder, 'many.zip');
    await run([CHAOYANG, 'real/gaj-2021.txt', '--format', 'docx', '--out', many]);
    expect((await json([many])).entries.map((e) => [e.file.slice(many.length), e.readable])).toEqual([
      ['/chaoyang-2023.txt.docx', true],
      ['/real_gaj-2021.txt.docx', true],
    ]);
  });

  it('文件夹里系统和程序留下的文件不算，别的每个都是一条', async () => {
    const mixed = join(folder, 'mixed');
    await mkdir(join(mixed, '__MACOSX'), { recursive: true });
    for (const name of ['.DS_Store', 'Thumbs.db', 'desktop.ini', '~$年报.docx', '__MACOSX/a.txt']) await writeFile(join(mixed, name), 'x');
    await writeFile(join(mixed, 'index.tsv'), 'a\tb\n');
    await writeFile(join(mixed, 'r.txt'), await readFile(join(REPORTS, CHAOYANG)));
    const { code, entries } = await json(['mixed'], folder);
    expect(entries.map((e) => [e.file, e.readable, e.why])).toEqual([
      ['mixed/index.tsv', false, 'notAReport'],
      ['mixed/r.txt', true, undefined],
    ]);
    expect(code).toBe(2);
  });

  it('--out 写到文件', async () => {
    const target = join(folder, 'result.json');
    const { out } = await run([CHAOYANG, '--format', 'json', '--out', target]);
    expect(out).toBe('');
    expect(JSON.parse(await readFile(target, 'utf8'))).toHaveLength(1);
  });
});

describe('rules', () => {
  it('列出每条规则的编号、轻重、条文和例子', async () => {
    let out = '';
    await rulesCommand.run(['--format', 'json'], { cwd: '.', out: (t) => void (out += t), err: () => {} });
    const listed = JSON.parse(out) as Record<string, unknown>[];
    expect(listed.map((r) => r['id'])).toEqual(rules.map((r) => r.id));
    for (const r of listed) for (const key of ['severity', 'title', 'article', 'example']) expect(r[key], `${r['id']} ${key}`).toBeTruthy();
  });

  it('docs/rules.md 与规则一致', async () => {
    expect(await readFile(join(import.meta.dirname, '../../docs/rules.md'), 'utf8')).toBe(catalogueMarkdown(rules));
  });
});
