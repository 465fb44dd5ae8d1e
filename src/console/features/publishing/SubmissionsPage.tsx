import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Alert, App, Button, Empty, Flex, Input, Select, Spin } from 'antd';
import { useState } from 'react';
import { Link, useNavigate } from 'react-router';
import type { ColumnChoice, ItemAnswer, SubmissionRow } from '../../../web/api/publishingTypes.ts';
import { type ApiProblem, api } from '../../api.ts';
import { useSession } from '../../shell/session.ts';
import { columnOptions } from './columns.ts';
import { dayOf } from './dayOf.ts';
import { ErrorBox } from './ErrorBox.tsx';
import { fileAddress, itemAddress, useOffice, useSetup } from './usePublishing.ts';
import '../registers/form.css';
import './publishing.css';

const STATES = { waiting: '等待处理', returned: '已退回', taken: '已采用' } as const;

interface CardProps {
  readonly row: SubmissionRow;
  readonly mayDraft: boolean;
  readonly columns: readonly ColumnChoice[];
}

function SubmissionCard({ row, mayDraft, columns }: CardProps) {
  const { agency } = useSession();
  const { message } = App.useApp();
  const go = useNavigate();
  const queries = useQueryClient();
  const [reason, setReason] = useState('');
  const { entry, files, proposed } = row;
  const { body } = entry;
  const [column, setColumn] = useState(body.column ?? proposed?.column ?? null);
  const back = useMutation<unknown, ApiProblem>({
    mutationFn: () => api.post('/publishing/submissions/return', { agency: entry.agency, id: entry.id, reason }),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ['publishing'] });
      message.success('已退回');
    },
  });
  const take = useMutation<ItemAnswer, ApiProblem>({
    mutationFn: () => api.post('/publishing/submissions/take', { agency: agency.agency, unit: entry.agency, id: entry.id, column }),
    onSuccess: async (a) => {
      await queries.invalidateQueries({ queryKey: ['publishing'] });
      message.success('已建成草稿，请走审查和签发');
      go(itemAddress(a.item.life.item));
    },
  });
  const why = `s-${entry.id}`;
  const where = `c-${entry.id}`;
  return (
    <article className="panel">
      <h2>
        {body.title} <span className="tag">{STATES[body.state]}</span>
        {body.village && <span className="tag">村务公开</span>}
      </h2>
      <p className="sub">
        {body.from}　{body.handedInBy}　{dayOf(body.handedInAt)}报送　信息日期 {body.formedOn}
      </p>
      <p style={{ whiteSpace: 'pre-wrap' }}>{body.text}</p>
      <div className="photos">
        {files.map((f) => (
          <a key={f.id} href={fileAddress(entry.agency, f.id)} target="_blank" rel="noreferrer">
            {f.picture ? <img src={fileAddress(entry.agency, f.id)} alt={f.name} /> : f.name}
          </a>
        ))}
      </div>
      {body.state === 'returned' && <p>退回原因：{body.reason}</p>}
      {body.item && <Link to={itemAddress(body.item)}>看采用后的信息</Link>}
      <ErrorBox error={back.error ?? take.error} labels={{ [why]: '退回的原因' }} />
      {body.state === 'waiting' && mayDraft && (
        <Flex gap={8} wrap align="center" style={{ marginBottom: 8 }}>
          <label htmlFor={where}>放在哪个栏目</label>
          <Select
            id={where}
            value={column}
            allowClear
            showSearch={{ optionFilterProp: 'label' }}
            options={columnOptions(columns, column)}
            onChange={(v) => setColumn(v ?? null)}
            style={{ width: 240 }}
          />
          {body.column === null && (
            <span className="sub">
              {proposed ? `报送时没有选，按“${proposed.word}”建议放在“${proposed.label}”，请核对` : '报送时没有选，请选一个'}
            </span>
          )}
        </Flex>
      )}
      {body.state === 'waiting' && mayDraft && (
        <Flex gap={8} wrap align="center">
          <Button type="primary" loading={take.isPending} onClick={() => take.mutate()}>
            采用，建成草稿
          </Button>
          <label htmlFor={why}>退回的原因</label>
          <Input id={why} value={reason} maxLength={400} onChange={(e) => setReason(e.target.value)} style={{ width: 240 }} />
          <Button
            loading={back.isPending}
            disabled={reason.trim() === ''}
            title={reason.trim() === '' ? '请先写明退回的原因' : undefined}
            onClick={() => back.mutate()}
          >
            退回
          </Button>
        </Flex>
      )}
    </article>
  );
}

/** 村和站所报送: what villages and departments handed in; returned with a reason, or made a draft of the office. */
export function SubmissionsPage() {
  const { agency } = useSession();
  const setup = useSetup(agency.agency);
  const list = useOffice<readonly SubmissionRow[]>('submissions');
  const error = list.error ?? setup.error;
  if (error) return <Alert type="error" title={error.message} description={error.advice} />;
  if (!list.data) return <Spin />;
  const waiting = list.data.filter((r) => r.entry.body.state === 'waiting');
  const settled = list.data.filter((r) => r.entry.body.state !== 'waiting');
  return (
    <>
      <h1>村和站所报送</h1>
      <p className="sub">
        村和站所的人登录后用手机打开 <Link to="/submit">报送页面</Link>，拍照、填四项就能报上来。
      </p>
      {list.data.length === 0 && <Empty description="还没有报送" />}
      {waiting.map((r) => (
        <SubmissionCard key={r.entry.id} row={r} mayDraft={setup.data?.mayDraft ?? false} columns={setup.data?.columns ?? []} />
      ))}
      {settled.length > 0 && <h2 className="part">已经处理的</h2>}
      {settled.map((r) => (
        <SubmissionCard key={r.entry.id} row={r} mayDraft={false} columns={[]} />
      ))}
    </>
  );
}
