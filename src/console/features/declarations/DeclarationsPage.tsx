import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Flex, Select, Spin } from 'antd';
import { useState } from 'react';
import type { Declare, Workbench } from '../../../web/api/reportTypes.ts';
import { type ApiProblem, api } from '../../api.ts';
import { useSession } from '../../shell/session.ts';
import { useRegisters } from '../registers/useRegister.ts';

const STATE = { kept: '已如实登记', nil: '零报告', notKept: '没有登记' } as const;

/** 登记申报: for each register and year, whether it was kept, nil, or not kept. A record does not declare. */
export function DeclarationsPage() {
  const { agency, me } = useSession();
  const queries = useQueryClient();
  const [year, setYear] = useState(Number(me.today.slice(0, 4)) - 1);
  const registers = useRegisters();
  const bench = useQuery<Workbench, ApiProblem>({
    queryKey: ['workbench', agency.agency, year],
    queryFn: () => api.get(`/reports/${agency.agency}/${year}`),
  });
  const declare = useMutation<unknown, ApiProblem, Declare>({
    mutationFn: (body) => api.post('/declarations', body),
    onSuccess: () => queries.invalidateQueries(),
  });
  const from = `${year}-01-01`;
  const to = `${year}-12-31`;
  return (
    <>
      <Flex gap={12} align="center">
        <h1>登记申报</h1>
        <Select
          aria-label="年度"
          value={year}
          onChange={setYear}
          options={Array.from({ length: 6 }, (_, i) => Number(me.today.slice(0, 4)) - i).map((y) => ({ value: y, label: `${y}年` }))}
        />
      </Flex>
      <p className="sub">
        没有申报的登记簿，相关数字空着，不会当作0。有业务的选“已如实登记”；全年没有业务的选“零报告”；没有登记过的选“没有登记”。
        选了“没有登记”，这几格一直空白，年报交不了：要么补登后改选“已如实登记”，要么到年报工作台点开空格，用“改数”逐格填数并写明来历。
      </p>
      {declare.error && <Alert type="error" title={declare.error.message} description={declare.error.advice} />}
      {bench.isPending || registers.isPending ? (
        <Spin />
      ) : (
        <table className="form">
          <thead>
            <tr>
              <th scope="col">登记簿</th>
              <th scope="col">{year}年申报情况</th>
              <th scope="col">申报</th>
            </tr>
          </thead>
          <tbody>
            {registers.data
              ?.filter((r) => r.declared)
              .map((r) => {
                const mine = bench.data?.declarations.filter((d) => d.register === r.key) ?? [];
                const missing = bench.data?.missing.filter((m) => m.register === r.key) ?? [];
                return (
                  <tr key={r.key}>
                    <th scope="row">{r.title}</th>
                    <td style={{ padding: 8 }}>
                      {mine.map((d) => (
                        <div key={`${d.from}${d.to}${d.on}`}>
                          {d.from} 至 {d.to}：{STATE[d.state]}（{d.by}，{d.on}）
                        </div>
                      ))}
                      {missing.map((m) => (
                        <div key={m.from} style={{ color: '#855000' }}>
                          {m.from} 至 {m.to}：还没有申报{m.hasRecords > 0 && `，已有${m.hasRecords}条记录`}
                        </div>
                      ))}
                    </td>
                    <td style={{ padding: 8 }}>
                      <Flex gap={8} wrap>
                        {(['kept', 'nil', 'notKept'] as const).map((state) => (
                          <Button
                            key={state}
                            size="small"
                            onClick={() => declare.mutate({ agency: agency.agency, register: r.key, from, to, state })}
                          >
                            全年{STATE[state]}
                          </Button>
                        ))}
                      </Flex>
                    </td>
                  </tr>
                );
              })}
          </tbody>
        </table>
      )}
    </>
  );
}
