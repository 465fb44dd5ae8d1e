import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Alert, App, Button, Checkbox, Flex, Select, Table } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import type { RegisterKey } from '../../../web/api/consoleTypes.ts';
import type { ImportAnswer } from '../../../web/api/registerTypes.ts';
import { type ApiProblem, api } from '../../api.ts';
import { FilePick } from '../../shell/FilePick.tsx';
import { pager } from '../../shell/pager.ts';
import { useSession } from '../../shell/session.ts';
import { useRegisters } from '../registers/useRegister.ts';

interface Asked {
  readonly file: File;
  readonly register: RegisterKey | '';
  readonly year: string;
  /** The sheet prevails over records of the same number. */
  readonly update: boolean;
  readonly mapping: Readonly<Record<string, string | null>>;
}

function form(asked: Asked, agency: string, apply: boolean): FormData {
  const data = new FormData();
  data.set('agency', agency);
  if (asked.register) data.set('register', asked.register);
  if (asked.year) data.set('year', asked.year);
  if (Object.keys(asked.mapping).length > 0) data.set('mapping', JSON.stringify(asked.mapping));
  data.set('update', String(asked.update));
  data.set('apply', String(apply));
  data.set('file', asked.file);
  return data;
}

/** The columns as they are filled now; one changed column must not lose the others. */
function kept(plan: ImportAnswer): Record<string, string | null> {
  return Object.fromEntries(plan.columns.map((c) => [c.header, c.field]));
}

/** 从表格导入: the office's own sheet; looked through first, kept whole or not at all. */
export function ImportPage() {
  const { agency, me } = useSession();
  const { message } = App.useApp();
  const queries = useQueryClient();
  const registers = useRegisters();
  const [asked, setAsked] = useState<Asked | null>(null);
  const run = useMutation<ImportAnswer, ApiProblem, { asked: Asked; apply: boolean }>({
    mutationFn: ({ asked: a, apply }) => api.post('/import', form(a, agency.agency, apply)),
    onSuccess: async (answer) => {
      if (!answer.applied) return;
      await queries.invalidateQueries();
      message.success(`已导入${answer.counts.drafts}条到${answer.registerTitle}`);
    },
  });
  const look = (next: Asked) => {
    setAsked(next);
    run.mutate({ asked: next, apply: false });
  };
  const plan = run.data;
  const years = Array.from({ length: 6 }, (_, i) => String(Number(me.today.slice(0, 4)) - i));

  return (
    <>
      <h1>从表格导入</h1>
      <p className="sub">本单位自己的 Excel 或 CSV 台账就行，不用套模板。先看一遍，没有错再导入；有一处错，一行也不导入。</p>
      <Flex gap={8} wrap align="center" style={{ margin: '12px 0' }}>
        <FilePick
          label="选择文件"
          accept=".xlsx,.xls,.csv,.tsv,.txt"
          onPick={(file) => look({ file, register: '', year: '', update: false, mapping: {} })}
        />
        {asked && (
          <>
            <Select
              aria-label="登记簿"
              value={asked.register || plan?.register || undefined}
              style={{ width: 200 }}
              onChange={(register) => look({ ...asked, register, mapping: {} })}
              options={registers.data?.map((r) => ({ value: r.key, label: r.title })) ?? []}
            />
            <Select
              aria-label="表中日期的年份"
              value={asked.year}
              style={{ width: 200 }}
              onChange={(year) => look({ ...asked, year })}
              options={[{ value: '', label: '日期里已写年份' }, ...years.map((y) => ({ value: y, label: `没写年份的按${y}年` }))]}
            />
            <Checkbox
              checked={asked.update}
              disabled={run.isPending || plan?.applied}
              onChange={(e) => look({ ...asked, update: e.target.checked })}
            >
              更新已有记录
            </Checkbox>
          </>
        )}
      </Flex>
      {asked && (
        <p className="sub" style={{ marginBottom: 12 }}>
          编号已有、内容不同的，平时算错、不导入；勾选“更新已有记录”，就以表里的为准改登记簿，表里空着的格不改，修改记录里看得到改了什么。
        </p>
      )}
      {run.error && <Alert type="error" title={run.error.message} description={run.error.advice} />}
      {plan && asked && (
        <>
          <Alert
            type={plan.applied ? 'success' : plan.counts.errors > 0 ? 'error' : 'info'}
            title={
              plan.applied
                ? `已导入${plan.counts.drafts}条到${plan.registerTitle}`
                : plan.counts.errors > 0
                  ? `有${plan.counts.errors}处要改，还没有导入`
                  : `可以导入${plan.counts.drafts}条到${plan.registerTitle}`
            }
            description={`表“${plan.sheet}”，第${plan.headerRow}行是表头，共${plan.counts.rows}行，其中${plan.counts.ignored}行不是记录（空行、合计等）。`}
            action={
              <Flex gap={8}>
                {plan.copy && <Button href={`/api/console/import/copies/${plan.copy}`}>下载标红的原表</Button>}
                {!plan.applied && (
                  <Button
                    type="primary"
                    disabled={plan.counts.errors > 0 || plan.counts.drafts === 0}
                    loading={run.isPending}
                    onClick={() => run.mutate({ asked, apply: true })}
                  >
                    导入{plan.counts.drafts}条
                  </Button>
                )}
                {plan.applied && <Link to={`/registers/${plan.register}`}>打开{plan.registerTitle}</Link>}
              </Flex>
            }
          />
          {plan.warnings.map((w) => (
            <Alert key={w} type="warning" title={w} />
          ))}
          {plan.errors.length > 0 && (
            <Table
              size="small"
              rowKey={(e) => `${e.row}${e.column}${e.what}`}
              dataSource={plan.errors}
              pagination={{ pageSize: 20, ...pager }}
              columns={[
                { title: '行', dataIndex: 'row' },
                { title: '列', render: (_, e) => `${e.column} ${e.header}` },
                { title: '填的是', dataIndex: 'value' },
                { title: '问题', dataIndex: 'what' },
                { title: '怎么改', dataIndex: 'fix' },
              ]}
            />
          )}
          <h2>每一列填到哪里</h2>
          <Table
            size="small"
            rowKey="column"
            dataSource={plan.columns}
            pagination={false}
            columns={[
              { title: '列', dataIndex: 'letter' },
              { title: '表头', dataIndex: 'header' },
              { title: '例子', dataIndex: 'sample', ellipsis: true },
              {
                title: '填到',
                render: (_, c) => (
                  <Select
                    aria-label={`${c.header}填到`}
                    value={c.field ?? ''}
                    style={{ width: 200 }}
                    disabled={plan.applied}
                    onChange={(field) =>
                      look({ ...asked, register: plan.register, mapping: { ...kept(plan), ...asked.mapping, [c.header]: field || null } })
                    }
                    options={[{ value: '', label: '不导入' }, ...plan.fields.map((f) => ({ value: f.key, label: f.label }))]}
                  />
                ),
              },
            ]}
          />
        </>
      )}
    </>
  );
}
