import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Flex } from 'antd';
import type { Declare } from '../../../web/api/reportTypes.ts';
import { type ApiProblem, api } from '../../api.ts';
import { useReport } from './context.ts';

/** What must still be declared before the figures over it count: kept where records exist, nil where none do. */
export function MissingPanel() {
  const { bench, locked } = useReport();
  const queries = useQueryClient();
  const declare = useMutation<unknown, ApiProblem, Declare>({
    mutationFn: (body) => api.post('/declarations', body),
    onSuccess: () => queries.invalidateQueries(),
  });
  if (bench.missing.length === 0 || locked) return null;
  return (
    <section className="card" aria-label="还没有申报的登记簿">
      <h2>还没有申报，相关数字空着</h2>
      {declare.error && <Alert type="error" title={declare.error.message} description={declare.error.advice} />}
      {bench.missing.map((m) => (
        <div key={`${m.register}${m.from}`} className="missing">
          <strong>{m.title}</strong>
          <div className="sub">
            {m.from} 至 {m.to}，{m.hasRecords > 0 ? `有${m.hasRecords}条记录` : '没有记录'}
          </div>
          {bench.steps.declare && (
            <Flex gap={8}>
              <Button
                size="small"
                type={m.hasRecords > 0 ? 'primary' : 'default'}
                onClick={() => declare.mutate({ agency: bench.agency.code, register: m.register, from: m.from, to: m.to, state: 'kept' })}
              >
                已如实登记
              </Button>
              {m.hasRecords === 0 && (
                <Button
                  size="small"
                  onClick={() => declare.mutate({ agency: bench.agency.code, register: m.register, from: m.from, to: m.to, state: 'nil' })}
                >
                  零报告
                </Button>
              )}
            </Flex>
          )}
        </div>
      ))}
    </section>
  );
}
