import { Alert, App, Button, Input } from 'antd';
import { useState } from 'react';
import { useReport } from './context.ts';
import { useReportAction } from './useWorkbench.ts';

/** 退回: the county sends a submitted report that is not public back, with a reason; the office reads the reason here. */
export function ReturnPanel() {
  const { bench } = useReport();
  const { message } = App.useApp();
  const [note, setNote] = useState('');
  const giveBack = useReportAction<{ note: string }>(bench.agency.code, bench.year, 'return');
  const latest = bench.versions.at(-1);
  if (latest?.returned)
    return (
      <Alert
        type="warning"
        title={bench.steps.submit ? '县里已退回，请改好后重新提交' : '已退回，等单位改好后重新提交'}
        description={`退回原因：${latest.returned.note}（${latest.returned.by}，${latest.returned.on}）`}
      />
    );
  const waiting = bench.steps.giveBack;
  if (waiting === null) return null;
  return (
    <section className="card submit" aria-label="退回">
      <h2>退回</h2>
      <p className="sub">退回后单位可以改了重新提交，看得到下面的原因。已经在网上公布的不能退回，请单位出更正版。</p>
      <Input.TextArea
        aria-label="退回原因"
        placeholder="哪里要改、怎么改"
        maxLength={500}
        value={note}
        onChange={(e) => setNote(e.target.value)}
        autoSize={{ minRows: 2 }}
      />
      {giveBack.error && <Alert type="error" title={giveBack.error.message} description={giveBack.error.advice} />}
      <Button
        block
        disabled={note.trim() === ''}
        loading={giveBack.isPending}
        onClick={() => giveBack.mutate({ note }, { onSuccess: () => message.success('已退回') })}
        style={{ marginTop: 8 }}
      >
        退回第{waiting}版
      </Button>
    </section>
  );
}
