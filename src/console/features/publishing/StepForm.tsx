import { Alert, Button, Checkbox, Input, Radio, Select } from 'antd';
import { useState } from 'react';
import type { Command, Mode, StepChoice } from '../../../web/api/publishingTypes.ts';
import { ApiProblem, api } from '../../api.ts';
import { useSession } from '../../shell/session.ts';
import { AcceptFindings } from './AcceptFindings.tsx';
import { ErrorBox, namedFields } from './ErrorBox.tsx';
import { Line } from './Field.tsx';
import { useOpenItem } from './itemContext.ts';
import { type Signing, SigningField } from './SigningField.tsx';
import { useItemChange } from './usePublishing.ts';

const MODES: readonly { value: Mode; label: string }[] = [
  { value: 'proactive', label: '主动公开' },
  { value: 'onRequest', label: '依申请公开' },
  { value: 'closed', label: '不予公开' },
];

/** How refusals name the fields. */
const LABELS = {
  's-ground': '条例规定的情形',
  's-opinion': '意见',
  's-on': '从哪一天起不再有效',
  's-at': '定时发布的',
  's-by': '签批人',
  's-signed': '纸质签批的日期',
  's-photo': '签批件的照片',
};

interface Typed {
  readonly mode: Mode | null;
  readonly ground: string;
  readonly opinion: string;
  readonly reason: string;
  readonly on: string;
  readonly at: string;
  readonly portal: boolean;
  readonly accepted: Readonly<Record<string, string>>;
}

/** The photo of a signed paper is kept first; the step then names it. */
async function signOffOf(signing: Signing, agency: string, item: string): Promise<Command['signOff']> {
  if (signing.kind === 'override') return { kind: 'override', reason: signing.reason };
  if (signing.kind === 'system') return { kind: 'system' };
  if (!signing.file) throw new ApiProblem(422, { error: '纸质签批请附上签批件的照片或扫描件。', advice: '用手机拍下签字的那一页即可。' });
  const data = new FormData();
  data.set('agency', agency);
  data.set('item', item);
  data.set('file', signing.file);
  const kept = await api.post<{ id: string }>('/publishing/signed-paper', data);
  return { kind: 'paper', by: signing.by, on: signing.on, file: kept.id };
}

