import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, App, Button, Input, Select, Spin, Table } from 'antd';
import { useState } from 'react';
import type { PersonRow, Role } from '../../../web/api/consoleTypes.ts';
import { type ApiProblem, api, query } from '../../api.ts';
import { useSession } from '../../shell/session.ts';

const ROLES: readonly { value: Role; label: string }[] = [
  { value: 'clerk', label: '经办' },
  { value: 'reviewer', label: '审核' },
  { value: 'signer', label: '签发' },
  { value: 'unitAdmin', label: '单位管理员' },
  { value: 'countySupervisor', label: '县级监督' },
  { value: 'auditor', label: '审计只读' },
];

/** 人员与权限: a person, an agency, a role, from when until when. */
export function PeoplePage() {
  const { agency } = useSession();
  const { message } = App.useApp();
  const queries = useQueryClient();
  const people = useQuery<PersonRow[], ApiProblem>({
    queryKey: ['people', agency.agency],
    queryFn: () => api.get(`/people${query({ agency: agency.agency })}`),
  });
  const empty = { name: '', account: '', password: '', role: 'clerk' as Role };
  const [entry, setEntry] = useState(empty);
  const refresh = async (text: string) => {
    await queries.invalidateQueries({ queryKey: ['people'] });
    message.success(text);
  };
  const add = useMutation<unknown, ApiProblem, void>({
    mutationFn: () => api.post('/people', { ...entry, agency: agency.agency }),
    onSuccess: () => {
      setEntry(empty);
      return refresh('已添加');
    },
  });
  const end = useMutation<unknown, ApiProblem, { person: string; role: Role }>({
    mutationFn: (m) => api.post(`/people/${m.person}/end`, { agency: agency.agency, role: m.role }),
    onSuccess: () => refresh('权限已终止，从今天起不能再用'),
  });
  if (people.isPending) return <Spin />;
  if (people.error) return <Alert type="error" title={people.error.message} description={people.error.advice} />;
  const error = add.error ?? end.error;
  return (
    <>
      <h1>人员与权限</h1>
      {error && <Alert type="error" title={error.message} description={error.advice} />}
      <Table<PersonRow>
        size="small"
        rowKey="id"
        pagination={false}
        dataSource={people.data}
        columns={[
          { title: '姓名', dataIndex: 'name' },
          { title: '账号', dataIndex: 'account' },
          {
            title: '权限',
            render: (_, p) =>
              p.memberships.map((m) => (
                <div key={`${m.agency}${m.role}${m.from}`}>
                  {m.roleName}（{m.from} 起{m.until ? `，${m.until} 止` : ''}）
                  {!m.until && (
                    <Button size="small" onClick={() => end.mutate({ person: p.id, role: m.role })}>
                      终止
                    </Button>
                  )}
                </div>
              )),
          },
        ]}
      />
      <h2>添加人员</h2>
      <form
        className="record"
        onSubmit={(e) => {
          e.preventDefault();
          add.mutate();
        }}
      >
        <div className="line">
          <label htmlFor="p-name">姓名</label>
          <Input id="p-name" value={entry.name} onChange={(e) => setEntry({ ...entry, name: e.target.value })} autoComplete="off" />
        </div>
        <div className="line">
          <label htmlFor="p-account">账号</label>
          <Input
            id="p-account"
            value={entry.account}
            onChange={(e) => setEntry({ ...entry, account: e.target.value })}
            autoComplete="off"
          />
        </div>
        <div className="line">
          <label htmlFor="p-password">初始密码</label>
          <div className="hint">至少8位，大写字母、小写字母、数字、符号中的三类；本人第一次登录时要改掉</div>
          <Input.Password
            id="p-password"
            value={entry.password}
            onChange={(e) => setEntry({ ...entry, password: e.target.value })}
            autoComplete="new-password"
          />
        </div>
        <div className="line">
          <label htmlFor="p-role">权限</label>
          <Select
            id="p-role"
            value={entry.role}
            options={[...ROLES]}
            onChange={(role) => setEntry({ ...entry, role })}
            style={{ width: 200 }}
          />
        </div>
        <Button type="primary" htmlType="submit" loading={add.isPending}>
          添加
        </Button>
      </form>
    </>
  );
}
