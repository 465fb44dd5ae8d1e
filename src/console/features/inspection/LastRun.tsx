import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, App, Button, Checkbox, Empty, Flex, Select, Spin } from 'antd';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import type { InspectionAnswer, ShownResult } from '../../../web/api/inspectionTypes.ts';
import { type ApiProblem, api, query } from '../../api.ts';
import { useSession } from '../../shell/session.ts';
import { Found } from './Found.tsx';

const GROUPS = [
  ['veto', '单项否决'],
  ['deduct', '扣分'],
  ['remind', '提醒'],
] as const;
const ORDER: readonly ShownResult['state'][] = ['fail', 'warn', 'notChecked', 'pass', 'notApplicable'];

function when(at: string): string {
  return new Date(at).toLocaleString('zh-CN', { timeZone: 'Asia/Shanghai', dateStyle: 'short', timeStyle: 'short' });
}

function Verdict({ line }: { readonly line: NonNullable<InspectionAnswer['line']> }) {
  const { summary: s } = line;
  return (
    <div className={`verdict ${s.verdict}`}>
      <b>{line.verdictName}</b>
      <span>{s.says}</span>
      <span>
        单项否决{s.vetoes}，扣分项{s.deductions}，提醒{s.reminders}，要注意{s.warnings}，没有查{s.unchecked}
      </span>
      <span>{s.deducted === null ? '没有填分值，不算分' : `按本级分值扣${s.deducted}分`}</span>
      <span className="sub">
        {when(line.at)}　{line.by}（{line.triggerName}）
      </span>
    </div>
  );
}

function Since({ since }: { readonly since: NonNullable<InspectionAnswer['since']> }) {
  const names = (list: typeof since.fixed) =>
    list
      .slice(0, 5)
      .map((f) => (f.title ? `${f.label} ${f.title}` : f.label))
      .join('；');
  return (
    <p>
      与{since.on}那次相比：新出现{since.added.length}处，改好{since.fixed.length}处，还在{since.still}处。
      {since.fixed.length > 0 && (
        <span className="sub">
          改好：{names(since.fixed)}
          {since.fixed.length > 5 && '等'}
        </span>
      )}
    </p>
  );
}

/** The last run, or one chosen of those before; a button for a new one. */
export function LastRun() {
  const { agency } = useSession();
  const { message } = App.useApp();
  const queries = useQueryClient();
  const [params, setParams] = useSearchParams();
  const [all, setAll] = useState(false);
  const id = params.get('id');
  const shown = useQuery<InspectionAnswer, ApiProblem>({
    queryKey: ['inspection', agency.agency, id],
    queryFn: () => api.get(`/inspection${query({ agency: agency.agency, id })}`),
    placeholderData: (before) => before,
  });
  const run = useMutation<InspectionAnswer, ApiProblem>({
    mutationFn: () => api.post('/inspection', { agency: agency.agency }),
    onSuccess: async (answer) => {
      setParams({});
      queries.setQueryData(['inspection', agency.agency, null], answer);
      await queries.invalidateQueries({ queryKey: ['inspection', 'units'] });
      message.success(`查完了：${answer.line?.verdictName}`);
    },
  });
  if (shown.isPending) return <Spin />;
  const error = run.error ?? shown.error;
  const { line = null, results = [], since = null, runs = [], mayRun = false } = shown.data ?? {};
  const added = new Set((since?.added ?? []).map((f) => `${f.item} ${f.place} ${f.key}`));
  const list = results
    .filter((r) => all || (r.state !== 'pass' && r.state !== 'notApplicable'))
    .toSorted((a, b) => ORDER.indexOf(a.state) - ORDER.indexOf(b.state));
  return (
    <>
      {error && <Alert type="error" title={error.message} description={error.advice} />}
      <Flex gap={12} wrap align="center" className="filters no-print">
        {mayRun && (
          <Button type="primary" loading={run.isPending} onClick={() => run.mutate()}>
            现在查一次
          </Button>
        )}
        {runs.length > 0 && (
          <Select
            aria-label="哪一次"
            value={line?.id}
            onChange={(chosen) => setParams(chosen === runs[0]?.id ? {} : { id: chosen })}
            style={{ minWidth: 250, maxWidth: '100%' }}
            options={runs.map((r) => ({ value: r.id, label: `${when(r.at)} ${r.verdictName}（${r.triggerName}）` }))}
          />
        )}
        <Checkbox checked={all} onChange={(e) => setAll(e.target.checked)}>
          合格的、不适用的也列出
        </Checkbox>
        <Button disabled={!line} onClick={() => window.print()}>
          打印
        </Button>
      </Flex>
      {line ? <Verdict line={line} /> : <Empty description="还没有查过。系统每天自动查一次，也可以现在查。" />}
      {since && <Since since={since} />}
      {line && list.length === 0 && <p>没有要改的。</p>}
      {GROUPS.map(([severity, label]) => {
        const group = list.filter((r) => r.severity === severity);
        if (group.length === 0) return null;
        return (
          <section key={severity} aria-label={label}>
            <h2>{label}</h2>
            {group.map((r) => (
              <Found key={`${r.item} ${r.place}`} result={r} added={added} />
            ))}
          </section>
        );
      })}
    </>
  );
}
