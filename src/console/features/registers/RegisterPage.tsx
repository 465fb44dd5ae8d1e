import { Alert, Button, Empty, Flex, Pagination, Spin } from 'antd';
import { useEffect, useState } from 'react';
import { useParams, useSearchParams } from 'react-router';
import type { RegisterKey } from '../../../web/api/consoleTypes.ts';
import type { Row } from '../../../web/api/registerTypes.ts';
import { pager } from '../../shell/pager.ts';
import { useSession } from '../../shell/session.ts';
import { Filters } from './Filters.tsx';
import { Grid } from './Grid.tsx';
import { PastePanel } from './PastePanel.tsx';
import { RecordDrawer } from './RecordDrawer.tsx';
import { type RowsQuery, rowsPath, useRegisters, useRows } from './useRegister.ts';

const SIZE = 50;

function asked(search: URLSearchParams, fields: ReadonlySet<string>): RowsQuery {
  const filters = Object.fromEntries([...search].filter(([key]) => fields.has(key)));
  return {
    year: search.get('year'),
    q: search.get('q'),
    sort: search.get('sort'),
    page: Number(search.get('page') ?? 1),
    size: SIZE,
    filters,
  };
}

/** One register as a grid: filter, sort, paste, open, export and print exactly what is on screen. */
export function RegisterPage() {
  const key = useParams()['register'] as RegisterKey;
  const { agency } = useSession();
  const [search, setSearch] = useSearchParams();
  const registers = useRegisters();
  const register = registers.data?.find((r) => r.key === key);
  const wanted = asked(search, new Set(register?.fields.map((f) => f.key) ?? []));
  const rows = useRows(key, wanted);
  const [opened, setOpened] = useState<Row | 'new' | null>(null);
  const [pasted, setPasted] = useState<string | null>(null);
  const number = search.get('number');

  useEffect(() => {
    const take = (e: ClipboardEvent) => {
      const text = e.clipboardData?.getData('text/plain') ?? '';
      const inField = (e.target as HTMLElement).closest('input,textarea,[contenteditable]');
      if (inField || !text.includes('\t')) return;
      e.preventDefault();
      setPasted(text);
    };
    document.addEventListener('paste', take);
    return () => document.removeEventListener('paste', take);
  }, []);

  useEffect(() => {
    if (number) setOpened(rows.data?.rows.find((r) => r.number === number) ?? null);
  }, [number, rows.data]);

  if (registers.isPending) return <Spin />;
  if (!register) return <Empty description="没有这本登记簿" />;
  const change = (next: Readonly<Record<string, string | null>>) => {
    const params = new URLSearchParams(search);
    for (const [k, v] of Object.entries({ page: null, ...next })) v ? params.set(k, v) : params.delete(k);
    setSearch(params);
  };
  const link = (suffix: string) => `/api/console${rowsPath(key, agency.agency, { ...wanted, page: 1 }, suffix)}`;

  return (
    <>
      <Flex justify="space-between" align="start" gap={12} wrap>
        <h1>{register.title}</h1>
        <Flex gap={8} wrap>
          <Button href={`${link('/export')}&format=xlsx`}>导出表格</Button>
          <Button href={link('/print')} target="_blank">
            打印台账
          </Button>
          <Button onClick={() => setPasted('')}>粘贴多行</Button>
          <Button type="primary" onClick={() => setOpened('new')}>
            登记{register.recordWord}
          </Button>
        </Flex>
      </Flex>
      <Filters register={register} asked={wanted} change={change} />
      {rows.error && <Alert type="error" title={rows.error.message} description={rows.error.advice} />}
      <Grid
        register={register}
        rows={rows.data?.rows ?? []}
        loading={rows.isFetching}
        sort={wanted.sort}
        onSort={(sort) => change({ sort })}
        onOpen={setOpened}
      />
      <Flex justify="space-between" align="center" style={{ marginTop: 12 }}>
        <span>
          共{rows.data?.total ?? 0}
          {register.countWord}
        </span>
        <Pagination
          current={wanted.page}
          pageSize={SIZE}
          total={rows.data?.total ?? 0}
          {...pager}
          onChange={(page) => change({ page: String(page) })}
        />
      </Flex>
      {opened && (
        <RecordDrawer
          register={register}
          row={opened === 'new' ? null : opened}
          onClose={() => {
            setOpened(null);
            if (number) change({ number: null });
          }}
        />
      )}
      {pasted !== null && <PastePanel register={register} text={pasted} onClose={() => setPasted(null)} />}
    </>
  );
}
