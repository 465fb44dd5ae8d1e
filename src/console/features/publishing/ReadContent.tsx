import { Editor } from './Editor.tsx';
import { FindingsAt } from './Findings.tsx';
import { useOpenItem } from './itemContext.ts';
import { TEXTS } from './metadata.ts';

const nothing = (): void => undefined;

/** The words and metadata of an item that is not a draft, or not this person's to change: what is filled in, and the page. */
export function ReadContent() {
  const { answer, setup } = useOpenItem();
  const { life, current } = answer.item;
  const { content } = current;
  const column = setup.columns.find((c) => c.id === content.column);
  const facts: readonly (readonly [label: string, value: string])[] = [
    ...TEXTS.map((f) => [f.label, String(content[f.key as keyof typeof content] ?? '')] as const),
    ['栏目', column?.label ?? content.column ?? ''],
    ['关键词', content.keywords.join('、')],
    ['村务公开', content.village ? '是' : ''],
    ['转载', content.reprint ? '是' : ''],
    ...(column?.fields ?? []).map((f) => [f.label, content.particulars[f.key] ?? ''] as const),
  ];
  return (
    <section className="panel" aria-label="内容">
      <h2>内容</h2>
      <p className="sub">{life.work === 'draft' ? '您的角色只能查看。' : '已经送审，内容不能改；需要改的，先“退回修改”或者“修改”。'}</p>
      <FindingsAt part="title" />
      <FindingsAt part="summary" />
      <FindingsAt part="metadata" />
      <dl className="facts">
        {facts
          .filter(([, value]) => value !== '')
          .map(([label, value]) => (
            <div key={label} style={{ display: 'contents' }}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ))}
      </dl>
      <h3 id="c-body-label">正文</h3>
      <FindingsAt part="body" />
      <Editor editable={false} start={content.body} onChange={nothing} />
    </section>
  );
}
