import { Alert, Button, Input } from 'antd';
import { useState } from 'react';
import { useReport } from './context.ts';
import { useReportAction } from './useWorkbench.ts';

/** What the registers say today of a submitted year, and the two ways on: a corrected version or a dated note. */
export function DifferencesPanel() {
  const { bench } = useReport();
  const [note, setNote] = useState('');
  const correct = useReportAction<{ kind: 'correct' | 'note'; note: string }>(bench.agency.code, bench.year, 'correct');
  if (bench.versions.length === 0) return null;
  return (
    <section className="card" aria-label="提交后的变化">
      <h2>已提交的版本</h2>
      {bench.versions.map((v) => (
        <p key={v.version}>
          第{v.version}版 {v.kind === 'corrected' ? '更正' : '提交'}，{v.at}，{v.by}
          {v.note && `：${v.note}`}
        </p>
      ))}
      {bench.differences.length === 0 && <p>登记簿与已提交的数字一致。</p>}
      {bench.differences.length > 0 && (
        <>
          <Alert type="warning" title={`有${bench.differences.length}格与提交时不同`} />
          <ul>
            {bench.differences.map((d) => (
              <li key={d.cell}>
                {d.label}：提交 {d.submitted ?? '空'}，现在 {d.now ?? '空'}
                <div className="sub">{d.records.slice(0, 10).join('、')}</div>
              </li>
            ))}
          </ul>
          <Input aria-label="说明" value={note} onChange={(e) => setNote(e.target.value)} placeholder="为什么不同" />
          <Button
            size="small"
            disabled={note.trim() === ''}
            loading={correct.isPending}
            onClick={() => correct.mutate({ kind: 'correct', note })}
          >
            发布更正版
          </Button>
          <Button
            size="small"
            disabled={note.trim() === ''}
            loading={correct.isPending}
            onClick={() => correct.mutate({ kind: 'note', note })}
          >
            只留说明
          </Button>
          {correct.error && <Alert type="error" title={correct.error.message} description={correct.error.advice} />}
        </>
      )}
    </section>
  );
}