/** What a step needs, and taking it. */
export function StepForm({ choice, onDone }: { readonly choice: StepChoice; readonly onDone: () => void }) {
  const { answer, setup, findings } = useOpenItem();
  const { me } = useSession();
  const { life, current, proposed } = answer.item;
  const needs = new Set(choice.needs);
  const [now, setNow] = useState<Typed>({
    mode: life.mode,
    ground: life.modeGround ?? '',
    opinion: '',
    reason: choice.name === 'decideAttribute' ? life.modeReason : '',
    on: '',
    at: '',
    portal: setup.portal || life.portal,
    accepted: {},
  });
  const [signing, setSigning] = useState<Signing>({
    kind: choice.system ? 'system' : choice.paper ? 'paper' : 'override',
    by: '',
    on: me.today,
    file: null,
    reason: '',
  });
  const set = (part: Partial<Typed>) => setNow({ ...now, ...part });
  const publishing = choice.name === 'publish' || choice.name === 'schedule';
  const take = useItemChange<void>(
    life.item,
    async (_, agency) => {
      const command: Command = {
        ...(needs.has('attribute') && now.mode && { mode: now.mode, ground: now.ground }),
        ...(now.opinion && { opinion: now.opinion }),
        ...(now.reason && { reason: now.reason }),
        ...(now.on && { on: now.on }),
        ...(now.at && { at: new Date(`${now.at}:00+08:00`).toISOString() }),
        ...(publishing && { portal: now.portal, accepted: now.accepted }),
        ...(needs.has('secondPerson') && { signOff: await signOffOf(signing, agency, life.item) }),
      };
      return api.post('/publishing/item/step', { agency, item: life.item, name: choice.name, command, basedOn: life.revision });
    },
    (a) => `已办：${choice.label}。现在是“${a.workName}”`,
  );
  const withReason = needs.has('reason') || (needs.has('attribute') && now.mode !== null && now.mode !== 'proactive');
  const labels = { ...LABELS, 's-reason': needs.has('attribute') ? '理由' : '原因' };
  const named = namedFields(take.error, labels);
  return (
    <form
      className="record step"
      onSubmit={(e) => {
        e.preventDefault();
        take.mutate(undefined, { onSuccess: onDone });
      }}
    >
      <ErrorBox error={take.error} labels={labels} />
      {needs.has('attribute') && current.content.column === null && (
        <Alert
          type="warning"
          title={`还没有选栏目，发布前要选${proposed ? `；建议“${proposed.label}”` : ''}。`}
          description="请在左边“栏目”里选好，保存后再认定，后面审查、签发的人都看得到放在哪里。"
        />
      )}
      {needs.has('attribute') && (
        <fieldset>
          <legend>公开属性</legend>
          <Radio.Group value={now.mode} options={[...MODES]} onChange={(e) => set({ mode: e.target.value as Mode })} />
        </fieldset>
      )}
      {needs.has('attribute') && now.mode === 'closed' && (
        <Line id="s-ground" problem={named.get('s-ground')} label="不予公开的情形" must>
          <Select
            id="s-ground"
            value={now.ground || null}
            options={setup.closedGrounds.map((g) => ({ value: g.key, label: g.label }))}
            onChange={(ground) => set({ ground })}
            style={{ width: '100%' }}
          />
        </Line>
      )}
      {needs.has('opinion') && (
        <Line
          id="s-opinion"
          problem={named.get('s-opinion')}
          label="意见"
          must
          hint={choice.name === 'clearSecrecy' ? '例如：经逐项审查，不涉密，可以公开' : undefined}
        >
          <Input.TextArea id="s-opinion" value={now.opinion} autoSize={{ minRows: 2 }} onChange={(e) => set({ opinion: e.target.value })} />
        </Line>
      )}
      {withReason && (
        <Line
          id="s-reason"
          problem={named.get('s-reason')}
          label={needs.has('attribute') ? '理由' : '原因'}
          must
          hint={choice.name === 'withdraw' ? '会在原网址上公布，请不要写个人信息' : undefined}
        >
          <Input.TextArea id="s-reason" value={now.reason} autoSize={{ minRows: 2 }} onChange={(e) => set({ reason: e.target.value })} />
        </Line>
      )}
      {needs.has('day') && (
        <Line id="s-on" problem={named.get('s-on')} label="从哪一天起不再有效" must>
          <Input id="s-on" type="date" value={now.on} onChange={(e) => set({ on: e.target.value })} />
        </Line>
      )}
      {needs.has('laterInstant') && (
        <Line id="s-at" problem={named.get('s-at')} label="发布时间（北京时间）" must>
          <Input id="s-at" type="datetime-local" value={now.at} onChange={(e) => set({ at: e.target.value })} />
        </Line>
      )}
      {publishing && (
        <Checkbox checked={now.portal} onChange={(e) => set({ portal: e.target.checked })}>
          同时在本系统的公开页上发布（不选：只在县网等外部渠道发布）
        </Checkbox>
      )}
      {needs.has('cleanPrecheck') && (
        <AcceptFindings
          errors={findings.filter((f) => f.severity === 'error')}
          accepted={now.accepted}
          onChange={(accepted) => set({ accepted })}
        />
      )}
      {needs.has('secondPerson') && <SigningField named={named} choice={choice} value={signing} onChange={setSigning} />}
      <Button type="primary" htmlType="submit" danger={choice.name === 'withdraw'} loading={take.isPending}>
        确定：{choice.label}
      </Button>
    </form>
  );
}
