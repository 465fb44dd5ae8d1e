import { type CellNote, type Line, type Reading, type Report, setValue, type TableState, type Value } from '#domain/report/model.ts';
import { FORM_2021, type Form, formForYear, formOf, proactiveKeys, requestRowKeys } from '#law/forms/index.ts';
import { levelOf } from './level.ts';

/** A report in a few words: what is left out is a complete, faultless report of an invented 甲镇 with every cell 0. */
export interface Sketch {
  readonly unit?: string;
  /** The printed title; `null`: the report has none. */
  readonly title?: string | null;
  readonly year?: number;
  readonly form?: Form['edition'] | null;
  readonly period?: [string, string] | null;
  readonly signedBy?: string | null;
  readonly signedOn?: string | null;
  readonly preamble?: readonly string[];
  /** The paragraphs of section one, five and six. */
  readonly one?: readonly string[];
  readonly five?: readonly string[];
  readonly six?: readonly string[];
  /** Printed heads instead of the form's, by section; `null`: left out. */
  readonly heads?: Readonly<Record<number, string | null>>;
  readonly cells?: Readonly<Record<string, Value>>;
  /** （六）其他处理 printed as one row. */
  readonly oneOtherRow?: boolean;
  readonly tables?: Partial<Reading['tableStates']>;
  readonly editions?: Partial<Reading['editions']>;
  readonly notes?: readonly CellNote[];
  readonly labels?: Reading['labels'];
  readonly absentRows?: readonly string[];
  readonly doubts?: Reading['doubts'];
  readonly partial?: number[];
  readonly nextReport?: Reading['nextReport'];
}

const ORDINALS = ['一', '二', '三', '四', '五', '六'] as const;

/** The paragraphs of a section one that says everything the form and Art. 50 ask of the unit. */
export function plainSectionOne(unit: string): string[] {
  const government = levelOf(unit) !== 'department';
  return [
    '（一）主动公开。及时公开本机关职责范围内的政府信息。',
    '（二）依申请公开。畅通申请渠道，按时规范答复。',
    '（三）政府信息管理。落实信息发布审核和保密审查制度。',
    '（四）政府信息公开平台建设。做好专栏维护。',
    government
      ? '（五）监督保障。县里年度工作考核结果为合格；组织社会评议，结果为满意；全年没有发生责任追究情形。'
      : '（五）监督保障。明确专人负责，组织业务学习。',
  ];
}

/** Builds the reading that a file with this content would give. */
export function readingOf(sketch: Sketch = {}): Reading {
  const unit = sketch.unit ?? '甲镇';
  const year = sketch.year ?? 2023;
  const form = formOf(sketch.form ?? formForYear(year)?.edition ?? FORM_2021.edition);
  const signedBy = sketch.signedBy === undefined ? unit : sketch.signedBy;
  const signedOn = sketch.signedOn === undefined ? `${year + 1}-01-20` : sketch.signedOn;
  const report: Report = {
    form: sketch.form === undefined ? form.edition : sketch.form,
    unit,
    signedBy,
    signedOn,
    year,
    period: sketch.period === undefined ? [`${year}-01-01`, `${year}-12-31`] : sketch.period,
    tables: { proactive: null, requests: null, remedies: null },
    ...(sketch.partial ? { partial: sketch.partial } : {}),
  };
  const states = { proactive: 'present', requests: 'present', remedies: 'present', ...sketch.tables } satisfies Record<string, TableState>;
  fill(report, form, states, sketch);
  return {
    report,
    doubts: [...(sketch.doubts ?? [])],
    lines: linesOf(sketch, unit, year, form, signedBy, signedOn),
    notes: sketch.notes ?? [],
    tableStates: states,
    editions: { proactive: form.edition, requests: form.edition, ...sketch.editions },
    labels: sketch.labels ?? [],
    absentRows: sketch.absentRows ?? [],
    ...(sketch.nextReport ? { nextReport: sketch.nextReport } : {}),
  };
}

function fill(report: Report, form: Form, states: Reading['tableStates'], sketch: Sketch): void {
  const { tables } = report;
  if (states.proactive !== 'missing') for (const key of proactiveKeys(form)) setValue(tables, key, 0);
  if (states.requests !== 'missing')
    for (const row of requestRowKeys(form, sketch.oneOtherRow ?? form.edition === '2019'))
      for (const c of form.applicantColumns) setValue(tables, `requests/${row}/${c.key}`, 0);
  if (states.remedies !== 'missing')
    for (const g of form.remedyGroups) for (const c of form.remedyColumns) setValue(tables, `remedies/${g.key}/${c.key}`, 0);
  for (const [key, value] of Object.entries(sketch.cells ?? {})) setValue(tables, key, value);
}

function linesOf(s: Sketch, unit: string, year: number, form: Form, signedBy: string | null, signedOn: string | null): Line[] {
  const lines: Line[] = [];
  const add = (section: number, kind: Line['kind'], text: string): void => void lines.push({ n: lines.length + 1, text, section, kind });
  if (s.title !== null) add(0, 'title', s.title ?? `${unit}${year}年政府信息公开工作年度报告`);
  for (const text of s.preamble ?? []) add(0, 'text', text);
  const prose: Record<number, readonly string[]> = {
    1: s.one ?? plainSectionOne(unit),
    5: s.five ?? ['存在的问题是公开内容不够丰富。下一步将加强培训，改进公开质量。'],
    6: s.six ?? ['本年度没有发出信息处理费收费通知，收取信息处理费0元。'],
  };
  form.sections.forEach((title, i) => {
    const section = i + 1;
    const head = s.heads && section in s.heads ? s.heads[section] : `${ORDINALS[i]}、${title}`;
    if (head) add(section, 'heading', head);
    for (const text of prose[section] ?? []) add(section, 'text', text);
  });
  if (signedBy) add(7, 'signature', signedBy);
  if (signedOn) add(7, 'signature', signedOn);
  return lines;
}
