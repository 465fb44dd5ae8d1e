import type { Actor } from '#domain/people/actor.ts';
import type { HolidayYear } from '#law/calendar/index.ts';

/** A year's notice as somebody typed it in. */
export interface EnteredCalendar {
  readonly id: number;
  readonly holidays: Pick<HolidayYear, 'year' | 'notice'> & {
    readonly off: readonly { readonly name: string; readonly from: string; readonly to: string }[];
    readonly work: readonly string[];
  };
  readonly enteredBy: Actor;
  readonly confirmedBy: Actor | null;
}

export interface CalendarStore {
  all(): Promise<readonly EnteredCalendar[]>;
  enter(holidays: EnteredCalendar['holidays'], by: Actor): Promise<EnteredCalendar>;
  /** False: gone, confirmed already, or entered by the same person. */
  confirm(id: number, by: Actor): Promise<boolean>;
  withdraw(id: number, by: Actor): Promise<boolean>;
}
