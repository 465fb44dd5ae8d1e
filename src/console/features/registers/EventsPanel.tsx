import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Alert, App, Button, Flex, Input, Select, Table } from 'antd';
import { useState } from 'react';
import type { CaseEvent, Register, Row, SavedRows } from '../../../web/api/consoleTypes.ts';
import { type ApiProblem, api } from '../../api.ts';

interface Props {
  readonly register: Register;
  readonly row: Row;
  readonly onDone: () => void;
}

const KINDS: readonly (readonly [string, string])[] = [
  ['received', '收到申请'],
  ['confirmed', '与申请人确认'],
  ['clarificationSent', '发出补正告知书'],
  ['corrected', '收到补正'],
  ['consultationSent', '发出征求意见书'],
  ['consultationDelivered', '征求意见书送达'],
  ['opinionReceived', '收到意见'],
  ['extended', '延长答复期限'],
  ['reasonsAsked', '要求说明理由'],
  ['delayed', '告知延迟答复期限'],
  ['feeNoticeSent', '发出收费通知'],
  ['feeNoticeDelivered', '收费通知送达'],
  ['paid', '缴费'],
  ['withdrawn', '申请人撤回'],
  ['answered', '发出答复'],
  ['closed', '办结（不再处理）'],
];
const NAMES = new Map(KINDS);

function detail(e: CaseEvent): string {
  return [e.id && `对象：${e.id}`, e.days && `${e.days}个工作日`, e.until && `至${e.until}`, e.outcome, e.reason]
    .filter(Boolean)
    .join('；');
}

/** The steps of a case in the order of their dates; a step changes the clock at once. */
export function EventsPanel({ register, row, onDone }: Props) {
  const { message } = App.useApp();
  const queries = useQueryClient();
  const [events, setEvents] = useState<CaseEvent[]>(() => [...row.events]);
  const [next, setNext] = useState<CaseEvent>({ on: '', kind: 'clarificationSent' });
  const save = useMutation<SavedRows, ApiProblem>({
    mutationFn: () =>
      api.post(`/registers/${register.key}`, {
        agency: row.agency,
        drafts: [{ number: row.number, basedOn: row.version, values: {}, events }],
      }),
    onSuccess: async () => {
      await queries.invalidateQueries();
      message.success('办理过程已保存，期限已重算');
      onDone();
    },
  });
  const add = () => {
    setEvents([...events, next].sort((a, b) => a.on.localeCompare(b.on)));
    setNext({ on: '', kind: next.kind });
  };
  const set = (key: keyof CaseEvent, value: string) =>
    setNext({ ...next, [key]: key === 'days' ? Number(value) || undefined : value || undefined });
  return (
    <>
      {save.error && (
        <Alert
          type="error"
          title={save.error.message}
          description={[save.error.advice, ...save.error.fields.map((f) => `${f.what}。${f.fix}`)].join('')}
        />
      )}
      <Table<CaseEvent>
        size="small"
        pagination={false}
        rowKey={(e) => `${e.on}/${e.kind}/${e.id ?? ''}`}
        dataSource={events}
        columns={[
          { title: '日期', dataIndex: 'on' },
          { title: '步骤', render: (_, e) => NAMES.get(e.kind) ?? e.kind },
          { title: '说明', render: (_, e) => detail(e) },
          { title: '操作', render: (_, e) => <Button onClick={() => setEvents(events.filter((x) => x !== e))}>删去</Button> },
        ]}
      />
      <Flex gap={8} wrap style={{ margin: '12px 0' }}>
        <Input aria-label="日期" type="date" value={next.on} onChange={(e) => set('on', e.target.value)} style={{ width: 160 }} />
        <Select
          aria-label="步骤"
          value={next.kind}
          onChange={(kind) => setNext({ on: next.on, kind })}
          options={KINDS.map(([value, label]) => ({ value, label }))}
          style={{ width: 180 }}
        />
        {next.kind.startsWith('consultation') || next.kind === 'opinionReceived' ? (
          <Input
            aria-label="征求对象"
            placeholder="征求对象"
            value={next.id ?? ''}
            onChange={(e) => set('id', e.target.value)}
            style={{ width: 160 }}
          />
        ) : null}
        {next.kind === 'extended' && (
          <Input
            aria-label="工作日数"
            placeholder="工作日数，最多20"
            value={next.days ?? ''}
            onChange={(e) => set('days', e.target.value)}
            style={{ width: 160 }}
          />
        )}
        {next.kind === 'delayed' && (
          <Input
            aria-label="延至"
            type="date"
            value={next.until ?? ''}
            onChange={(e) => set('until', e.target.value)}
            style={{ width: 160 }}
          />
        )}
        {next.kind === 'closed' && (
          <Select
            aria-label="办结结果"
            placeholder="办结结果"
            value={next.outcome ?? null}
            onChange={(v) => set('outcome', v)}
            style={{ width: 220 }}
            options={[
              { value: '3.6.1', label: '逾期不补正' },
              { value: '3.6.2', label: '逾期不缴费' },
              { value: '3.6.3', label: '其他' },
            ]}
          />
        )}
        <Button onClick={add} disabled={next.on === ''}>
          加上这一步
        </Button>
      </Flex>
      <Button type="primary" loading={save.isPending} onClick={() => save.mutate()}>
        保存办理过程
      </Button>
    </>
  );
}
