import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, App, Button, Flex, Input, Select } from 'antd';
import { useEffect, useState } from 'react';
import { useNavigate } from 'react-router';
import type { DocumentRow, Entry, EntryBody, ItemAnswer, PictureAnswer } from '../../../web/api/publishingTypes.ts';
import { type ApiProblem, api } from '../../api.ts';
import { useSession } from '../../shell/session.ts';
import { ErrorBox, namedFields } from './ErrorBox.tsx';
import { Line } from './Field.tsx';
import { itemAddress } from './usePublishing.ts';

type Body = EntryBody<'picture'>;
type Block = Body['blocks'][number];

const MOST_BLOCKS = 12;
const EMPTY: Block = { heading: '', figure: '', lines: [] };
const LABELS = { 'p-title': '标题', 'p-document': '解读的文件' };

/** What is typed, after a short rest: the picture is drawn on the server. */
function useResting<T>(value: T): T {
  const [resting, setResting] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setResting(value), 500);
    return () => clearTimeout(timer);
  }, [value]);
  return resting;
}

function trimmed(b: Body): Body {
  return { ...b, blocks: b.blocks.map((x) => ({ ...x, lines: x.lines.filter((l) => l.trim() !== '') })) };
}

function Preview({ body }: { readonly body: Body }) {
  const { agency } = useSession();
  const resting = useResting(body);
  const ready = resting.title.trim() !== '' && resting.blocks.some((b) => b.heading.trim() !== '');
  const drawn = useQuery<PictureAnswer, ApiProblem>({
    queryKey: ['publishing', 'picture', agency.agency, resting],
    queryFn: () =>
      api.post('/publishing/picture/preview', {
        agency: agency.agency,
        body: trimmed({ ...resting, blocks: resting.blocks.filter((b) => b.heading.trim() !== '') }),
      }),
    enabled: ready,
    placeholderData: (before) => before,
  });
  return (
    <section className="panel" aria-label="预览">
      <h2>预览</h2>
      {!ready && <p className="sub">填了标题和第一块的小标题，这里就会画出来。</p>}
      {drawn.error && <Alert type="error" title={drawn.error.message} />}
      {drawn.data && (
        <>
          <img className="drawn" alt={drawn.data.text} src={`data:image/svg+xml;charset=utf-8,${encodeURIComponent(drawn.data.svg)}`} />
          <details>
            <summary>看不见图的人听到的文字（随图公布）</summary>
            <p style={{ whiteSpace: 'pre-wrap' }}>{drawn.data.text}</p>
          </details>
        </>
      )}
    </section>
  );
}

interface Props {
  readonly entry: Entry<'picture'> | null;
  readonly document: DocumentRow | null;
  readonly rows: readonly DocumentRow[];
}

