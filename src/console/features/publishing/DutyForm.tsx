import type { DutyRow, EntryBody } from '../../../web/api/publishingTypes.ts';
import { useSession } from '../../shell/session.ts';
import { columnOptions } from './columns.ts';
import { EntryForm } from './EntryForm.tsx';
import type { FieldSpec, Typed } from './Field.tsx';
import { useSetup } from './usePublishing.ts';

type Body = EntryBody<'duty'>;

const NEW: Body = {
  key: '',
  group: '',
  label: '',
  elements: '',
  basis: [],
  source: 'own',
  handler: '',
  frequency: 'onChange',
  dueMonthDay: null,
  graceDays: 20,
  within: null,
  column: null,
  channels: [],
  audience: '',
  mode: 'proactive',
  levels: [],
  unverified: null,
  notOurs: null,
};

function bodyOver(before: Body, t: Typed): Body {
  return {
    ...before,
    key: before.key || `own-${Date.now().toString(36)}`,
    label: t['label'] ?? '',
    group: t['group'] ?? '',
    elements: t['elements'] ?? '',
    handler: t['handler'] ?? '',
    frequency: t['frequency'] as Body['frequency'],
    dueMonthDay: t['dueMonthDay'] || null,
    graceDays: Number(t['graceDays'] || 0),
    column: t['column'] || null,
    audience: t['audience'] ?? '',
    notOurs: t['notOurs'] || null,
  };
}

/** One duty of the catalogue. */
export function DutyForm({ row, onClose }: { readonly row: DutyRow | null; readonly onClose: () => void }) {
  const { agency } = useSession();
  const setup = useSetup(agency.agency);
  const before = row?.entry.body ?? NEW;
  const fields: readonly FieldSpec[] = [
    { key: 'label', label: '事项名称', kind: 'text', must: true },
    { key: 'group', label: '一级事项', kind: 'text' },
    { key: 'elements', label: '公开内容（要素）', kind: 'long' },
    { key: 'handler', label: '谁公开', kind: 'text' },
    { key: 'frequency', label: '多久一次', kind: 'choice', must: true, options: setup.data?.frequencies ?? [] },
    { key: 'dueMonthDay', label: '每年期限', kind: 'text', hint: '每年一次的填月日，如 01-31' },
    { key: 'graceDays', label: '每期结束后几天内公开', kind: 'count', hint: '每月、每季、每半年的填' },
    { key: 'column', label: '栏目', kind: 'choice', options: columnOptions(setup.data?.columns ?? [], before.column) },
    { key: 'audience', label: '公开对象', kind: 'text' },
    { key: 'notOurs', label: '本单位没有这一事项的原因', kind: 'text', hint: '填了就不再提醒' },
  ];
  const start = Object.fromEntries(fields.map((f) => [f.key, String(before[f.key as keyof Body] ?? '')]));
  return (
    <EntryForm
      kind="duty"
      title={row ? before.label : '新增公开事项'}
      entry={row?.entry ?? null}
      fields={fields}
      start={start}
      bodyOf={(t) => bodyOver(before, t)}
      onClose={onClose}
    />
  );
}
