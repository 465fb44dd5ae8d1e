import { Alert, Button } from 'antd';
import { useState } from 'react';
import type { ToldOnce, UnitRow } from '../../../web/api/agencyTypes.ts';
import { api } from '../../api.ts';
import { TextLine } from './fields.tsx';
import { useUnitChange } from './useUnitChange.ts';

const EMPTY = { name: '', shortName: '', code: '', from: '', person: '', account: '' };
const LINES = [
  ['name', '上级单位全称', '如：某某县人民政府'],
  ['shortName', '上级单位简称', ''],
  ['code', '上级单位代码', '小写字母开头，可以有数字和横线；以后不能改'],
  ['person', '县级监督人员姓名', ''],
  ['account', '县级监督人员账号', ''],
] as const;

/** 上级单位: the county above one's own organ, and the first account of its supervisor, whose password is shown once. */
export function AddAbove({ own, onTold }: { readonly own: UnitRow; readonly onTold: (told: ToldOnce) => void }) {
  const [entry, setEntry] = useState(EMPTY);
  const add = useUnitChange<void, ToldOnce>(
    () => api.post('/agencies/above', { agency: own.code, ...entry, from: entry.from || null }),
    '上级单位已添加',
    onTold,
  );
  return (
    <form
      className="record"
      aria-label="上级单位"
      onSubmit={(e) => {
        e.preventDefault();
        add.mutate();
      }}
    >
      <h2>上级单位</h2>
      <p>
        还没有上级单位。添加以后，县级监督看得到{own.shortName}的登记簿和年报，可以管人员和下级单位，不能替{own.shortName}改。
      </p>
      {add.error && <Alert type="error" title={add.error.message} description={add.error.advice} />}
      {LINES.map(([key, label, hint]) => (
        <TextLine
          key={key}
          id={`a-${key}`}
          label={label}
          hint={hint}
          value={entry[key]}
          onChange={(value) => setEntry({ ...entry, [key]: value })}
        />
      ))}
      <TextLine
        id="a-from"
        label="从哪天起归它管"
        hint="一直都是的不用填"
        type="date"
        value={entry.from}
        onChange={(from) => setEntry({ ...entry, from })}
      />
      <Button type="primary" htmlType="submit" loading={add.isPending}>
        添加上级单位
      </Button>
    </form>
  );
}
