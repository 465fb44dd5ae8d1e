import { parseDay } from '#lib/day.ts';
import { registerOf } from './all.ts';
import type { FieldValue, RecordDraft } from './record.ts';
import type { Field, Register, RegisterKey } from './register.ts';

/** What is wrong with one field of a draft. `unfinished` is a colour on the screen, `error` keeps the record from being saved. */
export interface FieldError {
  readonly field: string;
  readonly label: string;
  readonly value: FieldValue | undefined;
  readonly severity: 'error' | 'unfinished';
  /** In Chinese. */
  readonly wrong: string;
  /** In Chinese: what to do. */
  readonly fix: string;
  /** The article that asks for the field, where one does. */
  readonly basis?: string;
}

const LONGEST = { text: 500, longText: 20_000 } as const;
const MONTH = /^(\d{4})-(0[1-9]|1[0-2])$/;
const EARLIEST = '1949-10-01';
const LATEST = '2100-12-31';

/** Pairs of days that can't stand the other way round: register, the earlier field, the later one. */
const ORDER: readonly (readonly [RegisterKey, string, string])[] = [
  ['requests', 'receivedOn', 'confirmedOn'],
  ['requests', 'receivedOn', 'outcomeOn'],
  ['requests', 'confirmedOn', 'outcomeOn'],
  ['requests', 'answerSignedOn', 'outcomeOn'],
  ['requests', 'receivedOn', 'splitOn'],
  ['requests', 'clarificationSentOn', 'correctedOn'],
  ['requests', 'feeNoticedOn', 'feePaidOn'],
  ['requests', 'outcomeOn', 'reopenedOn'],
  ['publications', 'on', 'takenDownOn'],
  ['normativeDocuments', 'issuedOn', 'endedOn'],
  ['normativeDocuments', 'issuedOn', 'promulgatedOn'],
  ['remedies', 'filedOn', 'decidedOn'],
  ['remedies', 'decidedOn', 'appealedOn'],
  ['remedies', 'appealedOn', 'finalOn'],
  ['tickets', 'receivedOn', 'dueOn'],
  ['tickets', 'receivedOn', 'closedOn'],
  ['activities', 'on', 'until'],
];

/** Pairs of which one says nothing without the other: a result and its date. */
const TOGETHER: readonly (readonly [RegisterKey, string, string])[] = [
  ['requests', 'outcomeOn', 'outcome'],
  ['remedies', 'decidedOn', 'result'],
  ['remedies', 'result', 'decidedOn'],
  ['remedies', 'finalOn', 'finalResult'],
  ['remedies', 'finalResult', 'finalOn'],
];

/** `wrong` and `fix` for a value that is no value of its field's kind; null when it is one. */
function kindError(field: Field, value: FieldValue): readonly [string, string] | null {
  switch (field.kind) {
    case 'day': {
      const d = typeof value === 'string' ? parseDay(value) : null;
      if (!d) return ['不是日期', '写成“年-月-日”，如 2023-04-05'];
      if (d < EARLIEST || d > LATEST) return ['年份不合常理', '核对年份'];
      return null;
    }
    case 'month':
      return typeof value === 'string' && MONTH.test(value) ? null : ['不是月份', '写成“年-月”，如 2023-04'];
    case 'count':
      return Number.isSafeInteger(value) && (value as number) >= 0 ? null : ['不是非负整数', '填写整数；没有的填 0'];
    case 'fen':
      return Number.isSafeInteger(value) && (field.negative || (value as number) >= 0)
        ? null
        : ['不是金额', '填写不小于 0 的金额，最多到分'];
    case 'flag':
      return typeof value === 'boolean' ? null : ['不是“是”或“否”', '填“是”或“否”'];
    case 'choice': {
      const labels = (field.choices ?? []).map((c) => c.label);
      return field.choices?.some((c) => c.value === value) ? null : ['不在可选的范围内', `从中选择：${labels.join('、')}`];
    }
    default: {
      if (typeof value !== 'string') return ['不是文字', '填写文字'];
      const longest = field.kind === 'longText' ? LONGEST.longText : LONGEST.text;
      if (value.length > longest) return [`超过 ${longest} 字`, '缩短，或作为附件保存'];
      if (/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/.test(value)) return ['含有不可见的控制字符', '删去后重新输入'];
      return null;
    }
  }
}

function isBlank(value: FieldValue | undefined): boolean {
  return value === undefined || value === null || (typeof value === 'string' && value.trim() === '');
}

function fieldErrors(
  register: Register,
  values: RecordDraft['values'],
  number: string | undefined,
  withEvents: ReadonlySet<string>,
): FieldError[] {
  const errors: FieldError[] = [];
  for (const field of register.fields) {
    const value = field.key === register.numberField ? (number ?? values[field.key]) : values[field.key];
    const say = (severity: FieldError['severity'], [wrong, fix]: readonly [string, string]) =>
      errors.push({ field: field.key, label: field.label, value, severity, wrong, fix, basis: field.required?.basis });
    if (!isBlank(value)) {
      const error = kindError(field, value as FieldValue);
      if (error) say('error', error);
    } else if (field.required && !(field.event && withEvents.has(field.event))) {
      say('unfinished', ['没有填写', `补填“${field.label}”`]);
    }
  }
  const known = new Set(register.fields.map((f) => f.key));
  for (const key of Object.keys(values)) {
    if (known.has(key)) continue;
    errors.push({
      field: key,
      label: key,
      value: values[key],
      severity: 'error',
      wrong: '这本登记簿没有这一列',
      fix: '删去，或写入“备注”',
    });
  }
  return errors;
}

function pairErrors(register: Register, values: RecordDraft['values']): FieldError[] {
  const errors: FieldError[] = [];
  const label = (key: string) => register.fields.find((f) => f.key === key)?.label ?? key;
  const say = (field: string, wrong: string, fix: string) =>
    errors.push({ field, label: label(field), value: values[field], severity: 'error', wrong, fix });
  for (const [key, first, then] of ORDER) {
    const [a, b] = [values[first], values[then]];
    if (key !== register.key || typeof a !== 'string' || typeof b !== 'string' || a <= b) continue;
    // What is no date has been told already.
    if (!parseDay(a) || !parseDay(b)) continue;
    say(then, `早于“${label(first)}”（${a}）`, '核对两个日期');
  }
  for (const [key, has, needs] of TOGETHER) {
    if (key !== register.key || isBlank(values[has]) || !isBlank(values[needs])) continue;
    say(needs, `填了“${label(has)}”，没有填“${label(needs)}”`, `补填“${label(needs)}”`);
  }
  return errors;
}

/**
 * Everything wrong with a draft, field by field: wrong kind of value, days the wrong way round, a result without its date,
 * a column the register has not. Missing fields the statute asks for come as `unfinished`.
 */
export function validateRecord(draft: RecordDraft): FieldError[] {
  const register = registerOf(draft.register);
  const values = draft.values;
  const errors = [
    ...fieldErrors(register, values, draft.number, new Set(draft.events?.map((e) => e.kind))),
    ...pairErrors(register, values),
  ];
  const self = draft.number ?? values[register.numberField];
  for (const key of ['splitFrom', 'mergedWith']) {
    if (isBlank(values[key]) || values[key] !== self) continue;
    const label = register.fields.find((f) => f.key === key)?.label ?? key;
    errors.push({ field: key, label, value: values[key], severity: 'error', wrong: '指向了这件自己', fix: '填写另一件的登记编号' });
  }
  return errors;
}
