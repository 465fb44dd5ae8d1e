import { Button, Flex, Select } from 'antd';
import type { Register } from '../../../web/api/consoleTypes.ts';
import { FindBox } from '../../shell/FindBox.tsx';
import { useSession } from '../../shell/session.ts';
import type { RowsQuery } from './useRegister.ts';

interface Props {
  readonly register: Register;
  readonly asked: RowsQuery;
  readonly change: (next: Readonly<Record<string, string | null>>) => void;
}

/** Year, words, and one select for each column with fixed choices. */
export function Filters({ register, asked, change }: Props) {
  const { me } = useSession();
  const thisYear = Number(me.today.slice(0, 4));
  const years = Array.from({ length: 6 }, (_, i) => String(thisYear - i));
  const choices = register.fields.filter((f) => f.kind === 'choice' && f.grid);
  const used = asked.year !== null || asked.q !== null || Object.keys(asked.filters).length > 0;
  return (
    <Flex gap={8} wrap style={{ marginBottom: 12 }}>
      <Select
        aria-label="年份"
        value={asked.year ?? ''}
        onChange={(v) => change({ year: v || null })}
        style={{ width: 110 }}
        options={[{ value: '', label: '全部年份' }, ...years.map((y) => ({ value: y, label: `${y}年` }))]}
      />
      {choices.map((f) => (
        <Select
          key={f.key}
          aria-label={f.label}
          value={asked.filters[f.key] ?? ''}
          onChange={(v) => change({ [f.key]: v || null })}
          style={{ minWidth: 140 }}
          popupMatchSelectWidth={false}
          options={[{ value: '', label: `${f.label}：全部` }, ...(f.choices ?? []).map((c) => ({ value: c.value, label: c.label }))]}
        />
      ))}
      <FindBox label="编号或内容" width={240} value={asked.q ?? ''} onFind={(q) => change({ q: q || null })} />
      {used && (
        <Button onClick={() => change(Object.fromEntries(['year', 'q', ...Object.keys(asked.filters)].map((k) => [k, null])))}>
          清除筛选
        </Button>
      )}
    </Flex>
  );
}
