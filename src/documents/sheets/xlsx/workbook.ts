import type { SheetGrid } from '#domain/imports/sheet.ts';
import { Archive, SheetUnreadable } from '../archive.ts';
import { LIMITS } from '../limits.ts';
import { readSharedStrings } from './strings.ts';
import { readStyles } from './styles.ts';
import { readWorksheet } from './worksheet.ts';
import { walkXml } from './xml.ts';

interface SheetEntry {
  readonly name: string;
  readonly relation: string;
  readonly hidden: boolean;
}

const RELATIONS = 'http://schemas.openxmlformats.org/package/2006/relationships';

/**
 * Reads every sheet of an .xlsx/.xlsm that holds cells. Throws `SheetUnreadable`.
 * @param most bytes that all parts read may come to
 */
export function readWorkbook(bytes: Uint8Array, most: number = LIMITS.inflatedBytes): SheetGrid[] {
  const archive = new Archive(bytes, most);
  const home = workbookPath(archive);
  const xml = archive.text(home);
  if (!xml) throw new SheetUnreadable('unsupported', '这不是 .xlsx 表格；请在表格软件里另存为 .xlsx 再导入');
  const folder = home.slice(0, home.lastIndexOf('/') + 1);
  const { sheets, system1904 } = readSheetList(xml);
  const relations = readRelations(archive.text(`${folder}_rels/${home.slice(folder.length)}.rels`));
  const find = (type: string, fallback: string) => resolve(folder, relations.byType.get(type) ?? fallback);
  const parts = {
    strings: readSharedStrings(archive.text(find('sharedStrings', 'sharedStrings.xml'))),
    styles: readStyles(archive.text(find('styles', 'styles.xml'))),
    system1904,
  };
  return sheets.flatMap((sheet): SheetGrid[] => {
    const target = relations.byId.get(sheet.relation);
    const body = target ? archive.text(resolve(folder, target)) : null;
    if (!body || !/<(\w+:)?sheetData/.test(body)) return [];
    return [{ name: sheet.name, hidden: sheet.hidden, source: 'xlsx', ...readWorksheet(body, sheet.name, parts) }];
  });
}

function workbookPath(archive: Archive): string {
  const relations = readRelations(archive.text('_rels/.rels'));
  return resolve('', relations.byType.get('officeDocument') ?? 'xl/workbook.xml');
}

function resolve(folder: string, target: string): string {
  if (target.startsWith('/')) return target.slice(1);
  const path: string[] = [];
  for (const step of `${folder}${target}`.split('/')) {
    if (step === '..') path.pop();
    else if (step !== '.') path.push(step);
  }
  return path.join('/');
}

function readRelations(xml: string | null): { byId: Map<string, string>; byType: Map<string, string> } {
  const byId = new Map<string, string>();
  const byType = new Map<string, string>();
  if (!xml?.includes(RELATIONS)) return { byId, byType };
  walkXml(xml, {
    open(name, attributes) {
      if (name !== 'Relationship' || attributes.get('TargetMode') === 'External') return;
      byId.set(attributes.get('Id') ?? '', attributes.get('Target') ?? '');
      byType.set((attributes.get('Type') ?? '').split('/').at(-1) ?? '', attributes.get('Target') ?? '');
    },
  });
  return { byId, byType };
}

function readSheetList(xml: string): { sheets: SheetEntry[]; system1904: boolean } {
  const sheets: SheetEntry[] = [];
  let system1904 = false;
  walkXml(xml, {
    open(name, attributes) {
      if (name === 'workbookPr') system1904 = attributes.get('date1904') === '1' || attributes.get('date1904') === 'true';
      if (name !== 'sheet') return;
      if (sheets.length >= LIMITS.sheets) throw new SheetUnreadable('tooLarge', `工作表超过${LIMITS.sheets}张`);
      const relation = Object.entries(attributes.all()).find(([key]) => key.endsWith(':id'))?.[1] ?? '';
      sheets.push({
        name: attributes.get('name') ?? `第${sheets.length + 1}张`,
        relation,
        hidden: (attributes.get('state') ?? 'visible') !== 'visible',
      });
    },
  });
  return { sheets, system1904 };
}
