import { Input, Select } from 'antd';
import type { FieldOf } from './values.ts';

/** What a field is filled in with, by its kind. */
export function Control({
  field,
  id,
  value,
  bad,
  onChange,
}: {
  readonly field: FieldOf;
  readonly id: string;
  readonly value: string;
  readonly bad: boolean;
  readonly onChange: (v: string) => void;
}) {
  const status = bad ? ('error' as const) : ('' as const);
  const described = `${id}-hint ${id}-bad`;
  if (field.kind === 'choice' || field.kind === 'flag') {
    const options =
      field.kind === 'flag'
        ? ['是', '否'].map((v) => ({ value: v, label: v }))
        : (field.choices ?? []).map((c) => ({ value: c.label, label: c.label }));
    return (
      <Select
        id={id}
        status={status}
        value={value || null}
        allowClear
        showSearch
        options={options}
        onChange={(v) => onChange(v ?? '')}
        aria-describedby={described}
        style={{ width: '100%' }}
      />
    );
  }
  if (field.kind === 'longText')
    return (
      <Input.TextArea
        id={id}
        status={status}
        value={value}
        autoSize={{ minRows: 2, maxRows: 10 }}
        onChange={(e) => onChange(e.target.value)}
        aria-describedby={described}
      />
    );
  if (field.kind === 'day' || field.kind === 'month')
    return (
      <Input
        id={id}
        type={field.kind === 'day' ? 'date' : 'month'}
        status={status}
        value={value}
        onChange={(e) => onChange(e.target.value)}
        aria-describedby={described}
      />
    );
  return (
    <Input
      id={id}
      status={status}
      value={value}
      inputMode={field.kind === 'count' || field.kind === 'fen' ? 'decimal' : 'text'}
      onChange={(e) => onChange(e.target.value)}
      aria-describedby={described}
    />
  );
}
