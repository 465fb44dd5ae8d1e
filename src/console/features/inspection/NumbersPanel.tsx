import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, App, Button, Input, InputNumber, Spin } from 'antd';
import { useState } from 'react';
import type { GivenTable, ItemKey, LimitKey, TableAnswer } from '../../../web/api/inspectionTypes.ts';
import { type ApiProblem, api, query } from '../../api.ts';
import { useSession } from '../../shell/session.ts';

type Typed = Record<string, number | null>;
const UNITS = { day: '天', month: '个月', count: '个', point: '分', second: '秒', percent: '%' } as const;

function typedOf(t: TableAnswer): Typed {
  const limits = t.limits.map((l) => [`limit ${l.key}`, l.value] as const);
  const points = t.points.flatMap(({ key, points: p }) => [
    [`each ${key}`, p?.each ?? null] as const,
    [`most ${key}`, p?.most ?? null] as const,
  ]);
  return Object.fromEntries([...limits, ...points]);
}

/** Only what differs from the shipped numbers is handed in. */
function givenOf(t: TableAnswer, typed: Typed, source: string): GivenTable {
  const limits: Partial<Record<LimitKey, number>> = {};
  for (const l of t.limits) {
    const value = typed[`limit ${l.key}`] ?? l.shipped;
    if (value !== l.shipped) limits[l.key] = value;
  }
  const points: Partial<Record<ItemKey, { each: number; most: number | null }>> = {};
  for (const { key } of t.points) {
    const each = typed[`each ${key}`];
    if (each !== null && each !== undefined) points[key] = { each, most: typed[`most ${key}`] ?? null };
  }
  return { limits, points, source };
}

function Numbers({ table }: { readonly table: TableAnswer }) {
  const { agency } = useSession();
  const { message } = App.useApp();
  const queries = useQueryClient();
  const [typed, setTyped] = useState<Typed>(() => typedOf(table));
  const [source, setSource] = useState(table.source);
  const save = useMutation<TableAnswer, ApiProblem>({
    mutationFn: () => api.put('/inspection/table', { agency: agency.agency, ...givenOf(table, typed, source) }),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ['inspection', 'table'] });
      message.success('已保存，下一次自查起照此计算');
    },
  });
  const off = !table.mayChange;
  const set = (key: string) => (value: number | null) => setTyped({ ...typed, [key]: value });
  const field = (key: string, label: string, unit: string) => (
    <>
      <InputNumber aria-label={label} value={typed[key] ?? null} onChange={set(key)} disabled={off} min={0} /> {unit}
    </>
  );
  const limits = (list: TableAnswer['limits']) => (
    <dl className="numbers">
      {list.map((l) => (
        <div key={l.key}>
          <dt>{l.label}</dt>
          <dd>
            {field(`limit ${l.key}`, l.label, UNITS[l.unit])}
            <div className="sub">
              {l.basisTitle && `${l.basisTitle}　`}
              {l.evidenceName}
              {l.ours && l.value === l.shipped ? '' : `，${l.checkedOn}${l.ours ? '' : '核对'}`}
              {l.value !== l.shipped && `；原为${l.shipped}`}
            </div>
          </dd>
        </div>
      ))}
    </dl>
  );
  return (
    <>
      <p>
        这些数字由{table.ownerName}设置，所属单位都照此计算。
        {table.setBy && `最近由${table.setBy}在${table.setOn}修改。`}
      </p>
      {save.error && <Alert type="error" title={save.error.message} description={save.error.advice} />}
      <h2>标准</h2>
      {limits(table.limits.filter((l) => !l.ours))}
      <h2>自己定的提醒线</h2>
      <p className="sub">没有上级规定这些数字，只用来提醒，不算不合格。由{table.ownerName}自己定，开头的数字是随系统来的。</p>
      {limits(table.limits.filter((l) => l.ours))}
      <h2>扣分分值</h2>
      <p className="sub">检查指标的分值没有核实，系统不自带分值。按上级印发的评分表填写后才算分；不填的项只提示，不扣分。</p>
      <dl className="numbers">
        {table.points.map(({ key, label }) => (
          <div key={key}>
            <dt>{label}</dt>
            <dd>
              每处{field(`each ${key}`, `${label}每处扣分`, '分')} 最多{field(`most ${key}`, `${label}最多扣分`, '分')}
            </dd>
          </div>
        ))}
      </dl>
      {!off && (
        <div style={{ marginTop: 16 }}>
          <label htmlFor="numbers-source">出处（文件名称和文号，改了数字的必填）</label>
          <Input
            id="numbers-source"
            value={source}
            maxLength={400}
            onChange={(e) => setSource(e.target.value)}
            style={{ maxWidth: 520, display: 'block' }}
          />
          <Button type="primary" loading={save.isPending} onClick={() => save.mutate()} style={{ marginTop: 12 }}>
            保存
          </Button>
        </div>
      )}
    </>
  );
}

/** 标准和分值: every number with where it is from and how well it is known; the administrator at the top changes them. */
export function NumbersPanel() {
  const { agency } = useSession();
  const table = useQuery<TableAnswer, ApiProblem>({
    queryKey: ['inspection', 'table', agency.agency],
    queryFn: () => api.get(`/inspection/table${query({ agency: agency.agency })}`),
  });
  if (table.isPending) return <Spin />;
  if (table.error) return <Alert type="error" title={table.error.message} description={table.error.advice} />;
  return <Numbers key={table.dataUpdatedAt} table={table.data} />;
}
