import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Flex, Select } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import type { OpeningAnswer } from '../../../web/api/reportTypes.ts';
import { type ApiProblem, api } from '../../api.ts';
import { FilePick } from '../../shell/FilePick.tsx';
import { useSession } from '../../shell/session.ts';

/** 上年年报: the printed report opens the first year: carried-over applications, documents in force, and the comparison. */
export function OpeningPage() {
  const { agency, me } = useSession();
  const queries = useQueryClient();
  const [file, setFile] = useState<File | null>(null);
  const [year, setYear] = useState<string>('');
  const run = useMutation<OpeningAnswer, ApiProblem, { file: File; apply: boolean }>({
    mutationFn: ({ file: f, apply }) => {
      const data = new FormData();
      data.set('agency', agency.agency);
      if (year) data.set('year', year);
      data.set('apply', String(apply));
      data.set('file', f);
      return api.post('/opening', data);
    },
    onSuccess: (a) => (a.applied ? queries.invalidateQueries() : undefined),
  });
  const a = run.data;
  return (
    <>
      <h1>上年年报</h1>
      <p className="sub">
        第一次用：把上一年公布的年报（Word、PDF、网页都行）放进来，作为期初数和比较的依据。结转的申请、现行有效的文件以后补录一件，顶替其中一件。
      </p>
      <Flex gap={8} wrap align="center" style={{ margin: '12px 0' }}>
        <FilePick
          label="选择上年年报"
          onPick={(f) => {
            setFile(f);
            run.mutate({ file: f, apply: false });
          }}
        />
        <Select
          aria-label="年报年度"
          value={year}
          onChange={setYear}
          style={{ width: 160 }}
          options={[
            { value: '', label: '以年报里写的为准' },
            ...Array.from({ length: 6 }, (_, i) => String(Number(me.today.slice(0, 4)) - 1 - i)).map((y) => ({
              value: y,
              label: `${y}年年报`,
            })),
          ]}
        />
      </Flex>
      {run.error && <Alert type="error" title={run.error.message} description={run.error.advice} />}
      {a && (
        <>
          <Alert
            type={a.applied ? 'success' : a.readable ? 'info' : 'error'}
            title={a.message}
            description={
              a.readable
                ? `${a.unit ?? '未写单位'}，${a.year ?? '未写年度'}年，读出${a.cells}格${a.doubts.length > 0 ? `，${a.doubts.length}处读法不能确定` : ''}。结转下年度继续办理：${a.carriedOver?.at(-1) ?? '空'}件；现行有效规范性文件：${a.inForce ?? '空'}件。`
                : undefined
            }
            action={
              a.readable && !a.applied && file ? (
                <Button type="primary" loading={run.isPending} onClick={() => run.mutate({ file, apply: true })}>
                  作为期初保存
                </Button>
              ) : (
                a.applied && <Link to="/report">去年报工作台</Link>
              )
            }
          />
          {a.doubts.map((d) => (
            <Alert key={d} type="warning" title={d} />
          ))}
          {a.findings.length > 0 && (
            <>
              <h2>这份年报的体检结果（{a.findings.length}处）</h2>
              {a.findings.map((f) => (
                <article key={f.id} className={`finding ${f.severity}`}>
                  <strong>
                    {f.severityName}　{f.message}
                  </strong>
                  <code>{f.rule}</code>
                </article>
              ))}
            </>
          )}
        </>
      )}
    </>
  );
}
