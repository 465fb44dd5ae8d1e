import type { CellNote, Line, Reading, Report, Tables, Value } from '#domain/report/model.ts';
import { cellsOf, FORM_2021, FORMS, type Form, proactiveKeys, requestRowKeys } from '#law/forms/index.ts';
import { parseDay } from '#lib/day.ts';
import { readParsedByOthers } from './foreignJson.ts';
import { APPLICANT_KEYS, REMEDY_GROUP_KEYS, REMEDY_KEYS } from './formWords.ts';
import { readPage } from './html.ts';
import { pagesInData } from './htmlKept.ts';
import { isUnreadable, type Unreadable, unreadable } from './unreadable.ts';

type Json = Record<string, unknown>;

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const NOT_OURS = 'JSON文件里没有年报的表格；需要 check 或 compile 输出的 report 对象。';

/** Beyond it digits are no figure of a report. */
const LARGEST = 1e12;

/** One cell of a JSON report: a number, null, or something else that is noted. */
function cellOf(value: unknown, cell: string, notes: CellNote[]): Value {
  if (value === null || value === undefined) {
    notes.push({ cell, kind: 'blank', printed: '' });
    return null;
  }
  if (typeof value !== 'number' || !(Math.abs(value) <= LARGEST)) {
    notes.push({ cell, kind: 'text', printed: String(value).slice(0, 60) });
    return null;
  }
  const unit = UNITS.get(cell) ?? 'count';
  if (value < 0 && unit !== 'change') notes.push({ cell, kind: 'negative', printed: String(value) });
  else if (!Number.isInteger(value) && unit !== 'money') notes.push({ cell, kind: 'decimal', printed: String(value) });
  return value;
}

const UNITS = new Map(FORMS.flatMap((f) => cellsOf(f)).map((c) => [c.key, c.unit]));

function rowOf(source: unknown, width: number): unknown[] | null {
  return Array.isArray(source) && source.length === width ? source : null;
}

function editionOf(report: Json, proactive: unknown): Form['edition'] | null {
  if (report['form'] === '2019' || report['form'] === '2021') return report['form'];
  if (!isObject(proactive)) return null;
  return 'procurement' in proactive || 'otherServices' in proactive ? '2019' : '2021';
}

function text(value: unknown): string | null {
  return typeof value === 'string' && value.trim() !== '' ? value.slice(0, 200) : null;
}

function dayText(value: unknown): string | null {
  return typeof value === 'string' ? parseDay(value) : null;
}

/** A list that names so many files and no report has none. */
const MOST_ENTRIES = 200;

/** The first object with a report's tables in it, near the top of a JSON value. */
function findReport(value: unknown, depth = 0): Json | null {
  if (depth > 3) return null;
  if (Array.isArray(value)) {
    for (const entry of value.slice(0, MOST_ENTRIES)) {
      const found = findReport(entry, depth + 1);
      if (found) return found;
    }
    return null;
  }
  if (!isObject(value)) return null;
  if (isObject(value['tables'])) return value;
  return findReport(value['report'], depth + 1);
}

/** What some programs write for no number, where a value stands; a text is passed over. */
const NO_NUMBER = /"(?:[^"\\]|\\.)*"|(?<![\w.])(-?(?:NaN|Infinity|None|undefined))(?!\w)/g;

/** Why a text is no JSON, with the place where a value is no number. */
function notJson(source: string): string {
  for (const m of source.matchAll(NO_NUMBER)) {
    if (m[1] === undefined) continue;
    const before = source.slice(0, m.index).split('\n');
    const key = [...source.slice(Math.max(0, m.index - 2_000), m.index).matchAll(/"([\w.]{1,40})"\s*:/g)].at(-1)?.[1];
    const row = key === undefined ? '' : `（“${key}”之后）`;
    return `JSON文件第${before.length}行第${before.at(-1)!.length + 1}个字起${row}写着“${m[1]}”，不是数；请改成实际的数，没有数的写null，再提供。`;
  }
  return 'JSON文件不完整或格式有误，无法解析；请重新导出。';
}

/** Reads the JSON that `check`, `compile` and the exports print; another program's shape where it is known. */
export function readJson(source: string): Reading | Unreadable {
  let value: unknown;
  try {
    value = JSON.parse(source.replace(/^\ufeff/, ''));
  } catch {
    return readParsedByOthers(source) ?? unreadable('broken', notJson(source));
  }
  const report = findReport(value);
  if (!report) return readParsedByOthers(source) ?? pageInData(value) ?? unreadable('notAReport', NOT_OURS);
  return ours(report, isObject(value) ? narrativeLines(value['narrative']) : []);
}

/** The report in a page that a site's interface gave as data. */
function pageInData(value: unknown): Reading | null {
  for (const page of pagesInData(value)) {
    const reading = readPage(page);
    if (!isUnreadable(reading)) return reading;
  }
  return null;
}

