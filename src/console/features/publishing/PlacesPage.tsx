import { Alert, Button, Flex, Table } from 'antd';
import { useState } from 'react';
import type { Entry, PlaceStatus } from '../../../web/api/publishingTypes.ts';
import { useSession } from '../../shell/session.ts';
import { columnOptions } from './columns.ts';
import { EntryForm } from './EntryForm.tsx';
import type { FieldSpec, Typed } from './Field.tsx';
import { useOffice, useSetup } from './usePublishing.ts';
import '../registers/form.css';
import './publishing.css';

type PlaceEntry = Entry<'place'>;
type Body = PlaceEntry['body'];

const STATE = { fresh: '正常', soon: '快到期', stale: '超期未更新', undated: '没有更新记录' } as const;
const EMPTY: Typed = {
  kind: 'siteColumn',
  name: '',
  address: '',
  keeper: '',
  column: '',
  everyDays: '',
  lastOn: '',
  openedOn: '',
  closedOn: '',
  remark: '',
};

function typedOf({ body }: PlaceEntry): Typed {
  return Object.fromEntries(Object.entries(body).map(([k, v]) => [k, v === null ? '' : String(v)]));
}

function bodyOf(t: Typed): Body {
  const none = (key: string) => t[key] || null;
  return {
    kind: t['kind'] as Body['kind'],
    name: t['name'] ?? '',
    address: t['address'] ?? '',
    keeper: t['keeper'] ?? '',
    column: none('column'),
    everyDays: t['everyDays'] ? Number(t['everyDays']) : null,
    lastOn: none('lastOn'),
    openedOn: none('openedOn'),
    closedOn: none('closedOn'),
    remark: t['remark'] ?? '',
  };
}

/** 发布场所: site columns, accounts, reading places, boards, loudspeakers, each with how fresh it is. */
export function PlacesPage() {
  const { agency } = useSession();
  const setup = useSetup(agency.agency);
  const places = useOffice<readonly PlaceStatus[]>('places');
  const [open, setOpen] = useState<PlaceEntry | 'new' | null>(null);
  const error = places.error ?? setup.error;
  const fields: readonly FieldSpec[] = [
    { key: 'kind', label: '种类', kind: 'choice', must: true, options: setup.data?.placeKinds ?? [] },
    { key: 'name', label: '名称', kind: 'text', must: true, hint: '县网栏目、账号或地点的名称' },
    { key: 'address', label: '网址或地点', kind: 'text' },
    { key: 'keeper', label: '谁负责更新', kind: 'text' },
    { key: 'column', label: '对应栏目', kind: 'choice', options: columnOptions(setup.data?.columns ?? []) },
    { key: 'everyDays', label: '最长多少天要更新', kind: 'count', hint: '不填按这一种类的通常要求' },
    { key: 'lastOn', label: '最近更新日期', kind: 'day', hint: '在这里登记的发布会自动计入，不用再填' },
    { key: 'openedOn', label: '启用日期', kind: 'day' },
    { key: 'closedOn', label: '停用日期', kind: 'day' },
    { key: 'remark', label: '备注', kind: 'long' },
  ];
  return (
    <>
      <Flex justify="space-between" align="start" gap={12} wrap>
        <h1>发布场所</h1>
        {setup.data?.mayWrite && (
          <Button type="primary" onClick={() => setOpen('new')}>
            登记发布场所
          </Button>
        )}
      </Flex>
      {error && <Alert type="error" title={error.message} description={error.advice} />}
      <Table<PlaceStatus>
        size="small"
        rowKey={(p) => p.place.id}
        loading={places.isPending}
        pagination={false}
        scroll={places.data?.length ? { x: 760 } : {}}
        dataSource={[...(places.data ?? [])]}
        locale={{ emptyText: '还没有登记发布场所。先把县网上的栏目、公众号、公示栏、大喇叭登记进来，以后登记发布只要选一下。' }}
        columns={[
          {
            title: '名称',
            render: (_, p) => (
              <>
                {setup.data?.mayWrite ? (
                  <Button type="link" style={{ padding: 0 }} onClick={() => setOpen(p.place)}>
                    {p.place.body.name}
                  </Button>
                ) : (
                  p.place.body.name
                )}
                <div className="sub">{p.place.body.address}</div>
              </>
            ),
          },
          { title: '种类', dataIndex: 'channelLabel', width: 130 },
          { title: '负责人', width: 110, render: (_, p) => p.place.body.keeper || '—' },
          { title: '最近更新', width: 110, render: (_, p) => p.freshness?.lastOn ?? '—' },
          {
            title: '更新情况',
            render: (_, p) =>
              p.freshness ? (
                <>
                  <b className={p.freshness.state === 'stale' || p.freshness.state === 'undated' ? 'late' : undefined}>
                    {STATE[p.freshness.state]}
                  </b>
                  <div className="sub">{p.freshness.says}</div>
                </>
              ) : (
                '已停用'
              ),
          },
        ]}
      />
      {open && (
        <EntryForm
          kind="place"
          title={open === 'new' ? '登记发布场所' : open.body.name}
          entry={open === 'new' ? null : open}
          fields={fields}
          start={open === 'new' ? EMPTY : typedOf(open)}
          bodyOf={bodyOf}
          onClose={() => setOpen(null)}
        />
      )}
    </>
  );
}
