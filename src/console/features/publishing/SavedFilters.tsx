import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button, Flex, Input, Popover } from 'antd';
import { useState } from 'react';
import type { SavedFilter } from '../../../web/api/publishingTypes.ts';
import { type ApiProblem, api } from '../../api.ts';
import { useSession } from '../../shell/session.ts';
import { useOffice } from './usePublishing.ts';

/** A person's own filters of the list: one click shows them again. `now`: what the list is narrowed to. */
export function SavedFilters({ now, onPick }: { readonly now: string; readonly onPick: (query: string) => void }) {
  const { agency } = useSession();
  const { message } = App.useApp();
  const queries = useQueryClient();
  const filters = useOffice<readonly SavedFilter[]>('filters');
  const [name, setName] = useState('');
  const [open, setOpen] = useState(false);
  const keep = useMutation<unknown, ApiProblem, { name: string; query: string | null }>({
    mutationFn: (given) => api.post('/publishing/filters', { agency: agency.agency, ...given }),
    onSuccess: async (_, given) => {
      await queries.invalidateQueries({ queryKey: ['publishing', 'filters'] });
      message.success(given.query === null ? `已删去“${given.name}”` : `已存为“${given.name}”`);
      setName('');
      setOpen(false);
    },
    onError: (e) => message.error(e.message),
  });
  const list = filters.data ?? [];
  return (
    <Flex gap={8} wrap align="center">
      {list.map((f) => (
        <span key={f.name}>
          <Button type={f.query === now ? 'primary' : 'default'} aria-pressed={f.query === now} onClick={() => onPick(f.query)}>
            {f.name}
          </Button>
          {f.query === now && (
            <Button aria-label={`删去筛选${f.name}`} onClick={() => keep.mutate({ name: f.name, query: null })}>
              删去筛选
            </Button>
          )}
        </span>
      ))}
      {now !== '' && !list.some((f) => f.query === now) && (
        <Popover
          trigger="click"
          open={open}
          onOpenChange={setOpen}
          content={
            <form
              onSubmit={(e) => {
                e.preventDefault();
                if (name.trim() !== '') keep.mutate({ name: name.trim(), query: now });
              }}
            >
              <Flex gap={8}>
                <Input
                  aria-label="筛选的名称"
                  placeholder="例如：待我审核"
                  value={name}
                  maxLength={40}
                  onChange={(e) => setName(e.target.value)}
                />
                <Button type="primary" htmlType="submit" loading={keep.isPending} disabled={name.trim() === ''}>
                  存下
                </Button>
              </Flex>
            </form>
          }
        >
          <Button>存为常用筛选</Button>
        </Popover>
      )}
    </Flex>
  );
}
