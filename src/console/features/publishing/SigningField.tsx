import { Input, Radio } from 'antd';
import type { StepChoice } from '../../../web/api/publishingTypes.ts';
import { Line } from './Field.tsx';

/** How the second person agrees. */
export interface Signing {
  readonly kind: 'system' | 'paper' | 'override';
  readonly by: string;
  readonly on: string;
  readonly file: File | null;
  readonly reason: string;
}

/** The two-person rule: by oneself in the system, on a signed paper, or without a second person for a stated reason. */
export function SigningField({
  choice,
  value,
  named,
  onChange,
}: {
  /** What a refusal said of the fields. */
  readonly named: ReadonlyMap<string, string>;
  readonly choice: StepChoice;
  readonly value: Signing;
  readonly onChange: (value: Signing) => void;
}) {
  const ways = [
    { value: 'system', label: '由我在系统里办理', disabled: !choice.system },
    { value: 'paper', label: '登记纸质签批', disabled: !choice.paper },
    { value: 'override', label: '不经第二人办理', disabled: !choice.override },
  ].filter((w) => !w.disabled);
  const set = (part: Partial<Signing>) => onChange({ ...value, ...part });
  return (
    <fieldset>
      <legend>由谁办理</legend>
      {choice.why && <p className="hint">{choice.why}。</p>}
      <Radio.Group vertical value={value.kind} options={ways} onChange={(e) => set({ kind: e.target.value as Signing['kind'] })} />
      {value.kind === 'paper' && (
        <>
          <Line id="s-by" problem={named.get('s-by')} label="签批人" must>
            <Input id="s-by" value={value.by} maxLength={60} onChange={(e) => set({ by: e.target.value })} />
          </Line>
          <Line id="s-signed" problem={named.get('s-signed')} label="签批日期" must>
            <Input id="s-signed" type="date" value={value.on} onChange={(e) => set({ on: e.target.value })} />
          </Line>
          <Line id="s-photo" problem={named.get('s-photo')} label="签批件照片或扫描件" must hint="JPG、PNG 或 PDF，30 MB 以内">
            <input id="s-photo" type="file" accept="image/*,.pdf" onChange={(e) => set({ file: e.target.files?.[0] ?? null })} />
          </Line>
        </>
      )}
      {value.kind === 'override' && (
        <Line id="s-why" label="不经第二人办理的理由" must hint="会留在办理经过里，打印在审批表上">
          <Input id="s-why" value={value.reason} maxLength={1000} onChange={(e) => set({ reason: e.target.value })} />
        </Line>
      )}
    </fieldset>
  );
}
