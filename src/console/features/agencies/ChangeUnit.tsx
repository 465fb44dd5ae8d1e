import { Alert, Button, Flex, Popconfirm, Select } from 'antd';
import { useEffect, useRef, useState } from 'react';
import type { UnitRow } from '../../../web/api/agencyTypes.ts';
import { api } from '../../api.ts';
import { TextLine } from './fields.tsx';
import { useUnitChange } from './useUnitChange.ts';

interface Props {
  readonly unit: UnitRow;
  readonly units: readonly UnitRow[];
  readonly onDone: () => void;
}

/** Another name or parent of a unit from a day on, and its end. */
export function ChangeUnit({ unit, units, onDone }: Props) {
  const last = unit.states.at(-1) ?? unit;
  const seen = { name: last.name, shortName: last.shortName, parent: last.parent, from: last.from, to: last.to };
  const [entry, setEntry] = useState({ name: last.name, shortName: last.shortName, parent: last.parent, from: '', basis: '' });
  const [to, setTo] = useState('');
  const change = useUnitChange(
    () => api.post('/agencies/change', { agency: unit.code, ...entry, from: entry.from || null, seen }),
    '已修改',
    onDone,
  );
  const end = useUnitChange((day: string | null) => api.post('/agencies/end', { agency: unit.code, to: day, seen }), '已保存', onDone);
  const form = useRef<HTMLFormElement>(null);
  // The form stands below the table, which may be long.
  useEffect(() => form.current?.querySelector('input')?.focus(), []);
  const error = change.error ?? end.error;
  const parents = units.filter((u) => u.mayChange && u.isThere && u.code !== unit.code && u.kind !== 'villageCommittee');
  return (
    <form
      ref={form}
      className="record"
      aria-label="修改单位"
      onSubmit={(e) => {
        e.preventDefault();
        change.mutate(undefined);
      }}
    >
      <h2>修改：{unit.name}</h2>
      {error && <Alert type="error" title={error.message} description={error.advice} />}
      <TextLine id="c-name" label="全称" value={entry.name} onChange={(name) => setEntry({ ...entry, name })} />
      <TextLine id="c-short" label="简称" value={entry.shortName} onChange={(shortName) => setEntry({ ...entry, shortName })} />
      {parents.some((p) => p.code === entry.parent) && (
        <div className="line">
          <label htmlFor="c-parent">上级</label>
          <Select
            id="c-parent"
            value={entry.parent}
            options={parents.map((u) => ({ value: u.code, label: u.name }))}
            onChange={(parent) => setEntry({ ...entry, parent })}
            style={{ width: '100%' }}
          />
        </div>
      )}
      <TextLine
        id="c-from"
        label="从哪天起改"
        hint="改名、换上级填起日，以前的日期仍用旧名；原来就填错了的，空着"
        type="date"
        value={entry.from}
        onChange={(from) => setEntry({ ...entry, from })}
      />
      {unit.kind === 'reportingOrgan' && (
        <TextLine
          id="c-basis"
          label="改名依据"
          hint="改全称并填了起日的要写：文件名称、文号"
          value={entry.basis}
          onChange={(basis) => setEntry({ ...entry, basis })}
        />
      )}
      <Flex gap={8}>
        <Button type="primary" htmlType="submit" loading={change.isPending}>
          保存修改
        </Button>
        <Button onClick={onDone}>不改了</Button>
      </Flex>
      {unit.mayEnd && (
        <>
          <h2>撤销</h2>
          <p>单位只能撤销，不能删除：以前的记录、账号和公开的信息都留着。</p>
          {last.to && <Button onClick={() => end.mutate(null)}>恢复（{last.to}止的作废）</Button>}
          <TextLine id="c-to" label="最后一天" type="date" value={to} onChange={setTo} />
          <Popconfirm
            title={`${unit.shortName}到${to}为止撤销？`}
            okText="撤销"
            cancelText="不撤销"
            onConfirm={() => end.mutate(to)}
            disabled={!to}
          >
            <Button danger disabled={!to} loading={end.isPending}>
              撤销单位
            </Button>
          </Popconfirm>
        </>
      )}
    </form>
  );
}
