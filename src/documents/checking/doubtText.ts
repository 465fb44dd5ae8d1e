import { cellName } from '#domain/checker/labels.ts';
import type { Doubt, Reading } from '#domain/report/model.ts';
import { FORM_2021, formOf } from '#law/forms/index.ts';

/** What a row or cell in doubt is called in its report's form. */
export function doubtPlace({ report }: Reading, { cell }: Doubt): string {
  return cellName(report.form ? formOf(report.form) : FORM_2021, cell);
}

/** Why a row or cell is in doubt, and what it may be. @param most readings listed at most */
export function doubtText({ why, readings, more = 0 }: Doubt, most: number): string {
  const listed = readings.slice(0, most).map((r) => r.map((v) => v ?? '空').join(' '));
  if (listed.length === 0) return why;
  return `${why}；可能是 ${listed.join(' ｜ ')}${more > 0 || readings.length > most ? ' ……' : ''}`;
}
