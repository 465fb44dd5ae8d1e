import { Input } from 'antd';
import type { PrecheckFinding } from '../../../web/api/publishingTypes.ts';

/** What the check says must be changed: put right, or a reason why it stands, rule by rule. */
export function AcceptFindings({
  errors,
  accepted,
  onChange,
}: {
  readonly errors: readonly PrecheckFinding[];
  readonly accepted: Readonly<Record<string, string>>;
  readonly onChange: (accepted: Readonly<Record<string, string>>) => void;
}) {
  const rules = [...Map.groupBy(errors, (f) => f.rule)];
  if (rules.length === 0) return null;
  return (
    <fieldset>
      <legend>发布前检查有{rules.length}项必须改的</legend>
      <p className="hint">请改正后再发布；核对过确实无误的，写明理由。</p>
      {rules.map(([rule, list]) => (
        <label key={rule} className="accept">
          {list[0]?.message}
          {list.length > 1 && `（共${list.length}处）`} <code>{rule}</code>
          <Input
            value={accepted[rule] ?? ''}
            maxLength={500}
            placeholder="确实无误的理由"
            onChange={(e) => onChange({ ...accepted, [rule]: e.target.value })}
          />
        </label>
      ))}
    </fieldset>
  );
}
