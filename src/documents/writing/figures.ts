import type { CellUnit } from '#law/forms/index.ts';

/** Printed below a table that has blank cells. */
export const UNDECLARED = '未申报';

/** A value of the form as it is printed: whole numbers plain, 万元 with 2 to 6 decimals (0 stays 0, so no sum above 0 prints as 0), null blank. */
export function printed(value: number | null | undefined, unit: CellUnit): string {
  if (value === null || value === undefined) return '';
  if (!Number.isFinite(value)) throw new Error(`not a figure: ${value}`);
  if (unit !== 'money' || value === 0) return String(value);
  return value.toFixed(6).replace(/0{1,4}$/, '');
}

/** 一、二、… 十 for the sections of a report. */
export function chineseOrdinal(n: number): string {
  const digits = '一二三四五六七八九十';
  if (n < 1 || n > 10) throw new Error(`no ordinal for ${n}`);
  return digits.charAt(n - 1);
}
