import { Alert, App, Button, Flex, Input } from 'antd';
import { useState } from 'react';
import { useReport } from './context.ts';
import { useReportAction } from './useWorkbench.ts';

const STATUS = { submitted: '已提交，还没有公布', published: '已公布', returned: '县里已退回' } as const;

/** What the registers say today of a submitted year, and the two ways on: a corrected version or a dated note. */
export function DifferencesPanel() {
  const { bench, correcting, correct } = useReport();
  const [note, setNote] = useState('');
  const publish = useReportAction<{ version: number }>(bench.agency.code, bench.year, 'publish');
  const leave = useReportAction<{ note: string }>(bench.agency.code, bench.year, 'note');
  if (bench.versions.length === 0) return null;
  const { message } = App.useApp();
  const { publish: waiting, submit, note: mayNote } = bench.steps;
  const stands = bench.versions.some((v) => v.status !== 'returned');
  const differs = stands && bench.differences.length > 0;
  const error = publish.error ?? leave.error;
  return (
    <section className="card" aria-label="提交后的变化">
      <h2>已提交的版本</h2>
      {bench.versions.map((v) => (
        <p key={v.version}>
          第{v.version}版 {v.kind === 'corrected' ? '更正' : '提交'}，{v.at}，{v.by}，{STATUS[v.status]}
          {v.note && `：${v.note}`}
          {v.returned && `，退回原因：${v.returned.note}`}
        </p>
      ))}
      {waiting !== null && (
        <Button
          size="small"
          loading={publish.isPending}
          onClick={() => publish.mutate({ version: waiting }, { onSuccess: () => message.success('网上已公布') })}
        >
          在网上公布第{waiting}版
        </Button>
      )}
      {bench.notes.map((n) => (
        <p key={`${n.on}${n.note}`} className="sub">
          说明（{n.on}，{n.by}）：{n.note}
        </p>
      ))}
      {stands && !differs && <p>登记簿与已提交的数字一致。</p>}
      {differs && (
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
          {mayNote && (
            <Input aria-label="只留说明" value={note} onChange={(e) => setNote(e.target.value)} placeholder="为什么不同（会公布）" />
          )}
        </>
      )}
      {error && <Alert type="error" title={error.message} description={error.advice} />}
      <Flex gap={8} wrap style={{ marginTop: 8 }}>
        {stands && !correcting && submit && (
          <Button size="small" onClick={() => correct(true)}>
            编写更正版
          </Button>
        )}
        {correcting && bench.status !== 'returned' && (
          <Button size="small" onClick={() => correct(false)}>
            不更正了
          </Button>
        )}
        {differs && mayNote && (
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
