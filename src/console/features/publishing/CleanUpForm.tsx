import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Alert, App, Button, Flex, Input, Radio } from 'antd';
import { useState } from 'react';
import type { DocumentRow, EntryBody } from '../../../web/api/publishingTypes.ts';
import { type ApiProblem, api } from '../../api.ts';
import { useSession } from '../../shell/session.ts';
import { ErrorBox, namedFields } from './ErrorBox.tsx';
import { Line } from './Field.tsx';

type Result = EntryBody<'cleanup'>['result'];

const RESULTS: readonly { value: Result; label: string }[] = [
  { value: 'keep', label: '继续有效' },
  { value: 'revise', label: '修改' },
  { value: 'abolished', label: '废止' },
  { value: 'lapsed', label: '宣布失效' },
];
const LABELS = { 'u-on': '清理日期', 'u-until': '有效期至', 'u-ended': '失效（废止）日期' };

/** The outcome of a clean-up for one document or several; what ends is written into the register and onto its public page. */
export function CleanUpForm({ documents, onDone }: { readonly documents: readonly DocumentRow[]; readonly onDone: () => void }) {
  const { agency, me } = useSession();
  const { message } = App.useApp();
  const queries = useQueryClient();
  const [result, setResult] = useState<Result>('keep');
  const [now, setNow] = useState({ on: me.today, by: '', validUntil: '', endedOn: me.today, remark: '' });
  const ends = result === 'abolished' || result === 'lapsed';
  const keep = useMutation<{ kept: number; warnings: readonly string[] }, ApiProblem>({
    mutationFn: () =>
      api.post('/publishing/document/cleanup', {
        agency: agency.agency,
        documents: documents.map(({ number, version }) => ({ number, version })),
        body: {
          on: now.on,
          by: now.by,
          result,
          validUntil: result === 'keep' ? now.validUntil || null : null,
          endedOn: ends ? now.endedOn || null : null,
          remark: now.remark,
        },
      }),
    onSuccess: async ({ kept, warnings }) => {
      await queries.invalidateQueries({ queryKey: ['publishing'] });
      message.success(`已登记${kept}件的清理结果`);
      if (warnings.length === 0) onDone();
    },
  });
  const named = namedFields(keep.error, LABELS);
  const set = (part: Partial<typeof now>) => setNow({ ...now, ...part });
  return (
    <form
      className="record panel"
      onSubmit={(e) => {
        e.preventDefault();
        keep.mutate();
      }}
    >
      <h2>清理结果</h2>
      <p className="sub">{documents.map((d) => `《${d.title}》`).join('、')}</p>
      <ErrorBox error={keep.error} labels={LABELS} />
      {(keep.data?.warnings ?? []).map((w) => (
        <Alert key={w} type="warning" title={w} />
      ))}
      <fieldset>
        <legend>结果</legend>
        <Radio.Group value={result} options={[...RESULTS]} onChange={(e) => setResult(e.target.value as Result)} />
      </fieldset>
      <Line id="u-on" label="清理日期" must problem={named.get('u-on')}>
        <Input id="u-on" type="date" max={me.today} value={now.on} onChange={(e) => set({ on: e.target.value })} />
      </Line>
      {result === 'keep' && (
        <Line id="u-until" label="有效期至" hint="延长有效期的才填；会写进登记簿" problem={named.get('u-until')}>
          <Input id="u-until" type="date" value={now.validUntil} onChange={(e) => set({ validUntil: e.target.value })} />
        </Line>
      )}
      {ends && (
        <Line
          id="u-ended"
          label="失效（废止）日期"
          must
          hint="失去效力的第一天；会写进登记簿，公开页同时标注"
          problem={named.get('u-ended')}
        >
          <Input id="u-ended" type="date" value={now.endedOn} onChange={(e) => set({ endedOn: e.target.value })} />
        </Line>
      )}
      <Line id="u-by" label="谁清理、依据什么" hint="例如：县政府关于公布规范性文件清理结果的通知">
        <Input id="u-by" value={now.by} maxLength={400} onChange={(e) => set({ by: e.target.value })} />
      </Line>
      <Line id="u-remark" label="备注">
        <Input id="u-remark" value={now.remark} onChange={(e) => set({ remark: e.target.value })} />
      </Line>
      <Flex gap={8}>
        <Button type="primary" htmlType="submit" danger={ends} loading={keep.isPending}>
          登记清理结果
        </Button>
        <Button onClick={onDone}>取消</Button>
      </Flex>
    </form>
  );
}
