import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Alert, App, Button, Flex, Input, Select } from 'antd';
import { useState } from 'react';
import type { DocumentAnswer, Entry, EntryBody } from '../../../web/api/publishingTypes.ts';
import { type ApiProblem, api } from '../../api.ts';
import { useSession } from '../../shell/session.ts';
import { ErrorBox, namedFields } from './ErrorBox.tsx';
import { Line } from './Field.tsx';
import { PaperField } from './PaperField.tsx';
import { fileAddress } from './usePublishing.ts';

type Body = EntryBody<'legalReview'>;

const RESULTS: readonly { value: Body['result']; label: string }[] = [
  { value: 'open', label: '审核中，还没有意见' },
  { value: 'lawful', label: '合法，可以印发' },
  { value: 'change', label: '修改后再审' },
  { value: 'unlawful', label: '不合法，不得印发' },
];
const LABELS = {
  'v-submitted': '送审日期',
  'v-reviewer': '审核机构',
  'v-result': '结果',
  'v-on': '审核日期',
  'v-opinion': '审核意见',
  'v-why': '修改或删去的原因',
};

function ReviewForm({
  number,
  entry,
  onDone,
}: {
  readonly number: string;
  readonly entry: Entry<'legalReview'> | null;
  readonly onDone: () => void;
}) {
  const { agency, me } = useSession();
  const { message } = App.useApp();
  const queries = useQueryClient();
  const start: Body = entry?.body ?? {
    document: number,
    title: '',
    submittedOn: me.today,
    reviewer: '',
    result: 'open',
    opinion: '',
    on: null,
    file: null,
  };
  const [now, setNow] = useState(start);
  const [reason, setReason] = useState('');
  const set = (part: Partial<Body>) => setNow({ ...now, ...part });
  const common = { agency: agency.agency, number };
  const done = async (text: string) => {
    await queries.invalidateQueries({ queryKey: ['publishing'] });
    message.success(text);
    onDone();
  };
  const save = useMutation<DocumentAnswer, ApiProblem>({
    mutationFn: () =>
      api.post('/publishing/document/review', { ...common, id: entry?.id ?? null, basedOn: entry?.version ?? null, body: now, reason }),
    onSuccess: () => done('已保存，登记簿的合法性审核日期同步更新'),
  });
  const remove = useMutation<DocumentAnswer, ApiProblem>({
    mutationFn: () => api.post('/publishing/document/review/remove', { ...common, id: entry?.id, basedOn: entry?.version, reason }),
    onSuccess: () => done('已删去'),
  });
  const named = namedFields(save.error ?? remove.error, LABELS);
  return (
    <form
      className="record step"
      onSubmit={(e) => {
        e.preventDefault();
        save.mutate();
      }}
    >
      <ErrorBox error={save.error ?? remove.error} labels={LABELS} />
      <Line id="v-submitted" label="送审日期" must problem={named.get('v-submitted')}>
        <Input id="v-submitted" type="date" max={me.today} value={now.submittedOn} onChange={(e) => set({ submittedOn: e.target.value })} />
      </Line>
      <Line id="v-reviewer" label="审核机构" hint="例如：司法所、县司法局、法律顾问" problem={named.get('v-reviewer')}>
        <Input id="v-reviewer" value={now.reviewer} maxLength={400} onChange={(e) => set({ reviewer: e.target.value })} />
      </Line>
      <Line id="v-result" label="结果" must problem={named.get('v-result')}>
        <Select
          id="v-result"
          value={now.result}
          options={[...RESULTS]}
          onChange={(result) => set({ result, on: result === 'open' ? null : now.on })}
          style={{ width: '100%' }}
        />
      </Line>
      {now.result !== 'open' && (
        <>
          <Line id="v-on" label="审核日期" must hint="出具意见的那天" problem={named.get('v-on')}>
            <Input id="v-on" type="date" max={me.today} value={now.on ?? ''} onChange={(e) => set({ on: e.target.value || null })} />
          </Line>
          <Line id="v-opinion" label="审核意见" must={now.result !== 'lawful'} problem={named.get('v-opinion')}>
            <Input.TextArea
              id="v-opinion"
              autoSize={{ minRows: 2, maxRows: 12 }}
              value={now.opinion}
              onChange={(e) => set({ opinion: e.target.value })}
            />
          </Line>
        </>
      )}
      <PaperField id="v-file" label="审核意见书照片或扫描件" kept={now.file} onKept={(file) => set({ file })} />
      {entry && (
        <Line id="v-why" label="修改或删去的原因" hint="删去时必填，会留在记录里" problem={named.get('v-why')}>
          <Input id="v-why" value={reason} maxLength={500} onChange={(e) => setReason(e.target.value)} />
        </Line>
      )}
      <Flex gap={8} wrap>
        <Button type="primary" htmlType="submit" loading={save.isPending}>
          保存
        </Button>
        <Button onClick={onDone}>取消</Button>
        {entry && (
          <Button danger disabled={reason.trim() === ''} loading={remove.isPending} onClick={() => remove.mutate()}>
            删去这次审核
          </Button>
        )}
      </Flex>
    </form>
  );
}

/** 合法性审核: sent for review, by whom, with what result; the register's date follows. */
export function ReviewPanel({ answer }: { readonly answer: DocumentAnswer }) {
  const { agency } = useSession();
  const [open, setOpen] = useState<Entry<'legalReview'> | 'new' | null>(null);
  const { row, reviews, reviewDays, mayWrite } = answer;
  const late = row.reviewedOn !== null && row.issuedOn !== null && row.reviewedOn > row.issuedOn;
  return (
    <section className="panel" id="review" aria-label="合法性审核">
      <h2>合法性审核</h2>
      {late && <Alert type="warning" title={`审核日期${row.reviewedOn}晚于印发日期${row.issuedOn}：应当先审核、后印发，请核对日期。`} />}
      {reviews.length === 0 && (
        <p className="sub">
          {row.reviewedOn
            ? `登记簿里登记的审核日期是${row.reviewedOn}，这里还没有审核记录。`
            : '还没有审核记录。请先送合法性审核，有了意见再印发。'}
        </p>
      )}
      <ul className="way">
        {reviews.map(({ entry, resultName, dueOn }) => (
          <li key={entry.id}>
            <b>{resultName}</b>　{entry.body.reviewer}
            <div className="sub">
              {entry.body.submittedOn}送审
              {entry.body.on && `，${entry.body.on}出具意见`}
              {entry.body.result === 'open' && dueOn && `，一般最迟${dueOn}（${reviewDays.says}）`}
            </div>
            {entry.body.opinion && <div>意见：{entry.body.opinion}</div>}
            <Flex gap={8} wrap align="center">
              {entry.body.file && (
                <a href={fileAddress(agency.agency, entry.body.file)} target="_blank" rel="noreferrer">
                  看意见书
                </a>
              )}
              {mayWrite && (
                <Button size="small" onClick={() => setOpen(entry)}>
                  {entry.body.result === 'open' ? '登记意见' : '修改'}
                </Button>
              )}
            </Flex>
          </li>
        ))}
      </ul>
      {mayWrite && !open && (
        <Button type={reviews.length === 0 ? 'primary' : 'default'} onClick={() => setOpen('new')}>
          登记送审
        </Button>
      )}
      {open && (
        <ReviewForm
          key={open === 'new' ? 'new' : open.id}
          number={row.number}
          entry={open === 'new' ? null : open}
          onDone={() => setOpen(null)}
        />
      )}
    </section>
  );
}
