import { Alert, Button, Flex, Input } from 'antd';
import { useState } from 'react';
import { useReport } from './context.ts';
import { useReportAction } from './useWorkbench.ts';

const STATUS = { submitted: '已提交，没有公布', published: '已公布', returned: '县里已退回' } as const;

/** What the registers say today of a submitted year, and the two ways on: a corrected version or a dated note. */
export function DifferencesPanel() {
  const { bench, correcting, correct } = useReport();
  const [note, setNote] = useState('');
  const publish = useReportAction<{ version: number }>(bench.agency.code, bench.year, 'publish');
  const leave = useReportAction<{ note: string }>(bench.agency.code, bench.year, 'note');
  if (bench.versions.length === 0) return null;
  const latest = bench.versions.at(-1)!;
  const error = publish.error ?? leave.error;
  return (
    <section className="card" aria-label="提交后的变化">
      <h2>已提交的版本</h2>
      {bench.versions.map((v) => (
        <p key={v.version}>
          第{v.version}版 {v.kind === 'corrected' ? '更正' : '提交'}，{v.at}，{v.by}，{STATUS[v.status]}
          {v.note && `：${v.note}`}
        </p>
      ))}
      {latest.status === 'submitted' && (
        <Button size="small" loading={publish.isPending} onClick={() => publish.mutate({ version: latest.version })}>
          在网上公布第{latest.version}版
        </Button>
      )}
      {bench.notes.map((n) => (
        <p key={`${n.on}${n.note}`} className="sub">
          说明（{n.on}，{n.by}）：{n.note}
        </p>
      ))}
      {bench.differences.length === 0 && <p>登记簿与已提交的数字一致。</p>}
      {bench.differences.length > 0 && (
        <>
          <Alert type="warning" title={`有${bench.differences.length}格与提交时不同`} />
          <ul className="gaps">
            {bench.differences.map((d) => (
              <li key={d.cell}>
                {d.label}：提交 {d.submitted ?? '空'}，现在 {d.now ?? '空'}
                <div className="sub">{d.records.slice(0, 10).join('、')}</div>
              </li>
            ))}
          </ul>
          <Input aria-label="只留说明" value={note} onChange={(e) => setNote(e.target.value)} placeholder="为什么不同（会公布）" />
        </>
      )}
      {error && <Alert type="error" title={error.message} description={error.advice} />}
      <Flex gap={8} wrap style={{ marginTop: 8 }}>
        {!correcting && (
          <Button size="small" onClick={() => correct(true)}>
            编写更正版
          </Button>
        )}
        {bench.differences.length > 0 && (
          <Button
            size="small"
            disabled={note.trim() === ''}
            loading={leave.isPending}
            onClick={() => leave.mutate({ note }, { onSuccess: () => setNote('') })}
          >
            只留说明
          </Button>
        )}
      </Flex>
    </section>
  );
}
