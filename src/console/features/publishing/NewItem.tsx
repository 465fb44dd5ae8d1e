import { useMutation } from '@tanstack/react-query';
import { Button, Drawer, Input, Select } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import type { ColumnChoice, ItemAnswer } from '../../../web/api/publishingTypes.ts';
import { ApiProblem, api } from '../../api.ts';
import { useSession } from '../../shell/session.ts';
import { columnOptions } from './columns.ts';
import { ErrorBox, namedFields } from './ErrorBox.tsx';
import { Line } from './Field.tsx';
import { itemAddress } from './usePublishing.ts';
import '../registers/form.css';

const LABELS = { 'n-title': '信息名称', 'n-formed': '成文日期', 'n-column': '栏目' };

/** A new item: its name, date and column; the rest is filled in on its page. */
export function NewItem({ columns, onClose }: { readonly columns: readonly ColumnChoice[]; readonly onClose: () => void }) {
  const { agency } = useSession();
  const go = useNavigate();
  const [now, setNow] = useState({ title: '', formedOn: '', column: '' });
  const [own, setOwn] = useState<ApiProblem | null>(null);
  const make = useMutation<ItemAnswer, ApiProblem>({
    mutationFn: () =>
      api.post('/publishing/items', {
        agency: agency.agency,
        change: { title: now.title, formedOn: now.formedOn || null, column: now.column || null },
      }),
    onSuccess: (a) => go(itemAddress(a.item.life.item)),
  });
  const error = own ?? make.error;
  const named = namedFields(error, LABELS);
  return (
    <Drawer open title="新增信息" size={520} onClose={onClose}>
      <form
        className="record"
        onSubmit={(e) => {
          e.preventDefault();
          const empty = now.title.trim() === '';
          setOwn(empty ? new ApiProblem(422, { error: '请填写信息名称' }) : null);
          if (!empty) make.mutate();
        }}
      >
        <ErrorBox error={error} labels={LABELS} />
        <Line id="n-title" label="信息名称" must problem={named.get('n-title')}>
          <Input id="n-title" value={now.title} maxLength={300} autoFocus onChange={(e) => setNow({ ...now, title: e.target.value })} />
        </Line>
        <Line id="n-formed" label="成文日期" hint="公开期限从这一天算" problem={named.get('n-formed')}>
          <Input id="n-formed" type="date" value={now.formedOn} onChange={(e) => setNow({ ...now, formedOn: e.target.value })} />
        </Line>
        <Line id="n-column" label="栏目" problem={named.get('n-column')}>
          <Select
            id="n-column"
            value={now.column || null}
            allowClear
            showSearch={{ optionFilterProp: 'label' }}
            options={columnOptions(columns)}
            onChange={(v) => setNow({ ...now, column: v ?? '' })}
            style={{ width: '100%' }}
          />
        </Line>
        <Button type="primary" htmlType="submit" loading={make.isPending}>
          建立草稿
        </Button>
      </form>
    </Drawer>
  );
}
