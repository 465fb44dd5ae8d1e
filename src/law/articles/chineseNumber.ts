const DIGITS = '零一二三四五六七八九';

/** 1 一, 10 十, 15 十五, 50 五十, 103 一百零三; whole numbers from 1 to 999. */
export function chineseNumber(n: number): string {
  const hundreds = Math.floor(n / 100);
  const rest = n % 100;
  const tens = Math.floor(rest / 10);
  const ones = n % 10;
  const one = ones > 0 ? DIGITS[ones] : '';
  if (hundreds === 0) return tens === 0 ? `${one}` : `${tens > 1 ? DIGITS[tens] : ''}十${one}`;
  if (rest === 0) return `${DIGITS[hundreds]}百`;
  return `${DIGITS[hundreds]}百${tens > 0 ? `${DIGITS[tens]}十` : '零'}${one}`;
}
