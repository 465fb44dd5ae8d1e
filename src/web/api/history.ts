import { registerOf } from '#domain/registers/index.ts';
import type { RecordChange } from '#domain/registers/ports.ts';
import type { FieldValue } from '#domain/registers/record.ts';
import type { Field, RegisterKey } from '#domain/registers/register.ts';
import type { HistoryEntry } from './registerTypes.ts';

const ACTIONS: Readonly<Record<RecordChange['kind'], string>> = {
  created: '登记',
  changed: '修改',
  voided: '作废',
  restored: '恢复',
  revealed: '查看个人信息',
};

/** A value in the words of the register: choices by their label, money in 元, 是 and 否. */
export function shownValue(field: Field, value: FieldValue | undefined): string {
  if (value === null || value === undefined || value === '') return '';
  if (field.kind === 'flag') return value === true ? '是' : '否';
  if (field.kind === 'fen' && typeof value === 'number') return `${(value / 100).toFixed(2)}元`;
  return field.choices?.find((c) => c.value === value)?.label ?? String(value);
}

/** A record's history as a list for people, latest first: who, when, which column from what to what. */
export function historyOf(register: RegisterKey, changes: readonly RecordChange[]): HistoryEntry[] {
  const { fields } = registerOf(register);
  return changes.toReversed().map((c) => {
    const differing = fields
      .map((f) => ({
        field: f.key,
        label: f.label,
        before: shownValue(f, c.before?.values[f.key]),
        after: shownValue(f, c.after?.values[f.key]),
      }))
      .filter((d) => c.after !== null && d.before !== d.after);
    const [was, is] = [c.before?.events.length ?? 0, c.after?.events.length ?? 0];
    const events = was === is ? [] : [{ field: 'events', label: '办理经过', before: `${was}项`, after: `${is}项` }];
    return {
      at: c.at,
      actor: c.by.name,
      action: c.reason ? `${ACTIONS[c.kind]}：${c.reason}` : ACTIONS[c.kind],
      version: c.version,
      changes: [...differing, ...events],
    };
  });
}
