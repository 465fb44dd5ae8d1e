import { Table, Tag } from 'antd';
import type { ColumnsType } from 'antd/es/table';
import type { Register } from '../../../web/api/consoleTypes.ts';
import type { Row } from '../../../web/api/registerTypes.ts';
import { ClockChip } from './ClockChip.tsx';
import { shown } from './values.ts';

interface Props {
  readonly register: Register;
  readonly rows: readonly Row[];
  readonly loading: boolean;
  /** `field` or `-field`. */
  readonly sort: string | null;
  readonly onSort: (sort: string | null) => void;
  readonly onOpen: (row: Row) => void;
}

const NUMERIC = new Set(['count', 'fen']);

function columns({ register, sort, onOpen }: Props): ColumnsType<Row> {
  const order = (key: string) => (sort === key ? ('ascend' as const) : sort === `-${key}` ? ('descend' as const) : null);
  const number: ColumnsType<Row>[number] = {
    key: register.numberField,
    title: register.fields.find((f) => f.key === register.numberField)?.label ?? '编号',
    sorter: true,
    sortOrder: order(register.numberField),
    fixed: 'left',
    render: (_, row) => (
      <>
        <a
          href={`?number=${encodeURIComponent(row.number)}`}
          onClick={(e) => {
            e.preventDefault();
            onOpen(row);
          }}
        >
          {row.number}
        </a>
        {row.void && <Tag>作废</Tag>}
        {row.origin === 'opening' && <Tag>期初</Tag>}
      </>
    ),
  };
  const fields = register.fields
    .filter((f) => f.grid && f.key !== register.numberField)
    .map((f): ColumnsType<Row>[number] => ({
      key: f.key,
      title: f.label,
      sorter: !f.personal,
      sortOrder: order(f.key),
      align: NUMERIC.has(f.kind) ? 'right' : 'left',
      ellipsis: f.kind === 'longText',
      render: (_, row) => shown(f, row.values[f.key]),
    }));
  const clock: ColumnsType<Row> =
    register.key === 'requests'
      ? [
          {
            key: 'clock',
            title: '答复期限',
            render: (_, row) => (row.parts ? `已分件：${row.parts.join('、')}` : row.clock && <ClockChip clock={row.clock} />),
          },
        ]
      : [];
  return [number, ...clock, ...fields];
}

/** The rows of a register in the office's own column order. */
export function Grid(props: Props) {
  return (
    <Table<Row>
      rowKey={(r) => `${r.agency}/${r.number}`}
      size="small"
      bordered
      columns={columns(props)}
      dataSource={props.rows}
      loading={props.loading}
      pagination={false}
      scroll={{ x: 'max-content' }}
      locale={{ emptyText: '没有符合条件的记录' }}
      onChange={(_p, _f, sorter) => {
        const one = Array.isArray(sorter) ? sorter[0] : sorter;
        props.onSort(one?.order ? `${one.order === 'descend' ? '-' : ''}${String(one.columnKey)}` : null);
      }}
    />
  );
}
