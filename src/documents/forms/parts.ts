import { CLOSED_GROUNDS, MODE_NAMES, type Mode } from '#domain/publishing/content.ts';
import type { Step, TransitionName } from '#domain/publishing/life/states.ts';
import type { ItemFile } from '#domain/publishing/ports.ts';
import { PUBLICATION_CHANNELS } from '#domain/publishing/publications.ts';
import { articleTitle } from '#law/articles/index.ts';
import { chineseDate, parseDay, shanghaiDay } from '#lib/day.ts';
import type { FormRow } from './form.ts';

/** What a form needs to know besides the item. */
export interface FormContext {
  readonly unit: string;
  readonly printedOn: string;
  /** A column's name by its id. */
  readonly columnName: (id: string) => string;
}

/** 2026年1月5日; empty for no day. */
export function dateOf(day: string | null): string {
  const parsed = parseDay(day ?? '');
  return parsed ? chineseDate(parsed) : '';
}

/** The last step of a kind on the working version, if it still stands. */
export function stepOf(file: ItemFile, name: TransitionName): Step | null {
  const since = file.steps.findLastIndex((s) => s.to === 'draft');
  return file.steps.slice(since + 1).findLast((s) => s.transition === name) ?? null;
}

/** A box to write an opinion in, filled where the step was taken. */
export function opinion(label: string, step: Step | null, tall: number, spoken = '同意。'): FormRow {
  if (!step) return { kind: 'opinion', label, value: '', signed: '', on: '', tall };
  const paper = step.signOff?.kind === 'paper' ? step.signOff : null;
  const override = step.signOff?.kind === 'override' ? `（未经第二人办理，理由：${step.signOff.reason}）` : '';
  const on = paper?.on ?? shanghaiDay(Date.parse(step.at));
  const signed = paper ? `${paper.by}（纸质签批，${step.byName}登记）` : step.byName;
  return { kind: 'opinion', label, value: `${step.opinion || spoken}${override}`, signed, on: dateOf(on), tall };
}

/** The ways of making public, the decided one ticked. */
export function modeBoxes(mode: Mode | null): { text: string; ticked: boolean }[] {
  return (Object.keys(MODE_NAMES) as Mode[]).map((m) => ({ text: MODE_NAMES[m], ticked: m === mode }));
}

/** A line of two cells, each with its label. */
export function pair(
  first: readonly [label: string, value: string],
  second: readonly [label: string, value: string],
  tall?: number,
): FormRow {
  const cells = [first, second].map(([label, value]) => ({ label, value }));
  return { kind: 'cells', ...(tall !== undefined && { tall }), cells };
}

/** What every sheet about an item begins with. */
export function head(file: ItemFile, context: FormContext): FormRow[] {
  const { content } = file.current;
  return [
    { kind: 'text', label: '信息名称', value: content.title, tall: 12 },
    pair(['发文字号', content.documentNumber], ['成文日期', dateOf(content.formedOn)]),
    pair(['承办单位', content.handler || context.unit], ['起草人', file.life.authors.map((a) => a.name).join('、')]),
  ];
}

/** A ground for not making public, with its article. */
export const ground = (key: string | null): string => {
  const found = CLOSED_GROUNDS.find((g) => g.key === key);
  return found ? `${found.label}（${articleTitle(found.basis)}）` : '';
};

/** Where it came out and when, as far as it did. */
export function published(file: ItemFile): string {
  const channel = (value: unknown): string => PUBLICATION_CHANNELS.find((c) => c.value === value)?.label ?? '';
  const made = file.publications
    .filter((p) => !p.void)
    .map((p) => `${channel(p.values['channel'])} ${dateOf(String(p.values['on'] ?? ''))}`);
  return made.join('；');
}
