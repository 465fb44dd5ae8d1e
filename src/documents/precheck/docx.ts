import { attribute, isOn, walkXml } from '../reading/xml.ts';
import type { ZipFile } from '../reading/zip.ts';
import type { Inspection } from './inspected.ts';
import { properties } from './properties.ts';

const TEXT_PARTS = /^word\/(document|header\d*|footer\d*|footnotes|endnotes|comments)\.xml$/i;
const NAMES: Readonly<Record<string, string>> = { header: '页眉', footer: '页脚', footnotes: '脚注', endnotes: '尾注', comments: '批注' };

function nameOf(part: string): string {
  const base = part.replace(/^word\//, '').replace(/\d*\.xml$/, '');
  return NAMES[base] ?? '';
}

function part(zip: ZipFile, name: string, found: Inspection): void {
  const detail = nameOf(name);
  let paragraph = 0;
  let text = '';
  let hidden = false;
  let deleted = 0;
  walkXml(zip.text(name) ?? '<a/>', {
    open: (tag, a) => {
      if (tag === 'p') {
        paragraph++;
        text = '';
      } else if (tag === 'del' || tag === 'moveFrom') deleted++;
      else if (tag === 'ins' || tag === 'moveTo')
        found.note('PUB-HIDDEN-TRACKED', 'error', '有没有接受的修订，改前的文字看得见；请接受全部修订后另存。', detail);
      else if (tag === 'r') hidden = false;
      else if (tag === 'vanish' && isOn(a)) hidden = true;
      else if (tag === 'color' && /^f{6}$/i.test(attribute(a, 'val') ?? ''))
        found.note('PUB-HIDDEN-WHITE', 'info', '有白色的文字，可能是有意藏起来的；请看一下。', detail);
    },
    text: (t) => {
      if (t.trim() === '') return;
      if (deleted > 0) found.note('PUB-HIDDEN-TRACKED', 'error', '有没有接受的修订，改前的文字看得见；请接受全部修订后另存。', detail, t);
      if (hidden) found.note('PUB-HIDDEN-TEXT', 'error', '有隐藏的文字；请删去。', detail, t);
      text += t;
    },
    close: (tag) => {
      if (tag === 'del' || tag === 'moveFrom') deleted--;
      if (tag === 'p' && text !== '') {
        found.words(text, detail || `第${paragraph}段`);
        text = '';
      }
    },
  });
}

/** Comments, tracked changes, hidden text, macros, embedded files; personal data in body, headers and notes. */
export function inspectDocx(zip: ZipFile, found: Inspection): void {
  if (zip.entries.some((e) => /^word\/comments/i.test(e.name))) found.note('PUB-HIDDEN-COMMENTS', 'error', '有批注；请看后全部删去。');
  if (zip.entries.some((e) => /vbaProject/i.test(e.name))) found.note('PUB-HIDDEN-MACRO', 'error', '带有宏；请另存为不带宏的 .docx。');
  if (zip.entries.some((e) => /^word\/embeddings\//i.test(e.name)))
    found.note('PUB-HIDDEN-EMBEDDED', 'error', '里嵌着别的文件；请删去或单独上传。');
  if (/<Relationship\b[^>]*\/attachedTemplate"[^>]*>/i.test(zip.text('word/_rels/settings.xml.rels') ?? ''))
    found.note('PUB-HIDDEN-TEMPLATE', 'warning', '连着别处的模板，打开时会去找它；请另存为 PDF，或在 Word 里改用 Normal 模板后再上传。');
  for (const e of zip.entries.filter((entry) => TEXT_PARTS.test(entry.name))) part(zip, e.name, found);
  properties(zip, found);
}
