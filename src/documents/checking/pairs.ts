import type { Reading } from '#domain/report/model.ts';

const SUPERIOR = /^.{2,9}?(省|自治区|市|州|盟|地区)$/;

function plain(unit: string): string {
  return unit
    .replace(/\s+/g, '')
    .replace(/关于$/, '')
    .replace(/(人民政府办公[厅室]|人民政府|办事处)$/, '');
}

/** True where two reports name the same unit, one perhaps with its city's or province's name before it. */
export function sameReporter(a: string | null, b: string | null): boolean {
  if (!a || !b) return false;
  const [x, y] = [plain(a), plain(b)];
  if (x === y) return true;
  const [long, short] = x.length > y.length ? [x, y] : [y, x];
  return short.length >= 2 && long.endsWith(short) && SUPERIOR.test(long.slice(0, long.length - short.length));
}

/** Last year's report of the same unit among the candidates; null where there is none. */
export function previousOf(reading: Reading, candidates: readonly Reading[]): Reading | null {
  const { unit, year } = reading.report;
  if (year === null) return null;
  return candidates.find((c) => c !== reading && c.report.year === year - 1 && sameReporter(c.report.unit, unit)) ?? null;
}
