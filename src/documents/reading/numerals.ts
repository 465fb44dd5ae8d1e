const DIGITS = '零一二三四五六七八九';
const FORMAL: Readonly<Record<string, string>> = {
  〇: '零',
  '○': '零',
  两: '二',
  壹: '一',
  贰: '二',
  叁: '三',
  肆: '四',
  伍: '五',
  陆: '六',
  柒: '七',
  捌: '八',
  玖: '九',
  拾: '十',
  佰: '百',
  仟: '千',
  萬: '万',
};
const UNITS: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 };
const LONGEST = 12;

/** The part of a numeral below 万; null where it is none. */
function below(part: string): number | null {
  let sum = 0;
  let digit: number | null = null;
  let last = 10_000;
  for (const c of part) {
    const unit = UNITS[c];
    if (unit === undefined) {
      if (digit !== null && digit !== 0) return null;
      digit = DIGITS.indexOf(c);
      continue;
    }
    if (unit >= last || (digit === null && !(unit === 10 && sum === 0)) || digit === 0) return null;
    sum += (digit ?? 1) * unit;
    digit = null;
    last = unit;
  }
  // 一百二: a hundred and twenty in speech, a slip in writing.
  if (digit !== null && digit > 0 && last > 10 && last < 10_000 && !part.includes('零')) return null;
  return sum + (digit ?? 0);
}

const CHARACTERS = '零一二三四五六七八九十百千万';

/** A Chinese numeral's value, in plain or formal characters or digit by digit; null where a text is none, or reads in two ways. */
export function chineseNumeral(text: string): number | null {
  const first = text[0];
  // Nearly every text asked is none: told by its first character.
  if (first === undefined || text.length > LONGEST || !CHARACTERS.includes(FORMAL[first] ?? first)) return null;
  const t = [...text.replace(/件$/, '')].map((c) => FORMAL[c] ?? c).join('');
  if (!/^[零一二三四五六七八九十百千万]+$/.test(t)) return null;
  if (/^[零一二三四五六七八九]+$/.test(t)) return Number([...t].map((c) => DIGITS.indexOf(c)).join(''));
  const parts = t.split('万');
  if (parts.length === 1) return below(t);
  if (parts.length > 2 || parts[0] === '') return null;
  const high = below(parts[0]!);
  const rest = parts[1]!;
  const low = rest === '' ? 0 : below(rest);
  if (high === null || low === null || (rest !== '' && low < 1000 && !rest.startsWith('零'))) return null;
  return high * 10_000 + low;
}
