import { openPdf } from '../reading/pdf/open.ts';
import type { Inspection } from './inspected.ts';
import { actionsIn } from './pdfActions.ts';

const MOST_PAGES = 300;

interface Info {
  readonly info?: Record<string, unknown>;
}

function metadata(info: Record<string, unknown>, found: Inspection): void {
  const said = (
    [
      ['Author', '作者'],
      ['Subject', '主题'],
      ['Keywords', '关键词'],
    ] as const
  ).flatMap(([key, label]) => {
    const value = info[key];
    return typeof value === 'string' && value.trim() !== '' ? [`${label}“${value.trim().slice(0, 30)}”`] : [];
  });
  if (said.length > 0) found.note('PUB-HIDDEN-METADATA', 'warning', `的属性里有${said.join('、')}；不宜公开的请清除后再上传。`);
}

/** Attached files, scripts, notes, author; personal data on every page; pages that are pictures only. @throws ReadingStopped */
export async function inspectPdf(bytes: Uint8Array, found: Inspection): Promise<void> {
  // Asked before the reader takes the bytes over.
  const does = actionsIn(bytes);
  const document = await openPdf(bytes);
  try {
    const count = (await document.getAttachments())?.size ?? 0;
    if (count > 0) found.note('PUB-HIDDEN-EMBEDDED', 'error', `里嵌着${count}个别的文件；请删去或单独上传。`);
    if (does.scripts || (await document.getJSActions()) !== null)
      found.note('PUB-HIDDEN-MACRO', 'error', '带有脚本；请重新导出不带脚本的PDF。');
    else if (does.others)
      found.note('PUB-HIDDEN-MACRO', 'error', '里有会运行程序或者把填写的内容发往别处的链接、按钮；请去掉后重新导出PDF。');
    metadata(((await document.getMetadata()) as Info).info ?? {}, found);
    let empty = 0;
    const pages = Math.min(document.numPages, MOST_PAGES);
    for (let n = 1; n <= pages; n++) {
      const page = await document.getPage(n);
      const content = await page.getTextContent();
      const text = content.items.map((i) => ('str' in i ? `${i.str}${i.hasEOL ? '\n' : ''}` : '')).join('');
      if (text.trim() === '') empty++;
      for (const line of text.split('\n')) found.words(line, `第${n}页`);
      const notes = (await page.getAnnotations()) as { subtype?: string }[];
      if (notes.some((a) => /^(Text|FreeText|Highlight|Popup|FileAttachment|StrikeOut)$/.test(a.subtype ?? '')))
        found.note('PUB-HIDDEN-COMMENTS', 'warning', '有批注；请看后删去。', `第${n}页`);
      page.cleanup();
    }
    if (empty === pages)
      found.note('PUB-SCANNED', 'warning', '是扫描的图片，读屏软件和检索都读不出文字；请上传能选中文字的PDF，或者附上文字版。');
    if (document.numPages > MOST_PAGES) found.note('PUB-TOO-LONG', 'info', `共${document.numPages}页，只检查了前${MOST_PAGES}页。`);
  } finally {
    await document.loadingTask.destroy();
  }
}
