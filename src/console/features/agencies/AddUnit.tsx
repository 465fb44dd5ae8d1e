import { Alert, Button, Select } from 'antd';
import { useState } from 'react';
import type { UnitRow } from '../../../web/api/agencyTypes.ts';
import { type ApiProblem, api } from '../../api.ts';
import { TextLine } from './fields.tsx';
import { useUnitChange } from './useUnitChange.ts';

const EMPTY = { code: '', name: '', shortName: '', from: '' };

/** What may stand below a unit: 站所, villages of a township, organs of a county. */
function kindsBelow(parent: UnitRow): { value: string; label: string }[] {
  if (parent.kind === 'villageCommittee') return [];
  const organs = parent.kind === 'reportingOrgan' ? parent.organsBelow : [];
  const villages = parent.kind === 'reportingOrgan' && ['township', 'subdistrict'].includes(parent.level);
  return [
    ...(villages ? [{ value: 'villageCommittee:village', label: '村（社区）' }] : []),
    { value: `internalUnit:${parent.level}`, label: '站所、部门（记在本机关名下）' },
    ...organs.map((o) => ({ value: `reportingOrgan:${o.level}`, label: `${o.name}（自己编制年报）` })),
  ];
}

/** 添加下级单位. */
export function AddUnit({ units }: { readonly units: readonly UnitRow[] }) {
  const parents = units.filter((u) => u.mayChange && u.isThere && u.kind !== 'villageCommittee');
  const [chosen, setParent] = useState<string | null>(null);
  const [kind, setKind] = useState<string | null>(null);
  const [entry, setEntry] = useState(EMPTY);
  const parent = parents.find((u) => u.code === chosen) ?? parents[0];
  const kinds = parent ? kindsBelow(parent) : [];
  const picked = kinds.find((k) => k.value === kind)?.value ?? kinds[0]?.value ?? '';
  const add = useUnitChange<void, unknown>(
    () => {
      const [kindOf, level] = picked.split(':');
      return api.post('/agencies', { agency: parent?.code, kind: kindOf, level, ...entry, from: entry.from || null });
    },
    '单位已添加',
    () => setEntry(EMPTY),
  );
  if (!parent) return null;
  const error: ApiProblem | null = add.error;
  return (
    <form
      className="record"
      aria-label="添加下级单位"
      onSubmit={(e) => {
        e.preventDefault();
        add.mutate();
      }}
    >
      <h2>添加下级单位</h2>
      {error && <Alert type="error" title={error.message} description={error.advice} />}
      <div className="line">
        <label htmlFor="u-parent">放在哪个单位下面</label>
        <Select
          id="u-parent"
          value={parent.code}
          options={parents.map((u) => ({ value: u.code, label: u.name }))}
          onChange={setParent}
          style={{ width: '100%' }}
        />
      </div>
      <div className="line">
        <label htmlFor="u-kind">是什么单位</label>
        <Select id="u-kind" value={picked} options={kinds} onChange={setKind} style={{ width: '100%' }} />
      </div>
      <TextLine id="u-name" label="全称" value={entry.name} onChange={(name) => setEntry({ ...entry, name })} />
      <TextLine id="u-short" label="简称" value={entry.shortName} onChange={(shortName) => setEntry({ ...entry, shortName })} />
      <TextLine
        id="u-code"
        label="代码"
        hint="小写字母开头，可以有数字和横线，如 cyz-c1；不能和别的单位重复，以后不能改"
        value={entry.code}
        onChange={(code) => setEntry({ ...entry, code })}
      />
      <TextLine
        id="u-from"
        label="从哪天起"
        hint="一直都有的不用填"
        type="date"
        value={entry.from}
        onChange={(from) => setEntry({ ...entry, from })}
      />
      <Button type="primary" htmlType="submit" loading={add.isPending}>
        添加单位
      </Button>
    </form>
  );
}
