import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, App, Button, Input, Spin, Table } from 'antd';
import { useState } from 'react';
import type { CalendarAnswer } from '../../../web/api/consoleTypes.ts';
import { type ApiProblem, api } from '../../api.ts';

type Year = CalendarAnswer['years'][number];

function days(text: string): string[] {
  return text.split(/[\s,，、;；]+/).filter(Boolean);
}

/** 期限与节假日: what the clock counts with; a new year's notice is entered by one person and confirmed by another. */
export function CalendarPage() {
  const { message } = App.useApp();
  const queries = useQueryClient();
  const calendar = useQuery<CalendarAnswer, ApiProblem>({ queryKey: ['calendar'], queryFn: () => api.get('/calendar') });
  const [entry, setEntry] = useState({ year: '', notice: '', off: '', work: '' });
  const done = async (text: string) => {
    await queries.invalidateQueries();
    message.success(text);
  };
  const enter = useMutation<unknown, ApiProblem, void>({
    mutationFn: () =>
      api.post('/calendar', { year: Number(entry.year), notice: entry.notice, off: days(entry.off), work: days(entry.work) }),
    onSuccess: () => done('已录入，待另一人核对后生效'),
  });
  const confirm = useMutation<{ moved: string[] }, ApiProblem, number>({
    mutationFn: (year) => api.post(`/calendar/${year}/confirm`, {}),
    onSuccess: (a) => done(a.moved.length > 0 ? `已生效，${a.moved.length}件在办申请的期限有变化` : '已生效，在办申请的期限没有变化'),
  });
  if (calendar.isPending) return <Spin />;
  if (calendar.error) return <Alert type="error" title={calendar.error.message} description={calendar.error.advice} />;
  const error = enter.error ?? confirm.error;
  return (
    <>
      <h1>期限与节假日</h1>
      <p>
        节假日数据从 {calendar.data.coveredFrom} 到 {calendar.data.coveredTo}。超出的日期按周一至周五暂计，并标明“暂计”。
      </p>
      <Table<Year>
        size="small"
        rowKey="year"
        pagination={false}
        dataSource={calendar.data.years}
        columns={[
          { title: '年份', dataIndex: 'year' },
          { title: '通知', render: (_, y) => `${y.notice}${y.verified || y.notice.includes('未核实') ? '' : '（文号未核对）'}` },
          { title: '放假', className: 'nowrap', render: (_, y) => `${y.off.length}天` },
          { title: '调休上班', render: (_, y) => y.work.join('、') },
          {
            title: '来源',
            className: 'nowrap',
            render: (_, y) =>
              y.shipped ? '系统自带' : y.confirmedBy ? `${y.enteredBy}录入，${y.confirmedBy}核对` : `${y.enteredBy}录入，待核对`,
          },
          {
            title: '操作',
            className: 'nowrap',
            render: (_, y) => !y.shipped && !y.confirmedBy && <Button onClick={() => confirm.mutate(y.year)}>核对无误，生效</Button>,
          },
        ]}
      />
      <h2>录入新一年的放假通知</h2>
      {error && <Alert type="error" title={error.message} description={error.advice} />}
      <form
        className="record"
        onSubmit={(e) => {
          e.preventDefault();
          enter.mutate();
        }}
      >
        {(
          [
            ['year', '年份', '如 2027'],
            ['notice', '通知文号', '国办发明电〔 〕 号'],
            ['off', '放假日期', '每天一个，如 2027-01-01，用空格或顿号隔开；周末不用写'],
            ['work', '调休上班日期', '周末上班的日子'],
          ] as const
        ).map(([key, label, hint]) => (
          <div className="line" key={key}>
            <label htmlFor={`c-${key}`}>{label}</label>
            <div className="hint">{hint}</div>
            <Input id={`c-${key}`} value={entry[key]} onChange={(e) => setEntry({ ...entry, [key]: e.target.value })} />
          </div>
        ))}
        <Button type="primary" htmlType="submit" loading={enter.isPending}>
          录入
        </Button>
      </form>
    </>
  );
}
