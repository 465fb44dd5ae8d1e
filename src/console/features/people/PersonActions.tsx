import { useMutation } from '@tanstack/react-query';
import { Alert, Button, Flex, Popconfirm, Select } from 'antd';
import { useState } from 'react';
import type { PersonRow, Role } from '../../../web/api/consoleTypes.ts';
import { type ApiProblem, api } from '../../api.ts';
import { useSession } from '../../shell/session.ts';

interface Props {
  readonly person: PersonRow;
  readonly units: readonly { value: string; label: string }[];
  readonly roles: readonly { value: Role; label: string }[];
  readonly onTold: (told: { account: string; password: string }) => void;
  readonly onDone: (said: string) => Promise<void>;
}

/** 重设密码、加一项权限、停用账号 of one person, each confirmed. */
export function PersonActions({ person, units, roles, onTold, onDone }: Props) {
  const { me } = useSession();
  const [agency, setAgency] = useState<string | null>(null);
  const [role, setRole] = useState<Role>('clerk');
  const unit = agency ?? person.memberships[0]?.agency ?? units[0]?.value ?? '';
  const at = `/people/${person.id}`;
  const reset = useMutation<{ password: string }, ApiProblem, void>({
    mutationFn: () => api.post(`${at}/password`, {}),
    onSuccess: ({ password }) => {
      onTold({ account: person.account, password });
      return onDone('密码已重设');
    },
  });
  const grant = useMutation<unknown, ApiProblem, void>({
    mutationFn: () => api.post(`${at}/grant`, { agency: unit, role }),
    onSuccess: () => onDone('已加上这项权限'),
  });
  const disable = useMutation<unknown, ApiProblem, boolean>({
    mutationFn: (disabled) => api.post(`${at}/disable`, { disabled }),
    onSuccess: () => onDone(person.disabled ? '账号已恢复' : '账号已停用'),
  });
  const own = me.person.id === person.id;
  const error = reset.error ?? grant.error ?? disable.error;
  const pick = (
    <Flex vertical gap={8}>
      <Select aria-label="加在哪个单位" value={unit} options={[...units]} onChange={setAgency} style={{ width: 200 }} />
      <Select aria-label="加什么权限" value={role} options={[...roles]} onChange={setRole} style={{ width: 200 }} />
    </Flex>
  );
  return (
    <>
      {error && <Alert type="error" title={error.message} description={error.advice} />}
      <Flex gap={8} wrap>
        {!own && (
          <Popconfirm
            title={`重设${person.name}的密码？原来的密码马上不能用。`}
            okText="确定重设"
            cancelText="不重设"
            onConfirm={() => reset.mutate()}
          >
            <Button size="small">重设密码</Button>
          </Popconfirm>
        )}
        <Popconfirm
          title={`给${person.name}加一项权限`}
          description={pick}
          okText="确定加上"
          cancelText="不加"
          onConfirm={() => grant.mutate()}
        >
          <Button size="small">加一项权限</Button>
        </Popconfirm>
        {!own && (
          <Popconfirm
            title={person.disabled ? '恢复这个账号？' : '停用这个账号？马上不能再登录，以前的登记都留着。'}
            okText={person.disabled ? '确定恢复' : '确定停用'}
            cancelText="不变"
            onConfirm={() => disable.mutate(!person.disabled)}
          >
            <Button size="small">{person.disabled ? '恢复账号' : '停用账号'}</Button>
          </Popconfirm>
        )}
      </Flex>
    </>
  );
}