/** The blocks of a 图解; saved as a form, published as a draft with the picture and its words. */
export function PictureForm({ entry, document, rows }: Props) {
  const { agency } = useSession();
  const { message } = App.useApp();
  const go = useNavigate();
  const queries = useQueryClient();
  const [now, setNow] = useState<Body>(
    () =>
      entry?.body ?? {
        title: document ? `一图读懂《${document.title}》` : '',
        source: document?.number ?? '',
        blocks: [EMPTY],
        contact: '',
      },
  );
  const [of, setOf] = useState(document?.number ?? '');
  const set = (part: Partial<Body>) => setNow({ ...now, ...part });
  const setBlock = (at: number, part: Partial<Block>) => set({ blocks: now.blocks.map((b, i) => (i === at ? { ...b, ...part } : b)) });
  const keep = (): Promise<Entry<'picture'>> =>
    api.post('/publishing/entries/picture', {
      agency: agency.agency,
      id: entry?.id ?? null,
      basedOn: entry?.version ?? null,
      body: trimmed(now),
      reason: '',
    });
  const again = () => queries.invalidateQueries({ queryKey: ['publishing'] });
  const place = (id: string) => `/publishing/picture?${new URLSearchParams({ id, ...(of && { document: of }) }).toString()}`;
  const save = useMutation<Entry<'picture'>, ApiProblem>({
    mutationFn: keep,
    onSuccess: async (kept) => {
      await again();
      message.success('已保存');
      go(place(kept.id), { replace: true });
    },
  });
  const show = useMutation<ItemAnswer, ApiProblem>({
    mutationFn: async () => {
      const kept = await keep();
      return api.post('/publishing/picture/show', { agency: agency.agency, document: of, id: kept.id });
    },
    onSuccess: async (a) => {
      await again();
      message.success('图已放进信息的草稿，文字也一并放好，请走审查和签发');
      go(itemAddress(a.item.life.item));
    },
  });
  const error = save.error ?? show.error;
  const named = namedFields(error, LABELS);
  return (
    <div className="item picture">
      <form
        className="record panel"
        onSubmit={(e) => {
          e.preventDefault();
          save.mutate();
        }}
      >
        <ErrorBox error={error} labels={LABELS} />
        <Line id="p-document" label="解读的文件" problem={named.get('p-document')}>
          <Select
            id="p-document"
            value={of || null}
            showSearch={{ optionFilterProp: 'label' }}
            options={rows.map((r) => ({ value: r.number, label: r.title }))}
            onChange={(v) => setOf(v ?? '')}
            style={{ width: '100%' }}
          />
        </Line>
        <Line id="p-title" label="标题" must problem={named.get('p-title')}>
          <Input id="p-title" value={now.title} maxLength={60} onChange={(e) => set({ title: e.target.value })} />
        </Line>
        {now.blocks.map((b, i) => (
          <fieldset key={i} className="block">
            <legend>第{i + 1}块</legend>
            <Line id={`p-h-${i}`} label="小标题" must>
              <Input id={`p-h-${i}`} value={b.heading} maxLength={40} onChange={(e) => setBlock(i, { heading: e.target.value })} />
            </Line>
            <Line id={`p-f-${i}`} label="大字" hint="金额、日期、人数等，没有就空着">
              <Input id={`p-f-${i}`} value={b.figure} maxLength={30} onChange={(e) => setBlock(i, { figure: e.target.value })} />
            </Line>
            <Line id={`p-l-${i}`} label="说明" hint="一行一条，最多8条">
              <Input.TextArea
                id={`p-l-${i}`}
                value={b.lines.join('\n')}
                autoSize={{ minRows: 2, maxRows: 8 }}
                onChange={(e) => setBlock(i, { lines: e.target.value.split('\n').slice(0, 8) })}
              />
            </Line>
            {now.blocks.length > 1 && (
              <Button onClick={() => set({ blocks: now.blocks.filter((_, n) => n !== i) })}>删去第{i + 1}块</Button>
            )}
          </fieldset>
        ))}
        {now.blocks.length < MOST_BLOCKS && <Button onClick={() => set({ blocks: [...now.blocks, EMPTY] })}>加一块</Button>}
        <Line id="p-source" label="来源" hint="文件名称或者文号">
          <Input id="p-source" value={now.source} maxLength={100} onChange={(e) => set({ source: e.target.value })} />
        </Line>
        <Line id="p-contact" label="咨询电话">
          <Input id="p-contact" value={now.contact} maxLength={100} onChange={(e) => set({ contact: e.target.value })} />
        </Line>
        <Flex gap={8} wrap className="actions">
          <Button type="primary" htmlType="submit" loading={save.isPending}>
            保存
          </Button>
          <Button
            loading={show.isPending}
            disabled={of === ''}
            title={of === '' ? '请先选择解读的文件' : undefined}
            onClick={() => show.mutate()}
          >
            放进信息，准备发布
          </Button>
        </Flex>
      </form>
      <Preview body={now} />
    </div>
  );
}
