import ExcelJS from 'exceljs';
import { type Zippable, zipSync } from 'fflate';
import { markup, trusted } from '../markup.ts';
import { COUNTY_FORM, type CountyField, type CountyItem, countyValues } from './countyForm.ts';

/** A name that every system can unpack: no path, no reserved letters, no more than 80 characters before its ending. */
function safeName(name: string): string {
  const plain = name
    .normalize('NFC')
    .replace(/[\u0000-\u001f\u007f\\/:*?"<>|\u200b-\u200f\u202a-\u202e]/g, '_')
    .replace(/^\.+|[. ]+$/g, '');
  const [, base = plain, ending = ''] = /^(.*?)(\.[A-Za-z0-9]{1,8})?$/s.exec(plain) ?? [];
  return `${[...base].slice(0, 80).join('') || '文件'}${ending}`;
}

function unique(name: string, used: Set<string>): string {
  let given = name;
  for (let n = 2; used.has(given.toLowerCase()); n++) given = name.replace(/(\.[^.]*)?$/, (ending) => `（${n}）${ending}`);
  used.add(given.toLowerCase());
  return given;
}

/** What is to be pasted into the county's form: the fields in its order, then the clean page. */
function sheetHtml(item: CountyItem, form: readonly CountyField[]): Uint8Array {
  const values = countyValues(item, form);
  const page = markup`<!DOCTYPE html>
<html lang="zh-CN"><head><meta charset="utf-8"><title>${item.file.current.content.title}</title></head>
<body><table><tbody>${form.map((f, i) => markup`<tr><th scope="row">${f.label}</th><td>${values[i]}</td></tr>`)}</tbody></table>
<hr><main>
${trusted(item.file.current.content.body)}
</main></body></html>
`;
  return new TextEncoder().encode(page.text);
}

/** One item to copy: the fields as text to paste one by one, and the clean body. */
export function countyCopy(
  item: CountyItem,
  form: readonly CountyField[] = COUNTY_FORM,
): { readonly fields: readonly { label: string; value: string }[]; readonly html: string } {
  const values = countyValues(item, form);
  return { fields: form.map((f, i) => ({ label: f.label, value: values[i] ?? '' })), html: item.file.current.content.body };
}

/** Many items as a sheet in the county form's order; every cell is text, never a formula. */
export async function countyXlsx(items: readonly CountyItem[], form: readonly CountyField[] = COUNTY_FORM): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet('信息', { views: [{ state: 'frozen', ySplit: 1 }] });
  sheet.columns = form.map((f) => ({ width: f.key === 'title' || f.key === 'summary' ? 48 : 18, style: { numFmt: '@' } }));
  sheet.addRow(form.map((f) => f.label)).font = { bold: true };
  for (const item of items) sheet.addRow(countyValues(item, form)).alignment = { vertical: 'top', wrapText: true };
  return new Uint8Array(await book.xlsx.writeBuffer());
}

/** 复制到县网: a ZIP with a folder per item (the page to paste, its attachments) and, for more than one, the sheet. */
export async function countyPackage(items: readonly CountyItem[], form: readonly CountyField[] = COUNTY_FORM): Promise<Uint8Array> {
  const entries: Zippable = {};
  const folders = new Set<string>();
  for (const item of items) {
    const folder = items.length === 1 ? '' : `${unique(safeName(item.file.life.item.replaceAll('/', '-')), folders)}/`;
    const used = new Set<string>();
    entries[`${folder}${unique('正文.html', used)}`] = sheetHtml(item, form);
    for (const a of item.attachments) entries[`${folder}${unique(safeName(a.name), used)}`] = [a.bytes, { level: 0 }];
  }
  if (items.length > 1) entries['信息.xlsx'] = await countyXlsx(items, form);
  return zipSync(entries);
}
