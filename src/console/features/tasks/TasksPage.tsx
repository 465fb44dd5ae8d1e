import { useQuery } from '@tanstack/react-query';
import { Alert, Empty, Spin } from 'antd';
import { Link } from 'react-router';
import type { Task } from '../../../web/api/consoleTypes.ts';
import { type ApiProblem, api, query } from '../../api.ts';
import { useSession } from '../../shell/session.ts';
import './tasks.css';

const GROUPS: readonly (readonly [Task['tone'], string])[] = [
  ['overdue', '已逾期'],
  ['today', '今天'],
  ['soon', '5个工作日内'],
  ['later', '以后'],
  ['paused', '暂停计时'],
  ['none', '没有期限'],
];

function left(t: Task): string {
  if (t.tone === 'paused') return '暂停';
  if (t.daysLeft === null) return '待办';
  if (t.daysLeft < 0) return `逾期${-t.daysLeft}个工作日`;
  return t.daysLeft === 0 ? '今天到期' : `还有${t.daysLeft}个工作日`;
}

/** 待办: one list, by working days left. */
export function TasksPage() {
  const { agency } = useSession();
  const tasks = useQuery<Task[], ApiProblem>({
    queryKey: ['tasks', agency.agency],
    queryFn: () => api.get(`/tasks${query({ agency: agency.agency })}`),
  });
  if (tasks.isPending) return <Spin />;
  if (tasks.error) return <Alert type="error" title={tasks.error.message} description={tasks.error.advice} />;
  return (
    <>
      <h1>待办</h1>
      <div className="tally">
        {GROUPS.map(([tone, label]) => (
          <a key={tone} href={`#${tone}`} className={tone}>
            <b>{tasks.data.filter((t) => t.tone === tone).length}</b>
            {label}
          </a>
        ))}
      </div>
      {tasks.data.length === 0 && <Empty description="没有待办" />}
      {GROUPS.map(([tone, label]) => {
        const list = tasks.data.filter((t) => t.tone === tone);
        if (list.length === 0) return null;
        return (
          <section key={tone} id={tone} className={`tasks ${tone}`} aria-label={label}>
            <h2>
              {label}　{list.length}件
            </h2>
            {list.map((t) => (
              <div key={t.id} className="task">
                <span className="left">{left(t)}</span>
                <div>
                  <Link to={t.link}>{t.title}</Link>
                  <div className="sub">{t.detail}</div>
                </div>
                <div className="sub">
                  {t.kind}
                  <br />
                  {t.dueOn ? `最晚 ${t.dueOn}` : ''}
                </div>
                <div className="sub">{t.why}</div>
              </div>
            ))}
          </section>
        );
      })}
    </>
  );
}
