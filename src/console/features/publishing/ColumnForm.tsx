import { Alert, Button, Checkbox, Drawer, Flex, Input } from 'antd';
import { useState } from 'react';
import type { ColumnRow } from '../../../web/api/publishingTypes.ts';
import { ApiProblem } from '../../api.ts';
import { below, type DraftColumn, placed } from './columnDraft.ts';
import { ErrorBox, namedFields } from './ErrorBox.tsx';
import { FieldControl, Line } from './Field.tsx';

const LABELS = { 'k-label': '栏目名称', 'k-every': '最长多少天要更新' };

interface Props {
  readonly column: DraftColumn;
  /** As it was saved; null: new. */
  readonly row: ColumnRow | null;
  readonly all: readonly DraftColumn[];
  readonly onDone: (column: DraftColumn) => void;
  readonly onDelete: () => void;
  readonly onClose: () => void;
}

function lacking(label: string, every: string): ApiProblem | null {
  if (label.trim() === '') return new ApiProblem(422, { error: '请填写栏目名称' });
  const days = Number(every);
  if (every.trim() !== '' && !(Number.isInteger(days) && days >= 1 && days <= 3660))
    return new ApiProblem(422, { error: '“最长多少天要更新”请填1到3660的整数，或者空着' });
  return null;
}

/** One column: its name, place, duty, limit; and taking it off the tree, or why that can't be. */
export function ColumnForm({ column, row, all, onDone, onDelete, onClose }: Props) {
  const [now, setNow] = useState(column);
  const [every, setEvery] = useState(column.everyDays === null ? '' : String(column.everyDays));
  const [problem, setProblem] = useState<ApiProblem | null>(null);
  const set = (part: Partial<DraftColumn>) => setNow({ ...now, ...part });
  const own = below(all, column.id);
  const children = own.size - 1;
  const parents = placed(all)
    .filter((p) => !own.has(p.column.id))
    .map((p) => ({ value: p.column.id, label: `${'　'.repeat(p.depth)}${p.column.label}` }));
  const kept = row?.kept ?? (children > 0 ? '下面还有栏目，请先把它们移走或者删去' : null);
  const named = namedFields(problem, LABELS);
  return (
    <Drawer open title={row ? column.label : '新增栏目'} size={520} onClose={onClose} destroyOnHidden>
      <form
        className="record"
        onSubmit={(e) => {
          e.preventDefault();
          const found = lacking(now.label, every);
          setProblem(found);
          if (!found) onDone({ ...now, label: now.label.trim(), everyDays: every.trim() === '' ? null : Number(every) });
        }}
      >
        <ErrorBox error={problem} labels={LABELS} />
        <Line id="k-label" label="栏目名称" must problem={named.get('k-label')}>
          <Input id="k-label" value={now.label} maxLength={60} onChange={(e) => set({ label: e.target.value })} />
        </Line>
        {!row?.fixed && (
          <Line id="k-parent" label="上级栏目" hint="一般放在“法定主动公开内容”下面">
            <FieldControl
              spec={{ key: 'parent', label: '上级栏目', kind: 'choice', options: parents }}
              id="k-parent"
              value={now.parent ?? ''}
              bad={false}
              onChange={(parent) => set({ parent: parent || null, order: 9999 })}
            />
          </Line>
        )}
        <Line id="k-description" label="说明" hint="一句话说清这里有什么，显示在栏目页上">
          <Input id="k-description" value={now.description} maxLength={400} onChange={(e) => set({ description: e.target.value })} />
        </Line>
        <Line id="k-keeper" label="谁负责更新">
          <Input id="k-keeper" value={now.keeper} maxLength={100} onChange={(e) => set({ keeper: e.target.value })} />
        </Line>
        <Line id="k-every" label="最长多少天要更新" hint="不填：有事项才更新，或者按通常要求" problem={named.get('k-every')}>
          <Input id="k-every" inputMode="numeric" value={every} onChange={(e) => setEvery(e.target.value)} />
        </Line>
        <Flex vertical gap={8}>
          <Checkbox checked={now.whenFilled} onChange={(e) => set({ whenFilled: e.target.checked })}>
            没有内容时，公开页上不显示
          </Checkbox>
          {!row?.fixed && (
            <Checkbox checked={now.closed} onChange={(e) => set({ closed: e.target.checked })}>
              停用（不再显示和选用，原来的网址仍能打开）
            </Checkbox>
          )}
        </Flex>
        {row && row.basisTitles.length > 0 && <p className="hint">依据：{row.basisTitles.join('，')}</p>}
        {row && kept && <Alert type="info" title={`${kept}。`} />}
        <Flex gap={8} className="actions">
          <Button type="primary" htmlType="submit">
            确定
          </Button>
          {row && (
            <Button danger disabled={kept !== null} onClick={onDelete}>
              删去
            </Button>
          )}
        </Flex>
      </form>
    </Drawer>
  );
}
