import { Alert, Button, Popover } from 'antd';
import { useState } from 'react';
import { useOpenItem } from './itemContext.ts';
import { OutsideForm } from './OutsideForm.tsx';
import { TakeDown } from './TakeDown.tsx';

const LINK = /^https?:\/\/\S+$/i;

/** 发布记录: where and when the item was made public, and recording the next in four fields. */
export function OutsidePanel() {
  const { answer, setup } = useOpenItem();
  const [open, setOpen] = useState(false);
  const [warnings, setWarnings] = useState<readonly string[]>([]);
  const label = (channel: string) =>
    channel === 'portal' ? '本系统公开页' : (setup.channels.find((c) => c.value === channel)?.label ?? channel);
  const list = answer.item.publications.filter((p) => !p.void);
  return (
    <section className="panel" aria-label="发布记录">
      <h2>发布记录</h2>
      {list.length === 0 && <p className="sub">还没有发布记录。</p>}
      <ul className="places">
        {list.map((p) => {
          const { channel, on, address, takenDownOn, takenDownReason } = p.values;
          const at = String(address ?? '');
          return (
            <li key={p.number}>
              <b>{label(String(channel))}</b>　{String(on ?? '')}
              {at && <div>{LINK.test(at) || at.startsWith('/') ? <a href={at}>{at}</a> : at}</div>}
              {takenDownOn ? (
                <div className="sub">
                  {String(takenDownOn)} 撤下：{String(takenDownReason ?? '')}
                </div>
              ) : (
                setup.mayWrite &&
                channel !== 'portal' && (
                  <Popover trigger="click" content={<TakeDown number={p.number} version={p.version} />} destroyOnHidden>
                    <Button size="small">登记撤下</Button>
                  </Popover>
                )
              )}
            </li>
          );
        })}
      </ul>
      {warnings.map((w) => (
        <Alert key={w} type="warning" title={w} />
      ))}
      {setup.mayWrite && (
        <Button type={open ? 'default' : 'primary'} aria-expanded={open} onClick={() => setOpen(!open)}>
          记一次对外发布
        </Button>
      )}
      {open && (
        <OutsideForm
          onDone={(more) => {
            setWarnings(more);
            setOpen(false);
          }}
        />
      )}
    </section>
  );
}
