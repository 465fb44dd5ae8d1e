import { Button, Flex, Input } from 'antd';
import { useState } from 'react';
import type { GuideAnswer, PublishingSetup } from '../../../web/api/publishingTypes.ts';
import { useSession } from '../../shell/session.ts';
import { ErrorBox } from './ErrorBox.tsx';
import { Line } from './Field.tsx';
import { useEntry } from './usePublishing.ts';

const LONG = new Set(['classification', 'arrangement', 'access']);

/** Further words of the guide as paragraphs. */
function paragraphs(html: string): string {
  const page = new DOMParser().parseFromString(html, 'text/html');
  const blocks = [...page.body.children];
  return blocks.length > 0 ? blocks.map((b) => b.textContent ?? '').join('\n') : (page.body.textContent ?? '');
}

function pageOf(text: string): string {
  const holder = document.createElement('div');
  for (const line of text.split('\n').filter((l) => l.trim() !== '')) {
    const p = document.createElement('p');
    p.textContent = line;
    holder.append(p);
  }
  return holder.innerHTML;
}

/** The guide's fields; saving after a look counts as the yearly review. */
export function GuideForm({ answer, setup }: { readonly answer: GuideAnswer; readonly setup: PublishingSetup }) {
  const { me } = useSession();
  const before = answer.entry?.body;
  const [elements, setElements] = useState<Readonly<Record<string, string>>>(before?.elements ?? {});
  const [text, setText] = useState(() => paragraphs(before?.body ?? ''));
  const [effectiveOn, setEffectiveOn] = useState(before?.effectiveOn ?? '');
  const { save } = useEntry('guide');
  const findings = new Map(answer.findings.map((f) => [f.element, f.says]));
  const keep = (reviewedOn: string | null) =>
    save.mutate({
      entry: answer.entry,
      body: {
        elements,
        // Headings and tables that came with the guide stay as long as nobody writes over them.
        body: before && text === paragraphs(before.body) ? before.body : pageOf(text),
        effectiveOn: effectiveOn || null,
        reviewedOn,
      },
    });
  return (
    <form
      className="record panel"
      onSubmit={(e) => {
        e.preventDefault();
        keep(before?.reviewedOn ?? null);
      }}
    >
      <ErrorBox error={save.error} />
      <fieldset disabled={!setup.mayApprove}>
        {setup.guideElements.map(({ key, label }) => {
          const control = { id: `g-${key}`, value: elements[key] ?? '' };
          return (
            <Line key={key} id={control.id} label={label} must problem={findings.get(key)}>
              {LONG.has(key) ? (
                <Input.TextArea
                  {...control}
                  autoSize={{ minRows: 2 }}
                  onChange={(e) => setElements({ ...elements, [key]: e.target.value })}
                />
              ) : (
                <Input {...control} onChange={(e) => setElements({ ...elements, [key]: e.target.value })} />
              )}
            </Line>
          );
        })}
        <Line id="g-body" label="其他说明" hint="申请办法、监督投诉等；一段一行">
          <Input.TextArea id="g-body" value={text} autoSize={{ minRows: 4 }} onChange={(e) => setText(e.target.value)} />
        </Line>
        <Line id="g-effective" label="公布日期">
          <Input id="g-effective" type="date" value={effectiveOn} onChange={(e) => setEffectiveOn(e.target.value)} />
        </Line>
        {setup.mayApprove && (
          <Flex gap={8} className="actions" wrap>
            <Button type="primary" htmlType="submit" loading={save.isPending}>
              保存
            </Button>
            <Button loading={save.isPending} onClick={() => keep(me.today)}>
              保存，并记为今天已核对
            </Button>
          </Flex>
        )}
      </fieldset>
    </form>
  );
}
