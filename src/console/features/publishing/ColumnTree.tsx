import { Button, Flex, Input } from 'antd';
import { useState } from 'react';
import type { ColumnRow, ColumnsAnswer } from '../../../web/api/publishingTypes.ts';
import { ColumnForm } from './ColumnForm.tsx';
import { added, changes, type DraftColumn, moved, type PlacedColumn, placed } from './columnDraft.ts';
import { ErrorBox } from './ErrorBox.tsx';
import { useEntry } from './usePublishing.ts';

function Standing({ row, group }: { readonly row: ColumnRow | undefined; readonly group: boolean }) {
  if (!row) return <span className="sub">新增，还没有保存</span>;
  const stale = row.freshness?.state === 'stale';
  return (
    <span className="sub">
      {row.items > 0 ? `${row.items}条` : !group && '还没有内容'}
      {row.lastOn && `　最近公开 ${row.lastOn}`}
      {row.column.keeper && `　${row.column.keeper}负责`}
      {stale && <b className="late">　{row.freshness?.says}</b>}
    </span>
  );
}

/** The tree as it is being changed; nothing is kept until it is saved whole. */
export function ColumnTree({ answer, may }: { readonly answer: ColumnsAnswer; readonly may: boolean }) {
  const [draft, setDraft] = useState<readonly DraftColumn[]>(() => answer.rows.map((r) => r.column));
  const [open, setOpen] = useState<DraftColumn | null>(null);
  const [reason, setReason] = useState('');
  const { save } = useEntry('columns');
  const rows = new Map(answer.rows.map((r) => [r.column.id, r]));
  const dirty = changes(answer.rows, draft);
  const put = (column: DraftColumn) => {
    setDraft(draft.some((c) => c.id === column.id) ? draft.map((c) => (c.id === column.id ? column : c)) : [...draft, column]);
    setOpen(null);
  };
  const line = ({ column, depth, first, last }: PlacedColumn) => {
    const row = rows.get(column.id);
    return (
      <li key={column.id} style={{ paddingInlineStart: depth * 22 }}>
        <Flex gap={8} wrap align="center" justify="space-between">
          <span>
            {may ? (
              <Button type="link" className="column-name" onClick={() => setOpen(column)}>
                {column.label}
              </Button>
            ) : (
              <b>{column.label}</b>
            )}
            {column.closed && <span className="tag">停用</span>}
            {column.whenFilled && !column.closed && <span className="tag">没有内容时不显示</span>}{' '}
            <Standing row={row} group={row?.fixed === true || draft.some((c) => c.parent === column.id)} />
          </span>
          {may && (
            <Flex gap={4}>
              <Button
                size="small"
                disabled={first}
                aria-label={`上移：${column.label}`}
                onClick={() => setDraft(moved(draft, column.id, -1))}
              >
                上移
              </Button>
              <Button
                size="small"
                disabled={last}
                aria-label={`下移：${column.label}`}
                onClick={() => setDraft(moved(draft, column.id, 1))}
              >
                下移
              </Button>
              <Button size="small" aria-label={`加下级：${column.label}`} onClick={() => setOpen(added(draft, column))}>
                加下级
              </Button>
            </Flex>
          )}
        </Flex>
      </li>
    );
  };
  return (
    <section className="panel" aria-label="栏目">
      <ErrorBox error={save.error} />
      <ul className="way column-tree">{placed(draft).map(line)}</ul>
      {may && dirty > 0 && (
        <Flex gap={8} wrap align="center" className="unsaved" role="status">
          <b>有{dirty}个栏目改过，还没有保存</b>
          <Input
            aria-label="修改的原因（可不填）"
            placeholder="修改的原因（可不填）"
            value={reason}
            maxLength={500}
            onChange={(e) => setReason(e.target.value)}
            style={{ width: 240 }}
          />
          <Button
            type="primary"
            loading={save.isPending}
            onClick={() => save.mutate({ entry: answer.entry, body: { columns: [...draft] }, reason })}
          >
            保存栏目
          </Button>
          <Button onClick={() => setDraft(answer.rows.map((r) => r.column))}>放弃修改</Button>
        </Flex>
      )}
      {open && (
        <ColumnForm
          key={open.id}
          column={open}
          row={rows.get(open.id) ?? null}
          all={draft}
          onDone={put}
          onDelete={() => {
            setDraft(draft.filter((c) => c.id !== open.id));
            setOpen(null);
          }}
          onClose={() => setOpen(null)}
        />
      )}
    </section>
  );
}
