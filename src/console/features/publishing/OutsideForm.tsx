import { Button, Input, Select } from 'antd';
import { useRef, useState } from 'react';
import type { PlaceStatus } from '../../../web/api/publishingTypes.ts';
import { api } from '../../api.ts';
import { useSession } from '../../shell/session.ts';
import { ErrorBox, namedFields } from './ErrorBox.tsx';
import { Line } from './Field.tsx';
import { useOpenItem } from './itemContext.ts';
import { useItemChange, useOffice } from './usePublishing.ts';

const LABELS = { 'o-where': '发布渠道', 'o-on': '发布日期', 'o-address': '网址或位置', 'o-photo': '照片' };

/** Where, when, which address or photo; by whom is the person signed in. The office's own places come first. */
export function OutsideForm({ onDone }: { readonly onDone: (warnings: readonly string[]) => void }) {
  const { answer, setup } = useOpenItem();
  const { me } = useSession();
  const { item } = answer.item.life;
  const places = useOffice<readonly PlaceStatus[]>('places');
  const [where, setWhere] = useState('');
  const [on, setOn] = useState(me.today);
  const [address, setAddress] = useState('');
  const [photo, setPhoto] = useState<File | null>(null);
  const picker = useRef<HTMLInputElement>(null);
  const save = useItemChange<void>(
    item,
    (_, agency) => {
      const data = new FormData();
      const [kind, id = ''] = where.split(':');
      if (id) data.set(kind === 'place' ? 'place' : 'channel', id);
      for (const [k, v] of Object.entries({ agency, item, on, address })) data.set(k, v);
      if (photo) data.set('photo', photo);
      return api.post('/publishing/outside', data);
    },
    () => '已登记',
  );
  const named = namedFields(save.error, LABELS);
  const own = (places.data ?? []).filter((p) => p.place.body.closedOn === null);
  const options = [
    { label: '本单位的发布场所', options: own.map((p) => ({ value: `place:${p.place.id}`, label: p.place.body.name })) },
    { label: '其他渠道', options: setup.channels.map((c) => ({ value: `channel:${c.value}`, label: c.label })) },
  ].filter((g) => g.options.length > 0);
  const take = (files: FileList) => {
    const image = [...files].find((f) => f.type.startsWith('image/'));
    if (image) setPhoto(image);
  };
  return (
    <form
      className="record step"
      onSubmit={(e) => {
        e.preventDefault();
        save.mutate(undefined, {
          onSuccess: (a) => onDone(a.warnings ?? []),
        });
      }}
      onPaste={(e) => take(e.clipboardData.files)}
      onDragOver={(e) => e.preventDefault()}
      onDrop={(e) => {
        e.preventDefault();
        take(e.dataTransfer.files);
      }}
    >
      <ErrorBox error={save.error} labels={LABELS} />
      <Line id="o-where" label="发布渠道" must problem={named.get('o-where')}>
        <Select
          id="o-where"
          value={where || null}
          showSearch={{ optionFilterProp: 'label' }}
          options={options}
          onChange={setWhere}
          style={{ width: '100%' }}
        />
      </Line>
      <Line id="o-address" label="网址或位置" hint="从浏览器地址栏复制过来；公示栏、大喇叭写地点" problem={named.get('o-address')}>
        <Input id="o-address" value={address} maxLength={500} onChange={(e) => setAddress(e.target.value)} />
      </Line>
      <Line id="o-photo" label="截图或照片" hint="没有网址的附一张；可以直接粘贴截图或拖进来" problem={named.get('o-photo')}>
        <input ref={picker} id="o-photo" type="file" accept="image/*" onChange={(e) => e.target.files && take(e.target.files)} />
        {photo && (
          <div>
            已选：{photo.name}{' '}
            <button
              type="button"
              className="find"
              onClick={() => {
                setPhoto(null);
                if (picker.current) picker.current.value = '';
              }}
            >
              不用这张
            </button>
          </div>
        )}
      </Line>
      <Line id="o-on" label="发布日期" must problem={named.get('o-on')}>
        <Input id="o-on" type="date" max={me.today} value={on} onChange={(e) => setOn(e.target.value)} />
      </Line>
      <p className="sub">登记人：{me.person.name}</p>
      <Button type="primary" htmlType="submit" loading={save.isPending}>
        登记
      </Button>
    </form>
  );
}
