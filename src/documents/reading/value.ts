import type { CellNote } from '#domain/report/model.ts';
import type { CellUnit } from '#law/forms/index.ts';
import { plain } from './fold.ts';

/** What one printed cell says. */
export interface CellReading {
  readonly value: number | null;
  /** Set where the cell holds something besides a plain number of its unit. */
  readonly note?: CellNote['kind'];
}

const MARK = /^(?:[-‐‑–—―－_/／\\~～*×xX.·。、]+|无|空|没有|暂无|不适用|N\/?A|null|none)$/i;
const PLAIN = /^\d+$/;
const GROUPED = /^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/;
const NUMBER = /[-+−]?\d+(?:,\d{3})*(?:\.\d+)?/g;
/** What stands right beside a figure and is a digit misread, or makes another figure of it: 1O, l2, 3十, 2百, —5. */
const BESIDE = /[A-Za-z零〇○一二三四五六七八九十百千%‰]/;
const BEFORE = /[A-Za-z零〇○一二三四五六七八九十百千‐‑–—―]/;
const DIGITS = '零一二三四五六七八九';

/** Largest figure taken for a count; beyond it digits are no figure of a report. */
const LIMIT = 1e12;

function chineseNumeral(text: string): number | null {
  const t = text.replace(/[〇○]/g, '零').replace(/两/g, '二').replace(/件$/, '');
  if (!/^[零一二三四五六七八九十百]{1,5}$/.test(t)) return null;
  if (/^[零一二三四五六七八九]$/.test(t)) return DIGITS.indexOf(t);
  const ten = /^([一二三四五六七八九])?十([一二三四五六七八九])?$/.exec(t);
  if (!ten) return null;
  return (ten[1] ? DIGITS.indexOf(ten[1]) : 1) * 10 + (ten[2] ? DIGITS.indexOf(ten[2]) : 0);
}

function toNumber(text: string): number {
  return Number(text.replace(/[,+]/g, '').replace('−', '-'));
}

/** 元 as 万元, exactly: the point moves four places in the decimal text. */
export function yuanToTenThousand(text: string): number {
  const n = toNumber(text);
  return Number(`${n}e-4`);
}

function withText(t: string, unit: CellUnit): CellReading {
  const outside = t.replace(/\([^)]*\)/g, ' ');
  const numbers = [...outside.matchAll(NUMBER)];
  const first = numbers[0] ?? [...t.matchAll(NUMBER)][0];
  if (!first || numbers.length > 1 || Math.abs(toNumber(first[0])) > LIMIT) return { value: null, note: 'text' };
  if (outside.slice(0, first.index).trim().length > 6) return { value: null, note: 'text' };
  const source = numbers[0] ? outside : t;
  const end = first.index + first[0].length;
  if (BEFORE.test(source[first.index - 1] ?? '') || BESIDE.test(source[end] ?? '')) return { value: null, note: 'text' };
  const rest = outside.slice(end).trim();
  const scale = /^亿/.test(rest) ? (unit === 'money' ? 4 : 8) : /^万/.test(rest) && unit !== 'money' ? 4 : 0;
  if (scale > 0) return { value: Number(`${toNumber(first[0])}e${scale}`), note: 'remark' };
  if (unit === 'money' && /^元/.test(rest)) return { value: yuanToTenThousand(first[0]), note: 'remark' };
  if (unit === 'change' && /减|降|-/.test(outside.slice(0, first.index))) return { value: -Math.abs(toNumber(first[0])), note: 'remark' };
  return { value: toNumber(first[0]), note: 'remark' };
}

/** True for nothing but digits, and few: what nearly every cell holds. */
export function isShortFigure(text: string): boolean {
  if (text.length === 0 || text.length > 9) return false;
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i);
    if (c < 48 || c > 57) return false;
  }
  return true;
}

/**
 * Reads one printed cell. Blank, `-`, 无 and the like are null; a remark beside the number keeps the number; decimals and
 * negatives keep their value with a note where the unit is a count.
 * @param unit the cell's unit: money may have decimals, a change a sign; 元 in a money cell becomes 万元
 */
export function readCell(printed: string, unit: CellUnit = 'count'): CellReading {
  if (isShortFigure(printed)) return { value: Number(printed) };
  const t = plain(printed);
  if (t === '') return { value: null, note: 'blank' };
  if (MARK.test(t)) return { value: null, note: 'mark' };
  const compact = t.replace(/ /g, '');
  if (PLAIN.test(compact)) return toNumber(compact) > LIMIT ? { value: null, note: 'text' } : { value: toNumber(compact) };
  if (GROUPED.test(compact) && unit === 'money') return { value: toNumber(compact) };
  if (GROUPED.test(compact) && !compact.includes('.')) return { value: toNumber(compact) };
  const signed = /^([-+−])?(\d+(?:,\d{3})*(?:\.\d+)?)$/.exec(compact);
  if (signed && toNumber(signed[2]!) <= LIMIT) {
    const value = toNumber(compact);
    if (signed[1] && signed[1] !== '+' && unit !== 'change') return { value: value === 0 ? 0 : value, note: 'negative' };
    if (signed[2]!.includes('.') && unit !== 'money') return { value, note: 'decimal' };
    return { value: value === 0 ? 0 : value };
  }
  const numeral = chineseNumeral(compact);
  if (numeral !== null) return { value: numeral, note: 'remark' };
  return withText(t, unit);
}

/** True where a cell's text is a figure, a mark or a figure with a short remark: no label. */
export function looksLikeValue(text: string): boolean {
  const t = plain(text);
  if (t === '' || t.length > 60) return false;
  if (MARK.test(t)) return true;
  if (/^[(（]?\d{1,2}[)）.、．,，]\s*[^\d\s]/.test(t)) return false;
  if (/^[-+−]?\d[\d,. ]*$/.test(t)) return true;
  if (chineseNumeral(t.replace(/ /g, '')) !== null && /^[零〇○]$|十|百|件$/.test(t)) return true;
  if (/^[-+−]?\d[\d,.]*\s*(?:件|项|个|次|份|条|宗|[万亿][元件项个次份条宗]?|元|余)?\s*(?:\([^)]*\)?.*)?$/.test(t)) return true;
  return /^(?:约|共|增|减|增加|减少|新增|下降|[↑↓+])\s*\d[\d,.]*\s*(?:件|项|个|次|份|条|宗|万元|元)?$/.test(t);
}
