import type { SheetCell } from '../sheet.ts';
import { isProblem, type Parsed, problem, squeeze } from './parsed.ts';

const COUNT_WORDS = /(件次|人次|件|条|次|个|项|份|宗|起|篇|期|人|页|家|户|天|场|年)$/;
const NIL = /^[-—–_/\\]+$|^无$/;
/** How many digits the decimal point moves to make fen. */
const FEN_PER_UNIT = { 元: 2, 千元: 5, 万元: 6, 亿元: 10 } as const;

/** The unit a column of money is written in. */
export type MoneyUnit = keyof typeof FEN_PER_UNIT;

/** The unit a column title or a line above the header names (（万元）, 单位：元); null where it names none. */
export function moneyUnitIn(text: string): MoneyUnit | null {
  return (/(亿元|万元|千元|元)/.exec(squeeze(text))?.[1] as MoneyUnit | undefined) ?? null;
}

/** Thousands must stand in threes: 1,23 is a typing error, not 123. */
function plainDigits(text: string): string | null {
  const grouped = /^([+-]?\d{1,3})((?:,\d{3})+)(\.\d+)?$/.exec(text);
  const digits = grouped ? text.replaceAll(',', '') : text;
  return /^[+-]?(\d+(\.\d+)?|\.\d+)$/.test(digits) ? digits : null;
}

function shown(cell: SheetCell): string {
  return cell.kind === 'number' && !/e/i.test(String(cell.number)) ? String(cell.number) : cell.text;
}

/** A whole number, also with its counter (12件, １２, 1,204). A dash or 无 is asked about: it may be nothing or not counted. */
export function parseCountCell(cell: SheetCell): Parsed<number> {
  const text = squeeze(shown(cell));
  if (NIL.test(text)) return problem(`“${cell.text}”看不出是0还是没有统计`, '没有发生就填0，没有统计就留空');
  const digits = plainDigits(text.replace(COUNT_WORDS, ''));
  if (cell.kind === 'date' || digits === null) return problem(`“${cell.text}”不是数字`, '请填一个整数，如12');
  const number = Number(digits);
  if (!Number.isInteger(number)) return problem(`“${cell.text}”不是整数`, '件数只能是整数');
  if (number < 0) return problem(`“${cell.text}”是负数`, '件数不能小于0');
  if (number > Number.MAX_SAFE_INTEGER) return problem(`“${cell.text}”太大`, '请核对数字');
  return { value: number };
}

/**
 * Money in fen, exact: the decimals are moved, never multiplied. 元 unless the cell or the column head (`unit`) says
 * 万元; parts of a fen are problems, and sums below zero unless `negative`.
 */
export function parseMoneyCell(cell: SheetCell, unit: MoneyUnit = '元', negative = false): Parsed<number> {
  const text = squeeze(shown(cell))
    .replace(/^(人民币|RMB|¥|￥)/i, '')
    .replace(/整$/, '');
  if (NIL.test(text)) return problem(`“${cell.text}”看不出是0还是没有统计`, '没有发生就填0，没有统计就留空');
  const match = /^(.*?)(亿元|万元|千元|万|元)?$/.exec(text)!;
  const digits = plainDigits(match[1]!);
  if (cell.kind === 'date' || digits === null) return problem(`“${cell.text}”不是金额`, '请填数字，单位为元，如1200.50');
  const own = match[2] === '万' ? '万元' : (match[2] as MoneyUnit | undefined);
  const fen = toFen(digits.replace(/^[+-]/, ''), FEN_PER_UNIT[own ?? unit], cell.text);
  if (!digits.startsWith('-') || isProblem(fen) || fen.value === 0) return fen;
  return negative ? { value: -fen.value } : problem(`“${cell.text}”是负数`, '金额不能小于0');
}

function toFen(digits: string, places: number, text: string): Parsed<number> {
  const [whole = '', decimals = ''] = digits.split('.');
  const kept = decimals.replace(/0+$/, '');
  if (kept.length > places) return problem(`“${text}”不到一分的零头没法记`, '请填到分为止');
  const fen = Number(`${whole}${kept.padEnd(places, '0')}`);
  if (fen > Number.MAX_SAFE_INTEGER) return problem(`“${text}”太大`, '请核对金额');
  return { value: fen };
}
