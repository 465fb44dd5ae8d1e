import { basisText } from '#domain/checker/basisText.ts';
import { SEVERITY_NAMES } from '#domain/checker/catalogue.ts';
import type { Finding, Severity } from '#domain/checker/index.ts';
import type { Line, Reading } from '#domain/report/model.ts';
import { doubtPlace, doubtText } from './doubtText.ts';
import { shownTable } from './grids.ts';
import { markOf, proposalOf } from './mark.ts';
import type { Checked, Result } from './result.ts';

export const GROUPS = Object.entries(SEVERITY_NAMES) as [Severity, string][];
export const PLACES = ['标题和前言', '第一部分', '第二部分', '第三部分', '第四部分', '第五部分', '第六部分', '落款'];
const WIDEST = 76;

/** Columns a text takes on a terminal: Chinese characters and full-width marks take two, combining ones none. */
export function width(text: string): number {
  let columns = 0;
  for (const c of text.replace(/[\p{M}\p{Cf}]/gu, '')) {
    const code = c.codePointAt(0)!;
    columns += code > 0x2e7f && !(code >= 0xff61 && code <= 0xffdc) ? 2 : 1;
  }
  return columns;
}

/** 第五部分 第406行. */
export function placeText(finding: Finding): string {
  const { section, line } = finding.where;
  return `${PLACES[section] ?? ''}${line === undefined ? '' : ` 第${line}行`}`;
}

/** The line a finding is shown beside: of its number and section, the one with its quote. A glued dump has many lines of one number. */
export function lineOf(f: Finding, lines: readonly Line[]): Line | undefined {
  const own = lines.filter((l) => l.n === f.where.line && l.section === f.where.section);
  const { quote } = f.where;
  // A cell is shown in its table: the line it was printed on may hold nothing but the figure, or the whole report.
  if (f.where.cell !== undefined && quote === undefined) return undefined;
  return (
    (quote ? own.find((l) => l.text.includes(quote)) : undefined) ?? (own.length === 1 || f.where.cell === undefined ? own[0] : undefined)
  );
}

/** As much of a line as fits, from a little before the marked words on. */
function window(line: string, at: number): { shown: string; at: number } {
  if (width(line) <= WIDEST) return { shown: line, at };
  const from = Math.max(0, at - 16);
  let to = from;
  while (to < line.length && width(line.slice(from, to + 1)) <= WIDEST) to++;
  const head = from > 0 ? '…' : '';
  return { shown: `${head}${line.slice(from, to)}${to < line.length ? '…' : ''}`, at: at - from + head.length };
}

/** The row of a finding's cell as read, and carets under the cell; without a cell of its own in the row, the row alone. */
function rowLines({ where: { cell, section } }: Finding, reading: Reading): string[] {
  if (cell === undefined) return [];
  const row = shownTable(reading, section)?.rows.find((r) => r.cells.some((c) => c.key === cell || c.key.startsWith(`${cell}/`)));
  if (!row || row.cells.every((c) => c.text === '' || c.text.endsWith('：'))) return [];
  let shown = `${row.label} `;
  let carets = '';
  for (const { key, text } of row.cells) {
    shown += ' ';
    if (key === cell) carets = `${' '.repeat(width(shown))}${'^'.repeat(Math.max(1, width(text)))}`;
    shown += text;
  }
  return [`      │ ${shown}`, ...(carets === '' ? [] : [`      │ ${carets}`])];
}

/** The line a finding speaks of, and carets under the words it is about; of a cell, its row. */
export function caretLines(finding: Finding, reading: Reading): string[] {
  const { line, quote } = finding.where;
  if (!quote) return rowLines(finding, reading);
  const text = reading.lines
    .find((l) => l.n === line && l.text.includes(quote))
    ?.text.trim()
    .replaceAll('\t', ' ');
  const mark = text === undefined ? null : markOf(finding, text);
  if (!text || !mark) return [`      │ ${quote}`];
  const { shown, at } = window(text, mark.at);
  const before = width(shown.slice(0, at));
  const marked = Math.min(width(text.slice(mark.at, mark.at + mark.length)), width(shown) - before);
  return [`      │ ${shown}`, `      │ ${' '.repeat(before)}${'^'.repeat(Math.max(1, marked))}`];
}

function findingText(finding: Finding, reading: Reading): string {
  const basis = finding.basis.map(basisText).join('、');
  const proposal = proposalOf(finding);
  const fix = proposal === '' || finding.fix === undefined ? [] : [`      ${proposal}`];
  return [
    `  ${placeText(finding)}  ${finding.message}`,
    ...caretLines(finding, reading),
    ...fix,
    `      ${finding.rule}  依据：${basis}`,
  ].join('\n');
}

function doubts(reading: Reading): string {
  if (reading.doubts.length === 0) return '';
  const list = reading.doubts.map((d) => `  ${doubtPlace(reading, d)}：${doubtText(d, 4)}`);
  return `\n读不准的格（${reading.doubts.length}处，请对照原件）\n${list.join('\n')}\n`;
}

function checkedText(r: Checked): string {
  const { unit, year } = r.reading.report;
  const head = `${r.file}\n${unit ?? '（没有读到单位）'}　${year === null ? '（没有读到年份）' : `${year}年度`}${r.previousFile ? `　与上年对照：${r.previousFile}` : ''}`;
  const open = r.findings.filter((f) => !f.waived);
  const groups = GROUPS.flatMap(([severity, name]) => {
    const list = open.filter((f) => f.severity === severity);
    return list.length === 0 ? [] : [`\n${name}（${list.length}）\n${list.map((f) => findingText(f, r.reading)).join('\n')}\n`];
  });
  const waived = r.findings.filter((f) => f.waived);
  const kept = waived.map(
    (f) => `  ${placeText(f)}  ${f.rule}  理由：${f.waived?.reason}（${f.waived?.by}${f.waived?.on ? `，${f.waived.on}` : ''}）`,
  );
  const rest = waived.length > 0 ? `\n已说明理由，不改（${waived.length}）\n${kept.join('\n')}\n` : '';
  const nothing = open.length === 0 ? '\n没有发现问题。\n' : '';
  return `${head}\n${groups.join('')}${nothing}${rest}${doubts(r.reading)}`;
}

/** The results for a person at a terminal. */
export function asText(results: readonly Result[]): string {
  const parts = results.map((r) => (r.readable ? checkedText(r) : `${r.file}\n\n读不了：${r.message}\n`));
  const read = results.filter((r) => r.readable);
  const count = (s: Severity): number => read.reduce((n, r) => n + r.findings.filter((f) => f.severity === s && !f.waived).length, 0);
  const summary =
    results.length > 1
      ? `共${results.length}个文件：读出${read.length}个，读不了${results.length - read.length}个；${GROUPS.map(([s, name]) => `${name}${count(s)}条`).join('，')}。\n`
      : '';
  return `${parts.join(`\n${'─'.repeat(60)}\n`)}${summary ? `\n${summary}` : ''}`;
}
