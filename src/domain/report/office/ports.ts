import type { Day } from '#lib/day.ts';
import type { SettingStore } from '../../agencies/ports.ts';
import type { CalendarKeeping } from '../../calendar/keeping.ts';
import type { Declaring } from '../declaring.ts';
import type { ReportStore } from '../ports.ts';
import type { ReportSources } from '../stored.ts';

/** What the report office works with. */
export interface OfficePorts extends ReportSources {
  readonly reports: ReportStore;
  readonly settings: SettingStore;
  readonly declaring: Declaring;
  readonly calendars: Pick<CalendarKeeping, 'calendar'>;
  readonly today: () => Day;
  readonly now: () => Date;
}

/** The key of an organ's particulars (`OfficeProfile`) among its settings. */
export const PROFILE_SETTING = 'profile';
