import { attribute, walkXml } from '../reading/xml.ts';
import type { ZipFile } from '../reading/zip.ts';
import type { Inspection } from './inspected.ts';
import { properties } from './properties.ts';

interface Sheet {
  readonly name: string;
  readonly state: string;
  readonly part: string | null;
}

function targets(zip: ZipFile): Map<string, string> {
  const out = new Map<string, string>();
  const xml = zip.text('xl/_rels/workbook.xml.rels');
  if (xml !== null)
    walkXml(xml, {
      open: (name, a) => {
        const target = attribute(a, 'Target') ?? '';
        if (name === 'Relationship') out.set(attribute(a, 'Id') ?? '', target.startsWith('/') ? target.slice(1) : `xl/${target}`);
      },
    });
  return out;
}

function workbook(zip: ZipFile, found: Inspection): Sheet[] {
  const sheets: Sheet[] = [];
  const parts = targets(zip);
  walkXml(zip.text('xl/workbook.xml') ?? '<workbook/>', {
    open: (tag, a) => {
      if (tag === 'sheet') {
        const id = Object.entries(a).find(([key]) => key.endsWith(':id'))?.[1] ?? '';
        sheets.push({ name: a['name'] ?? '', state: a['state'] ?? 'visible', part: parts.get(id) ?? null });
      }
      if (tag === 'definedName' && a['hidden'] === '1') found.note('PUB-HIDDEN-NAMES', 'info', '有隐藏的名称。');
      if (tag === 'externalReference')
        found.note('PUB-HIDDEN-EXTERNAL', 'warning', '连着别的工作簿，里面留有那个工作簿的数据；请断开链接后另存。');
    },
  });
  return sheets;
}

function strings(zip: ZipFile): string[] {
  const xml = zip.text('xl/sharedStrings.xml');
  const out: string[] = [];
  let current = '';
  if (xml !== null)
    walkXml(xml, {
      open: (tag) => {
        if (tag === 'si') current = '';
      },
      text: (t) => {
        current += t;
      },
      close: (tag) => {
        if (tag === 'si') out.push(current);
      },
    });
  return out;
}

const truthy = (v: string | undefined): boolean => v === '1' || v === 'true';

function sheet(xml: string, name: string, shared: readonly string[], found: Inspection): void {
  const where = `工作表“${name}”`;
  let row = '';
  let type = '';
  let value = '';
  let reading = false;
  const hiddenRows: string[] = [];
  const hiddenColumns: string[] = [];
  walkXml(xml, {
    open: (tag, a) => {
      if (tag === 'row') {
        row = a['r'] ?? row;
        if (truthy(a['hidden'])) hiddenRows.push(row);
      } else if (tag === 'col' && truthy(a['hidden']))
        hiddenColumns.push(a['min'] === a['max'] ? `${a['min']}` : `${a['min']}–${a['max']}`);
      else if (tag === 'c') {
        type = a['t'] ?? 'n';
        value = '';
      } else if (tag === 'v' || tag === 't') reading = true;
    },
    text: (t) => {
      if (reading) value += t;
    },
    close: (tag) => {
      if (tag === 'v' || tag === 't') reading = false;
      if (tag === 'c' && value !== '') found.words(type === 's' ? (shared[Number(value)] ?? '') : value, `${where}第${row}行`);
    },
  });
  const some = (list: readonly string[]): string => `${list.slice(0, 5).join('、')}${list.length > 5 ? `等${list.length}处` : ''}`;
  if (hiddenRows.length > 0)
    found.note('PUB-HIDDEN-ROWS', 'error', `有隐藏的行（第${some(hiddenRows)}行），打开的人可以取消隐藏；请删去。`, where);
  if (hiddenColumns.length > 0)
    found.note('PUB-HIDDEN-COLUMNS', 'error', `有隐藏的列（第${some(hiddenColumns)}列），打开的人可以取消隐藏；请删去。`, where);
}

const PARTS: readonly (readonly [RegExp, string, 'error' | 'warning', string])[] = [
  [/^xl\/pivotCache\//i, 'PUB-HIDDEN-PIVOT', 'error', '的数据透视表里存着全部原始数据；请把透视表复制成数值后另存。'],
  [/^xl\/(comments|threadedComments)/i, 'PUB-HIDDEN-COMMENTS', 'warning', '有批注；请看后删去。'],
  [/^xl\/externalLinks\//i, 'PUB-HIDDEN-EXTERNAL', 'warning', '连着别的工作簿，里面留有那个工作簿的数据；请断开链接后另存。'],
  [/vbaProject/i, 'PUB-HIDDEN-MACRO', 'error', '带有宏；请另存为不带宏的 .xlsx。'],
  [/^xl\/embeddings\//i, 'PUB-HIDDEN-EMBEDDED', 'error', '里嵌着别的文件；请删去或单独上传。'],
  [/^(xl\/revisions|customXml)\//i, 'PUB-HIDDEN-REVISIONS', 'warning', '留有修订记录或自定义数据；请用“检查文档”清除。'],
];

/** Hidden sheets, rows, columns, pivot caches, comments, links to other books, macros; personal data in every cell. */
export function inspectXlsx(zip: ZipFile, found: Inspection): void {
  for (const [pattern, rule, severity, message] of PARTS)
    if (zip.entries.some((e) => pattern.test(e.name))) found.note(rule, severity, message);
  const shared = strings(zip);
  for (const s of workbook(zip, found)) {
    if (s.state !== 'visible')
      found.note('PUB-HIDDEN-SHEET', 'error', `有隐藏的工作表“${s.name}”；请删去或取消隐藏。`, `工作表“${s.name}”`);
    const xml = s.part === null ? null : zip.text(s.part);
    if (xml !== null) sheet(xml, s.name, shared, found);
  }
  for (const e of zip.entries.filter((entry) => /^xl\/(comments|threadedComments)[^/]*\/?.*\.xml$/i.test(entry.name)))
    walkXml(zip.text(e.name) ?? '<a/>', { text: (t) => found.words(t, '批注') });
  properties(zip, found);
}
