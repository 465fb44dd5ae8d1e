import { type Day, day } from '#lib/day.ts';

/** Days off in a row, both ends included, with the name of the festival. */
export interface OffDays {
  readonly name: string;
  readonly from: Day;
  readonly to: Day;
}

/** One year's notice on days off (放假安排): the only source of what is no ordinary week. */
export interface HolidayYear {
  readonly year: number;
  /** `HOLIDAY2024`: how an output cites the notice. */
  readonly basis: string;
  /** The notice's number or, where it is not known for certain, where the notice was read. */
  readonly notice: string;
  /** `number`: number and text verified. `text`: the days are verified, the number is from memory. `libraries`: compared with two libraries only. */
  readonly verified: 'number' | 'text' | 'libraries' | 'entered';
  readonly off: readonly OffDays[];
  /** Weekend days that are working days (调休上班). */
  readonly work: readonly Day[];
}

/** `off('春节', '2024-02-10', '2024-02-17')`; one date for a single day. */
export function off(name: string, from: string, to: string = from): OffDays {
  return { name, from: day(from), to: day(to) };
}

/** Make-up working days of a year's notice. */
export function work(...days: string[]): readonly Day[] {
  return days.map(day);
}
