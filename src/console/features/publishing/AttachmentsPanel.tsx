import { Button, Flex, Input, Popconfirm } from 'antd';
import { useState } from 'react';
import { api } from '../../api.ts';
import { ErrorBox } from './ErrorBox.tsx';
import { FindingsAt } from './Findings.tsx';
import { useOpenItem } from './itemContext.ts';
import { fileAddress, useItemChange } from './usePublishing.ts';

/** Bytes in an office's words. */
function size(bytes: number): string {
  return bytes < 1024 * 1024 ? `${Math.max(1, Math.round(bytes / 1024))} KB` : `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}

/** Attachments with type and size; replaced ones lead from their old address to the new. */
export function AttachmentsPanel() {
  const { answer } = useOpenItem();
  const { life, editable } = answer.item;
  const [title, setTitle] = useState('');
  const add = useItemChange<{ file: File; replaces?: number; title: string }>(
    life.item,
    (given, agency) => {
      const data = new FormData();
      data.set('agency', agency);
      data.set('item', life.item);
      data.set('basedOn', String(life.revision));
      data.set('title', given.title);
      if (given.replaces) data.set('replaces', String(given.replaces));
      data.set('file', given.file);
      return api.post('/publishing/item/attach', data);
    },
    () => '附件已保存',
  );
  const drop = useItemChange<number>(
    life.item,
    (n, agency) => api.post('/publishing/item/detach', { agency, item: life.item, n, basedOn: life.revision }),
    () => '附件已删去',
  );
  const pick = (label: string, done: (file: File) => void, disabled = false) => (
    <label className={disabled ? 'pick off' : 'pick'}>
      {label}
      <input
        type="file"
        disabled={disabled}
        onChange={(e) => {
          const file = e.target.files?.[0];
          e.target.value = '';
          if (file) done(file);
        }}
      />
    </label>
  );
  return (
    <section className="panel" id="attachments" aria-label="附件">
      <h2>附件</h2>
      <ErrorBox error={add.error ?? drop.error} />
      {answer.attachments.length === 0 && <p className="sub">没有附件。</p>}
      <ul className="files">
        {answer.attachments.map((a) => (
          <li key={a.n}>
            <Flex gap={8} wrap align="center">
              <a href={fileAddress(life.agency, a.file)}>{a.title}</a>
              <span className="sub">
                {a.name.split('.').at(-1)?.toUpperCase()}　{size(a.size)}
              </span>
              {editable && pick('换新文件', (file) => add.mutate({ file, replaces: a.n, title: a.title }))}
              {editable && (
                <Popconfirm
                  title="从这条信息删去这个附件？旧版本里仍然保留。"
                  okText="删去"
                  cancelText="不删"
                  onConfirm={() => drop.mutate(a.n)}
                >
                  <Button size="small">删去</Button>
                </Popconfirm>
              )}
            </Flex>
            <FindingsAt part="attachment" attachment={a.title} />
          </li>
        ))}
      </ul>
      {editable && (
        <Flex gap={8} wrap align="center">
          <Input
            aria-label="附件名称（不填用文件名）"
            placeholder="附件名称（不填用文件名）"
            value={title}
            maxLength={200}
            onChange={(e) => setTitle(e.target.value)}
            style={{ width: 260 }}
          />
          {pick(
            add.isPending ? '正在上传……' : '添加附件',
            (file) =>
              add.mutate(
                { file, title },
                {
                  onSuccess: () => {
                    setTitle('');
                  },
                },
              ),
            add.isPending,
          )}
        </Flex>
      )}
    </section>
  );
}
