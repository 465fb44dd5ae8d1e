import { Alert, Button, Flex, Input, Table } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import type { DocumentRow, NormativeAnswer } from '../../../web/api/publishingTypes.ts';
import { useSession } from '../../shell/session.ts';
import { CleanUpForm } from './CleanUpForm.tsx';
import { documentAddress, useOffice } from './usePublishing.ts';
import '../registers/form.css';
import './publishing.css';

type Shown = 'all' | 'issued' | 'abolished' | 'inForce' | 'needs';

const NUMBERS: readonly (readonly [keyof NormativeAnswer['numbers'], string])[] = [
  ['issued', '制发'],
  ['abolished', '废止'],
  ['inForce', '现行有效'],
];

function Validity({ row }: { readonly row: DocumentRow }) {
  const { validUntil, reminder } = row;
  if (row.endedOn) return <>自{row.endedOn}起失效</>;
  if (!validUntil) return <>没有写有效期</>;
  if (reminder === 0) return <b className="late">{validUntil}已到期</b>;
  return (
    <>
      {validUntil}
      {reminder !== null && <div className="late">{reminder}天内到期</div>}
    </>
  );
}

function Interpreted({ row }: { readonly row: DocumentRow }) {
  if (row.interpreted === 'made') return '有';
  if (row.interpreted === 'notNeeded') return '不需要';
  if (row.interpreted === 'begun') return <span className="late">在写，还没发布</span>;
  return row.state === 'ended' ? '—' : <b className="late">没有</b>;
}

/** 规范性文件: every document of the register with the form's three numbers on any day, and what each still needs. */
export function NormativePage() {
  const { me } = useSession();
  const [on, setOn] = useState(me.today);
  const [shown, setShown] = useState<Shown>('all');
  const [picked, setPicked] = useState<readonly string[]>([]);
  const [cleaning, setCleaning] = useState(false);
  const list = useOffice<NormativeAnswer>('normative', { on });
  const { rows = [], numbers, opening = 0, mayWrite } = list.data ?? {};
  const wanted = rows.filter((r) => {
    if (shown === 'all') return true;
    return shown === 'needs' ? r.needs.length > 0 : r.counted[shown];
  });
  const needing = rows.filter((r) => r.needs.length > 0).length;
  const choice = (key: Shown, text: string) => (
    <Button key={key} type={shown === key ? 'primary' : 'default'} aria-pressed={shown === key} onClick={() => setShown(key)}>
      {text}
    </Button>
  );
  return (
    <>
      <Flex justify="space-between" align="start" gap={12} wrap>
        <h1>规范性文件办理</h1>
        <Flex gap={8} wrap>
          <Link to="/publishing/interpretations">政策解读</Link>
          <Link to="/registers/normativeDocuments">登记簿（新登记）</Link>
        </Flex>
      </Flex>
      {list.error && <Alert type="error" title={list.error.message} description={list.error.advice} />}
      <Flex gap={8} wrap align="center" className="filters">
        <label htmlFor="n-on">截至</label>
        <Input id="n-on" type="date" value={on} onChange={(e) => e.target.value && setOn(e.target.value)} style={{ width: 160 }} />
        {choice('all', `全部 ${rows.length}件`)}
        {NUMBERS.map(([key, label]) =>
          choice(key, `${key === 'inForce' ? label : `${on.slice(0, 4)}年${label}`} ${numbers?.[key] ?? 0}件`),
        )}
        {choice('needs', `要办的 ${needing}件`)}
      </Flex>
      <p className="sub lead">
        三个数与年报第二部分（行政规范性文件）口径相同：制发按印发日期、且已公布的计，联合发文只计牵头机关。
        {opening > 0 && `现行有效含上年年报结转的${opening}件，登记簿里还没有它们的记录。`}
      </p>
      {mayWrite && picked.length > 0 && (
        <Flex gap={8} wrap className="filters">
          <Button aria-expanded={cleaning} onClick={() => setCleaning(!cleaning)}>
            登记清理结果（{picked.length}件）
          </Button>
        </Flex>
      )}
      {cleaning && picked.length > 0 && (
        <CleanUpForm
          documents={rows.filter((r) => picked.includes(r.number))}
          onDone={() => {
            setCleaning(false);
            setPicked([]);
          }}
        />
      )}
      <Table<DocumentRow>
        size="small"
        rowKey="number"
        loading={list.isFetching}
        pagination={false}
        scroll={wanted.length > 0 ? { x: 900 } : {}}
        dataSource={[...wanted]}
        rowSelection={{
          columnTitle: '选择',
          columnWidth: 56,
          selectedRowKeys: [...picked],
          onChange: (keys) => setPicked(keys.map(String)),
        }}
        locale={{ emptyText: '没有符合条件的文件。规范性文件在登记簿里登记，或者从表格导入。' }}
        columns={[
          {
            title: '文件',
            render: (_, r) => (
              <>
                <Link to={documentAddress(r.number)}>{r.title}</Link>
                <div className="sub">
                  {r.number}　{r.stateName}
                </div>
              </>
            ),
          },
          { title: '印发', width: 104, render: (_, r) => r.issuedOn ?? '—' },
          { title: '公布', width: 104, render: (_, r) => r.promulgatedOn ?? <b className="late">没有公布</b> },
          { title: '有效期至', width: 120, render: (_, r) => <Validity row={r} /> },
          {
            title: '合法性审核',
            width: 120,
            render: (_, r) => r.reviewedOn ?? (r.reviewing ? '审核中' : <b className="late">没有</b>),
          },
          {
            title: '解读',
            width: 90,
            render: (_, r) => <Interpreted row={r} />,
          },
          { title: '清理', width: 150, render: (_, r) => r.cleanedUp ?? '—' },
        ]}
      />
    </>
  );
}
