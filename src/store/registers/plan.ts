import { canonical } from '#domain/events/chain.ts';
import { type FieldValue, type RecordDraft, type RegisterKey, type RegisterRecord, registerOf } from '#domain/registers/index.ts';
import type { DraftProblem, RecordState } from '#domain/registers/ports.ts';
import type { SealedRecord } from './rows.ts';

/** One draft that can be written: the record before and the state after. */
export interface Change {
  readonly index: number;
  readonly register: RegisterKey;
  readonly agency: string;
  /** Null: to be numbered. */
  number: string | null;
  readonly before: SealedRecord | null;
  readonly after: RecordState;
  readonly origin: RegisterRecord['origin'];
}

const LONGEST_NUMBER = 120;

/** The number a draft names for itself, in its own place or in its number field. */
export function draftNumber(draft: RecordDraft): string | null {
  const field = draft.values[registerOf(draft.register).numberField];
  const number = (draft.number ?? (typeof field === 'string' ? field : '')).trim();
  return number === '' ? null : number;
}

function blankToNull(value: FieldValue | undefined): FieldValue {
  return value === undefined || (typeof value === 'string' && value.trim() === '') ? null : value;
}

function stateAfter(draft: RecordDraft, before: RegisterRecord | null): RecordState {
  const register = registerOf(draft.register);
  const values: Record<string, FieldValue> = {};
  for (const { key } of register.fields) {
    if (key === register.numberField) continue;
    values[key] = key in draft.values ? blankToNull(draft.values[key]) : (before?.values[key] ?? null);
  }
  return {
    values,
    events: draft.events ?? before?.events ?? [],
    void: draft.void === undefined ? (before?.void ?? null) : draft.void,
  };
}

/** A change that changes nothing makes no version. */
export function isUnchanged(change: Change): boolean {
  if (!change.before) return false;
  const { record } = change.before;
  const { numberField } = registerOf(change.register);
  const { [numberField]: _, ...values } = record.values;
  return canonical({ values, events: record.events, void: record.void }) === canonical(change.after);
}

function problem(
  index: number,
  kind: DraftProblem['kind'],
  number: string,
  what: string,
  fix: string,
  current?: RegisterRecord,
): DraftProblem {
  return { index, kind, number, what, fix, ...(current && { current }) };
}

/** Settles what each draft of one register and agency does to what is there; every draft that can't be is a problem. */
export function planDrafts(
  drafts: readonly { readonly index: number; readonly draft: RecordDraft }[],
  existing: ReadonlyMap<string, SealedRecord>,
): { changes: Change[]; problems: DraftProblem[] } {
  const changes: Change[] = [];
  const problems: DraftProblem[] = [];
  const seen = new Set<string>();
  for (const { index, draft } of drafts) {
    const number = draftNumber(draft);
    const before = number === null ? null : (existing.get(number) ?? null);
    const found = checkDraft(index, draft, number, before?.record ?? null, seen);
    if (found) {
      problems.push(found);
      continue;
    }
    if (number !== null) seen.add(number);
    changes.push({
      index,
      register: draft.register,
      agency: draft.agency,
      number,
      before,
      after: stateAfter(draft, before?.record ?? null),
      origin: before?.record.origin ?? draft.origin ?? 'entered',
    });
  }
  return { changes, problems };
}

function checkDraft(
  index: number,
  draft: RecordDraft,
  number: string | null,
  before: RegisterRecord | null,
  seen: ReadonlySet<string>,
): DraftProblem | null {
  const { recordWord } = registerOf(draft.register);
  if (number !== null && number.length > LONGEST_NUMBER)
    return problem(index, 'invalid', number.slice(0, 20), `编号超过 ${LONGEST_NUMBER} 个字符`, '缩短编号，或留空由系统编号');
  if (number === null && draft.register === 'administrative') return problem(index, 'invalid', '', '没有填写月份', '填写月份，如 2023-04');
  if (number !== null && seen.has(number))
    return problem(index, 'exists', number, `这一批里有两条编号都是“${number}”`, '改正其中一条的编号，或删去重复的一条');
  if (draft.basedOn === undefined) {
    if (!before) return null;
    const what = before.void ? `编号“${number}”已用于一条作废的${recordWord}` : `编号“${number}”已经登记过`;
    return problem(index, 'exists', number ?? '', what, '如果是同一件，请打开原记录修改；不是同一件的，换一个编号', before);
  }
  if (number === null || !before)
    return problem(index, 'missing', number ?? '', `没有找到要修改的${recordWord}“${number ?? ''}”`, '刷新后再试');
  if (before.version === draft.basedOn) return null;
  return problem(
    index,
    'conflict',
    number,
    `“${number}”在您打开之后已被${before.recordedBy}修改过`,
    '请对照最新内容，重新填写您的改动后再保存',
    before,
  );
}
