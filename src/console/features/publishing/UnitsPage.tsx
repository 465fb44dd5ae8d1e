import { Alert, Button, Flex, Select, Table, Tabs } from 'antd';
import { useSearchParams } from 'react-router';
import type { MatterKind, UnitsAnswer } from '../../../web/api/publishingTypes.ts';
import { query } from '../../api.ts';
import { useSession } from '../../shell/session.ts';
import { useOffice } from './usePublishing.ts';
import '../registers/form.css';
import './publishing.css';
import { pager } from '../../shell/pager.ts';

type Unit = UnitsAnswer['units'][number];
type Matter = UnitsAnswer['matters'][number];
type Document = UnitsAnswer['documents'][number];

const byName = (a: { readonly unit: string }, b: { readonly unit: string }) => a.unit.localeCompare(b.unit, 'zh-CN');
const PAGES = { pageSize: 100, hideOnSinglePage: true, ...pager } as const;

interface PanelProps {
  readonly answer: UnitsAnswer | undefined;
  readonly loading: boolean;
}

function Export({ sheet }: { readonly sheet: 'units' | 'matters' | 'documents' }) {
  const { agency } = useSession();
  return (
    <>
      <Button href={`/api/console/publishing/standings/export${query({ agency: agency.agency, sheet })}`}>导出表格</Button>
      <Button onClick={() => window.print()}>打印</Button>
    </>
  );
}

function Overview({ answer, loading, onPick }: PanelProps & { readonly onPick: (unit: string, kind: MatterKind) => void }) {
  return (
    <>
      <Flex gap={8} wrap align="center" className="filters no-print">
        <span>共{answer?.units.length ?? 0}个单位。点数字看是哪些事。</span>
        <Export sheet="units" />
      </Flex>
      <Table<Unit>
        size="small"
        rowKey="agency"
        loading={loading}
        pagination={PAGES}
        scroll={{ x: 980 }}
        dataSource={[...(answer?.units ?? [])]}
        columns={[
          { title: '单位', dataIndex: 'name', width: 160, fixed: 'left' },
          ...(answer?.kinds ?? []).map(({ kind, name }) => ({
            title: name,
            width: 104,
            sorter: (a: Unit, b: Unit) => a.counts[kind] - b.counts[kind],
            render: (_: unknown, r: Unit) =>
              r.counts[kind] === 0 ? (
                '0'
              ) : (
                <Button
                  type="link"
                  style={{ padding: 0 }}
                  aria-label={`${r.name}${name}${r.counts[kind]}件`}
                  onClick={() => onPick(r.agency, kind)}
                >
                  {r.counts[kind]}
                </Button>
              ),
          })),
          { title: '现行有效文件', dataIndex: 'inForce', width: 104, sorter: (a, b) => a.inForce - b.inForce },
        ]}
      />
    </>
  );
}

