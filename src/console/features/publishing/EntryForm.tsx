import { Button, Drawer, Flex, Input } from 'antd';
import { useState } from 'react';
import type { Entry, EntryBody, EntryKind } from '../../../web/api/publishingTypes.ts';
import { ApiProblem } from '../../api.ts';
import { ErrorBox, type Labels, namedFields } from './ErrorBox.tsx';
import { FieldControl, type FieldSpec, Line, type Typed } from './Field.tsx';
import { PaperField } from './PaperField.tsx';
import { useEntry } from './usePublishing.ts';

interface Props<K extends EntryKind> {
  readonly kind: K;
  readonly title: string;
  readonly entry: Entry<K> | null;
  readonly fields: readonly FieldSpec[];
  readonly start: Typed;
  readonly bodyOf: (typed: Typed) => EntryBody<K>;
  readonly onClose: () => void;
}

function lacking(fields: readonly FieldSpec[], typed: Typed): ApiProblem | null {
  const empty = fields.filter((f) => f.must && (typed[f.key] ?? '').trim() === '');
  if (empty.length === 0) return null;
  return new ApiProblem(422, { error: empty.map((f) => `“${f.label}”没有填写`).join('；') });
}

/** One entry of a small list: its fields, and taking it off the list with a reason. */
export function EntryForm<K extends EntryKind>({ kind, title, entry, fields, start, bodyOf, onClose }: Props<K>) {
  const [typed, setTyped] = useState<Typed>(start);
  const [reason, setReason] = useState('');
  const [own, setOwn] = useState<ApiProblem | null>(null);
  const { save, remove } = useEntry(kind, onClose);
  const labels: Labels = Object.fromEntries(fields.map((f) => [`e-${f.key}`, f.label]));
  const error = own ?? save.error ?? remove.error;
  const named = namedFields(error, labels);
  return (
    <Drawer open title={title} size={560} onClose={onClose} destroyOnHidden>
      <form
        className="record"
        onSubmit={(e) => {
          e.preventDefault();
          const problem = lacking(fields, typed);
          setOwn(problem);
          if (!problem) save.mutate({ entry, body: bodyOf(typed), reason });
        }}
      >
        <ErrorBox error={error} labels={labels} />
        {fields.map((f) => {
          const id = `e-${f.key}`;
          const problem = named.get(id);
          if (f.kind === 'paper')
            return (
              <PaperField
                key={f.key}
                id={id}
                label={f.label}
                kept={typed[f.key] || null}
                onKept={(file) => setTyped({ ...typed, [f.key]: file ?? '' })}
              />
            );
          return (
            <Line key={f.key} id={id} label={f.label} hint={f.hint} must={f.must ?? false} problem={problem}>
              <FieldControl
                spec={f}
                id={id}
                value={typed[f.key] ?? ''}
                bad={problem !== undefined}
                onChange={(v) => setTyped({ ...typed, [f.key]: v })}
              />
            </Line>
          );
        })}
        {entry && (
          <Line id="e-why" label="修改或删去的原因" hint="删去时必填，会留在记录里">
            <Input id="e-why" value={reason} onChange={(e) => setReason(e.target.value)} />
          </Line>
        )}
        <Flex gap={8} className="actions">
          <Button type="primary" htmlType="submit" loading={save.isPending}>
            保存
          </Button>
          {entry && (
            <Button
              danger
              loading={remove.isPending}
              onClick={() => {
                const empty = reason.trim() === '';
                setOwn(empty ? new ApiProblem(422, { error: '删去请先写明原因', advice: '原因写在本页最下面一栏。' }) : null);
                if (!empty) remove.mutate({ entry, reason });
              }}
            >
              从清单删去
            </Button>
          )}
        </Flex>
      </form>
    </Drawer>
  );
}
