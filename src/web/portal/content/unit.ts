import type { Column } from '#domain/publishing/columns.ts';
import { shippedColumns } from '#domain/publishing/shipped/columns.ts';
import type { Level } from '#law/catalogue.ts';
import { shanghaiDay } from '#lib/day.ts';
import type { WebDeps } from '../../deps.ts';

/** An office with a 专栏 of its own. */
export interface Unit {
  readonly code: string;
  readonly name: string;
  readonly shortName: string;
  readonly level: Level;
}

const CODE = /^[a-z][a-z0-9-]{0,30}$/;

/** The reporting organs there are today, in the order of the tree. */
export async function units(deps: WebDeps): Promise<Unit[]> {
  const tree = await deps.agencies.tree();
  const today = deps.today();
  return tree.codes.flatMap((code): Unit[] => {
    const a = tree.stateOf(code, today);
    if (a?.kind !== 'reportingOrgan' || !tree.existsOn(code, today)) return [];
    const { level, name, shortName } = a;
    const of: Level =
      level === 'county' || level === 'city'
        ? level
        : level === 'department' || level === 'cityDepartment' || level === 'province'
          ? 'department'
          : 'township';
    return [{ code, name, shortName, level: of }];
  });
}

/** A unit by its code; null where there is none. */
export async function unitOf(deps: WebDeps, code: string): Promise<Unit | null> {
  return CODE.test(code) ? ((await units(deps)).find((u) => u.code === code) ?? null) : null;
}

const SHIPPED = new Map<Level, readonly Column[]>();

function shippedOf(level: Level): readonly Column[] {
  const found = SHIPPED.get(level) ?? shippedColumns(level);
  SHIPPED.set(level, found);
  return found;
}

/** The unit's columns as they stand; those that come along until it sets its own. Closed ones keep their page. */
export async function columnsOf(deps: WebDeps, unit: Unit): Promise<readonly Column[]> {
  const own = await deps.stores.entries.get(unit.code, 'columns', 'columns');
  return own?.body.columns ?? shippedOf(unit.level);
}

/** 2024-06-24 09:30, in Asia/Shanghai. */
export function stamp(instant: string): string {
  const text = new Date(Date.parse(instant) + 8 * 3_600_000).toISOString();
  return `${text.slice(0, 10)} ${text.slice(11, 16)}`;
}

/** 2024-06-24, in Asia/Shanghai. */
export function dayOf(instant: string): string {
  return shanghaiDay(Date.parse(instant));
}

/** 28 KB, 3.1 MB. */
export function sizeWords(bytes: number): string {
  if (bytes < 1024) return `${bytes} B`;
  return bytes < 1024 * 1024 ? `${Math.round(bytes / 1024)} KB` : `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}

const KINDS: Readonly<Record<string, string>> = {
  docx: 'Word',
  doc: 'Word',
  wps: 'WPS',
  xlsx: 'Excel',
  xls: 'Excel',
  et: 'WPS 表格',
  pptx: 'PPT',
  pdf: 'PDF',
  ofd: 'OFD',
  zip: '压缩包',
  rar: '压缩包',
  jpg: '图片',
  jpeg: '图片',
  png: '图片',
  svg: '图片',
  txt: '文本',
  csv: 'CSV',
};

/** What a file is called by people: Word, PDF, 图片. */
export function kindWords(name: string): string {
  const extension = /\.([a-z0-9]{1,5})$/i.exec(name)?.[1]?.toLowerCase() ?? '';
  return KINDS[extension] ?? (extension.toUpperCase() || '文件');
}
