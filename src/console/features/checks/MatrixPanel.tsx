import { useQuery } from '@tanstack/react-query';
import { Alert, Button, Empty, Flex, Spin } from 'antd';
import type { CheckMatrix } from '../../../web/api/checkTypes.ts';
import { type ApiProblem, api, query } from '../../api.ts';
import { useSession } from '../../shell/session.ts';
import { Counts } from './Counts.tsx';

interface Props {
  readonly year: number;
  readonly onOpen: (agency: string, id: string) => void;
}

/** 单位和问题: a row a report, a column a rule, and how many open findings each has. */
export function MatrixPanel({ year, onOpen }: Props) {
  const { agency } = useSession();
  const asked = query({ agency: agency.agency, year });
  const matrix = useQuery<CheckMatrix, ApiProblem>({
    queryKey: ['checks', agency.agency, 'matrix', year],
    queryFn: () => api.get(`/checks/matrix${asked}`),
  });
  if (matrix.error) return <Alert type="error" title={matrix.error.message} description={matrix.error.advice} />;
  if (!matrix.data) return <Spin />;
  const { rows, rules } = matrix.data;
  if (rows.length === 0) return <Empty description={`还没有查过${year}年度的年报`} />;
  const total = (rule: string) => rows.filter((r) => (r.byRule[rule] ?? 0) > 0).length;
  return (
    <>
      <Flex gap={12} wrap align="center" style={{ margin: '8px 0' }}>
        <span>
          {year}年度共{rows.length}份，有必须改的{rows.filter((r) => r.counts.error > 0).length}
          份。问题多的在前，点单位看意见。没有读出年度的、读不出来的在清单里。
        </span>
        <Button href={`/api/console/checks/matrix/export${asked}`}>导出 Excel</Button>
      </Flex>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table is scrolled by keyboard, too */}
      <section className="matrix" tabIndex={0} aria-label={`${year}年度各单位的问题`}>
        <table>
          <thead>
            <tr>
              <th scope="col">单位</th>
              <th scope="col">结果</th>
              {rules.map((r) => (
                <th key={r.id} scope="col" title={r.id}>
                  {r.title}
                  <br />
                  <small>{total(r.id)}个单位</small>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.id}>
                <th scope="row">
                  <Button type="link" size="small" onClick={() => onOpen(row.agency, row.id)} className="name">
                    {row.unit ?? row.file}
                  </Button>
                </th>
                <td style={{ textAlign: 'left', whiteSpace: 'nowrap' }}>
                  <Counts check={row} />
                </td>
                {rules.map((r) => {
                  const n = row.byRule[r.id] ?? 0;
                  return (
                    <td key={r.id} className={n > 0 ? r.severity : ''}>
                      {n || ''}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </>
  );
}
