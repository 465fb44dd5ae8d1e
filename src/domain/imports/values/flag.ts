import type { SheetCell } from '../sheet.ts';
import { type Parsed, problem, squeeze } from './parsed.ts';

const YES = new Set(['是', '√', '✓', '✔', '☑', '有', '对', 'y', 'yes', 'true', '1', '●', '■', 'v']);
const NO = new Set(['否', '×', '✗', '✘', '☐', '无', '没有', '不是', 'n', 'no', 'false', '0', 'x', '□', '○']);

/** 是/否, √/×, 有/无, the field's own word or its contrary (满意/不满意), and a true or false of the spreadsheet. */
export function parseFlagCell(cell: SheetCell, label = ''): Parsed<boolean> {
  if (cell.kind === 'flag') return { value: cell.flag };
  const text = squeeze(cell.text).toLowerCase();
  if (YES.has(text)) return { value: true };
  if (NO.has(text)) return { value: false };
  const own = squeeze(label).replace(/^(已|是否)/, '');
  if (own !== '' && [own, `已${own}`, `非常${own}`, `很${own}`].includes(text)) return { value: true };
  if (own !== '' && [`不${own}`, `未${own}`, `没${own}`, `没有${own}`, `非${own}`].includes(text)) return { value: false };
  return problem(`“${cell.text}”看不出是“是”还是“否”`, '请填“是”或“否”');
}

/** True where a cell only ticks its column: √, 1, ●. */
export function isTick(cell: SheetCell): boolean {
  return cell.kind === 'flag' ? cell.flag : YES.has(squeeze(cell.text).toLowerCase());
}
