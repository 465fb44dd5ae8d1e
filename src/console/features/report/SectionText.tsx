import { Alert, Button, Flex, Input } from 'antd';
import { type ReactNode, useEffect, useState } from 'react';
import type { SaveDraft } from '../../../web/api/reportTypes.ts';
import { Chip } from './Chip.tsx';
import { useReport } from './context.ts';
import { FigureDrawer } from './FigureDrawer.tsx';
import { tokensOf, wordsOf } from './tokens.ts';
import { useReportAction } from './useWorkbench.ts';

const CN = ['一', '二', '三', '四', '五', '六'];
const AUTOSAVE_MS = 1500;

/** One section: its words with bound numbers, its editor, and the table below. */
export function SectionText({ index, children }: { readonly index: number; readonly children?: ReactNode }) {
  const { bench, figure, place, locked } = useReport();
  const section = bench.document.sections[index]!;
  const [editing, setEditing] = useState(false);
  const characters = section.paragraphs.reduce((n, p) => n + p.runs.reduce((m, r) => m + r.text.length, 0), 0);
  const figures = new Set(section.paragraphs.flatMap((p) => p.runs.map((r) => r.figure)));
  return (
    <section className="sheet" id={`section-${index + 1}`} aria-labelledby={`title-${index + 1}`}>
      <Flex justify="space-between" align="center">
        <h2 id={`title-${index + 1}`}>
          {CN[index]}、{section.title}
        </h2>
        <span className="sub">
          {characters > 0 && `${characters}字`}
          {index === 0 && '，建议不超过1000字'}
        </span>
        {!locked && bench.steps.draft && (
          <Button size="small" onClick={() => setEditing(!editing)}>
            {editing ? '看效果' : '改文字'}
          </Button>
        )}
      </Flex>
      {editing ? (
        <Editor index={index} />
      ) : (
        <div className="prose">
          {section.paragraphs.map((p, i) => (
            <p key={i} className={p.level}>
              {p.runs.map((r, j) =>
                r.figure ? <Chip key={j} figure={r.figure} text={r.text} section={index} /> : <span key={j}>{r.text}</span>,
              )}
            </p>
          ))}
        </div>
      )}
      {figure && place === index && figures.has(figure) && <FigureDrawer figure={figure} />}
      {children}
    </section>
  );
}

/** The words as text; bound numbers stand as 〔30｜主动公开信息〕 tokens and stay bound. Saves by itself. */
function Editor({ index }: { readonly index: number }) {
  const { bench } = useReport();
  const start = bench.draft.sections[index] ?? tokensOf(bench.document.sections[index]!.paragraphs);
  const [text, setText] = useState(start.join('\n'));
  const [saved, setSaved] = useState(start.join('\n'));
  const save = useReportAction<SaveDraft>(bench.agency.code, bench.year, 'draft', 'put');
  const version = bench.draft.version;
  const sections = bench.draft.sections;

  useEffect(() => {
    if (text === saved || save.isPending) return;
    const timer = setTimeout(() => {
      const lines = text.split('\n').filter((l) => l.trim() !== '');
      save.mutate(
        { basedOn: version, sections: Array.from({ length: 6 }, (_, i) => (i === index ? lines : (sections[i] ?? null))) },
        { onSuccess: () => setSaved(text) },
      );
    }, AUTOSAVE_MS);
    return () => clearTimeout(timer);
  }, [text, saved, save, version, sections, index]);

  return (
    <>
      <p className="sub">{'一行一段。双花括号里的是绑定的数字，如 {{figures/items}}，会随登记簿变化；可以挪动、删去，不要改里面的字。'}</p>
      <Input.TextArea
        aria-label={`第${CN[index]}部分文字`}
        value={text}
        onChange={(e) => setText(e.target.value)}
        autoSize={{ minRows: 6 }}
      />
      <Flex justify="space-between" style={{ marginTop: 6 }}>
        <span className="sub" role="status">
          {save.error ? '' : text === saved ? '已保存' : save.isPending ? '正在保存' : '稍停一下自动保存'}
        </span>
        <Button size="small" onClick={() => setText(wordsOf(bench, index))}>
          恢复系统拟的文字
        </Button>
      </Flex>
      {save.error && <Alert type="error" title={save.error.message} description={save.error.advice} />}
    </>
  );
}
