import type { PrecheckFinding } from '../../../web/api/publishingTypes.ts';
import { useOpenItem } from './itemContext.ts';
import { showInText } from './showInText.ts';

const SEVERITY: Readonly<Record<PrecheckFinding['severity'], string>> = { error: '必须改', warning: '建议改', info: '可不改' };
const PARTS: Readonly<Record<PrecheckFinding['place']['part'], readonly [label: string, id: string]>> = {
  title: ['信息名称', 'c-title'],
  summary: ['内容概述', 'c-summary'],
  body: ['正文', 'c-body'],
  metadata: ['元数据', 'c-formedOn'],
  attachment: ['附件', 'attachments'],
};

/** Findings of one part of the item, beside it. */
export function FindingsAt({ part, attachment }: { readonly part: PrecheckFinding['place']['part']; readonly attachment?: string }) {
  const { findings } = useOpenItem();
  const here = findings.filter((f) => f.place.part === part && (attachment === undefined || f.place.attachment === attachment));
  if (here.length === 0) return null;
  return (
    <ul className="checks">
      {here.map((f) => (
        <li key={`${f.rule}${f.message}${f.place.quote}${f.place.paragraph}`} className={f.severity}>
          <b>{SEVERITY[f.severity]}</b>　{f.place.detail && `${f.place.detail}：`}
          {f.message}
          {f.suggestion && !f.message.includes(f.suggestion) && `　可改为“${f.suggestion}”`}
          {part === 'body' && f.place.quote && (
            <button type="button" className="find" onClick={() => showInText(f.place.quote ?? '')}>
              在正文中找
            </button>
          )}{' '}
          <code>{f.rule}</code>
        </li>
      ))}
    </ul>
  );
}

/** How many there are and where, at the top, with links to each place. */
export function FindingsList() {
  const { findings } = useOpenItem();
  if (findings.length === 0) return <p className="sub">发布前检查：已保存的内容没有发现问题。</p>;
  const errors = findings.filter((f) => f.severity === 'error').length;
  const parts = [...new Set(findings.map((f) => f.place.part))];
  return (
    <nav className={errors > 0 ? 'checked bad' : 'checked'} aria-label="发布前检查">
      发布前检查：{findings.length}处{errors > 0 ? `，其中${errors}处必须改` : '，没有必须改的'}。
      {parts.map((p) => (
        <a key={p} href={`#${PARTS[p][1]}`}>
          {PARTS[p][0]} {findings.filter((f) => f.place.part === p).length}处
        </a>
      ))}
    </nav>
  );
}
