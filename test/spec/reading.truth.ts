import { readFileSync } from 'node:fs';
import type { Reading, Value } from '#domain/report/model.ts';
import { FORM_2021, requestRowKeys } from '#law/forms/index.ts';

/** The figures of one report, known before it is laid out. */
export interface Truth {
  readonly requests: Readonly<Record<string, readonly number[]>>;
  /** Section four's fifteen. */
  readonly remedies: readonly number[];
  readonly regulations: readonly number[];
  readonly normativeDocuments: readonly number[];
  readonly licences: number;
  readonly penalties: number;
  readonly coercion: number;
  readonly fees: number;
}

interface Published {
  readonly t3: readonly (readonly (number | null)[])[];
  readonly t4: readonly (number | null)[];
  readonly other_rows: 1 | 3;
}

const CELLS = JSON.parse(readFileSync(new URL('../fixtures/reports/real/cells.json', import.meta.url), 'utf8')) as Record<
  string,
  Published
>;

function published(p: Published): Truth {
  const sum = p.t3.flat().reduce<number>((a, b) => a + (b ?? 0), 0);
  return {
    requests: Object.fromEntries(requestRowKeys(FORM_2021, p.other_rows === 1).map((k, i) => [k, p.t3[i]!.map((v) => v ?? 0)])),
    remedies: p.t4.map((v) => v ?? 0),
    regulations: [0, 0, sum % 3],
    normativeDocuments: [sum % 7, sum % 5, sum],
    licences: sum * 13,
    penalties: sum * 3 + 1,
    coercion: sum % 11,
    fees: (sum * 7) / 100,
  };
}

/** A small generator of its own, so that a case is the same on every machine. */
function random(seed: number): (most: number) => number {
  let state = seed;
  return (most) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * (most + 1));
  };
}

const sum = (list: readonly number[]): number => list.reduce((a, b) => a + b, 0);
const withTotal = (list: readonly number[]): number[] => [...list, sum(list)];

/** A consistent report of large and small figures. */
function invented(seed: number): Truth {
  const next = random(seed);
  const count = (): number => (next(2) === 0 ? next(next(3) === 0 ? 4000 : 12) : 0);
  const row = (): number[] => Array.from({ length: 6 }, count);
  const keys = requestRowKeys(FORM_2021);
  const results = keys.filter((k) => k.startsWith('3.') && k !== '3.7');
  const outcomes = new Map(results.map((k) => [k, row()]));
  const closed = Array.from({ length: 6 }, (_, c) => sum(results.map((k) => outcomes.get(k)![c]!)));
  const over = row();
  const before = closed.map((n, c) => next(n + over[c]!));
  const fresh = closed.map((n, c) => n + over[c]! - before[c]!);
  const all: Record<string, number[]> = { '1': fresh, '2': before, '3.7': closed, '4': over, ...Object.fromEntries(outcomes) };
  return {
    requests: Object.fromEntries(keys.map((k) => [k, withTotal(all[k]!)])),
    remedies: [0, 1, 2].flatMap(() => withTotal(Array.from({ length: 4 }, count))),
    regulations: [0, next(1), next(9)],
    normativeDocuments: [next(20), next(20), next(400)],
    licences: next(90_000),
    penalties: next(9_000),
    coercion: next(90),
    fees: next(900_000) / 100,
  };
}

/** Ten published reports with figures in them and as many invented ones. */
export const TRUTHS: readonly Truth[] = [
  ...Object.values(CELLS)
    .filter(({ t3 }) => t3.flat().some((v) => v !== 0) && !t3.flat().includes(null))
    .slice(-10)
    .map(published),
  ...Array.from({ length: 10 }, (_, i) => invented(i * 7919 + 3)),
];

export interface Row {
  readonly key: string;
  readonly label: string;
  readonly cells: readonly number[];
}

const LABELS = new Map([...FORM_2021.requestRows.map((r) => [r.key, r.label] as const), ['3.6', '（六）其他处理'] as const]);
export const APPLICANTS = FORM_2021.applicantColumns.map((c) => c.label);
export const RESULTS = FORM_2021.remedyColumns.map((c) => c.label);
export const GROUPS: Readonly<Record<string, string>> = {
  '3.3.1': '（三）不予公开',
  '3.4.1': '（四）无法提供',
  '3.5.1': '（五）不予处理',
  '3.6.1': '（六）其他处理',
};
export const PROCEEDINGS = ['行政复议', '未经复议直接起诉', '复议后起诉'];
export const RELATION = '（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）';

/** Section three's rows in the order of the form. */
export function rowsOf(t: Truth): Row[] {
  return Object.keys(t.requests)
    .sort((a, b) => a.localeCompare(b, 'en', { numeric: true }))
    .map((key) => ({ key, label: LABELS.get(key)!, cells: t.requests[key]! }));
}

/** Section two's lines: words and figures, `null` where a head has no more. */
export function linesOfTwo(t: Truth): (readonly (string | number)[])[] {
  return [
    ['第二十条第（一）项'],
    ['信息内容', '本年制发件数', '本年废止件数', '现行有效件数'],
    ['规章', ...t.regulations],
    ['行政规范性文件', ...t.normativeDocuments],
    ['第二十条第（五）项'],
    ['信息内容', '本年处理决定数量'],
    ['行政许可', t.licences],
    ['第二十条第（六）项'],
    ['信息内容', '本年处理决定数量'],
    ['行政处罚', t.penalties],
    ['行政强制', t.coercion],
    ['第二十条第（八）项'],
    ['信息内容', '本年收费金额（单位：万元）'],
    ['行政事业性收费', t.fees],
  ];
}

type Compared = readonly [cell: string, want: readonly number[], got: readonly Value[] | undefined];

function compared(reading: Reading, t: Truth): Compared[] {
  const { requests, remedies, proactive } = reading.report.tables;
  const list = (v: unknown): Value[] | undefined =>
    v === undefined || v === null ? undefined : typeof v === 'object' ? Object.values(v) : [v as Value];
  const groups = ['review', 'litigationDirect', 'litigationAfterReview'];
  const of = (key: string, want: readonly number[]): Compared => [`proactive/${key}`, want, list(proactive?.[key])];
  return [
    of('regulations', t.regulations),
    of('normativeDocuments', t.normativeDocuments),
    of('licences', [t.licences]),
    of('penalties', [t.penalties]),
    of('coercion', [t.coercion]),
    of('feesInTenThousandYuan', [t.fees]),
    ...rowsOf(t).map((r): Compared => [`requests/${r.key}`, r.cells, requests?.[r.key]]),
    ...groups.map((g, i): Compared => [`remedies/${g}`, t.remedies.slice(i * 5, i * 5 + 5), remedies?.[g]]),
  ];
}

/** Rows that are not as laid out, and doubts. */
export function notRight(reading: Reading, t: Truth): string[] {
  return [
    ...compared(reading, t).flatMap(([cell, want, got]) => (String(want) === String(got) ? [] : [`${cell}: ${want} read as ${got}`])),
    ...reading.doubts.map((d) => `${d.cell}: ${d.why}`),
  ];
}

/** Rows that say another figure than the one laid out. One that says nothing, or is in doubt, is not among them. */
export function silentlyWrong(reading: Reading, t: Truth): string[] {
  return compared(reading, t).flatMap(([cell, want, got]) =>
    (got ?? []).every((v, i) => v === null || v === want[i]) ? [] : [`${cell}: ${want} read as ${got}`],
  );
}
