const DIGITS: Record<string, number> = { 零: 0, 〇: 0, 一: 1, 二: 2, 两: 2, 三: 3, 四: 4, 五: 5, 六: 6, 七: 7, 八: 8, 九: 9 };
const UNITS: Record<string, number> = { 十: 10, 百: 100, 千: 1000 };

/** A whole number written in Chinese numerals (十二, 一百零三, 二〇二三, 三万五千); null when it is none. */
export function chineseNumber(text: string): number | null {
  if (!/^[零〇一二两三四五六七八九十百千万]+$/.test(text)) return null;
  if (!/[十百千万]/.test(text)) return Number([...text].map((c) => DIGITS[c]).join(''));
  const [high, low] = text.split('万') as [string, string | undefined];
  if (text.split('万').length > 2) return null;
  const head = belowTenThousand(high);
  if (low === undefined) return head;
  const tail = low === '' ? 0 : belowTenThousand(low);
  return head === null || tail === null ? null : head * 10_000 + tail;
}

function belowTenThousand(text: string): number | null {
  let sum = 0;
  let digit: number | null = null;
  for (const c of text) {
    const unit = UNITS[c];
    if (unit === undefined) {
      digit = DIGITS[c] ?? null;
      if (digit === null) return null;
      continue;
    }
    sum += (digit ?? 1) * unit;
    digit = null;
  }
  return sum + (digit ?? 0);
}