/** Lines of the words a report file carries beside its figures. */
function narrativeLines(narrative: unknown): Line[] {
  if (!isObject(narrative)) return [];
  const lines: Line[] = [];
  const add = (words: string, section: number, kind: Line['kind']): void => {
    if (words.trim() !== '') lines.push({ n: lines.length + 1, text: words, section, kind });
  };
  const paragraphs = (list: unknown, section: number): void => {
    for (const p of Array.isArray(list) ? list : []) {
      const runs: unknown = isObject(p) ? p['runs'] : null;
      add(
        (Array.isArray(runs) ? runs : []).map((r) => (isObject(r) && typeof r['text'] === 'string' ? r['text'] : '')).join(''),
        section,
        'text',
      );
    }
  };
  add(text(narrative['title']) ?? '', 0, 'title');
  paragraphs(narrative['preamble'], 0);
  for (const [i, s] of (Array.isArray(narrative['sections']) ? narrative['sections'] : []).slice(0, 6).entries()) {
    if (!isObject(s)) continue;
    add(`${'一二三四五六'.charAt(i)}、${text(s['title']) ?? ''}`, i + 1, 'heading');
    paragraphs(s['paragraphs'], i + 1);
  }
  return lines;
}

function ours(source: Json, lines: Line[]): Reading | Unreadable {
  const given = source['tables'] as Json;
  if (!['proactive', 'requests', 'remedies'].some((t) => isObject(given[t]))) return unreadable('notAReport', NOT_OURS);
  const edition = editionOf(source, given['proactive']);
  const notes: CellNote[] = [];
  const absentRows: string[] = [];
  const tables: Tables = {
    proactive: proactiveOf(given['proactive'], edition, notes, absentRows),
    requests: requestsOf(given['requests'], notes, absentRows),
    remedies: remediesOf(given['remedies'], notes),
  };
  const period = Array.isArray(source['period']) ? source['period'].map(dayText) : [];
  const year = source['year'];
  const partial = Array.isArray(source['partial']) ? source['partial'].filter((n) => typeof n === 'number') : [];
  const report: Report = {
    form: edition,
    unit: text(source['unit']),
    signedBy: text(source['signedBy']),
    signedOn: dayText(source['signedOn']),
    year: typeof year === 'number' && Number.isInteger(year) && year > 1900 && year < 2200 ? year : null,
    period: period.length === 2 && period[0] && period[1] ? [period[0], period[1]] : null,
    tables,
    ...(partial.length > 0 || lines.length === 0 ? { partial: partial.length > 0 ? partial : [1, 5, 6] } : {}),
  };
  const oneOther = tables.requests !== null && '3.6' in tables.requests;
  return {
    report,
    doubts: [],
    lines,
    notes,
    tableStates: {
      proactive: tables.proactive ? 'present' : 'missing',
      requests: tables.requests ? 'present' : 'missing',
      remedies: tables.remedies ? 'present' : 'missing',
    },
    editions: { proactive: edition, requests: tables.requests ? (oneOther ? '2019' : '2021') : null },
    labels: [],
    absentRows,
  };
}

function proactiveOf(given: unknown, edition: Form['edition'] | null, notes: CellNote[], absent: string[]): Tables['proactive'] {
  if (!isObject(given)) return null;
  const form = FORMS.find((f) => f.edition === edition) ?? FORM_2021;
  const out: NonNullable<Tables['proactive']> = {};
  for (const key of proactiveKeys(form)) {
    const [, row, column] = key.split('/') as [string, string, string | undefined];
    const value = given[row];
    if (value === undefined) {
      if (!absent.includes(`proactive/${row}`)) absent.push(`proactive/${row}`);
    } else if (column === undefined) out[row] = cellOf(value, key, notes);
    else
      (out[row] ??= {} as Record<string, Value>) &&
        Object.assign(out[row] as object, { [column]: cellOf(isObject(value) ? value[column] : null, key, notes) });
  }
  return out;
}

function requestsOf(given: unknown, notes: CellNote[], absent: string[]): Tables['requests'] {
  if (!isObject(given)) return null;
  const out: NonNullable<Tables['requests']> = {};
  for (const key of requestRowKeys(FORM_2021, '3.6' in given)) {
    if (given[key] === undefined) absent.push(`requests/${key}`);
    else {
      const row = rowOf(given[key], APPLICANT_KEYS.length);
      out[key] = APPLICANT_KEYS.map((c, i) => cellOf(row?.[i], `requests/${key}/${c}`, notes));
    }
  }
  return out;
}

function remediesOf(given: unknown, notes: CellNote[]): Tables['remedies'] {
  if (!isObject(given)) return null;
  const row = (g: string): unknown[] | null => rowOf(given[g], REMEDY_KEYS.length);
  return Object.fromEntries(REMEDY_GROUP_KEYS.map((g) => [g, REMEDY_KEYS.map((c, i) => cellOf(row(g)?.[i], `remedies/${g}/${c}`, notes))]));
}
