import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Table } from 'antd';
import { useState } from 'react';
import type { CheckAnswer, CheckSummary } from '../../../web/api/checkTypes.ts';
import { type ApiProblem, api, query } from '../../api.ts';
import { FilePick } from '../../shell/FilePick.tsx';
import { useSession } from '../../shell/session.ts';
import { CheckPanel } from './CheckPanel.tsx';

const ACCEPT = '.docx,.doc,.wps,.pdf,.html,.htm,.txt,.md,.xlsx,.json,.zip';

function changes({ since }: CheckSummary): string {
  return since === null ? '第一次' : `改好${since.fixed}，新出现${since.added}，还在${since.still}`;
}

/** 年报体检: any office's report checked and kept; the same report again shows what was fixed. */
export function ChecksPage() {
  const { agency } = useSession();
  const queries = useQueryClient();
  const [open, setOpen] = useState<string | null>(null);
  const key = ['checks', agency.agency];
  const list = useQuery<{ checks: CheckSummary[] }, ApiProblem>({
    queryKey: key,
    queryFn: () => api.get(`/checks${query({ agency: agency.agency })}`),
  });
  const run = useMutation<CheckAnswer, ApiProblem, File>({
    mutationFn: (file) => {
      const data = new FormData();
      data.set('agency', agency.agency);
      data.set('file', file);
      return api.post('/checks', data);
    },
    onSuccess: async (answer) => {
      await queries.invalidateQueries({ queryKey: key, exact: true });
      if (answer.checks.length === 1) setOpen(answer.checks[0]?.id ?? null);
    },
  });
  const problem = run.error ?? list.error;
  return (
    <>
      <h1>年报体检</h1>
      <p className="sub">
        查本单位或下级单位的年报，Word、PDF、网页、Excel、文本都行，多份打成一个
        ZIP。结果留在这里；改好以后再查一次，看改好了哪些、还有哪些。文件本身不保存。
      </p>
      <FilePick label={run.isPending ? '正在检查……' : '选择年报'} accept={ACCEPT} onPick={(file) => run.mutate(file)} />
      {problem && <Alert type="error" title={problem.message} description={problem.advice} />}
      {run.data?.unread.map((u) => (
        <Alert key={u.file} type="error" title={`${u.file}读不了`} description={u.message} />
      ))}
      <Table
        size="small"
        rowKey="id"
        style={{ marginTop: 12 }}
        loading={list.isLoading || run.isPending}
        dataSource={list.data?.checks ?? []}
        locale={{ emptyText: '还没有查过年报' }}
        pagination={{ pageSize: 20, showSizeChanger: false, hideOnSinglePage: true }}
        columns={[
          {
            title: '单位和年度',
            render: (_, c) => (
              <Button type="link" onClick={() => setOpen(c.id)} aria-expanded={open === c.id}>
                {c.unit ?? c.file}
                {c.year === null ? '' : ` ${c.year}年度`}
              </Button>
            ),
          },
          { title: '第几次', dataIndex: 'version' },
          { title: '必须改', render: (_, c) => c.counts.error },
          { title: '建议改', render: (_, c) => c.counts.warning },
          { title: '可不改', render: (_, c) => c.counts.info },
          { title: '已说明', render: (_, c) => c.counts.waived },
          { title: '比上一次', render: (_, c) => changes(c) },
          {
            title: '谁查的',
            render: (_, c) =>
              `${c.by} ${new Date(c.at).toLocaleString('zh-CN', { timeZone: 'Asia/Shanghai', dateStyle: 'short', timeStyle: 'short' })}`,
          },
        ]}
      />
      {open && <CheckPanel key={open} id={open} />}
    </>
  );
}
