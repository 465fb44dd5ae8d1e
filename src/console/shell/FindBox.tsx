import { Button, Input } from 'antd';

interface Props {
  readonly label: string;
  readonly hint?: string;
  readonly width: number;
  /** What is looked for now. */
  readonly value: string;
  readonly onFind: (text: string) => void;
}

/** A line to look for something: Enter or the button finds, an emptied line finds everything again. */
export function FindBox({ label, hint = label, width, value, onFind }: Props) {
  return (
    <Input.Search
      key={value}
      aria-label={label}
      placeholder={hint}
      defaultValue={value}
      maxLength={100}
      enterButton={<Button>查找</Button>}
      onSearch={(text) => onFind(text.trim())}
      onChange={(e) => e.target.value === '' && value !== '' && onFind('')}
      style={{ width }}
    />
  );
}
