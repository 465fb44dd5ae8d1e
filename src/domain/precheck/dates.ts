import { parseDay } from '#lib/day.ts';
import { type PrecheckFinding, quoteAt } from './finding.ts';
import type { Spot } from './spot.ts';

const FULL = /(\d{4})\s*(?:年|-|\/|\.)\s*(\d{1,2})\s*(?:月|-|\/|\.)\s*(\d{1,2})\s*日?(?![\d.])/g;
const SHORT = /(?<![\d年.])(\d{1,2})月(\d{1,2})日/g;

function isReal(year: number, month: number, date: number): boolean {
  const pad = (n: number): string => String(n).padStart(2, '0');
  return parseDay(`${year}-${pad(month)}-${pad(date)}`) !== null;
}

function finding(spot: Spot, m: RegExpExecArray): PrecheckFinding {
  const place = { ...spot.place, quote: quoteAt(spot.text, m.index, m.index + m[0].length) };
  const message = `“${m[0].trim()}”没有这一天，请核对。`;
  return { rule: 'PUB-DATE', severity: 'error', message, basis: ['OGIR2019 6.1'], place, suggestion: null };
}

/** Dates that no calendar has: 2024年2月30日, 13月, 4月31日. A day without a year may be a leap day. */
export function dateFindings(spots: readonly Spot[]): PrecheckFinding[] {
  return spots.flatMap((spot) => [
    ...[...spot.text.matchAll(FULL)]
      .filter((m) => Number(m[1]) >= 1900 && Number(m[1]) <= 2199 && !isReal(Number(m[1]), Number(m[2]), Number(m[3])))
      .map((m) => finding(spot, m)),
    ...[...spot.text.matchAll(SHORT)].filter((m) => !isReal(2024, Number(m[1]), Number(m[2]))).map((m) => finding(spot, m)),
  ]);
}
