import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Alert, App, Button, Flex, Input, Popconfirm } from 'antd';
import { useEffect, useRef, useState } from 'react';
import type { FieldValue, Register } from '../../../web/api/consoleTypes.ts';
import type { Row, SavedRows, VoidRow } from '../../../web/api/registerTypes.ts';
import { type ApiProblem, api } from '../../api.ts';
import { useSession } from '../../shell/session.ts';
import { FieldLine } from './FieldLine.tsx';
import { type FieldOf, shown, typed } from './values.ts';
import { Wrong } from './Wrong.tsx';
import './form.css';

interface Props {
  readonly register: Register;
  readonly row: Row | null;
  readonly onDone: () => void;
}

type Typed = Readonly<Record<string, string>>;

function editable(register: Register, row: Row | null): readonly FieldOf[] {
  return register.fields.filter((f) => f.key !== register.numberField || row === null);
}

/** Only what was changed goes to the server, so that a masked personal value is never written back over the real one. */
function changed(fields: readonly FieldOf[], was: Typed, now: Typed): Record<string, FieldValue> {
  return Object.fromEntries(
    fields.filter((f) => (now[f.key] ?? '') !== (was[f.key] ?? '')).map((f) => [f.key, typed(f, now[f.key] ?? '')]),
  );
}

/** A record's fields. What is typed is kept in the browser until saved, and survives a sign-out. */
export function RecordForm({ register, row, onDone }: Props) {
  const { agency } = useSession();
  const { message } = App.useApp();
  const queries = useQueryClient();
  const fields = editable(register, row);
  const [revealed, setRevealed] = useState<Row | null>(null);
  const current = revealed ?? row;
  const was: Typed = current ? Object.fromEntries(fields.map((f) => [f.key, shown(f, current.values[f.key])])) : {};
  const hidden = (f: FieldOf) => Boolean(f.personal && row && !revealed && was[f.key]);
  const draftKey = `gongkai.draft.${agency.agency}.${register.key}.${row?.number ?? 'new'}`;
  const [now, setNow] = useState<Typed>(() => ({ ...was, ...(JSON.parse(localStorage.getItem(draftKey) ?? '{}') as Typed) }));
  const [reason, setReason] = useState('');
  const summary = useRef<HTMLDivElement>(null);

  useEffect(() => {
    const dirty = fields.some((f) => (now[f.key] ?? '') !== (was[f.key] ?? ''));
    // What somebody else once entered of a person is not left in the browser.
    const own = row ? Object.fromEntries(Object.entries(now).filter(([k]) => !fields.some((f) => f.key === k && f.personal))) : now;
    if (dirty) localStorage.setItem(draftKey, JSON.stringify(own));
    else localStorage.removeItem(draftKey);
  });

  const finish = async (text: string) => {
    localStorage.removeItem(draftKey);
    await queries.invalidateQueries();
    message.success(text);
    onDone();
  };
  const owner = row?.agency ?? agency.agency;
  const save = useMutation<SavedRows, ApiProblem>({
    mutationFn: () => {
      const values = changed(fields, was, now);
      const number = row?.number ?? (values[register.numberField] ? String(values[register.numberField]) : undefined);
      delete values[register.numberField];
      return api.post(`/registers/${register.key}`, {
        agency: owner,
        reason: reason || undefined,
        drafts: [{ ...(number ? { number } : {}), ...(row ? { basedOn: row.version } : {}), values }],
      });
    },
    onSuccess: (saved) => finish(`已保存 ${saved.rows[0]?.number ?? ''}`),
    onError: () => setTimeout(() => summary.current?.focus()),
  });
  const cancel = useMutation<unknown, ApiProblem>({
    mutationFn: () =>
      api.post(`/registers/${register.key}/${encodeURIComponent(row!.number)}/void`, {
        agency: owner,
        reason,
        basedOn: row!.version,
      } satisfies VoidRow),
    onSuccess: () => finish(`${row!.number} 已作废，编号保留`),
  });
  const reveal = useMutation<Row, ApiProblem>({
    mutationFn: () => api.post(`/registers/${register.key}/${encodeURIComponent(row!.number)}/reveal`, { agency: owner, reason }),
    onSuccess: (whole) => {
      setRevealed(whole);
      const personal = fields.filter((f) => f.personal).map((f) => [f.key, shown(f, whole.values[f.key])]);
      setNow({ ...now, ...Object.fromEntries(personal) });
    },
  });
  const problems = new Map((save.error?.fields ?? []).map((p) => [p.field, p]));
  const error = save.error ?? cancel.error ?? reveal.error;

  return (
    <form
      className="record"
      onSubmit={(e) => {
        e.preventDefault();
        save.mutate();
      }}
      onKeyDown={(e) => {
        // Enter inside a pinyin composition chooses a word; it submits nothing.
        if (e.key === 'Enter' && e.nativeEvent.isComposing) e.preventDefault();
      }}
    >
      {error && <Wrong ref={summary} error={error} />}
      {row?.void && <Alert type="warning" title={`已作废（${row.void.on}）：${row.void.reason}`} />}
      {fields.map((f) => (
        <FieldLine
          key={f.key}
          field={f}
          row={row}
          hidden={hidden(f) ? (was[f.key] ?? '') : null}
          value={now[f.key] ?? ''}
          problem={problems.get(f.key)}
          onChange={(v) => setNow({ ...now, [f.key]: v })}
        />
      ))}
      {row && (
        <div className="line">
          <label htmlFor="f-reason">原因（修改、作废、查看个人信息时写明，会记入修改记录）</label>
          <Input id="f-reason" value={reason} onChange={(e) => setReason(e.target.value)} />
        </div>
      )}
      <Flex gap={8} className="actions">
        <Button type="primary" htmlType="submit" loading={save.isPending} disabled={Boolean(row?.void)}>
          保存
        </Button>
        {fields.some(hidden) && (
          <Button disabled={reason.trim() === ''} loading={reveal.isPending} onClick={() => reveal.mutate()}>
            查看个人信息
          </Button>
        )}
        {row && !row.void && (
          <Popconfirm
            title="作废后编号保留，不再计入任何数字。"
            okText="作废"
            cancelText="不作废"
            onConfirm={() => cancel.mutate()}
            disabled={reason.trim() === ''}
          >
            <Button danger disabled={reason.trim() === ''} title={reason.trim() === '' ? '请先写明原因' : undefined}>
              作废
            </Button>
          </Popconfirm>
        )}
      </Flex>
    </form>
  );
}
