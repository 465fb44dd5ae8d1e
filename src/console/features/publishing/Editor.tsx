import { Alert, Input } from 'antd';
import { useEffect, useRef, useState } from 'react';
import type { CleanAnswer } from '../../../web/api/publishingTypes.ts';
import { ApiProblem, api } from '../../api.ts';
import { useOpenItem } from './itemContext.ts';
import { insertHtml, pictureData, shownHtml, storedHtml } from './page.ts';

const TOOLS: readonly (readonly [label: string, command: string, value?: string])[] = [
  ['正文', 'formatBlock', 'p'],
  ['一级标题', 'formatBlock', 'h2'],
  ['二级标题', 'formatBlock', 'h3'],
  ['加粗', 'bold'],
  ['编号', 'insertOrderedList'],
  ['项目符号', 'insertUnorderedList'],
  ['撤销', 'undo'],
  ['重做', 'redo'],
];
const TABLE = `<table><thead><tr><th>项目</th><th>内容</th></tr></thead><tbody>${'<tr><td>　</td><td>　</td></tr>'.repeat(2)}</tbody></table><p></p>`;

/** The body: typed, or pasted from Word and WPS, which the server makes clean first. What stands here is what is kept. */
export function Editor({
  editable,
  start,
  onChange,
}: {
  readonly editable: boolean;
  readonly start: string;
  readonly onChange: (html: string) => void;
}) {
  const { answer } = useOpenItem();
  const { agency } = answer.item.life;
  const page = useRef<HTMLDivElement>(null);
  const [said, setSaid] = useState<{ type: 'info' | 'error'; text: string } | null>(null);
  const [pictures, setPictures] = useState<readonly HTMLImageElement[]>([]);
  const latest = useRef(start);

  useEffect(() => {
    if (!page.current) return;
    page.current.innerHTML = shownHtml(latest.current, agency, answer.attachments);
    setPictures([...page.current.querySelectorAll('img')]);
  }, [agency, answer.attachments]);

  const changed = () => {
    latest.current = storedHtml(page.current?.innerHTML ?? '');
    onChange(latest.current);
    setPictures([...(page.current?.querySelectorAll('img') ?? [])]);
  };
  const run = (command: string, value?: string) => {
    page.current?.focus();
    // The one way a browser offers to change text with its own undo.
    document.execCommand(command, false, value);
    changed();
  };
  const paste = async (html: string, picked: Range | null) => {
    setSaid({ type: 'info', text: '正在整理粘贴的内容……' });
    try {
      const clean = await api.post<CleanAnswer>('/publishing/clean', { html });
      insertHtml(clean.html, picked);
      changed();
      setSaid(clean.removed.length > 0 ? { type: 'info', text: `已整理：${clean.removed.map((r) => r.says).join('；')}` } : null);
    } catch (e) {
      const large = e instanceof ApiProblem && e.status === 413;
      const text = large
        ? '粘贴的图片太大：请用“用 Word 文件作正文”，或者把图片作为附件。'
        : e instanceof ApiProblem
          ? e.message
          : '没有粘贴成功';
      setSaid({ type: 'error', text });
    }
  };
  const tool = (label: string, act: () => void) => (
    <button key={label} type="button" onMouseDown={(e) => e.preventDefault()} onClick={act}>
      {label}
    </button>
  );
  return (
    <>
      {editable && (
        <div className="tools" role="toolbar" aria-label="正文格式">
          {TOOLS.map(([label, command, value]) => tool(label, () => run(command, value)))}
          {tool('表格', () => run('insertHTML', TABLE))}
        </div>
      )}
      {said && <Alert type={said.type} title={said.text} closable={{ onClose: () => setSaid(null) }} />}
      {/* biome-ignore lint/a11y/useSemanticElements: a page with headings and tables is no textarea */}
      <div
        id="c-body"
        ref={page}
        className="page"
        role="textbox"
        aria-multiline="true"
        aria-labelledby="c-body-label"
        aria-readonly={!editable}
        tabIndex={0}
        contentEditable={editable}
        suppressContentEditableWarning
        onInput={changed}
        onDrop={(e) => e.preventDefault()}
        onPaste={async (e) => {
          const html = e.clipboardData.getData('text/html');
          const [file] = e.clipboardData.files;
          if (!html && !file) return;
          e.preventDefault();
          const selection = window.getSelection();
          const picked = selection && selection.rangeCount > 0 ? selection.getRangeAt(0) : null;
          await paste(html || (await pictureData(file!)), picked);
        }}
      />
      {editable &&
        pictures.map((picture, i) => (
          <label key={picture.src} className="alt">
            第{i + 1}张图的说明（看不见图的人会听到这句话）
            <Input
              defaultValue={picture.alt}
              onChange={(e) => {
                picture.alt = e.target.value;
                changed();
              }}
            />
          </label>
        ))}
    </>
  );
}
