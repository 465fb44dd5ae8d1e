import { type Day, day } from '#lib/day.ts';
import type { Level } from './catalogue.ts';

/** By when the report of a year must be out, and what says so. */
export interface ReportDue {
  readonly by: Day;
  readonly basis: string;
}

/** Month and day a local notice sets for townships; 31 January where none is known. Never a date of Art. 49. */
export const DEFAULT_TOWNSHIP_DATE = '01-31';

/**
 * The date of Art. 49: a county-and-above department 31 January, a county's (city's) own report 31 March; a township has no
 * national date but a local one.
 * @param year the year reported on
 * @param townshipDate `MM-DD` of the local notice
 */
export function reportDue(level: Level, year: number, townshipDate: string = DEFAULT_TOWNSHIP_DATE): ReportDue {
  if (level === 'township') return { by: day(`${year + 1}-${townshipDate}`), basis: 'LOCAL' };
  if (level === 'department') return { by: day(`${year + 1}-01-31`), basis: 'OGIR2019 49.1' };
  return { by: day(`${year + 1}-03-31`), basis: 'OGIR2019 49.2' };
}
