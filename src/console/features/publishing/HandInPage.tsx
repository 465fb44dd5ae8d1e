import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, Result, Select, Spin } from 'antd';
import { useState } from 'react';
import type { Me } from '../../../web/api/consoleTypes.ts';
import type { HandInUnit } from '../../../web/api/publishingTypes.ts';
import { type ApiProblem, api } from '../../api.ts';
import { HandedIn } from './HandedIn.tsx';
import { type HandInFields, HandInForm } from './HandInForm.tsx';
import '../registers/form.css';
import './publishing.css';

/** 报送: the phone page of villages and departments. A photo, four fields, and what became of the earlier ones. `alone`: without the console's frame, for those who have nothing else here. */
export function HandInPage({ alone }: { readonly alone?: Me }) {
  const queries = useQueryClient();
  const units = useQuery<readonly HandInUnit[], ApiProblem>({
    queryKey: ['publishing', 'units'],
    queryFn: () => api.get('/publishing/units'),
  });
  const [chosen, setChosen] = useState<string | null>(null);
  const [sent, setSent] = useState(0);
  const [again, setAgain] = useState<{ readonly fields: HandInFields; readonly times: number } | null>(null);
  const send = useMutation<{ id: string }, ApiProblem, FormData>({
    mutationFn: (data) => api.post('/publishing/submissions', data),
    onSuccess: async () => {
      setSent((n) => n + 1);
      setAgain(null);
      await queries.invalidateQueries({ queryKey: ['publishing', 'handed-in'] });
      window.scrollTo(0, 0);
    },
  });
  if (units.isPending) return <Spin />;
  if (units.error) return <Alert type="error" title={units.error.message} description={units.error.advice} />;
  const unit = units.data.find((u) => u.agency === chosen) ?? units.data[0];
  if (!unit) return <Result status="info" title="您的账号还没有分配到单位" subTitle="请联系本单位管理员或县政务公开办。" />;
  const Frame = alone ? 'main' : 'div';
  return (
    <Frame className="phone">
      {alone && (
        <form method="post" action="/sign-out" className="who">
          <span>{alone.person.name}</span>
          <input type="hidden" name="csrf" value={alone.csrf} />
          <button type="submit" className="find">
            退出
          </button>
        </form>
      )}
      <h1>报送公开信息</h1>
      {units.data.length > 1 ? (
        <Select
          aria-label="报送单位"
          value={unit.agency}
          options={units.data.map((u) => ({ value: u.agency, label: u.name }))}
          onChange={(agency) => {
            setChosen(agency);
            setAgain(null);
          }}
          style={{ width: '100%' }}
        />
      ) : (
        <p>{unit.name}</p>
      )}
      {sent > 0 && !send.isPending && !send.error && <Alert type="success" title="已报送。政务公开办公室处理后，结果显示在下面。" />}
      {again && <Alert type="info" title="原来写的已填在下面，改好再报；照片请重新选。" />}
      <HandInForm
        key={`${unit.agency} ${sent} ${again?.times}`}
        unit={unit}
        from={again?.fields ?? null}
        error={send.error}
        sending={send.isPending}
        onSend={(d) => send.mutate(d)}
      />
      <HandedIn
        unit={unit.agency}
        onAgain={(fields) => {
          send.reset();
          setSent(0);
          setAgain({ fields, times: (again?.times ?? 0) + 1 });
          window.scrollTo(0, 0);
        }}
      />
    </Frame>
  );
}
