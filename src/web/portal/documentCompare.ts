import { type Markup, markup } from '#documents/markup.ts';
import type { ContentDifference } from '#domain/publishing/contentDiff.ts';
import type { DiffParagraph } from '#domain/publishing/diff.ts';

function paragraph(p: DiffParagraph): Markup {
  return markup`<p>${p.parts.map((part) => (part.kind === 'same' ? part.text : part.kind === 'removed' ? markup`<del>${part.text}</del>` : markup`<ins>${part.text}</ins>`))}</p>`;
}

/** 版本比较: what was taken out is struck through, what was put in underlined, each said in words too for who hears the page. */
export function compareView(
  title: string,
  href: string,
  names: readonly [from: number, to: number],
  difference: ContentDifference,
): Markup {
  const { fields, body, bodyChanged } = difference;
  const table = markup`<div class="scroll"><table><caption>著录项目的改动</caption><thead><tr><th scope="col">项目</th><th scope="col">第${names[0]}版</th><th scope="col">第${names[1]}版</th></tr></thead><tbody>${fields.map((f) => markup`<tr><th scope="row">${f.label}</th><td>${f.before || '（空）'}</td><td>${f.after || '（空）'}</td></tr>`)}</tbody></table></div>`;
  return markup`<h1>版本比较</h1><p><a href="${href}">${title}</a>　第${names[0]}版 与 第${names[1]}版</p>
<p class="meta"><del>删去的文字</del>加删除线，<ins>新加的文字</ins>加下划线。</p>
${fields.length > 0 && table}
<h2>正文</h2>${bodyChanged ? markup`<div class="prose compare">${body.map(paragraph)}</div>` : markup`<p class="note">正文没有改动。</p>`}`;
}
