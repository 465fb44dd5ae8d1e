import { useQuery } from '@tanstack/react-query';
import { Alert, Button, Spin, Table } from 'antd';
import { useState } from 'react';
import type { ToldOnce, UnitRow } from '../../../web/api/agencyTypes.ts';
import { type ApiProblem, api, query } from '../../api.ts';
import { useSession } from '../../shell/session.ts';
import { AddAbove } from './AddAbove.tsx';
import { AddUnit } from './AddUnit.tsx';
import { ChangeUnit } from './ChangeUnit.tsx';
import '../registers/form.css';

interface Node extends UnitRow {
  readonly depth: number;
}

/** The units in the order of the tree, each under its parent. */
function inOrder(units: readonly UnitRow[], parent: string, depth: number): Node[] {
  const here = units.filter((u) => (depth === 0 ? u.code === parent : u.parent === parent));
  return here.flatMap((u) => [{ ...u, depth }, ...inOrder(units, u.code, depth + 1)]);
}

const COUNTY_BELOW = ['township', 'subdistrict', 'department'];

/** 单位: the tree of units, and what may be added, changed and ended. */
export function AgenciesPage() {
  const { agency } = useSession();
  const [changing, setChanging] = useState<string | null>(null);
  const [told, setTold] = useState<ToldOnce | null>(null);
  const units = useQuery<UnitRow[], ApiProblem>({
    queryKey: ['agencies', agency.agency],
    queryFn: () => api.get(`/agencies${query({ agency: agency.agency })}`),
  });
  if (units.isPending) return <Spin />;
  if (units.error) return <Alert type="error" title={units.error.message} description={units.error.advice} />;
  const nodes = inOrder(units.data, agency.agency, 0);
  const own = nodes[0];
  const chosen = units.data.find((u) => u.code === changing);
  const canAddAbove = own?.mayChange && !own.parent && COUNTY_BELOW.includes(own.level);
  return (
    <>
      <h1>单位</h1>
      {told && (
        <Alert
          type="success"
          title={`账号：${told.account}　一次性密码：${told.password}`}
          description="密码只显示这一次，请现在抄下来交给本人；本人第一次登录时要改掉。"
          closable={{ onClose: () => setTold(null) }}
        />
      )}
      {own?.parentName && <p>上级单位：{own.parentName}</p>}
      <Table<Node>
        size="small"
        rowKey="code"
        pagination={false}
        scroll={{ x: 640 }}
        dataSource={nodes}
        columns={[
          {
            title: '单位',
            render: (_, u) => (
              <div style={{ paddingInlineStart: `${u.depth}em` }}>
                {u.name}
                {!u.isThere && `（${u.to ? `${u.to}止` : `${u.from}起`}）`}
              </div>
            ),
          },
          { title: '简称', dataIndex: 'shortName', className: 'nowrap' },
          { title: '类别', render: (_, u) => (u.kind === 'reportingOrgan' ? u.levelName : u.kindName) },
          { title: '代码', dataIndex: 'code' },
          {
            title: '起止和曾用名',
            className: 'nowrap',
            render: (_, u) =>
              u.states
                .filter((s) => s.from || s.to)
                .map((s) => (
                  <div key={s.from ?? ''}>
                    {s.shortName}：{s.from ? `${s.from}起` : ''}
                    {s.to ? ` ${s.to}止` : ''}
                  </div>
                )),
          },
          {
            title: '操作',
            fixed: 'end',
            render: (_, u) =>
              u.mayChange && (
                <Button size="small" aria-label={`修改${u.shortName}`} onClick={() => setChanging(u.code)}>
                  修改
                </Button>
              ),
          },
        ]}
      />
      {chosen && <ChangeUnit key={chosen.code} unit={chosen} units={units.data} onDone={() => setChanging(null)} />}
      <AddUnit units={nodes} />
      {own && canAddAbove && <AddAbove own={own} onTold={setTold} />}
    </>
  );
}
