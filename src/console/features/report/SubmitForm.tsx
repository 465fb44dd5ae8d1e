import { Alert, App, Button, Checkbox, Input, Radio } from 'antd';
import { useState } from 'react';
import type { Submit } from '../../../web/api/reportTypes.ts';
import { useSession } from '../../shell/session.ts';
import { useReport } from './context.ts';
import { useReportAction } from './useWorkbench.ts';

type Kind = Submit['approval']['kind'];

/** How the two-person rule is met: consent in the system, a signed paper, or a reason why there was nobody. */
function approvalOf(kind: Kind, paper: { by: string; on: string }, reason: string): Submit['approval'] {
  if (kind === 'paper') return { kind, ...paper };
  return kind === 'override' ? { kind, reason } : { kind };
}

/** Submission of a first version, or of a corrected one with its note. Frozen figures and text stay readable for good. */
export function SubmitForm({ correcting }: { readonly correcting: boolean }) {
  const { bench, correct } = useReport();
  const { me } = useSession();
  const [kind, setKind] = useState<Kind>(bench.approvals.some((a) => a.current) ? 'system' : 'paper');
  const [paper, setPaper] = useState({ by: '', on: me.today });
  const [reason, setReason] = useState('');
  const [signed, setSigned] = useState({ by: bench.document.signedBy, on: me.today });
  const [note, setNote] = useState('');
  const [publish, setPublish] = useState(true);
  const act = useReportAction<Submit>(bench.agency.code, bench.year, correcting ? 'correct' : 'submit');
  const approve = useReportAction<Record<string, never>>(bench.agency.code, bench.year, 'approve');
  const current = bench.approvals.filter((a) => a.current);
  const ready =
    signed.by.trim() !== '' &&
    (!correcting || note.trim() !== '') &&
    (kind === 'system' ? current.length > 0 : kind === 'paper' ? paper.by.trim() !== '' : reason.trim() !== '');
  const { message } = App.useApp();
  const submit = () =>
    act.mutate(wish(), {
      onSuccess: () => {
        correct(false);
        message.success(`${correcting ? '更正版' : '年报'}已提交${publish ? '，网上已公布' : ''}`);
      },
    });
  const wish = (): Submit => ({
    signedBy: signed.by,
    signedOn: signed.on,
    approval: approvalOf(kind, paper, reason),
    publish,
    ...(correcting && { note }),
  });
  return (
    <form
      onSubmit={(e) => {
        e.preventDefault();
        submit();
      }}
    >
      {correcting && (
        <label>
          更正说明（会公布）
          <Input.TextArea value={note} onChange={(e) => setNote(e.target.value)} autoSize={{ minRows: 2 }} />
        </label>
      )}
      <label>
        落款机关
        <Input value={signed.by} onChange={(e) => setSigned({ ...signed, by: e.target.value })} />
      </label>
      <label>
        成文日期
        <Input type="date" value={signed.on} onChange={(e) => setSigned({ ...signed, on: e.target.value })} />
      </label>
      <Radio.Group
        aria-label="签批方式"
        value={kind}
        onChange={(e) => setKind(e.target.value as Kind)}
        options={[
          { value: 'paper', label: '纸质签批' },
          { value: 'system', label: '系统内审签' },
          { value: 'override', label: '无人复核' },
        ]}
      />
      {kind === 'paper' && (
        <>
          <label>
            签批人
            <Input value={paper.by} onChange={(e) => setPaper({ ...paper, by: e.target.value })} />
          </label>
          <label>
            签批日期
            <Input type="date" value={paper.on} onChange={(e) => setPaper({ ...paper, on: e.target.value })} />
          </label>
        </>
      )}
      {kind === 'system' && (
        <>
          {current.map((a) => (
            <p key={`${a.by}${a.on}`}>
              ✓ {a.by} {a.on} 已审签
            </p>
          ))}
          {current.length === 0 && <p className="sub">还没有人审签。审签后数字或文字再改，要重新审签；审签人和提交人不能是同一人。</p>}
          {bench.steps.approve && (
            <Button loading={approve.isPending} onClick={() => approve.mutate({})}>
              我已核对，审签
            </Button>
          )}
          {approve.error && <Alert type="error" title={approve.error.message} description={approve.error.advice} />}
        </>
      )}
      {kind === 'override' && (
        <label>
          原因（县里看得到）
          <Input value={reason} onChange={(e) => setReason(e.target.value)} />
        </label>
      )}
      <p>
        <Checkbox checked={publish} onChange={(e) => setPublish(e.target.checked)}>
          提交后在网上公布
        </Checkbox>
        <span className="sub">要先报县里看的，不要勾；公布以后县里不能退回，只能出更正版。</span>
      </p>
      <Button type="primary" block htmlType="submit" disabled={bench.blockers.length > 0 || !ready} loading={act.isPending}>
        {correcting ? '提交更正版' : '提交并锁定'}
      </Button>
      {act.error && <Alert type="error" title={act.error.message} description={act.error.advice} />}
    </form>
  );
}
