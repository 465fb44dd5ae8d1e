import type { CellNote } from '#domain/report/model.ts';
import type { CellUnit } from '#law/forms/index.ts';
import { plain } from './fold.ts';
import { chineseNumeral } from './numerals.ts';

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
/** Largest figure taken for a count; beyond it digits are no figure of a report. */
const LIMIT = 1e12;

function toNumber(text: string): number {
  return Number(text.replace(/[,+]/g, '').replace('−', '-'));
}

/** 元 as 万元, exactly: the point moves four places in the decimal text. */
export function yuanToTenThousand(text: string): number {
  const n = toNumber(text);
  return Number(`${n}e-4`);
}

/** Remarks beside a figure: in brackets of any kind. */
const REMARKS = /\([^)]*\)|\[[^\]]*\]|【[^】]*】|〔[^〕]*〕/g;
/** What says of which part, or against which year, another figure is. */
const PART_OF = /(?<=^[^\d]{0,4}\d[\d,.]*[件项个次份条宗]?)\s*[,，;；、]?\s*(?:其中|含|包括|较|比|同比|上年).*$/;

function withText(t: string, unit: CellUnit): CellReading {
  const outside = t.replace(REMARKS, ' ').replace(PART_OF, ' ');
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
  const compact = t.replace(/ /g, '').replace(/(?<=\d)['’](?=\d{3}(?!\d))/g, '');
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

const LABELLED = /^[(（]?\d{1,2}[)）.、．,，]\s*[^\d\s]/;
const BEGINS = /^(?:[-+−￥¥]|约|共|计)?\s*\d(?!\d{3}\s*年)/;
const LONGEST_REMARK = 40;

/** True where a cell's text begins as a figure or is a numeral: among other figures of its row it is one, whatever follows. */
export function beginsAsFigure(text: string): boolean {
  const t = plain(text);
  if (t === '' || t.length > LONGEST_REMARK || /^[(（]?\d{1,2}[)）.、．]\s*[^\d\s]/.test(t)) return false;
  return BEGINS.test(t) || chineseNumeral(t) !== null;
}

/** True where a cell's text is a figure, a mark or a figure with a short remark: no label. */
export function looksLikeValue(text: string): boolean {
  const t = plain(text);
  if (t === '' || t.length > 60) return false;
  if (MARK.test(t)) return true;
  if (LABELLED.test(t)) return false;
  if (/^[-+−]?\d[\d,. ]*$/.test(t)) return true;
  if (chineseNumeral(t.replace(/ /g, '')) !== null && /^[零〇○]$|十|百|件$/.test(t)) return true;
  if (/^[-+−]?\d[\d,.]*\s*(?:件|项|个|次|份|条|宗|[万亿][元件项个次份条宗]?|元|余)?\s*(?:\([^)]*\)?.*)?$/.test(t)) return true;
  return /^(?:约|共|增|减|增加|减少|新增|下降|[↑↓+])\s*\d[\d,.]*\s*(?:件|项|个|次|份|条|宗|万元|元)?$/.test(t);
}
