import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Alert, App, Button, Flex, Input } from 'antd';
import { useState } from 'react';
import { type ApiProblem, api } from '../../api.ts';
import { useSession } from '../../shell/session.ts';
import { ErrorBox } from './ErrorBox.tsx';
import { Line } from './Field.tsx';

interface Answer {
  readonly duties: readonly { readonly key: string; readonly label: string }[];
  readonly problems: readonly { readonly line: number; readonly what: string }[];
  readonly kept: number;
}

/** A field's standard catalogue pasted from its sheet, with its head; looked at first, kept only when every line was understood. */
export function DutyImport({ onDone }: { readonly onDone: () => void }) {
  const { agency } = useSession();
  const { message } = App.useApp();
  const queries = useQueryClient();
  const [field, setField] = useState('');
  const [text, setText] = useState('');
  const run = useMutation<Answer, ApiProblem, boolean>({
    mutationFn: (apply) => {
      const rows = text
        .split(/\r?\n/)
        .filter((l) => l.trim() !== '')
        .map((l) => l.split('\t'));
      return api.post('/publishing/duties/import', { agency: agency.agency, field, rows, apply });
    },
    onSuccess: async (a) => {
      if (a.kept === 0) return;
      await queries.invalidateQueries({ queryKey: ['publishing'] });
      message.success(`已列入${a.kept}项`);
      onDone();
    },
  });
  const a = run.data;
  const ready = field.trim() !== '' && text.trim() !== '';
  return (
    <form
      className="record panel"
      onSubmit={(e) => {
        e.preventDefault();
        if (ready) run.mutate(false);
      }}
    >
      <h2>导入标准目录</h2>
      <ErrorBox error={run.error} />
      <Line id="i-field" label="领域名称" must>
        <Input id="i-field" value={field} maxLength={60} onChange={(e) => setField(e.target.value)} />
      </Line>
      <Line id="i-rows" label="目录内容" must hint="在表格里连同表头一起选中、复制，粘贴到这里">
        <Input.TextArea id="i-rows" value={text} rows={6} onChange={(e) => setText(e.target.value)} />
      </Line>
      {a && a.problems.length > 0 && (
        <Alert
          type="error"
          title={`有${a.problems.length}行没有看懂，没有导入`}
          description={
            <ul>
              {a.problems.slice(0, 30).map((p) => (
                <li key={`${p.line}${p.what}`}>
                  第{p.line}行：{p.what}
                </li>
              ))}
            </ul>
          }
        />
      )}
      {a && a.problems.length === 0 && <Alert type="info" title={`读出${a.duties.length}项，核对后点“列入目录”。`} />}
      <Flex gap={8}>
        <Button htmlType="submit" disabled={!ready} loading={run.isPending}>
          先看一遍
        </Button>
        {a && a.problems.length === 0 && a.duties.length > 0 && (
          <Button type="primary" loading={run.isPending} onClick={() => run.mutate(true)}>
            列入目录
          </Button>
        )}
      </Flex>
    </form>
  );
}
