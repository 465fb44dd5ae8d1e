import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, App, Button, Input, Popconfirm, Select, Spin, Table } from 'antd';
import { useState } from 'react';
import type { UnitRow } from '../../../web/api/agencyTypes.ts';
import type { PersonRow, Role } from '../../../web/api/consoleTypes.ts';
import { type ApiProblem, api, query } from '../../api.ts';
import { useSession } from '../../shell/session.ts';
import { PersonActions } from './PersonActions.tsx';

const ROLES: readonly { value: Role; label: string }[] = [
  { value: 'clerk', label: '经办' },
  { value: 'reviewer', label: '审核' },
  { value: 'signer', label: '签发' },
  { value: 'unitAdmin', label: '单位管理员' },
  { value: 'countySupervisor', label: '县级监督' },
  { value: 'auditor', label: '审计（只读）' },
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
  const empty = { name: '', account: '', password: '', role: 'clerk' as Role, unit: '' };
  const [entry, setEntry] = useState(empty);
  const [told, setTold] = useState<{ account: string; password: string } | null>(null);
  const units = useQuery<UnitRow[], ApiProblem>({
    queryKey: ['agencies', agency.agency],
    queryFn: () => api.get(`/agencies${query({ agency: agency.agency })}`),
  });
  // Organs below have a page of their own: they are chosen at the top.
  const choices = (units.data ?? [])
    .filter((u) => u.isThere && (u.code === agency.agency || u.kind !== 'reportingOrgan'))
    .map((u) => ({ value: u.code, label: u.shortName }));
  const nameOf = (code: string) => units.data?.find((u) => u.code === code)?.shortName ?? code;
  const unit = choices.some((c) => c.value === entry.unit) ? entry.unit : agency.agency;
  const refresh = async (text: string) => {
    await queries.invalidateQueries({ queryKey: ['people'] });
    message.success(text);
  };
  const add = useMutation<unknown, ApiProblem, void>({
    mutationFn: () => {
      const { unit: _, ...person } = entry;
      return api.post('/people', { ...person, agency: unit });
    },
    onSuccess: () => {
      setEntry(empty);
      return refresh('已添加');
    },
  });
  const end = useMutation<unknown, ApiProblem, { person: string; agency: string; role: Role }>({
    mutationFn: (m) => api.post(`/people/${m.person}/end`, { agency: m.agency, role: m.role }),
    onSuccess: () => refresh('权限已终止，从今天起不能再用'),
  });
  if (people.isPending) return <Spin />;
  if (people.error) return <Alert type="error" title={people.error.message} description={people.error.advice} />;
  const error = add.error ?? end.error;
  return (
    <>
      <h1>人员与权限</h1>
      {error && <Alert type="error" title={error.message} description={error.advice} />}
      {told && (
        <Alert
          type="success"
          title={`账号：${told.account}　一次性密码：${told.password}`}
          description="密码只显示这一次，请现在抄下来交给本人；本人登录时要改掉。"
          closable={{ onClose: () => setTold(null) }}
        />
      )}
      <Table<PersonRow>
        size="small"
        rowKey="id"
        pagination={false}
        scroll={{ x: 640 }}
        dataSource={people.data}
        columns={[
          { title: '姓名', dataIndex: 'name', className: 'nowrap' },
          { title: '账号', className: 'nowrap', render: (_, p) => `${p.account}${p.disabled ? '（已停用）' : ''}` },
          {
            title: '权限',
            className: 'nowrap',
            render: (_, p) =>
              p.memberships.map((m) => (
                <div key={`${m.agency}${m.role}${m.from}`}>
                  {nameOf(m.agency)} {m.roleName}（{m.from}起{m.until ? `，${m.until}止` : ''}）{' '}
                  {!m.until && (
                    <Popconfirm
                      title="终止这项权限？从今天起不能再用。"
                      okText="确定终止"
                      cancelText="不终止"
                      onConfirm={() => end.mutate({ person: p.id, agency: m.agency, role: m.role })}
                    >
                      <Button size="small">终止</Button>
                    </Popconfirm>
                  )}
                </div>
              )),
          },
          {
            title: '操作',
            render: (_, p) => <PersonActions person={p} units={choices} roles={ROLES} onTold={setTold} onDone={refresh} />,
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
          <label htmlFor="p-unit">单位</label>
          <div className="hint">村、站所报送的人，选村、站所，权限选“经办”</div>
          <Select id="p-unit" value={unit} options={choices} onChange={(u) => setEntry({ ...entry, unit: u })} style={{ width: 200 }} />
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
