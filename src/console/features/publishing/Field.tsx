import { Checkbox, Input, Select } from 'antd';
import type { ReactNode } from 'react';

/** A labelled line of a form; what is wrong stands between label and control. */
export function Line({
  id,
  label,
  hint,
  must,
  problem,
  children,
}: {
  readonly id: string;
  readonly label: string;
  readonly hint?: ReactNode;
  readonly must?: boolean;
  readonly problem?: string | undefined;
  readonly children: ReactNode;
}) {
  return (
    <div className={problem ? 'line bad' : 'line'}>
      <label htmlFor={id}>
        {label}
        {must && <span className="must">（必填）</span>}
      </label>
      {hint && <div className="hint">{hint}</div>}
      {problem && <div className="problem">{problem}</div>}
      {children}
    </div>
  );
}

/** How a value of a small form is typed. */
export interface FieldSpec {
  readonly key: string;
  readonly label: string;
  readonly kind: 'text' | 'long' | 'day' | 'choice' | 'count' | 'flag' | 'paper';
  readonly hint?: string;
  readonly must?: boolean;
  /** The id of a datalist to choose from. */
  readonly list?: string;
  readonly options?: readonly { readonly value: string; readonly label: string }[];
}

export type Typed = Readonly<Record<string, string>>;

/** One control of a small form; every value is text while it is typed. */
export function FieldControl({
  spec,
  id,
  value,
  bad,
  onChange,
}: {
  readonly spec: FieldSpec;
  readonly id: string;
  readonly value: string;
  readonly bad: boolean;
  readonly onChange: (value: string) => void;
}) {
  const status = bad ? ('error' as const) : ('' as const);
  if (spec.kind === 'choice')
    return (
      <Select
        id={id}
        status={status}
        value={value || null}
        allowClear={!spec.must}
        showSearch={{ optionFilterProp: 'label' }}
        options={[...(spec.options ?? [])]}
        onChange={(v) => onChange(v ?? '')}
        style={{ width: '100%' }}
      />
    );
  if (spec.kind === 'flag')
    return (
      <Checkbox id={id} checked={value === 'true'} onChange={(e) => onChange(String(e.target.checked))}>
        是
      </Checkbox>
    );
  if (spec.kind === 'long')
    return (
      <Input.TextArea
        id={id}
        status={status}
        value={value}
        autoSize={{ minRows: 2, maxRows: 12 }}
        onChange={(e) => onChange(e.target.value)}
      />
    );
  return (
    <Input
      id={id}
      status={status}
      type={spec.kind === 'day' ? 'date' : 'text'}
      inputMode={spec.kind === 'count' ? 'numeric' : undefined}
      list={spec.list}
      value={value}
      onChange={(e) => onChange(e.target.value)}
    />
  );
}
