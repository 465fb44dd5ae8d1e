import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Drawer, Flex, Select, Table } from 'antd';
import { useSearchParams } from 'react-router';
import type { CheckList, CheckSummary } from '../../../web/api/checkTypes.ts';
import { type ApiProblem, api, query } from '../../api.ts';
import { FindBox } from '../../shell/FindBox.tsx';
import { useSession } from '../../shell/session.ts';
import { CheckPanel } from './CheckPanel.tsx';
import { atOf, Counts, changesOf } from './Counts.tsx';
import { MatrixPanel } from './MatrixPanel.tsx';
import { UploadPanel } from './UploadPanel.tsx';
import '../registers/form.css';
import './checks.css';
import { pager } from '../../shell/pager.ts';

const SIZE = 20;
const OUTCOMES = [
  { value: '', label: '所有结果' },
  { value: 'error', label: '有必须改的' },
  { value: 'warning', label: '只有建议改的' },
  { value: 'clean', label: '没有要改的' },
  { value: 'doubtful', label: '有读不准的' },
  { value: 'unread', label: '读不出来的' },
];

/** 年报体检: any office's report checked and kept; the same report again shows what was fixed. What is filtered and open stands in the address. */
export function ChecksPage() {
  const { agency } = useSession();
  const queries = useQueryClient();
  const [params, setParams] = useSearchParams();
  const at = (name: string) => params.get(name) ?? '';
  const go = (change: Readonly<Record<string, string>>) => {
    const next = new URLSearchParams(params);
    for (const [name, value] of Object.entries(change)) value === '' ? next.delete(name) : next.set(name, value);
    setParams(next);
  };
  const filter = (change: Readonly<Record<string, string>>) => go({ ...change, page: '' });
  const page = Number(at('page')) || 1;
  const asked = { unit: at('unit'), year: at('year'), outcome: at('outcome'), page, size: SIZE };
  const list = useQuery<CheckList, ApiProblem>({
    queryKey: ['checks', agency.agency, 'list', asked],
    queryFn: () => api.get(`/checks${query({ agency: agency.agency, ...asked })}`),
    placeholderData: keepPreviousData,
  });
  const { checks = [], total = 0, years = [], several = false } = list.data ?? {};
  const open = (of: string, id: string) => go({ of, id });
  const year = Number(at('year')) || years[0];
  const matrix = at('view') === 'matrix';
  const filtered = at('unit') + at('year') + at('outcome') !== '';
  return (
    <>
      <h1>年报体检</h1>
      <p className="sub">
        查本单位或下级单位的年报。读出的文字和意见留在这里，文件本身不保存；改好以后再查一次，看改好了哪些、还有哪些。查过的留作历史，不删除。
      </p>
      <UploadPanel onDone={() => void queries.invalidateQueries({ queryKey: ['checks', agency.agency] })} onOpen={open} />
      {list.error && <Alert type="error" title={list.error.message} description={list.error.advice} />}
      <Flex gap={12} wrap align="center" style={{ marginTop: 16 }} role="group" aria-label="筛选">
        <Button type={matrix ? 'default' : 'primary'} aria-pressed={!matrix} onClick={() => go({ view: '' })}>
          清单
        </Button>
        <Button type={matrix ? 'primary' : 'default'} aria-pressed={matrix} onClick={() => go({ view: 'matrix' })}>
          各单位的问题
        </Button>
        <span>
          <label htmlFor="check-year">年度　</label>
          <Select
            id="check-year"
            value={at('year')}
            onChange={(v) => filter({ year: v })}
            options={[
              { value: '', label: matrix ? '最近一年' : '所有年度' },
              ...years.map((y) => ({ value: String(y), label: `${y}年度` })),
            ]}
            style={{ width: 120 }}
          />
        </span>
        {!matrix && (
          <>
            <span>
              <label htmlFor="check-outcome">结果　</label>
              <Select
                id="check-outcome"
                value={at('outcome')}
                onChange={(v) => filter({ outcome: v })}
                options={OUTCOMES}
                style={{ width: 140 }}
              />
            </span>
            <FindBox label="单位或文件名" width={240} value={at('unit')} onFind={(unit) => filter({ unit })} />
          </>
        )}
      </Flex>
      {matrix && year !== undefined && <MatrixPanel year={year} onOpen={open} />}
      {matrix && year === undefined && <p>还没有查过年报。</p>}
      {!matrix && (
        <Table<CheckSummary>
          size="small"
          rowKey="id"
          style={{ marginTop: 12 }}
          // An empty table that could be moved sideways would have nothing the keyboard could move it by.
          {...(checks.length > 0 && { scroll: { x: 860 } })}
          loading={list.isFetching}
          dataSource={[...checks]}
          locale={{ emptyText: filtered ? '没有这样的年报，换个条件再找' : '还没有查过年报。选择文件，或者把文件拖到“选择年报”上' }}
          pagination={{
            current: page,
            pageSize: SIZE,
            total,
            ...pager,
            hideOnSinglePage: true,
            showTotal: (n) => `共${n}份`,
            onChange: (p) => go({ page: p === 1 ? '' : String(p) }),
          }}
          columns={[
            {
              title: '单位和年度',
              width: 180,
              render: (_, c) => (
                <Button type="link" className="name" onClick={() => open(c.agency, c.id)}>
                  {c.unit ?? c.file}
                  {c.year === null ? '' : ` ${c.year}年度`}
                </Button>
              ),
            },
            { title: '结果', width: 240, render: (_, c) => <Counts check={c} /> },
            { title: '第几次', dataIndex: 'version' },
            { title: '比上一次', render: (_, c) => changesOf(c) },
            ...(several ? [{ title: '留存单位', dataIndex: 'keeper' }] : []),
            { title: '谁查的', render: (_, c) => `${c.by} ${atOf(c)}` },
          ]}
        />
      )}
      <Drawer open={at('id') !== ''} onClose={() => go({ of: '', id: '' })} size="min(880px, 100vw)" title="体检的意见" destroyOnHidden>
        {at('id') && <CheckPanel key={at('id')} of={at('of') || agency.agency} id={at('id')} onOpen={open} />}
      </Drawer>
    </>
  );
}
