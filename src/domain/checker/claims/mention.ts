import { chineseNumber } from '../numerals.ts';
import type { Sentence } from '../passages.ts';

/** How exact a printed number is: 余/多/以上/超 say more than it, 近/不足 less, 约/左右 about. */
export type Approx = 'over' | 'under' | 'about' | null;

/** A number with its unit in a sentence. */
export interface Mention {
  /** Offsets in the sentence: of the number, and past its unit. */
  readonly start: number;
  readonly end: number;
  readonly value: number;
  /** Half of the last printed place for 1.2万 and decimals; 0 for a whole number. */
  readonly slack: number;
  readonly unit: string;
  readonly approx: Approx;
  /** The text since the mention before, or since the sentence's beginning. */
  readonly lead: string;
  /** The text up to the next mention or the end of the clause. */
  readonly tail: string;
}

const UNITS = '万元|亿元|元|个百分点|百分点|人次|件次|条次|批次|件|条|份|宗|起|项|个|次|场|期|篇|例|人|户|家|%';
const PATTERN = new RegExp(
  `(?<before>约|近|超过|超|逾|不足|不到|至少|大约)?(?<number>(?:\\d{1,3}(?:,\\d{3})+|\\d+)(?:\\.\\d+)?|[零〇一二两三四五六七八九十百千万]+)(?<mid>[余多])?(?<ten>[万亿](?!元))?(?<after>[余多])?(?<unit>${UNITS})(?<end>以上|左右|上下)?`,
  'g',
);
const NOT_AN_AMOUNT = /[第每逐同各首这该另初〔[\dA-Za-z.]$/;
const CHINESE_UNITS = new Set(['件', '条', '份', '宗', '起', '次', '场', '期', '项', '件次', '条次', '人次']);

function approxOf(groups: Record<string, string | undefined>): Approx {
  if (groups['mid'] || groups['after'] || groups['end'] === '以上' || /超|逾|至少/.test(groups['before'] ?? '')) return 'over';
  if (/近|不足|不到/.test(groups['before'] ?? '')) return 'under';
  return groups['before'] || groups['end'] ? 'about' : null;
}

function amount(groups: Record<string, string | undefined>, unit: string): { value: number; slack: number } | null {
  const printed = groups['number']!.replaceAll(',', '');
  const scale = groups['ten'] === '万' ? 10_000 : groups['ten'] === '亿' ? 1e8 : 1;
  if (/^\d/.test(printed)) {
    const places = printed.split('.')[1]?.length ?? 0;
    return { value: Number(printed) * scale, slack: scale > 1 || places > 0 ? (0.5 * scale) / 10 ** places : 0 };
  }
  if (!CHINESE_UNITS.has(unit) || scale > 1) return null;
  const value = chineseNumber(printed);
  return value === null ? null : { value, slack: 0 };
}

/** Every number with a unit in a sentence; dates, document numbers, articles and ordinals have none; what stands in quotation marks (a slogan, a title) is not counted. */
export function mentionsOf(sentence: Sentence | string): Mention[] {
  const text = typeof sentence === 'string' ? sentence : sentence.text;
  const found: Omit<Mention, 'lead' | 'tail'>[] = [];
  for (const m of text.matchAll(PATTERN)) {
    const groups = m.groups ?? {};
    const unit = groups['unit']!;
    const head = text.slice(0, m.index);
    const rest = text.slice(m.index + m[0].length);
    if (NOT_AN_AMOUNT.test(head) || head.lastIndexOf('“') > head.lastIndexOf('”')) continue;
    if (/^(个|次|件)$/.test(unit) && /^(工作日|月|小时|百分点|方面|事|套|会|性)/.test(rest)) continue;
    if (unit === '条' && /^(例|款|件|理|线)/.test(rest)) continue;
    if (unit === '项' && /^目/.test(rest)) continue;
    const sum = amount(groups, unit);
    if (sum) found.push({ start: m.index, end: m.index + m[0].length, unit, approx: approxOf(groups), ...sum });
  }
  return found.map((f, i) => ({
    ...f,
    lead: text.slice(found[i - 1]?.end ?? 0, f.start),
    tail: /^[^，。；！？（]*/.exec(text.slice(f.end, found[i + 1]?.start ?? text.length))?.[0] ?? '',
  }));
}

/** True where the table's value bears the printed number out. */
export function agrees(mention: Pick<Mention, 'value' | 'slack' | 'approx'>, actual: number): boolean {
  const { value, slack, approx } = mention;
  if (Math.abs(actual - value) <= slack + 1e-9) return true;
  if (approx === 'over') return actual >= value && actual < Math.max(value * 1.2, value + 10);
  if (approx === 'under') return actual <= value && actual > value * 0.8;
  return approx === 'about' && Math.abs(actual - value) <= value * 0.1;
}
