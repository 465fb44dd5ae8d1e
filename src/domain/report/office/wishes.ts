import { type Refusal, refuse } from '#lib/result.ts';
import { valueAt } from '../model.ts';
import type { ReportDraft } from '../ports.ts';
import type { YearReport } from './compiled.ts';

const LONGEST_DRAFT = 400_000;

/** Null for sections that may be kept. */
export function wrongDraft(sections: ReportDraft['sections']): Refusal | null {
  if (sections.length > 6) return refuse('年报只有六个部分。');
  return JSON.stringify(sections).length > LONGEST_DRAFT ? refuse('文字太长，请精简。') : null;
}

/** Null for a value that may stand in a cell instead of the counted one. */
export function wrongOverride(year: YearReport, cell: string, value: number | null, reason: string): Refusal | null {
  if (valueAt(year.counted.report.tables, cell) === undefined) return refuse(`没有“${cell}”这一格。`);
  if (value === null) return null;
  if (!reason.trim()) return refuse('改动统计数字须写明理由。');
  const money = cell === 'proactive/feesInTenThousandYuan';
  const whole = money ? Number.isFinite(value) && Number.isSafeInteger(Math.round(value * 1e6)) : Number.isSafeInteger(value);
  return whole && (value >= 0 || money) ? null : refuse(money ? '请填写金额（万元）。' : '请填写非负整数。');
}
