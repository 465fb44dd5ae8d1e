import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import type { Entry, EntryBody, EntryKind, ItemAnswer, PublishingSetup } from '../../../web/api/publishingTypes.ts';
import { type ApiProblem, api, query } from '../../api.ts';
import { useSession } from '../../shell/session.ts';

/** The words of publishing and the office's columns. */
export function useSetup(agency: string) {
  return useQuery<PublishingSetup, ApiProblem>({
    queryKey: ['publishing', 'setup', agency],
    queryFn: () => api.get(`/publishing/setup${query({ agency })}`),
    staleTime: 60_000,
  });
}

/** Anything of publishing read for the office on screen. */
export function useOffice<T>(path: string, more: Readonly<Record<string, string | number | null | undefined>> = {}) {
  const { agency } = useSession();
  return useQuery<T, ApiProblem>({
    queryKey: ['publishing', path, agency.agency, more],
    queryFn: () => api.get(`/publishing/${path}${query({ agency: agency.agency, ...more })}`),
    placeholderData: (before) => before,
  });
}

/** What one item is kept under in the memory of the page. */
export function itemKey(agency: string, item: string): readonly string[] {
  return ['publishing', 'item', agency, item];
}

/** One item with what can be done with it. */
export function useItem(item: string) {
  const { agency } = useSession();
  return useQuery<ItemAnswer, ApiProblem>({
    queryKey: itemKey(agency.agency, item),
    queryFn: () => api.get(`/publishing/item${query({ agency: agency.agency, item })}`),
    refetchOnWindowFocus: false,
  });
}

/** A change of an item whose answer is the item as it then stands; everything else of publishing is read anew. `said`: told even when the form that asked is gone by then. */
export function useItemChange<V>(
  item: string,
  send: (given: V, agency: string) => Promise<ItemAnswer>,
  said: (answer: ItemAnswer) => string,
) {
  const { agency } = useSession();
  const { message } = App.useApp();
  const queries = useQueryClient();
  return useMutation<ItemAnswer, ApiProblem, V>({
    mutationFn: (given) => send(given, agency.agency),
    onSuccess: async (answer) => {
      message.success(said(answer));
      queries.setQueryData(itemKey(agency.agency, item), answer);
      const rest = { predicate: (q: { queryKey: readonly unknown[] }) => q.queryKey[1] !== 'item' };
      await queries.invalidateQueries(rest);
    },
  });
}

/** Saves an entry of a small list, or takes it off with a reason. */
export function useEntry<K extends EntryKind>(kind: K, done?: () => void) {
  const { agency } = useSession();
  const queries = useQueryClient();
  const { message } = App.useApp();
  const onSuccess = async () => {
    message.success('已保存');
    await queries.invalidateQueries({ queryKey: ['publishing'] });
    done?.();
  };
  const path = `/publishing/entries/${kind}`;
  const save = useMutation<Entry<K>, ApiProblem, { entry: Entry<K> | null; body: EntryBody<K>; reason?: string }>({
    mutationFn: ({ entry, body, reason }) =>
      api.post(path, { agency: agency.agency, id: entry?.id ?? null, basedOn: entry?.version ?? null, body, reason: reason ?? '' }),
    onSuccess,
  });
  const remove = useMutation<unknown, ApiProblem, { entry: Entry<K>; reason: string }>({
    mutationFn: ({ entry, reason }) => api.post(`${path}/remove`, { agency: agency.agency, id: entry.id, basedOn: entry.version, reason }),
    onSuccess,
  });
  return { save, remove };
}

/** The address of a file kept for the office. */
export function fileAddress(agency: string, id: string): string {
  return `/api/console/publishing/file${query({ agency, id })}`;
}

/** The console's page of an item. */
export function itemAddress(item: string): string {
  return `/publishing/item${query({ number: item })}`;
}

/** The console's page of a normative document. */
export function documentAddress(number: string): string {
  return `/publishing/document${query({ number })}`;
}
