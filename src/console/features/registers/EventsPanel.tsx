import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Alert, App, Button, Flex, Input, Select, Table } from 'antd';
import { useState } from 'react';
import type { CaseEvent, Register } from '../../../web/api/consoleTypes.ts';
import type { Row, SavedRows } from '../../../web/api/registerTypes.ts';
import { type ApiProblem, api } from '../../api.ts';
import { EventDetails } from './EventDetails.tsx';
import { detailText, EVENT_KINDS, eventName } from './events.ts';

interface Props {
  readonly register: Register;
  readonly row: Row;
  readonly onDone: () => void;
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
          { title: '步骤', render: (_, e) => eventName(e.kind) },
          { title: '说明', render: (_, e) => detailText(e) },
          { title: '操作', render: (_, e) => <Button onClick={() => setEvents(events.filter((x) => x !== e))}>删去</Button> },
        ]}
      />
      <Flex gap={8} wrap style={{ margin: '12px 0' }}>
        <Input aria-label="日期" type="date" value={next.on} onChange={(e) => set('on', e.target.value)} style={{ width: 160 }} />
        <Select
          aria-label="步骤"
          value={next.kind}
          onChange={(kind) => setNext({ on: next.on, kind })}
          options={EVENT_KINDS.map(([value, label]) => ({ value, label }))}
          style={{ width: 180 }}
        />
        <EventDetails event={next} set={set} />
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
