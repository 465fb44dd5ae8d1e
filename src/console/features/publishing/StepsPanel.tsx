import { Button, Flex } from 'antd';
import { useState } from 'react';
import type { SignOff, Step, StepChoice } from '../../../web/api/publishingTypes.ts';
import { useOpenItem } from './itemContext.ts';
import { StepForm } from './StepForm.tsx';
import { fileAddress } from './usePublishing.ts';

/** Steps that carry the work on; the others (back, end) stand after them. */
const ONWARD = new Set([
  'decideAttribute',
  'clearSecrecy',
  'answerReferral',
  'review',
  'approve',
  'publish',
  'schedule',
  'keep',
  'reassess',
  'revise',
]);

function when(at: string): string {
  return new Date(at).toLocaleString('zh-CN', { timeZone: 'Asia/Shanghai', dateStyle: 'short', timeStyle: 'short' });
}

function Signed({ signOff, agency }: { readonly signOff: SignOff | null; readonly agency: string }) {
  if (signOff?.kind === 'override') return <div>未经第二人办理，理由：{signOff.reason}</div>;
  if (signOff?.kind !== 'paper') return null;
  return (
    <div>
      纸质签批：{signOff.by}　{signOff.on}　
      <a href={fileAddress(agency, signOff.file)} target="_blank" rel="noreferrer">
        看签批件
      </a>
    </div>
  );
}

function StepLine({ step, label, agency }: { readonly step: Step; readonly label: string; readonly agency: string }) {
  return (
    <li>
      <div className="sub">
        {when(step.at)}　{step.byName}
      </div>
      <b>{label}</b>（第{step.version}版）
      {step.on && <div>自{step.on}起</div>}
      {step.opinion && <div>意见：{step.opinion}</div>}
      {step.reason && <div>原因：{step.reason}</div>}
      <Signed signOff={step.signOff} agency={agency} />
    </li>
  );
}

/** 办理: what may be done now by this person, and what was done. */
export function StepsPanel() {
  const { answer } = useOpenItem();
  const { life, steps } = answer.item;
  const [chosen, setChosen] = useState<StepChoice | null>(null);
  const current = answer.choices.find((c) => c.name === chosen?.name) ?? null;
  const button = (c: StepChoice) => (
    <Button
      key={c.name}
      type={ONWARD.has(c.name) ? 'primary' : 'default'}
      danger={c.name === 'withdraw'}
      aria-expanded={current?.name === c.name}
      onClick={() => setChosen(current?.name === c.name ? null : c)}
    >
      {c.label}
    </Button>
  );
  const onward = answer.choices.filter((c) => ONWARD.has(c.name));
  const others = answer.choices.filter((c) => !ONWARD.has(c.name));
  return (
    <section className="panel" aria-label="办理">
      <h2>办理</h2>
      <p>
        现在：<b>{answer.workName}</b>
        {answer.next && `　下一步：${answer.next}`}
      </p>
      {life.scheduledFor && <p>将于 {when(life.scheduledFor)} 发布</p>}
      {life.modeReason && <p className="sub">公开属性的理由：{life.modeReason}</p>}
      {answer.choices.length === 0 && <p className="sub">这一步不由您办理。</p>}
      <Flex gap={8} wrap>
        {onward.map(button)}
      </Flex>
      <Flex gap={8} wrap style={{ marginTop: 8 }}>
        {others.map(button)}
      </Flex>
      {current && <StepForm key={current.name} choice={current} onDone={() => setChosen(null)} />}
      <h3>经过</h3>
      {steps.length === 0 && <p className="sub">还没有办理过。</p>}
      <ol className="way">
        {[...steps].reverse().map((s) => (
          <StepLine key={s.n} step={s} label={answer.stepLabels[s.transition] ?? s.transition} agency={life.agency} />
        ))}
      </ol>
    </section>
  );
}
