import { Input } from 'antd';

interface TextProps {
  readonly id: string;
  readonly label: string;
  readonly hint?: string;
  readonly type?: 'date';
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** One line of a form: label, hint, field. */
export function TextLine({ id, label, hint, type, value, onChange }: TextProps) {
  return (
    <div className="line">
      <label htmlFor={id}>{label}</label>
      {hint && <div className="hint">{hint}</div>}
      <Input id={id} {...(type && { type })} value={value} onChange={(e) => onChange(e.target.value)} autoComplete="off" />
    </div>
  );
}
