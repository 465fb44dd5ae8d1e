import { Alert, Button, Input, Radio } from 'antd';
import { useState } from 'react';
import type { Submit } from '../../../web/api/types.ts';
import { useSession } from '../../shell/session.ts';
import { useReport } from './context.ts';
import { useReportAction } from './useWorkbench.ts';

/** Submission freezes figures and text. A second person approves, in the system or on paper; without one, a reason. */
export function SubmitPanel() {
  const { bench, locked } = useReport();
  const { me } = useSession();
  const [kind, setKind] = useState<Submit['approval']['kind']>('paper');
  const [by, setBy] = useState('');
  const [on, setOn] = useState(me.today);
  const [reason, setReason] = useState('');
  const [signedBy, setSignedBy] = useState(bench.document.signedBy);
  const [signedOn, setSignedOn] = useState(me.today);
  const act = useReportAction<Submit>(bench.agency.code, bench.year, 'submit');
  if (locked) return null;
  const approval: Submit['approval'] = kind === 'paper' ? { kind, by, on } : kind === 'override' ? { kind, reason } : { kind };
  const ready = signedBy.trim() !== '' && (kind === 'system' || (kind === 'paper' ? by.trim() !== '' : reason.trim() !== ''));
  return (
    <section className="card submit" aria-label="提交">
      <h2>{bench.blockers.length > 0 ? '还不能提交' : '可以提交'}</h2>
      <ul>
        {bench.blockers.map((b) => (
          <li key={b}>{b}</li>
        ))}
      </ul>
      <label>
        落款机关
        <Input value={signedBy} onChange={(e) => setSignedBy(e.target.value)} />
      </label>
      <label>
        成文日期
        <Input type="date" value={signedOn} onChange={(e) => setSignedOn(e.target.value)} />
      </label>
      <Radio.Group
        aria-label="签批方式"
        value={kind}
        onChange={(e) => setKind(e.target.value)}
        options={[
          { value: 'paper', label: '纸质签批' },
          { value: 'system', label: '系统内签发' },
          { value: 'override', label: '无人复核' },
        ]}
      />
      {kind === 'paper' && (
        <>
          <label>
            签批人
            <Input value={by} onChange={(e) => setBy(e.target.value)} />
          </label>
          <label>
            签批日期
            <Input type="date" value={on} onChange={(e) => setOn(e.target.value)} />
          </label>
        </>
      )}
      {kind === 'override' && (
        <label>
          原因（县里看得到）
          <Input value={reason} onChange={(e) => setReason(e.target.value)} />
        </label>
      )}
      <Button
        type="primary"
        block
        disabled={bench.blockers.length > 0 || !ready}
        loading={act.isPending}
        onClick={() => act.mutate({ signedBy, signedOn, approval })}
      >
        提交并锁定
      </Button>
      {act.error && <Alert type="error" title={act.error.message} description={act.error.advice} />}
      <p className="sub">提交后锁定。之后登记簿再变，会列出差异，不改已报的数。</p>
    </section>
  );
}
