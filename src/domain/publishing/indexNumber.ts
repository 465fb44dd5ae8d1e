import { type Refusal, refuse } from '#lib/result.ts';

/** The 18 characters of a 统一社会信用代码 without I, O, S, V, Z. */
const CREDIT_CODE = /^[0-9A-HJ-NPQRTUWXY]{18}$/;
const CREDIT_ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];

/** True for a 统一社会信用代码 whose last character is the right check character. */
export function isCreditCode(code: string): boolean {
  if (!CREDIT_CODE.test(code)) return false;
  const sum = WEIGHTS.reduce((total, weight, i) => total + weight * CREDIT_ALPHABET.indexOf(code[i] ?? ''), 0);
  return CREDIT_ALPHABET[(31 - (sum % 31)) % 31] === code[17];
}

/** What index numbers of an office begin with: its 统一社会信用代码, or its code here until that is entered. */
export function indexPrefix(agency: string, creditCode: string | null): string | Refusal {
  if (creditCode === null || creditCode.trim() === '') return agency.toUpperCase();
  const code = creditCode.trim().toUpperCase();
  return isCreditCode(code) ? code : refuse(`统一社会信用代码“${creditCode}”不对（18位，最后一位是校验位），请核对。`);
}

const WIDEST = 99_999;

/** 索引号: `<prefix>/<year>-<5 digits>`, the n-th item of the office in a year. @throws past 99,999 in one year */
export function indexNumber(prefix: string, year: number, n: number): string {
  if (!Number.isInteger(n) || n < 1 || n > WIDEST) throw new Error(`no index number for item ${n} of ${year}`);
  return `${prefix}/${year}-${String(n).padStart(5, '0')}`;
}

/** The part of an index number that stands in an address: letters, digits and hyphens only. */
export function addressOf(number: string): string {
  const tail = number.slice(number.lastIndexOf('/') + 1);
  return /^\d{4,6}-\d{5}$/.test(tail) ? tail : encodeURIComponent(number.replaceAll('/', '-')).replaceAll('%', '').slice(0, 80);
}
