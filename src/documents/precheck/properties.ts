import { walkXml } from '../reading/xml.ts';
import type { ZipFile } from '../reading/zip.ts';
import type { Inspection } from './inspected.ts';

const WORDS: Readonly<Record<string, string>> = {
  creator: '作者',
  lastModifiedBy: '最后保存者',
  Manager: '管理者',
  Company: '单位',
  HyperlinkBase: '超链接基准',
  Template: '模板',
};

/** Author, last saved by, company … that an Office file carries along unseen. */
export function properties(zip: ZipFile, found: Inspection): void {
  const said: string[] = [];
  for (const part of ['docProps/core.xml', 'docProps/app.xml']) {
    const xml = zip.text(part);
    if (xml === null) continue;
    let tag = '';
    walkXml(xml, {
      open: (name) => {
        tag = name;
      },
      text: (t) => {
        const label = WORDS[tag];
        if (label && t.trim() !== '' && !/^(Normal(\.dotm?)?|exceljs|unknown|un-named|administrator)$/i.test(t.trim()))
          said.push(`${label}“${t.trim().slice(0, 30)}”`);
      },
      close: () => {
        tag = '';
      },
    });
  }
  if (zip.entry('docProps/custom.xml')) said.push('自定义属性');
  if (said.length > 0) found.note('PUB-HIDDEN-METADATA', 'warning', `的属性里有${said.join('、')}；不宜公开的请清除后再上传。`);
}
