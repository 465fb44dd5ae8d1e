import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button, Input } from 'antd';
import { useState } from 'react';
import type { VersionRow } from '../../../web/api/publishingTypes.ts';
import { type ApiProblem, api } from '../../api.ts';
import { ErrorBox } from './ErrorBox.tsx';
import { Line } from './Field.tsx';
import { useOpenItem } from './itemContext.ts';

/** Takes one earlier public version out of sight, or lets it be seen again; the reason is said in its place. */
export function HideVersion({ row, onDone }: { readonly row: VersionRow; readonly onDone: () => void }) {
  const { answer } = useOpenItem();
  const { agency, item } = answer.item.life;
  const { message } = App.useApp();
  const queries = useQueryClient();
  const [reason, setReason] = useState('');
  const act = row.hidden ? '恢复公开' : '停止公开';
  const send = useMutation<unknown, ApiProblem>({
    mutationFn: () => api.post(`/publishing/item/version/${row.hidden ? 'show' : 'hide'}`, { agency, item, version: row.version, reason }),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ['publishing', 'versions'] });
      message.success(`第${row.version}版已${act}`);
      onDone();
    },
  });
  return (
    <form
      className="record step"
      onSubmit={(e) => {
        e.preventDefault();
        send.mutate();
      }}
    >
      <ErrorBox error={send.error} labels={{ 'hv-why': '原因' }} />
      <Line
        id="hv-why"
        label={`第${row.version}版${act}的原因`}
        must
        hint={row.hidden ? undefined : '会在这一版原来的网址上公布，请不要写个人信息'}
      >
        <Input id="hv-why" value={reason} maxLength={400} onChange={(e) => setReason(e.target.value)} />
      </Line>
      <Button type="primary" danger={!row.hidden} htmlType="submit" disabled={reason.trim() === ''} loading={send.isPending}>
        确定{act}
      </Button>
    </form>
  );
}
