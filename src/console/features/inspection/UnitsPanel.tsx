import { useQuery } from '@tanstack/react-query';
import { Alert, Button, Flex, Table } from 'antd';
import type { UnitRow } from '../../../web/api/inspectionTypes.ts';
import { type ApiProblem, api, query } from '../../api.ts';
import { pager } from '../../shell/pager.ts';
import { useSession } from '../../shell/session.ts';

const VERDICTS: readonly UnitRow['verdict'][] = ['不合格', '未查', '合格'];

function count(key: 'vetoes' | 'deductions' | 'reminders' | 'unchecked', title: string) {
  return {
    title,
    dataIndex: key,
    width: 100,
    sorter: (a: UnitRow, b: UnitRow) => a[key] - b[key],
    render: (n: number, r: UnitRow) => (r.on ? n : '—'),
  };
}

/** 各单位: the office and its units side by side. */
export function UnitsPanel() {
  const { agency, me, choose } = useSession();
  const units = useQuery<UnitRow[], ApiProblem>({
    queryKey: ['inspection', 'units', agency.agency],
    queryFn: () => api.get(`/inspection/units${query({ agency: agency.agency })}`),
  });
  const rows = units.data ?? [];
  const known = new Set(me.memberships.map((m) => m.agency));
  const tally = VERDICTS.map((v) => `${v}${rows.filter((r) => r.verdict === v).length}个`).join('，');
  return (
    <>
      {units.error && <Alert type="error" title={units.error.message} description={units.error.advice} />}
      <Flex gap={12} wrap align="center" className="filters no-print">
        <span>
          共{rows.length}个单位，{tally}
        </span>
        <a href={`/api/console/inspection/units/export${query({ agency: agency.agency })}`}>导出表格</a>
        <Button onClick={() => window.print()}>打印</Button>
      </Flex>
      <Table<UnitRow>
        size="small"
        rowKey="agency"
        loading={units.isPending}
        pagination={{ pageSize: 100, hideOnSinglePage: true, ...pager }}
        scroll={{ x: 900 }}
        dataSource={rows}
        columns={[
          {
            title: '单位',
            sorter: (a, b) => a.name.localeCompare(b.name, 'zh-CN'),
            render: (_, r) =>
              known.has(r.agency) && r.agency !== agency.agency ? (
                <Button type="link" style={{ padding: 0 }} onClick={() => choose(r.agency)}>
                  {r.name}
                </Button>
              ) : (
                r.name
              ),
          },
          {
            title: '结论',
            width: 100,
            defaultSortOrder: 'ascend',
            sorter: (a, b) => VERDICTS.indexOf(a.verdict) - VERDICTS.indexOf(b.verdict),
            render: (_, r) => <b className={r.verdict === '不合格' ? 'late' : undefined}>{r.verdict}</b>,
          },
          count('vetoes', '单项否决'),
          count('deductions', '扣分项'),
          { title: '扣分', width: 80, sorter: (a, b) => (a.deducted ?? -1) - (b.deducted ?? -1), render: (_, r) => r.deducted ?? '—' },
          count('reminders', '提醒'),
          count('unchecked', '没有查'),
          {
            title: '检查日期',
            width: 120,
            sorter: (a, b) => (a.on ?? '').localeCompare(b.on ?? ''),
            render: (_, r) => r.on ?? '—',
          },
          { title: '说明', dataIndex: 'says' },
        ]}
      />
    </>
  );
}
