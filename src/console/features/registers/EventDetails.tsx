import { Input, Select } from 'antd';
import type { CaseEvent } from '../../../web/api/consoleTypes.ts';
import { EVENT_DETAILS, type EventDetail } from './events.ts';

interface Props {
  readonly event: CaseEvent;
  readonly set: (key: EventDetail['key'], value: string) => void;
}

/** What the chosen step asks for besides its date. */
export function EventDetails({ event, set }: Props) {
  return EVENT_DETAILS.filter((d) => d.kinds.includes(event.kind)).map(({ key, label, form, hint }) => (
    <div key={key + label} style={{ maxWidth: 320 }}>
      <div>{label}</div>
      {typeof form === 'string' ? (
        <Input
          aria-label={label}
          {...(form === 'day' && { type: 'date' })}
          value={event[key] ?? ''}
          onChange={(e) => set(key, e.target.value)}
        />
      ) : (
        <Select
          aria-label={label}
          placeholder="请选择"
          value={event[key]?.toString() ?? null}
          onChange={(v) => set(key, v)}
          style={{ width: '100%', minWidth: 200 }}
          options={form.map(([value, text]) => ({ value, label: text }))}
        />
      )}
      {hint && <div className="sub">{hint}</div>}
    </div>
  ));
}
