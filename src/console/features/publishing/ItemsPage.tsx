import { Alert, Button, Flex, Pagination, Select, Table } from 'antd';
import { useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import type { ItemRow, ItemRows } from '../../../web/api/publishingTypes.ts';
import { query } from '../../api.ts';
import { FindBox } from '../../shell/FindBox.tsx';
import { useSession } from '../../shell/session.ts';
import { columnOptions } from './columns.ts';
import { NewItem } from './NewItem.tsx';
import { SavedFilters } from './SavedFilters.tsx';
import { itemAddress, useOffice, useSetup } from './usePublishing.ts';
import './publishing.css';
import { pager } from '../../shell/pager.ts';

function Due({ row }: { readonly row: ItemRow }) {
  const { due } = row;
  if (!due) return '—';
  if (row.firstPublishedOn) return <>{`${row.firstPublishedOn}公开${due.state === 'late' ? '（迟了）' : ''}`}</>;
  const text = `最晚 ${due.on}${due.provisional ? '（暂计）' : ''}`;
  return due.state === 'overdue' ? <b className="late">{text}，已超期</b> : text;
}

/** 主动公开: every item by state and column, with what is next. */
export function ItemsPage() {
  const { agency } = useSession();
  const [search, setSearch] = useSearchParams();
  const setup = useSetup(agency.agency);
  const asked = { state: search.get('state'), column: search.get('column'), q: search.get('q'), page: search.get('page') ?? '1' };
  const items = useOffice<ItemRows>('items', asked);
  const [adding, setAdding] = useState(false);
  const [picked, setPicked] = useState<readonly string[]>([]);
  const change = (next: Readonly<Record<string, string | null | undefined>>) => {
    const params = new URLSearchParams(search);
    for (const [k, v] of Object.entries({ page: null, ...next })) v ? params.set(k, v) : params.delete(k);
    setSearch(params);
  };
  const county = (format: string) => `/api/console/publishing/county${query({ agency: agency.agency, items: picked.join(','), format })}`;
  const columns = setup.data?.columns ?? [];
  const label = (id: string | null) => columns.find((c) => c.id === id)?.label ?? '未选栏目';
  const kept = new URLSearchParams(search);
  kept.delete('page');
  kept.sort();
  const narrowed = kept.toString();
  const error = items.error ?? setup.error;
  return (
    <>
      <Flex justify="space-between" align="start" gap={12} wrap>
        <h1>信息发布</h1>
        <Flex gap={8} wrap>
          {picked.length > 0 && <Button href={county('zip')}>下载所选{picked.length}条（ZIP）</Button>}
          {picked.length > 0 && <Button href={county('xlsx')}>下载所选元数据表（XLSX）</Button>}
          {setup.data?.mayDraft && (
            <Button type="primary" onClick={() => setAdding(true)}>
              新增信息
            </Button>
          )}
        </Flex>
      </Flex>
      <Flex gap={8} wrap className="filters">
        <Select
          aria-label="状态"
          value={asked.state ?? ''}
          onChange={(state) => change({ state })}
          style={{ width: 160 }}
          options={[{ value: '', label: '全部状态' }, ...(setup.data?.workStates ?? []), ...(setup.data?.publicStates ?? [])]}
        />
        <Select
          aria-label="栏目"
          value={asked.column ?? ''}
          onChange={(column) => change({ column })}
          style={{ width: 220 }}
          showSearch={{ optionFilterProp: 'label' }}
          options={[{ value: '', label: '全部栏目' }, ...columnOptions(columns)]}
        />
        <FindBox
          label="查找标题、正文、文号、索引号"
          hint="标题、正文、文号、索引号"
          width={300}
          value={asked.q ?? ''}
          onFind={(q) => change({ q })}
        />
      </Flex>
      <div className="filters">
        <SavedFilters now={narrowed} onPick={(q) => setSearch(new URLSearchParams(q))} />
      </div>
      {error && <Alert type="error" title={error.message} description={error.advice} />}
      <Table<ItemRow>
        size="small"
        rowKey={(r) => r.life.item}
        loading={items.isFetching}
        pagination={false}
        scroll={items.data?.items.length ? { x: 860 } : {}}
        dataSource={[...(items.data?.items ?? [])]}
        rowSelection={{
          columnTitle: '选择',
          columnWidth: 56,
          selectedRowKeys: [...picked],
          onChange: (keys) => setPicked(keys.map(String)),
        }}
        locale={{ emptyText: '没有符合条件的信息。以前已经公开的，可以在登记簿“主动公开信息”里补录或从表格导入。' }}
        columns={[
          {
            title: '信息名称',
            render: (_, r) => (
              <>
                <Link to={itemAddress(r.life.item)}>{r.title || '（未命名）'}</Link>
                {r.village && <span className="tag">村务公开</span>}
                <div className="sub">
                  {r.life.item}　{r.documentNumber}
                </div>
              </>
            ),
          },
          { title: '栏目', width: 140, render: (_, r) => label(r.column) },
          { title: '成文日期', dataIndex: 'formedOn', width: 104 },
          {
            title: '办到哪一步',
            width: 150,
            render: (_, r) => (
              <>
                {r.workName}
                {r.life.public !== 'never' && r.publicName !== r.workName && <div className="sub">{r.publicName}</div>}
              </>
            ),
          },
          { title: '下一步', width: 120, render: (_, r) => r.next ?? '—' },
          { title: '公开日期或期限', width: 150, render: (_, r) => <Due row={r} /> },
        ]}
      />
      <Flex justify="space-between" align="center" style={{ marginTop: 12 }}>
        <span>共{items.data?.total ?? 0}条</span>
        <Pagination
          current={Number(asked.page)}
          pageSize={items.data?.size ?? 30}
          total={items.data?.total ?? 0}
          {...pager}
          onChange={(page) => change({ page: String(page) })}
        />
      </Flex>
      {adding && <NewItem columns={columns} onClose={() => setAdding(false)} />}
    </>
  );
}
