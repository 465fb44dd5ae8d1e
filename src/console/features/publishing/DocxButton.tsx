import { Alert, Button } from 'antd';
import { useRef } from 'react';
import { api } from '../../api.ts';
import { useOpenItem } from './itemContext.ts';
import { useItemChange } from './usePublishing.ts';

/** A Word file becomes the page: its tables and pictures are kept, its styles dropped. */
export function DocxButton({ disabled }: { readonly disabled: boolean }) {
  const { answer } = useOpenItem();
  const { item, revision } = answer.item.life;
  const input = useRef<HTMLInputElement>(null);
  const read = useItemChange<File>(
    item,
    (file, agency) => {
      const data = new FormData();
      data.set('agency', agency);
      data.set('item', item);
      data.set('basedOn', String(revision));
      data.set('file', file);
      return api.post('/publishing/item/docx', data);
    },
    (a) => ['已转成正文', ...(a.removed ?? []).map((r) => r.says)].join('；'),
  );
  return (
    <>
      <input
        ref={input}
        type="file"
        accept=".docx"
        hidden
        aria-label="选择 Word 文件"
        onChange={(e) => {
          const file = e.target.files?.[0];
          e.target.value = '';
          if (file) read.mutate(file);
        }}
      />
      <Button
        loading={read.isPending}
        disabled={disabled}
        title={disabled ? '请先保存，再用 Word 文件替换正文' : undefined}
        onClick={() => input.current?.click()}
      >
        用 Word 文件（docx）作正文
      </Button>
      {read.error && <Alert type="error" title={read.error.message} description={read.error.advice} />}
    </>
  );
}
