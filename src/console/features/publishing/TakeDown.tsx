import { Button, Input } from 'antd';
import { useState } from 'react';
import { api } from '../../api.ts';
import { useSession } from '../../shell/session.ts';
import { ErrorBox } from './ErrorBox.tsx';
import { useOpenItem } from './itemContext.ts';
import { useItemChange } from './usePublishing.ts';

/** Notes that a publication was taken down: when, and why. */
export function TakeDown({ number, version }: { readonly number: string; readonly version: number }) {
  const { answer } = useOpenItem();
  const { me } = useSession();
  const { item } = answer.item.life;
  const [now, setNow] = useState({ on: me.today, reason: '' });
  const down = useItemChange<void>(
    item,
    (_, agency) => api.post('/publishing/outside/down', { agency, item, number, basedOn: version, ...now }),
    () => '已登记撤下',
  );
  return (
    <form
      className="record"
      style={{ width: 260 }}
      onSubmit={(e) => {
        e.preventDefault();
        down.mutate();
      }}
    >
      <ErrorBox error={down.error} />
      <label>
        撤下日期
        <Input type="date" value={now.on} onChange={(e) => setNow({ ...now, on: e.target.value })} />
      </label>
      <label>
        撤下的原因
        <Input value={now.reason} maxLength={500} required onChange={(e) => setNow({ ...now, reason: e.target.value })} />
      </label>
      <Button type="primary" htmlType="submit" loading={down.isPending} style={{ marginTop: 8 }}>
        登记
      </Button>
    </form>
  );
}
