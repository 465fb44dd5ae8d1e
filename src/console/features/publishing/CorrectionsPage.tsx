import { Alert, Button, Flex, Table } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import type { Entry, EntryBody } from '../../../web/api/publishingTypes.ts';
import { useSession } from '../../shell/session.ts';
import { EntryForm } from './EntryForm.tsx';
import type { FieldSpec, Typed } from './Field.tsx';
import { itemAddress, useOffice, useSetup } from './usePublishing.ts';
import '../registers/form.css';
import './publishing.css';

type Correction = EntryBody<'correction'>;
type Clarification = EntryBody<'clarification'>;

const CORRECTION: readonly FieldSpec[] = [
  { key: 'item', label: '信息索引号', kind: 'text', must: true, hint: '在信息页的标题上方' },
  { key: 'foundOn', label: '发现日期', kind: 'day', must: true },
  { key: 'foundBy', label: '谁发现的', kind: 'text' },
  { key: 'wrong', label: '错误内容', kind: 'long', must: true },
  { key: 'right', label: '正确内容', kind: 'long' },
  { key: 'correctedOn', label: '更正日期', kind: 'day', hint: '改好并重新发布的那天；没有改好就空着' },
  { key: 'version', label: '改好的是第几版', kind: 'count' },
];
const CLARIFICATION: readonly FieldSpec[] = [
  { key: 'foundOn', label: '发现日期', kind: 'day', must: true },
  { key: 'where', label: '出处', kind: 'text', must: true, hint: '哪个群、账号、网页或场合' },
  { key: 'claim', label: '不实内容', kind: 'long', must: true },
  { key: 'handler', label: '谁处理', kind: 'text' },
  { key: 'item', label: '澄清信息的索引号', kind: 'text' },
  { key: 'clarifiedOn', label: '澄清日期', kind: 'day', hint: '还没有澄清就空着' },
  { key: 'remark', label: '备注', kind: 'long' },
];

const typedOf = (body: object): Typed => Object.fromEntries(Object.entries(body).map(([k, v]) => [k, v === null ? '' : String(v)]));

function correctionOf(t: Typed): Correction {
  const { item = '', foundOn = '', foundBy = '', wrong = '', right = '', correctedOn, version } = t;
  return { item, foundOn, foundBy, wrong, right, correctedOn: correctedOn || null, version: version ? Number(version) : null };
}

function clarificationOf(t: Typed): Clarification {
  const { foundOn = '', where = '', claim = '', handler = '', item, clarifiedOn, remark = '' } = t;
  return { foundOn, where, claim, handler, item: item || null, clarifiedOn: clarifiedOn || null, remark };
}

type Open =
  | { readonly kind: 'correction'; readonly entry: Entry<'correction'> | null }
  | { readonly kind: 'clarification'; readonly entry: Entry<'clarification'> | null };

const owed = (day: string | null) => day ?? <b className="late">待办</b>;

/** 更正和澄清: what was wrong in something public, and false information met with true (OGIR2019 6). */
export function CorrectionsPage() {
  const { agency, me } = useSession();
  const setup = useSetup(agency.agency);
  const corrections = useOffice<readonly Entry<'correction'>[]>('entries/correction');
  const clarifications = useOffice<readonly Entry<'clarification'>[]>('entries/clarification');
  const [open, setOpen] = useState<Open | null>(null);
  const may = setup.data?.mayWrite;
  const error = corrections.error ?? clarifications.error ?? setup.error;
  const name = (text: string, act: () => void) =>
    may ? (
      <Button type="link" style={{ padding: 0, whiteSpace: 'normal', textAlign: 'left', height: 'auto' }} onClick={act}>
        {text}
      </Button>
    ) : (
      text
    );
  const item = (number: string | null) => (number ? <Link to={itemAddress(number)}>{number}</Link> : '—');
  const close = () => setOpen(null);
  return (
    <>
      <h1>更正和澄清</h1>
      {error && <Alert type="error" title={error.message} description={error.advice} />}
      <Flex justify="space-between" align="center" gap={12} wrap>
        <h2 className="part">更正</h2>
        {may && (
          <Button type="primary" onClick={() => setOpen({ kind: 'correction', entry: null })}>
            登记更正
          </Button>
        )}
      </Flex>
      <Table<Entry<'correction'>>
        size="small"
        rowKey="id"
        pagination={false}
        scroll={{ x: 640 }}
        dataSource={[...(corrections.data ?? [])]}
        locale={{ emptyText: '没有更正记录' }}
        columns={[
          { title: '错误内容', render: (_, e) => name(e.body.wrong.slice(0, 80), () => setOpen({ kind: 'correction', entry: e })) },
          { title: '信息', width: 180, render: (_, e) => item(e.body.item) },
          { title: '发现', width: 110, render: (_, e) => e.body.foundOn },
          { title: '更正', width: 110, render: (_, e) => owed(e.body.correctedOn) },
        ]}
      />
      <Flex justify="space-between" align="center" gap={12} wrap style={{ marginTop: 24 }}>
        <h2 className="part">澄清</h2>
        {may && (
          <Button type="primary" onClick={() => setOpen({ kind: 'clarification', entry: null })}>
            登记澄清
          </Button>
        )}
      </Flex>
      <Table<Entry<'clarification'>>
        size="small"
        rowKey="id"
        pagination={false}
        scroll={{ x: 640 }}
        dataSource={[...(clarifications.data ?? [])]}
        locale={{ emptyText: '没有澄清记录' }}
        columns={[
          {
            title: '不实内容',
            render: (_, e) => (
              <>
                {name(e.body.claim.slice(0, 80), () => setOpen({ kind: 'clarification', entry: e }))}
                <div className="sub">{e.body.where}</div>
              </>
            ),
          },
          { title: '澄清信息', width: 180, render: (_, e) => item(e.body.item) },
          { title: '发现', width: 110, render: (_, e) => e.body.foundOn },
          { title: '澄清', width: 110, render: (_, e) => owed(e.body.clarifiedOn) },
        ]}
      />
      {open?.kind === 'correction' && (
        <EntryForm
          kind="correction"
          title="更正"
          entry={open.entry}
          fields={CORRECTION}
          start={open.entry ? typedOf(open.entry.body) : { foundOn: me.today }}
          bodyOf={correctionOf}
          onClose={close}
        />
      )}
      {open?.kind === 'clarification' && (
        <EntryForm
          kind="clarification"
          title="澄清"
          entry={open.entry}
          fields={CLARIFICATION}
          start={open.entry ? typedOf(open.entry.body) : { foundOn: me.today }}
          bodyOf={clarificationOf}
          onClose={close}
        />
      )}
    </>
  );
}