function Matters({ answer, loading }: PanelProps) {
  const [params, setParams] = useSearchParams();
  const [unit, kind] = [params.get('unit') ?? '', params.get('kind') ?? ''];
  const set = (key: string) => (value: string) => {
    const next = new URLSearchParams(params);
    value === '' ? next.delete(key) : next.set(key, value);
    setParams(next);
  };
  const list = (answer?.matters ?? []).filter((m) => (unit === '' || m.agency === unit) && (kind === '' || m.kind === kind));
  return (
    <>
      <Flex gap={8} wrap align="center" className="filters no-print">
        <Select
          aria-label="单位"
          value={unit}
          style={{ width: 220 }}
          showSearch={{ optionFilterProp: 'label' }}
          onChange={set('unit')}
          options={[{ value: '', label: '全部单位' }, ...(answer?.units ?? []).map((u) => ({ value: u.agency, label: u.name }))]}
        />
        <Select
          aria-label="类别"
          value={kind}
          style={{ width: 200 }}
          onChange={set('kind')}
          options={[{ value: '', label: '全部类别' }, ...(answer?.kinds ?? []).map((k) => ({ value: k.kind, label: k.name }))]}
        />
        <span>{list.length}件</span>
        <Export sheet="matters" />
      </Flex>
      <Table<Matter>
        size="small"
        rowKey={(m) => `${m.agency} ${m.kind} ${m.title} ${m.says}`}
        loading={loading}
        pagination={PAGES}
        scroll={list.length > 0 ? { x: 820 } : {}}
        dataSource={list}
        locale={{ emptyText: '没有要办的事。' }}
        columns={[
          { title: '单位', dataIndex: 'unit', width: 140, sorter: byName },
          { title: '类别', dataIndex: 'kindName', width: 150 },
          { title: '事项', dataIndex: 'title', width: 220 },
          { title: '说明', dataIndex: 'says' },
          { title: '期限', width: 104, render: (_, m) => m.dueOn ?? '—', sorter: (a, b) => (a.dueOn ?? '').localeCompare(b.dueOn ?? '') },
        ]}
      />
    </>
  );
}

function Interpreted({ of }: { readonly of: Document['interpreted'] }) {
  if (of === null) return '—';
  return of ? '有' : <b className="late">没有</b>;
}

function Documents({ answer, loading }: PanelProps) {
  const list = [...(answer?.documents ?? [])];
  if (!loading && list.length === 0) return <p>各单位还没有登记规范性文件。</p>;
  return (
    <>
      <Flex gap={8} wrap align="center" className="filters no-print">
        <span>
          共{list.length}件，现行有效{list.filter((d) => d.state === 'inForce').length}件，没有解读
          {list.filter((d) => d.interpreted === false).length}件
        </span>
        <Export sheet="documents" />
      </Flex>
      <Table<Document>
        size="small"
        rowKey={(d) => `${d.agency} ${d.number}`}
        loading={loading}
        pagination={PAGES}
        scroll={{ x: 900 }}
        dataSource={list}
        columns={[
          { title: '单位', dataIndex: 'unit', width: 140, sorter: byName },
          {
            title: '文件',
            render: (_, d) => (
              <>
                {d.title}
                <div className="sub">{d.number}</div>
              </>
            ),
          },
          {
            title: '印发',
            width: 104,
            render: (_, d) => d.issuedOn ?? '—',
            sorter: (a, b) => (a.issuedOn ?? '').localeCompare(b.issuedOn ?? ''),
          },
          { title: '有效期至', width: 104, render: (_, d) => d.validUntil ?? '—' },
          { title: '效力', dataIndex: 'stateName', width: 110 },
          { title: '合法性审核', width: 110, render: (_, d) => d.reviewedOn ?? <b className="late">没有</b> },
          { title: '解读', width: 70, render: (_, d) => <Interpreted of={d.interpreted} /> },
        ]}
      />
    </>
  );
}

/** 各单位公开情况: what is overdue, unmet or without interpretation in the office and the units under it. */
export function UnitsPage() {
  const [params, setParams] = useSearchParams();
  const units = useOffice<UnitsAnswer>('standings');
  const given = { answer: units.data, loading: units.isPending };
  return (
    <>
      <h1>各单位公开情况</h1>
      {units.error && <Alert type="error" title={units.error.message} description={units.error.advice} />}
      <Tabs
        activeKey={params.get('tab') ?? 'units'}
        onChange={(tab) => setParams(tab === 'units' ? {} : { tab })}
        destroyOnHidden
        more={{ icon: '更多' }}
        items={[
          {
            key: 'units',
            label: '一览',
            children: <Overview {...given} onPick={(unit, kind) => setParams({ tab: 'matters', unit, kind })} />,
          },
          { key: 'matters', label: '要办的事', children: <Matters {...given} /> },
          { key: 'documents', label: '规范性文件', children: <Documents {...given} /> },
        ]}
      />
    </>
  );
}
