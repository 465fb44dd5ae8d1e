import { Alert, Button, Flex, Spin, Table } from 'antd';
import { Link } from 'react-router';
import { pager } from '../../shell/pager.ts';
import { useReport } from './context.ts';
import { OverrideForm } from './OverrideForm.tsx';
import { useFigure } from './useWorkbench.ts';

const STATE = { kept: '已登记', nil: '零报告', notKept: '未登记' } as const;

/** How a figure came about: what is counted, month by month, and its records. A zero opens too. */
export function FigureDrawer({ figure }: { readonly figure: string }) {
  const { bench, open } = useReport();
  const query = useFigure(bench.agency.code, bench.year, figure);
  if (query.isPending) return <Spin />;
  if (query.error) return <Alert type="error" title={query.error.message} description={query.error.advice} />;
  const f = query.data;
  const most = Math.max(1, ...f.byMonth.map((m) => m.n));
  return (
    <section className="figure" aria-label={`${f.label}的记录`}>
      <Flex justify="space-between" gap={12}>
        <div>
          <strong>
            {f.value ?? '未申报'}　{f.label}
          </strong>
          <div className="sub">数的是：{f.counts}</div>
        </div>
        <Button onClick={() => open(null)}>收起</Button>
      </Flex>
      {f.byMonth.length > 1 && (
        <div className="months" role="img" aria-label={f.byMonth.map((m) => `${m.month}：${m.n}`).join('，')}>
          {f.byMonth.map((m) => (
            <div key={m.month}>
              <span>{m.n}</span>
              <i style={{ height: `${(Math.abs(m.n) / most) * 60}px` }} />
              <span>{Number(m.month.slice(5))}月</span>
            </div>
          ))}
        </div>
      )}
      {f.declarations.map((d) => (
        <p key={`${d.register}${d.from}`}>
          {d.from} 至 {d.to}：{STATE[d.state]}（{d.by}，{d.on}）
        </p>
      ))}
      {f.records.length > 0 && (
        <Table
          size="small"
          rowKey={(r) => `${r.register}/${r.number}/${r.terms}/${r.on}`}
          dataSource={f.records}
          pagination={f.records.length > 20 ? { pageSize: 20, ...pager } : false}
          columns={[
            {
              title: '编号',
              className: 'nowrap',
              render: (_, r) => <Link to={`/registers/${r.register}?number=${encodeURIComponent(r.number)}`}>{r.number}</Link>,
            },
            { title: '内容', dataIndex: 'title' },
            { title: '日期', dataIndex: 'on', className: 'nowrap' },
            { title: '计入', dataIndex: 'terms', className: 'nowrap' },
            { title: '数量', dataIndex: 'quantity', align: 'right', className: 'nowrap' },
          ]}
        />
      )}
      {f.opening !== 0 && <p>其中{f.opening}来自上年年报的期初数；补录一件，顶替其中一件。</p>}
      {f.records.length === 0 && f.declarations.length === 0 && f.opening === 0 && <p>没有符合的记录。</p>}
      <p className="sub">依据：{f.basis.join('、') || '登记簿'}</p>
      {!figure.startsWith('figures/') && <OverrideForm cell={figure} counted={f.value} />}
    </section>
  );
}
