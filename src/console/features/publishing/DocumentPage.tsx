import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, App, Button, Flex, Input, Spin } from 'antd';
import { useState } from 'react';
import { Link, useNavigate, useSearchParams } from 'react-router';
import type { DocumentAnswer, ItemAnswer } from '../../../web/api/publishingTypes.ts';
import { type ApiProblem, api, query } from '../../api.ts';
import { useSession } from '../../shell/session.ts';
import { CleanUpForm } from './CleanUpForm.tsx';
import { ErrorBox } from './ErrorBox.tsx';
import { Line } from './Field.tsx';
import { InterpretationPanel } from './InterpretationPanel.tsx';
import { ReviewPanel } from './ReviewPanel.tsx';
import { itemAddress } from './usePublishing.ts';
import '../registers/form.css';
import './publishing.css';

const NEEDS: Readonly<Record<string, string>> = { interpretation: 'interpretation', legalReview: 'review', unpublished: 'public' };

/** Which item the document is published as: one there is, or a new draft with what the register knows. */
function PublicPanel({ answer }: { readonly answer: DocumentAnswer }) {
  const { agency } = useSession();
  const { message } = App.useApp();
  const go = useNavigate();
  const queries = useQueryClient();
  const [number, setNumber] = useState('');
  const { row, item } = answer;
  const again = () => queries.invalidateQueries({ queryKey: ['publishing'] });
  const link = useMutation<DocumentAnswer, ApiProblem, string | null>({
    mutationFn: (chosen) =>
      api.post('/publishing/document/link', { agency: agency.agency, number: row.number, item: chosen, basedOn: row.version }),
    onSuccess: async () => {
      await again();
      message.success('已保存');
    },
  });
  const make = useMutation<ItemAnswer, ApiProblem>({
    mutationFn: () => api.post('/publishing/document/item', { agency: agency.agency, number: row.number }),
    onSuccess: async (a) => {
      await again();
      go(itemAddress(a.item.life.item));
    },
  });
  return (
    <section className="panel" id="public" aria-label="公开信息">
      <h2>公开信息</h2>
      <ErrorBox error={link.error ?? make.error} labels={{ 'l-item': '信息索引号' }} />
      {item && (
        <p>
          <Link to={itemAddress(item.number)}>{item.title || item.number}</Link>
          <span className="tag">{item.state}</span>
          {answer.mayWrite && row.promulgatedOn === null && (
            <Button size="small" loading={link.isPending} onClick={() => link.mutate(item.number)}>
              按公开日期填公布日期
            </Button>
          )}
          {answer.mayWrite && (
            <Button size="small" loading={link.isPending} onClick={() => link.mutate(null)}>
              取消对应
            </Button>
          )}
        </p>
      )}
      {!item && <p className="sub">还没有对应的公开信息{row.item && `（登记的索引号${row.item}找不到了）`}。</p>}
      {!item && answer.mayWrite && (
        <form
          className="record"
          onSubmit={(e) => {
            e.preventDefault();
            if (number.trim() !== '') link.mutate(number.trim());
          }}
        >
          {answer.mayDraft && !row.item && (
            <Button type="primary" loading={make.isPending} onClick={() => make.mutate()}>
              建立公开信息
            </Button>
          )}
          <Line id="l-item" label="已经有的，填信息索引号" hint="在信息页的标题上方">
            <Flex gap={8}>
              <Input id="l-item" value={number} maxLength={100} onChange={(e) => setNumber(e.target.value)} />
              <Button htmlType="submit" loading={link.isPending} disabled={number.trim() === ''}>
                对应
              </Button>
            </Flex>
          </Line>
        </form>
      )}
    </section>
  );
}

function CleanUpPanel({ answer }: { readonly answer: DocumentAnswer }) {
  const [open, setOpen] = useState(false);
  return (
    <section className="panel" aria-label="清理">
      <h2>清理和废止</h2>
      {answer.cleanups.length === 0 && <p className="sub">还没有清理记录。</p>}
      <ul className="way">
        {answer.cleanups.map(({ entry: { id, body }, resultName }) => (
          <li key={id}>
            {body.on}　<b>{resultName}</b>
            {body.endedOn && `　自${body.endedOn}起`}
            {body.validUntil && `　有效期至${body.validUntil}`}
            {body.by && <div>{body.by}</div>}
            {body.remark && <div className="sub">{body.remark}</div>}
          </li>
        ))}
      </ul>
      {answer.mayWrite && !open && <Button onClick={() => setOpen(true)}>登记清理、废止</Button>}
      {open && <CleanUpForm documents={[answer.row]} onDone={() => setOpen(false)} />}
    </section>
  );
}

/** One normative document: what it needs, its legality reviews, interpretation, clean-ups, and the item it is published as. */
export function DocumentPage() {
  const [search] = useSearchParams();
  const number = search.get('number') ?? '';
  const { agency } = useSession();
  const read = useQuery<DocumentAnswer, ApiProblem>({
    queryKey: ['publishing', 'document', agency.agency, number],
    queryFn: () => api.get(`/publishing/document${query({ agency: agency.agency, number })}`),
  });
  if (read.error)
    return (
      <Alert
        type="error"
        title={read.error.message}
        description={read.error.advice}
        action={<Link to="/publishing/normative">回到列表</Link>}
      />
    );
  if (!read.data) return <Spin />;
  const { row } = read.data;
  const facts: readonly (readonly [string, string | null])[] = [
    ['发文字号', row.number],
    ['印发日期', row.issuedOn],
    ['公布日期', row.promulgatedOn],
    ['施行日期', read.data.effectiveOn],
    ['有效期至', row.validUntil],
    ['失效（废止）日期', row.endedOn],
    ['替代文件', read.data.replacedBy],
    ['合法性审核日期', row.reviewedOn],
    ['承办', read.data.handler],
  ];
  return (
    <>
      <p className="crumb">
        <Link to="/publishing/normative">规范性文件办理</Link> › {row.number}
      </p>
      <h1>
        {row.title} <span className="tag">{row.stateName}</span>
        {row.reminder !== null && <span className="tag late">{row.reminder === 0 ? '有效期已满' : `${row.reminder}天内到期`}</span>}
      </h1>
      {row.needs.length > 0 && (
        <Alert
          type="warning"
          title={`还有${row.needs.length}件事要办`}
          description={
            <ul>
              {row.needs.map((n) => (
                <li key={n.kind}>{NEEDS[n.kind] ? <a href={`#${NEEDS[n.kind]}`}>{n.says}</a> : n.says}</li>
              ))}
            </ul>
          }
        />
      )}
      <div className="item">
        <div>
          <ReviewPanel answer={read.data} />
          <InterpretationPanel answer={read.data} />
          <CleanUpPanel key={row.version} answer={read.data} />
        </div>
        <div>
          <section className="panel" aria-label="登记内容">
            <h2>登记内容</h2>
            <dl className="facts">
              {facts.map(([label, value]) => (
                <div key={label} style={{ display: 'contents' }}>
                  <dt>{label}</dt>
                  <dd>{value ?? '—'}</dd>
                </div>
              ))}
            </dl>
            <Link to={`/registers/normativeDocuments${query({ number: row.number })}`}>在登记簿里改</Link>
          </section>
          <PublicPanel answer={read.data} />
        </div>
      </div>
    </>
  );
}
