import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Alert, App, Button, Input, Modal, Select } from 'antd';
import { useMemo, useState } from 'react';
import type { Register } from '../../../web/api/consoleTypes.ts';
import type { SavedRows, SaveRows } from '../../../web/api/registerTypes.ts';
import { type ApiProblem, api } from '../../api.ts';
import { useSession } from '../../shell/session.ts';
import { draftsOf, type Pasted, readClipboard } from './paste.ts';
import './paste.css';

interface Props {
  readonly register: Register;
  readonly text: string;
  readonly onClose: () => void;
}

const MOST = 2000;

/** Paste from Excel: see which column is what, mend the marked cells, keep all rows or none. */
export function PastePanel({ register, text, onClose }: Props) {
  const { agency } = useSession();
  const { message } = App.useApp();
  const queries = useQueryClient();
  const [pasted, setPasted] = useState<Pasted>(() => readClipboard(register, text));
  const drafts = useMemo(() => draftsOf(register, pasted), [register, pasted]);
  const save = useMutation<SavedRows, ApiProblem>({
    mutationFn: () => api.post(`/registers/${register.key}`, { agency: agency.agency, reason: '粘贴录入', drafts } satisfies SaveRows),
    onSuccess: async (saved) => {
      await queries.invalidateQueries({ queryKey: ['rows', register.key] });
      message.success(`已保存${saved.rows.length}${register.countWord}`);
      onClose();
    },
  });
  const wrong = new Map((save.error?.fields ?? []).map((f) => [`${f.index}/${f.field}`, f]));
  const editCell = (r: number, c: number, value: string) =>
    setPasted({ ...pasted, rows: pasted.rows.map((row, i) => (i === r ? row.map((v, j) => (j === c ? value : v)) : row)) });
  const setField = (c: number, key: string) => setPasted({ ...pasted, fields: pasted.fields.map((f, i) => (i === c ? key || null : f)) });
  const options = [{ value: '', label: '不导入' }, ...register.fields.map((f) => ({ value: f.key, label: f.label }))];

  return (
    <Modal
      open
      title={`粘贴到${register.title}`}
      width="min(1200px, 96vw)"
      onCancel={onClose}
      footer={
        <>
          <Button onClick={onClose}>不保存</Button>
          <Button
            type="primary"
            disabled={drafts.length === 0 || drafts.length > MOST}
            loading={save.isPending}
            onClick={() => save.mutate()}
          >
            保存{drafts.length}
            {register.countWord}
          </Button>
        </>
      }
    >
      {pasted.rows.length === 0 && (
        <Input.TextArea
          autoFocus
          rows={6}
          aria-label="粘贴处"
          placeholder="在Excel或WPS里选中若干行（带不带表头都可以），复制，到这里粘贴"
          onChange={(e) => setPasted(readClipboard(register, e.target.value))}
        />
      )}
      {drafts.length > MOST && <Alert type="warning" title={`一次最多${MOST}行；更多请用“从表格导入”。`} />}
      {save.error && (
        <Alert
          type="error"
          title={wrong.size > 0 ? `有${wrong.size}处要改，一行也没有保存` : save.error.message}
          description={
            wrong.size > 0 ? (
              <ul>
                {[...wrong.values()].slice(0, 20).map((f) => (
                  <li key={`${f.index}/${f.field}`}>{`第${f.index + 1}行 ${f.what}。${f.fix}`}</li>
                ))}
              </ul>
            ) : (
              save.error.advice
            )
          }
        />
      )}
      {pasted.rows.length > 0 && (
        <div className="paste-scroll">
          <table className="paste">
            <thead>
              <tr>
                <th scope="col">行</th>
                {pasted.fields.map((key, c) => (
                  <th scope="col" key={c}>
                    {pasted.header?.[c] && <div className="was">{pasted.header[c]}</div>}
                    <Select
                      size="small"
                      aria-label={`第${c + 1}列填入`}
                      value={key ?? ''}
                      options={options}
                      onChange={(v) => setField(c, v)}
                      popupMatchSelectWidth={false}
                      style={{ width: '100%', minWidth: 100 }}
                    />
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {pasted.rows.map((row, r) => (
                <tr key={r}>
                  <th scope="row">{r + 1}</th>
                  {pasted.fields.map((key, c) => {
                    const problem = wrong.get(`${r}/${key}`);
                    return (
                      <td
                        key={c}
                        className={problem ? 'wrong' : key ? '' : 'left-out'}
                        title={problem ? `${problem.what}。${problem.fix}` : undefined}
                      >
                        <input
                          aria-label={`第${r + 1}行第${c + 1}列`}
                          aria-invalid={Boolean(problem)}
                          value={row[c] ?? ''}
                          onChange={(e) => editCell(r, c, e.target.value)}
                        />
                      </td>
                    );
                  })}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Modal>
  );
}
