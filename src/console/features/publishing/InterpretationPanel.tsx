import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Alert, App, Button, Flex, Input, Select } from 'antd';
import { useState } from 'react';
import { Link, useNavigate } from 'react-router';
import type { DocumentAnswer, Entry, EntryBody, ItemAnswer } from '../../../web/api/publishingTypes.ts';
import { type ApiProblem, api, query } from '../../api.ts';
import { useSession } from '../../shell/session.ts';
import { ErrorBox } from './ErrorBox.tsx';
import { Line } from './Field.tsx';
import { itemAddress, useEntry } from './usePublishing.ts';

type Form = EntryBody<'interpretation'>['form'];

/** The three forms of 解读. */
export const INTERPRETATION_FORMS: readonly { readonly value: Form; readonly label: string }[] = [
  { value: 'text', label: '文字解读' },
  { value: 'questions', label: '问答' },
  { value: 'picture', label: '图解' },
];

/** The address of a 图解's small form. */
export function pictureAddress(document: string, id: string | null = null): string {
  return `/publishing/picture${query({ document, id })}`;
}

function Made({ entry, onDrop }: { readonly entry: Entry<'interpretation'>; readonly onDrop: (() => void) | null }) {
  const { body } = entry;
  const form = INTERPRETATION_FORMS.find((f) => f.value === body.form)?.label;
  return (
    <li>
      <Flex gap={8} wrap align="center">
        {body.notNeeded ? (
          <span>不需要解读：{body.notNeeded}</span>
        ) : (
          <>
            <b>{form}</b>
            {body.item && <Link to={itemAddress(body.item)}>{body.item}</Link>}
            {body.picture && <Link to={pictureAddress(body.document, body.picture)}>改图解</Link>}
          </>
        )}
        {onDrop && (
          <Button size="small" onClick={onDrop}>
            取消
          </Button>
        )}
      </Flex>
    </li>
  );
}

/** 政策解读 of a document: what there is, and beginning one as text, as questions, as a picture, or saying why none is needed. */
export function InterpretationPanel({ answer }: { readonly answer: DocumentAnswer }) {
  const { agency } = useSession();
  const { message } = App.useApp();
  const go = useNavigate();
  const queries = useQueryClient();
  const [now, setNow] = useState({ form: 'text' as Form, item: '', why: '' });
  const { row, interpretations: made } = answer;
  const common = { agency: agency.agency, document: row.number };
  const again = () => queries.invalidateQueries({ queryKey: ['publishing'] });
  const begin = useMutation<ItemAnswer, ApiProblem, 'text' | 'questions'>({
    mutationFn: (form) => api.post('/publishing/interpretation/draft', { ...common, form }),
    onSuccess: async (a) => {
      await again();
      go(itemAddress(a.item.life.item));
    },
  });
  const link = useMutation<ItemAnswer, ApiProblem>({
    mutationFn: () => api.post('/publishing/interpretation/link', { ...common, form: now.form, item: now.item }),
    onSuccess: async () => {
      await again();
      message.success('已对应');
      setNow({ ...now, item: '' });
    },
  });
  const { save, remove } = useEntry('interpretation', () => setNow({ ...now, why: '' }));
  const need = row.needs.find((n) => n.kind === 'interpretation');
  const { mayWrite, mayDraft } = answer;
  return (
    <section className="panel" id="interpretation" aria-label="政策解读">
      <h2>政策解读</h2>
      <ErrorBox
        error={begin.error ?? link.error ?? save.error ?? remove.error}
        labels={{ 'i-item': '信息索引号', 'i-why': '不需要解读的原因' }}
      />
      {need && <Alert type="warning" title={need.says} />}
      <ul className="way">
        {made.map((entry) => (
          <Made
            key={entry.id}
            entry={entry}
            onDrop={mayWrite ? () => remove.mutate({ entry, reason: entry.body.notNeeded ? '改为需要解读' : '取消对应' }) : null}
          />
        ))}
      </ul>
      {mayDraft && (
        <Flex gap={8} wrap>
          <Button type={made.length === 0 ? 'primary' : 'default'} loading={begin.isPending} onClick={() => begin.mutate('text')}>
            写文字解读
          </Button>
          <Button loading={begin.isPending} onClick={() => begin.mutate('questions')}>
            写问答
          </Button>
          <Button onClick={() => go(pictureAddress(row.number))}>做图解</Button>
        </Flex>
      )}
      {mayWrite && (
        <details>
          <summary>已经有解读，或者不需要解读</summary>
          <form
            className="record"
            onSubmit={(e) => {
              e.preventDefault();
              link.mutate();
            }}
          >
            <Line id="i-form" label="解读的形式">
              <Select
                id="i-form"
                value={now.form}
                options={[...INTERPRETATION_FORMS]}
                onChange={(form) => setNow({ ...now, form })}
                style={{ width: '100%' }}
              />
            </Line>
            <Line id="i-item" label="解读的信息索引号">
              <Flex gap={8}>
                <Input id="i-item" value={now.item} maxLength={100} onChange={(e) => setNow({ ...now, item: e.target.value })} />
                <Button htmlType="submit" disabled={now.item.trim() === ''} loading={link.isPending}>
                  对应
                </Button>
              </Flex>
            </Line>
          </form>
          <form
            className="record"
            onSubmit={(e) => {
              e.preventDefault();
              const body = {
                document: row.number,
                documentItem: row.item,
                form: 'text',
                item: null,
                notNeeded: now.why.trim(),
                picture: null,
              } as const;
              save.mutate({ entry: null, body });
            }}
          >
            <Line id="i-why" label="不需要解读的原因">
              <Flex gap={8}>
                <Input id="i-why" value={now.why} maxLength={400} onChange={(e) => setNow({ ...now, why: e.target.value })} />
                <Button htmlType="submit" disabled={now.why.trim() === ''} loading={save.isPending}>
                  记下
                </Button>
              </Flex>
            </Line>
          </form>
        </details>
      )}
    </section>
  );
}
