import { Button, Input, Select } from 'antd';
import { useState } from 'react';
import type { HandInUnit } from '../../../web/api/publishingTypes.ts';
import { ApiProblem } from '../../api.ts';
import { columnOptions } from './columns.ts';
import { ErrorBox, namedFields } from './ErrorBox.tsx';
import { Line } from './Field.tsx';
import { useSetup } from './usePublishing.ts';

const LABELS = { 'h-title': '标题', 'h-formed': '日期', 'h-text': '内容' };
const MOST = 9;

/** What the fields hold. */
export interface HandInFields {
  readonly title: string;
  readonly formedOn: string;
  readonly text: string;
  readonly column: string;
}

interface Props {
  readonly unit: HandInUnit;
  /** What was handed in before and is to be mended. */
  readonly from: HandInFields | null;
  readonly error: ApiProblem | null;
  readonly sending: boolean;
  readonly onSend: (data: FormData) => void;
}

function lacking(now: { title: string; formedOn: string; text: string }, photos: number): ApiProblem | null {
  const empty = [
    now.title.trim() === '' && '“标题”没有填写',
    now.formedOn === '' && '“日期”没有填写',
    now.text.trim() === '' && photos === 0 && '“内容”没有填写，也没有照片',
  ].filter((t) => t !== false);
  return empty.length > 0 ? new ApiProblem(422, { error: empty.join('；') }) : null;
}

/** The four fields and the photos; what is typed stays when the net is bad. */
export function HandInForm({ unit, from, error, sending, onSend }: Props) {
  const setup = useSetup(unit.agency);
  const [now, setNow] = useState<HandInFields>(from ?? { title: '', formedOn: '', text: '', column: '' });
  const [photos, setPhotos] = useState<readonly File[]>([]);
  const [own, setOwn] = useState<ApiProblem | null>(null);
  const shown = own ?? error;
  const named = namedFields(shown, LABELS);
  const set = (part: Partial<typeof now>) => setNow({ ...now, ...part });
  return (
    <form
      className="record"
      onSubmit={(e) => {
        e.preventDefault();
        const problem = lacking(now, photos.length);
        setOwn(problem);
        if (problem) return;
        const data = new FormData();
        for (const [k, v] of Object.entries({ unit: unit.agency, ...now })) data.set(k, v);
        for (const p of photos) data.append('photo', p);
        onSend(data);
      }}
    >
      <ErrorBox error={shown} labels={LABELS} />
      <Line id="h-photo" label="照片" hint={`拍照或从相册选，最多${MOST}张`}>
        <label className="pick">
          {photos.length > 0 ? '再加照片' : '拍照或选照片'}
          <input
            id="h-photo"
            type="file"
            accept="image/*,.pdf,.docx,.xlsx"
            multiple
            onChange={(e) => {
              setPhotos([...photos, ...(e.target.files ?? [])].slice(0, MOST));
              e.target.value = '';
            }}
          />
        </label>
        {photos.map((p, i) => (
          <div key={`${p.name}${p.lastModified}${p.size}`}>
            {p.name}
            <button type="button" className="find" onClick={() => setPhotos(photos.filter((_, n) => n !== i))}>
              不要这张
            </button>
          </div>
        ))}
      </Line>
      <Line
        id="h-title"
        label="标题"
        must
        hint={unit.village ? '例如：2026年第二季度村级财务收支公示' : '例如：第三季度农村低保对象名单公示'}
        problem={named.get('h-title')}
      >
        <Input id="h-title" size="large" maxLength={300} value={now.title} onChange={(e) => set({ title: e.target.value })} />
      </Line>
      <Line id="h-formed" label="日期" must hint="事情或文件的日期" problem={named.get('h-formed')}>
        <Input id="h-formed" size="large" type="date" value={now.formedOn} onChange={(e) => set({ formedOn: e.target.value })} />
      </Line>
      <Line id="h-column" label="放在哪个栏目" hint="不确定可以不选">
        <Select
          id="h-column"
          size="large"
          allowClear
          value={now.column || null}
          options={columnOptions(setup.data?.columns ?? [])}
          onChange={(v) => set({ column: v ?? '' })}
          style={{ width: '100%' }}
        />
      </Line>
      <Line id="h-text" label="内容" hint="有照片可以只写一两句" problem={named.get('h-text')}>
        <Input.TextArea
          id="h-text"
          value={now.text}
          maxLength={20_000}
          autoSize={{ minRows: 4 }}
          onChange={(e) => set({ text: e.target.value })}
        />
      </Line>
      <Button type="primary" size="large" block htmlType="submit" loading={sending}>
        报送
      </Button>
    </form>
  );
}
