const DIGITS = '〇一二三四五六七八九';

/** 二〇二三年四月十五日 → 2023年4月15日: Chinese numerals before 年, 月, 日 or 号; other text stays. */
export function chineseDigits(text: string): string {
  return text.replace(/[〇○零一二三四五六七八九十]+(?=[年月日号])/g, (numeral) => {
    const plain = numeral.replace(/[○零]/g, '〇');
    if (!plain.includes('十')) return [...plain].map((digit) => DIGITS.indexOf(digit)).join('');
    const [tens, ones] = plain.split('十');
    const ten = tens ? DIGITS.indexOf(tens) : 1;
    return ten < 0 ? numeral : String(ten * 10 + (ones ? DIGITS.indexOf(ones) : 0));
  });
}
