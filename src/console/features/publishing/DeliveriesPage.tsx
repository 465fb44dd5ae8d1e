import { Alert, Button, Flex, Table } from 'antd';
import { useState } from 'react';
import type { Entry, EntryBody } from '../../../web/api/publishingTypes.ts';
import { query } from '../../api.ts';
import { useSession } from '../../shell/session.ts';
import { EntryForm } from './EntryForm.tsx';
import type { FieldSpec, Typed } from './Field.tsx';
import { fileAddress, useOffice, useSetup } from './usePublishing.ts';
import '../registers/form.css';
import './publishing.css';

type Delivery = EntryBody<'delivery'>;

const KINDS: readonly { value: Delivery['kind']; label: string }[] = [
  { value: 'archive', label: '档案馆' },
  { value: 'library', label: '图书馆' },
  { value: 'serviceCentre', label: '政务服务场所' },
  { value: 'other', label: '其他' },
];
const FIELDS: readonly FieldSpec[] = [
  { key: 'kind', label: '送到哪一类场所', kind: 'choice', must: true, options: KINDS },
  { key: 'to', label: '接收单位', kind: 'text', must: true },
  { key: 'on', label: '日期', kind: 'day', must: true },
  { key: 'items', label: '信息', kind: 'long', must: true, hint: '一行一件：索引号、名称、份数，中间空一格。可以从“主动公开”列表复制。' },
  { key: 'handedBy', label: '送交人', kind: 'text' },
  { key: 'receivedBy', label: '签收人', kind: 'text' },
  { key: 'receivedOn', label: '签收日期', kind: 'day', hint: '收到回执再填；没填的会留在待办里' },
  { key: 'receipt', label: '回执照片或扫描件', kind: 'paper' },
  { key: 'remark', label: '备注', kind: 'long' },
];

/** `SFZ/2026-00001 关于防火的通知 2`: number, title, copies; one copy unless said. */
export function itemLines(text: string): Delivery['items'] {
  return text
    .split('\n')
    .map((l) => l.trim())
    .filter((l) => l !== '')
    .map((l) => {
      const [item = '', ...rest] = l.split(/[\s\t]+/);
      const copies = /^\d{1,3}份?$/.test(rest.at(-1) ?? '') ? Number.parseInt(rest.pop() ?? '1', 10) : 1;
      return { item, title: rest.join(' '), copies };
    });
}

function typedOf(b: Delivery): Typed {
  const items = b.items.map((i) => `${i.item} ${i.title} ${i.copies}`).join('\n');
  return {
    kind: b.kind,
    to: b.to,
    on: b.on,
    items,
    handedBy: b.handedBy,
    receivedBy: b.receivedBy,
    receivedOn: b.receivedOn ?? '',
    receipt: b.receipt ?? '',
    remark: b.remark,
  };
}

function bodyOf(t: Typed): Delivery {
  const { kind, to = '', on = '', items = '', handedBy = '', receivedBy = '', receivedOn, receipt, remark = '' } = t;
  return {
    kind: kind as Delivery['kind'],
    to,
    on,
    items: itemLines(items),
    handedBy,
    receivedBy,
    receivedOn: receivedOn || null,
    receipt: receipt || null,
    remark,
  };
}

/** 送交档案馆、图书馆: copies handed over as a list to be signed, with the receipt. */
export function DeliveriesPage() {
  const { agency, me } = useSession();
  const setup = useSetup(agency.agency);
  const deliveries = useOffice<readonly Entry<'delivery'>[]>('entries/delivery');
  const [open, setOpen] = useState<Entry<'delivery'> | 'new' | null>(null);
  const may = setup.data?.mayWrite;
  const error = deliveries.error ?? setup.error;
  const entry = open === 'new' ? null : open;
  const printed = (id: string, format: string) => `/api/console/publishing/delivery/print${query({ agency: agency.agency, id, format })}`;
  return (
    <>
      <Flex justify="space-between" align="start" gap={12} wrap>
        <h1>送交档案馆、图书馆</h1>
        {may && (
          <Button type="primary" onClick={() => setOpen('new')}>
            登记送交
          </Button>
        )}
      </Flex>
      {error && <Alert type="error" title={error.message} description={error.advice} />}
      <Table<Entry<'delivery'>>
        size="small"
        rowKey="id"
        loading={deliveries.isPending}
        pagination={false}
        scroll={deliveries.data?.length ? { x: 680 } : {}}
        dataSource={[...(deliveries.data ?? [])]}
        locale={{ emptyText: '还没有送交记录。主动公开的信息应当及时送交国家档案馆和公共图书馆（《条例》第二十五条）。' }}
        columns={[
          {
            title: '接收单位',
            render: (_, e) =>
              may ? (
                <Button type="link" style={{ padding: 0 }} onClick={() => setOpen(e)}>
                  {e.body.to}
                </Button>
              ) : (
                e.body.to
              ),
          },
          { title: '送交日期', width: 110, render: (_, e) => e.body.on },
          {
            title: '信息',
            width: 130,
            render: (_, e) => `${e.body.items.length}件、${e.body.items.reduce((n, i) => n + i.copies, 0)}份`,
          },
          {
            title: '回执',
            width: 180,
            render: (_, e) => (
              <>
                {e.body.receivedOn ? `${e.body.receivedOn} ${e.body.receivedBy}` : <b className="late">还没有回执</b>}
                {e.body.receipt && (
                  <div>
                    <a href={fileAddress(agency.agency, e.body.receipt)} target="_blank" rel="noreferrer">
                      看回执
                    </a>
                  </div>
                )}
              </>
            ),
          },
          {
            title: '清单',
            width: 110,
            render: (_, e) => (
              <span className="print">
                <a target="_blank" rel="noreferrer" href={printed(e.id, 'html')}>
                  打印清单
                </a>
                <a target="_blank" rel="noreferrer" href={printed(e.id, 'pdf')} aria-label={`PDF：${e.body.to}`}>
                  PDF
                </a>
              </span>
            ),
          },
        ]}
      />
      {open && (
        <EntryForm
          kind="delivery"
          title={entry ? entry.body.to : '登记送交'}
          entry={entry}
          fields={FIELDS}
          start={entry ? typedOf(entry.body) : { kind: 'archive', on: me.today, handedBy: me.person.name }}
          bodyOf={bodyOf}
          onClose={() => setOpen(null)}
        />
      )}
    </>
  );
}
