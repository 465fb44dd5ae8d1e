import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Alert, App, Button, Flex, Select, Table } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import type { DutyRow, DutyStatus } from '../../../web/api/publishingTypes.ts';
import { type ApiProblem, api } from '../../api.ts';
import { useSession } from '../../shell/session.ts';
import { DutyForm } from './DutyForm.tsx';
import { DutyImport } from './DutyImport.tsx';
import { useOffice, useSetup } from './usePublishing.ts';
import '../registers/form.css';
import './publishing.css';
import { pager } from '../../shell/pager.ts';

const STATES: Readonly<Record<DutyStatus['state'], string>> = {
  missing: '还没有公开',
  stale: '该更新了',
  dueSoon: '快到期',
  late: '迟了才公开',
  met: '已公开',
  notOurs: '本单位没有',
};
const ORDER = Object.keys(STATES) as DutyStatus['state'][];
/** Their group is the article itself. */
const PRINTED = new Set(['article20', 'article21']);
const LATE = new Set<DutyStatus['state']>(['missing', 'stale']);

/** 公开目录: every duty with who, how often, by when, and what is missing or stale. */
export function DutiesPage() {
  const { agency } = useSession();
  const { message } = App.useApp();
  const queries = useQueryClient();
  const setup = useSetup(agency.agency);
  const duties = useOffice<readonly DutyRow[]>('duties');
  const [state, setState] = useState('');
  const [open, setOpen] = useState<DutyRow | 'new' | null>(null);
  const [importing, setImporting] = useState(false);
  const ship = useMutation<{ kept: number }, ApiProblem, 'statutory' | 'fields'>({
    mutationFn: (list) => api.post('/publishing/duties/ship', { agency: agency.agency, list }),
    onSuccess: async ({ kept }) => {
      await queries.invalidateQueries({ queryKey: ['publishing'] });
      message.success(`已列入${kept}项`);
    },
  });
  const all = [...(duties.data ?? [])].sort(
    (a, b) =>
      ORDER.indexOf(a.status.state) - ORDER.indexOf(b.status.state) ||
      a.entry.body.key.localeCompare(b.entry.body.key, 'zh-CN', { numeric: true }),
  );
  const list = all.filter((d) => state === '' || d.status.state === state);
  const error = duties.error ?? setup.error ?? ship.error;
  const may = setup.data?.mayConfigure;
  return (
    <>
      <Flex justify="space-between" align="start" gap={12} wrap>
        <h1>公开目录</h1>
        {may && (
          <Flex gap={8} wrap>
            <Button loading={ship.isPending} onClick={() => ship.mutate('statutory')}>
              列入法定公开事项
            </Button>
            <Button loading={ship.isPending} onClick={() => ship.mutate('fields')}>
              列入基层政务公开领域
            </Button>
            <Button aria-expanded={importing} onClick={() => setImporting(!importing)}>
              导入标准目录
            </Button>
            <Button type="primary" onClick={() => setOpen('new')}>
              新增事项
            </Button>
          </Flex>
        )}
      </Flex>
      {error && <Alert type="error" title={error.message} description={error.advice} />}
      {importing && <DutyImport onDone={() => setImporting(false)} />}
      <Flex gap={12} wrap className="filters" align="center">
        <Select
          aria-label="公开情况"
          value={state}
          onChange={setState}
          style={{ width: 180 }}
          options={[{ value: '', label: '全部' }, ...ORDER.map((value) => ({ value, label: STATES[value] }))]}
        />
        <span>
          共{all.length}项，还没有公开{all.filter((d) => d.status.state === 'missing').length}项，该更新
          {all.filter((d) => d.status.state === 'stale').length}项
        </span>
      </Flex>
      <Table<DutyRow>
        size="small"
        rowKey={(d) => d.entry.id}
        loading={duties.isPending}
        pagination={{ pageSize: 50, hideOnSinglePage: true, ...pager }}
        scroll={list.length ? { x: 900 } : {}}
        dataSource={list}
        locale={{ emptyText: '没有事项。可以先列入法定公开事项，再按本单位的情况增减。' }}
        columns={[
          {
            title: '公开事项',
            render: (_, d) => (
              <>
                {may ? (
                  <Button
                    type="link"
                    style={{ padding: 0, whiteSpace: 'normal', textAlign: 'left', height: 'auto' }}
                    onClick={() => setOpen(d)}
                  >
                    {d.entry.body.label}
                  </Button>
                ) : (
                  d.entry.body.label
                )}
                <div className="sub">
                  {[PRINTED.has(d.entry.body.source) ? '' : d.entry.body.group, ...d.basisTitles].filter(Boolean).join('　')}
                </div>
                {d.entry.body.unverified && <div className="sub">未核实：{d.entry.body.unverified}</div>}
              </>
            ),
          },
          { title: '谁公开', width: 110, render: (_, d) => d.entry.body.handler || '未定' },
          { title: '多久一次', width: 120, dataIndex: 'frequencyName' },
          {
            title: '栏目',
            width: 130,
            render: (_, d) =>
              d.entry.body.column ? (
                <Link to={`/publishing?column=${encodeURIComponent(d.entry.body.column)}`}>{d.columnLabel}</Link>
              ) : (
                '未定'
              ),
          },
          { title: '期限', width: 104, render: (_, d) => d.status.dueOn ?? '—' },
          {
            title: '公开情况',
            width: 230,
            render: (_, d) => (
              <>
                <b className={LATE.has(d.status.state) ? 'late' : undefined}>{STATES[d.status.state]}</b>
                <div className="sub">{d.status.says}</div>
              </>
            ),
          },
        ]}
      />
      {open && <DutyForm row={open === 'new' ? null : open} onClose={() => setOpen(null)} />}
    </>
  );
}
