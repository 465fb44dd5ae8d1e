import type { Header } from './header.ts';
import { plainLabel } from './labels.ts';
import type { ColumnMapping } from './mapping.ts';
import type { SheetGrid, SheetRow } from './sheet.ts';
import { squeeze } from './values/parsed.ts';

/** A row that is no record, and why. */
export interface IgnoredRow {
  readonly sheet: string;
  readonly row: number;
  readonly reason: string;
}

const SUM = /^(本页|本月|全年|累计|年度)?(合计|总计|小计|共计|累计)([:：]?\d*[件条次个]?)?$/;
const SIGNED =
  /^(制表|填表|填报|审核|复核|审批|负责|经办|登记|统计|单位负责|分管领导|主要领导|联系|报送)(人|单位|日期|时间|领导|电话|签字|签名|人签字)?(（.*）|\(.*\))?[:：]/;
const REMARK = /^(备?注|说明|填表说明|填报说明)\d*[:：]/;

/** Why a row is no record; null when it is to be read as one. Nothing is left out without a reason. */
export function whyIgnored(row: SheetRow, sheet: SheetGrid, header: Header, mapping: ColumnMapping): string | null {
  if (row.number < header.top) return '表头以上的表题或说明';
  if (row.number <= header.bottom) return '表头';
  const texts = [...row.cells.values()].map((cell) => squeeze(cell.text)).filter((text) => text !== '');
  if (texts.length === 0 && [...row.cells.values()].every((cell) => cell.kind !== 'uncalculated')) return '只有空白';
  const first = texts[0] ?? '';
  if (/^示例(（.*|\(.*)?$/.test(first)) return '模板的示例行';
  if (isRepeatedHeader(row, header)) return '重复的表头';
  if (onlyRowNumber(row, mapping)) return '只有序号，没有内容';
  if (SUM.test(first) || (texts.length <= 4 && texts.slice(0, 2).some((text) => SUM.test(text)))) return '合计行';
  if (SIGNED.test(first) && texts.length <= 6) return '制表、审核等落款';
  if (REMARK.test(first) && texts.length === 1) return '表下的说明';
  if (isColumnNumbers(row, header)) return '栏次';
  if (texts.length === 1 && spansTheTable(row, sheet, mapping)) return '合并成一格的小标题';
  return null;
}

function isRepeatedHeader(row: SheetRow, header: Header): boolean {
  const same = header.titles.filter(({ column, path }) => {
    const text = row.cells.get(column)?.text;
    return text !== undefined && path.map(plainLabel).includes(plainLabel(text));
  });
  return same.length >= 2 && same.length >= row.cells.size - 1;
}

function onlyRowNumber(row: SheetRow, mapping: ColumnMapping): boolean {
  const numbered = mapping.columns.find((c) => c.use.kind === 'rowNumber');
  return numbered !== undefined && [...row.cells].every(([column, cell]) => column === numbered.column && /^\d+$/.test(squeeze(cell.text)));
}

/** 1 2 3 … or 甲 乙 1 2 … just below the titles. */
function isColumnNumbers(row: SheetRow, header: Header): boolean {
  if (row.number !== header.bottom + 1 || row.cells.size < 3) return false;
  const numbers = [...row.cells.values()].map((cell) => squeeze(cell.text)).filter((text) => !/^[甲乙丙丁戊]$/.test(text));
  return (
    numbers.length > 1 &&
    numbers.every(
      (text, i) => /^[(（]?\d{1,2}[)）]?$/.test(text) && Number(text.replace(/\D/g, '')) === Number(numbers[0]!.replace(/\D/g, '')) + i,
    )
  );
}

function spansTheTable(row: SheetRow, sheet: SheetGrid, mapping: ColumnMapping): boolean {
  return sheet.merges.some(
    (m) => m.top === row.number && m.bottom === row.number && m.right - m.left + 1 >= Math.max(3, mapping.columns.length / 2),
  );
}
