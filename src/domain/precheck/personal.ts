import { parseDay } from '#lib/day.ts';

export type PersonalKind = 'identityNumber' | 'mobile' | 'bankCard' | 'plate' | 'phone';

/** Personal data in a text, with how it may be printed. */
export interface PersonalHit {
  readonly kind: PersonalKind;
  readonly label: string;
  readonly from: number;
  readonly to: number;
  readonly masked: string;
}

export const PERSONAL_LABELS: Readonly<Record<PersonalKind, string>> = {
  identityNumber: '身份证号码',
  mobile: '手机号码',
  bankCard: '银行卡号',
  plate: '车牌号码',
  phone: '固定电话号码',
};

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CHECK = '10X98765432';

/** True for an 18-digit identity number with a real birth date and the right check digit. */
export function isIdentityNumber(text: string): boolean {
  if (!/^[1-9]\d{16}[\dXx]$/.test(text)) return false;
  const born = parseDay(`${text.slice(6, 10)}-${text.slice(10, 12)}-${text.slice(12, 14)}`);
  if (!born || born < '1850-01-01' || born > '2100-01-01') return false;
  const sum = WEIGHTS.reduce((n, w, i) => n + w * Number(text[i]), 0);
  return CHECK[sum % 11] === text[17]?.toUpperCase();
}

/** Luhn's check over a row of digits. */
export function passesLuhn(digits: string): boolean {
  let sum = 0;
  for (let i = 0; i < digits.length; i++) {
    const d = Number(digits[digits.length - 1 - i]);
    sum += i % 2 === 0 ? d : d * 2 > 9 ? d * 2 - 9 : d * 2;
  }
  return digits.length > 0 && sum % 10 === 0;
}

/** The way a published text shows them: phone 138****1234, identity number first 2 and last 3; a card its last four. */
export function mask(kind: PersonalKind, text: string): string {
  if (kind === 'identityNumber') return `${text.slice(0, 2)}${'*'.repeat(text.length - 5)}${text.slice(-3)}`;
  if (kind === 'bankCard') return `${'*'.repeat(text.length - 4)}${text.slice(-4)}`;
  if (kind === 'plate') return `${text.slice(0, 2)}${'*'.repeat(Math.max(1, text.length - 4))}${text.slice(-2)}`;
  return `${text.slice(0, 3)}****${text.slice(-4)}`;
}

const PROVINCES = '京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼';
const PLATE = new RegExp(`[${PROVINCES}][A-HJ-NP-Z][·•.\\-]?(?=[A-HJ-NP-Z0-9]{0,5}\\d)[A-HJ-NP-Z0-9]{5,6}(?![A-Z0-9])`, 'g');
/** A row of digits as people write them, with spaces or hyphens between; no part of a word or of a decimal. */
const DIGITS = /(?<![\dA-WYZa-wyz.])\d(?:[ -]?\d){0,4000}[Xx]?(?![A-Za-z]|\.\d)/g;
/** A mobile telephone's. */
const SHORTEST_NUMBER = 11;
/** Longer than any number with what is written between its digits. */
const LONGEST_NUMBER = 60;
const TOKEN = /\d+[Xx]?/g;
/** Pieces a number is written in, at most: 6222 0202 0011 2233 446. */
const MOST_PIECES = 6;

function kindOf(digits: string): PersonalKind | null {
  if (digits.length === 18 && isIdentityNumber(digits)) return 'identityNumber';
  if (/^(?:86)?1[3-9]\d{9}$/.test(digits)) return 'mobile';
  if (/^62\d{14,17}$/.test(digits) && passesLuhn(digits)) return 'bankCard';
  return null;
}

interface Found {
  readonly kind: PersonalKind;
  readonly from: number;
  readonly length: number;
  readonly digits: string;
}

/** The numbers in a row of digits: as many of its pieces together as make one, else the next piece. */
function numbersIn(row: string): Found[] {
  const pieces = [...row.matchAll(TOKEN)];
  const found: Found[] = [];
  for (let i = 0; i < pieces.length; i++) {
    for (let count = Math.min(MOST_PIECES, pieces.length - i); count > 0; count--) {
      const [first, last] = [pieces[i], pieces[i + count - 1]];
      if (!first || !last) continue;
      if (last.index + last[0].length - first.index < SHORTEST_NUMBER) break;
      const digits = pieces
        .slice(i, i + count)
        .map((p) => p[0])
        .join('');
      const kind = kindOf(digits) ?? kindOf(digits.replace(/[Xx]$/, ''));
      if (!kind) continue;
      const shown = kind === 'mobile' ? digits.replace(/[Xx]$/, '').slice(-11) : digits;
      found.push({ kind, from: first.index, length: last.index + last[0].length - first.index, digits: shown });
      i += count - 1;
      break;
    }
  }
  return found;
}

/** Full-width letters and digits as half-width ones, place for place. */
function narrow(text: string): string {
  return text
    .replace(/[\uff01-\uff5e]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0))
    .replaceAll('\u3000', ' ')
    .replaceAll('\u00a0', ' ');
}

/** Zero-width characters hide a number from a search: they are taken for nothing, the places stay those of the text. */
function withoutInvisible(text: string): { text: string; at: number[] } {
  const at: number[] = [];
  let out = '';
  for (let i = 0; i < text.length; i++) {
    if (/[\u200b-\u200f\u2060\ufeff\u00ad]/.test(text[i] ?? '')) continue;
    out += text[i];
    at.push(i);
  }
  at.push(text.length);
  return { text: narrow(out), at };
}

/** The rows of digits in a text. One that goes on and on, a table without rules, comes in parts that share their ends. */
function* rowsIn(text: string): Generator<{ readonly index: number; readonly row: string }> {
  const digits = new RegExp(DIGITS);
  for (let m = digits.exec(text); m; m = digits.exec(text)) {
    yield { index: m.index, row: m[0] };
    if (/^[ -]?\d/.test(text.slice(digits.lastIndex, digits.lastIndex + 2))) digits.lastIndex -= Math.min(LONGEST_NUMBER, m[0].length - 1);
  }
}

/** Identity numbers, mobiles, bank cards and plates in a text. An office's own telephone line is no personal data. */
export function personalIn(source: string): PersonalHit[] {
  const { text, at } = withoutInvisible(source);
  const hits: PersonalHit[] = [];
  const add = (kind: PersonalKind, from: number, length: number, shown: string): void => {
    hits.push({ kind, label: PERSONAL_LABELS[kind], from: at[from] ?? 0, to: (at[from + length - 1] ?? 0) + 1, masked: mask(kind, shown) });
  };
  let told = 0;
  for (const { index, row } of rowsIn(text))
    for (const n of numbersIn(row)) {
      if (index + n.from < told) continue;
      told = index + n.from + n.length;
      add(n.kind, index + n.from, n.length, n.digits);
    }
  for (const m of text.matchAll(PLATE)) add('plate', m.index, m[0].length, m[0].replace(/[·•.-]/, ''));
  return hits.sort((a, b) => a.from - b.from);
}

/** A text with every piece of personal data masked. */
export function masked(source: string): string {
  let out = '';
  let end = 0;
  for (const hit of personalIn(source)) {
    out += source.slice(end, hit.from) + hit.masked;
    end = hit.to;
  }
  return out + source.slice(end);
}
