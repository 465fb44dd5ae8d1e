import { Alert, Button, Checkbox, Flex, Input, Select } from 'antd';
import { useEffect, useState } from 'react';
import type { ItemContent } from '../../../web/api/publishingTypes.ts';
import { api } from '../../api.ts';
import { columnOptions } from './columns.ts';
import { DocxButton } from './DocxButton.tsx';
import { Editor } from './Editor.tsx';
import { ErrorBox, namedFields } from './ErrorBox.tsx';
import { FieldControl, type FieldSpec, Line } from './Field.tsx';
import { FindingsAt } from './Findings.tsx';
import { useOpenItem } from './itemContext.ts';
import { keepDraft, keptDraft } from './kept.ts';
import { LABELS, TEXTS } from './metadata.ts';
import { ReadContent } from './ReadContent.tsx';
import { useItemChange } from './usePublishing.ts';

function changeOf(was: ItemContent, now: ItemContent): Partial<ItemContent> {
  const keys = Object.keys(now) as (keyof ItemContent)[];
  return Object.fromEntries(keys.filter((k) => JSON.stringify(was[k]) !== JSON.stringify(now[k])).map((k) => [k, now[k]]));
}

/** The words and metadata of an item; what is typed is kept in the browser until it is saved. */
export function ContentForm() {
  const { answer, setup } = useOpenItem();
  const { life, current, editable, proposed } = answer.item;
  const was = current.content;
  const key = `gongkai.draft.item.${life.agency}.${life.item}`;
  const [restored] = useState(() => (editable ? keptDraft(key, life.revision) : null));
  const [now, setNow] = useState<ItemContent>({ ...was, ...restored });
  const [note, setNote] = useState('');
  const change = changeOf(was, now);
  const dirty = Object.keys(change).length > 0;
  const save = useItemChange<void>(
    life.item,
    (_, agency) => api.put('/publishing/item', { agency, item: life.item, change, basedOn: life.revision, note }),
    (a) => ['已保存', ...(a.removed ?? []).map((r) => `正文整理：${r.says}`)].join('。'),
  );
  useEffect(() => {
    if (editable) keepDraft(key, life.revision, dirty ? change : null);
  });
  const named = namedFields(save.error, LABELS);
  const set = (part: Partial<ItemContent>) => setNow((before) => ({ ...before, ...part }));
  const column = setup.columns.find((c) => c.id === now.column);
  const submit = () => save.mutate();
  const line = (f: FieldSpec) => (
    <Line key={f.key} id={`c-${f.key}`} label={f.label} hint={f.hint} must={f.must ?? false} problem={named.get(`c-${f.key}`)}>
      <FieldControl
        spec={f}
        id={`c-${f.key}`}
        value={String(now[f.key as keyof ItemContent] ?? '')}
        bad={named.has(`c-${f.key}`)}
        onChange={(v) => set({ [f.key]: f.kind === 'day' ? v || null : v })}
      />
      {f.key === 'title' && <FindingsAt part="title" />}
      {f.key === 'summary' && <FindingsAt part="summary" />}
      {f.key === 'formedOn' && <FindingsAt part="metadata" />}
    </Line>
  );
  if (!editable) return <ReadContent />;
  return (
    <form
      className="record panel"
      onSubmit={(e) => {
        e.preventDefault();
        submit();
      }}
      onKeyDown={(e) => {
        if ((e.ctrlKey || e.metaKey) && e.key === 's') {
          e.preventDefault();
          if (dirty) submit();
        }
      }}
    >
      <h2>内容</h2>
      <ErrorBox error={save.error} labels={LABELS} />
      {restored && <Alert type="info" title="已恢复上次没有保存的内容，请核对后保存。" />}
      <datalist id="agency-names">
        {setup.agencyNames.map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
      <fieldset className="meta">
        {TEXTS.slice(0, 1).map(line)}
        <Line id="c-column" label="栏目" must problem={named.get('c-column')}>
          <Select
            id="c-column"
            value={now.column}
            allowClear
            showSearch={{ optionFilterProp: 'label' }}
            options={columnOptions(setup.columns, now.column)}
            onChange={(v) => set({ column: v ?? null })}
            style={{ width: '100%' }}
          />
          {now.column === null && proposed && (
            <p className="sub">
              按“{proposed.word}”建议放在“{proposed.label}”。
              <Button size="small" onClick={() => set({ column: proposed.column })}>
                用这个栏目
              </Button>
            </p>
          )}
        </Line>
        {TEXTS.slice(1).map(line)}
        <Line id="c-keywords" label="关键词" hint="用顿号或逗号隔开" problem={named.get('c-keywords')}>
          <Input
            id="c-keywords"
            defaultValue={now.keywords.join('、')}
            onChange={(e) =>
              set({
                keywords: e.target.value
                  .split(/[、，,；;]/)
                  .map((k) => k.trim())
                  .filter(Boolean),
              })
            }
          />
        </Line>
        <Flex gap={16} wrap>
          <Checkbox checked={now.village} onChange={(e) => set({ village: e.target.checked })}>
            村务公开（单列，不计入政府信息）
          </Checkbox>
          <Checkbox checked={now.reprint} onChange={(e) => set({ reprint: e.target.checked })}>
            转载其他机关的信息
          </Checkbox>
        </Flex>
        {(column?.fields ?? []).map((f) => (
          <Line key={f.key} id={`c-own-${f.key}`} label={f.label} hint={f.kind === 'photo' ? '先把照片加为附件，这里写附件名' : undefined}>
            <FieldControl
              spec={{ key: f.key, label: f.label, kind: f.kind === 'longText' ? 'long' : f.kind === 'day' ? 'day' : 'text' }}
              id={`c-own-${f.key}`}
              value={now.particulars[f.key] ?? ''}
              bad={false}
              onChange={(v) => set({ particulars: { ...now.particulars, [f.key]: v } })}
            />
          </Line>
        ))}
      </fieldset>
      <div className="line wide">
        <span id="c-body-label" className="label">
          正文
        </span>
        <FindingsAt part="body" />
        <Editor editable start={now.body} onChange={(body) => set({ body })} />
      </div>
      <Flex gap={8} className="actions" wrap align="center">
        <Button type="primary" htmlType="submit" loading={save.isPending} disabled={!dirty}>
          {dirty ? '保存' : '已保存'}
        </Button>
        <DocxButton disabled={dirty} />
        <Input
          aria-label="这次改了什么（可不填）"
          placeholder="这次改了什么（可不填）"
          value={note}
          onChange={(e) => setNote(e.target.value)}
          style={{ width: 260 }}
        />
      </Flex>
    </form>
  );
}
