import { HOLIDAYS_2022 } from './2022.ts';
import { HOLIDAYS_2023 } from './2023.ts';
import { HOLIDAYS_2024 } from './2024.ts';
import { HOLIDAYS_2025 } from './2025.ts';
import { HOLIDAYS_2026 } from './2026.ts';
import { type Calendar, calendarOf } from './calendar.ts';
import type { HolidayYear } from './year.ts';

export * from './calendar.ts';
export * from './entered.ts';
export * from './workdays.ts';
export type { HolidayYear } from './year.ts';

/** The years that come with the product, oldest first. A new year is a new file and one entry here. */
export const SHIPPED_YEARS: readonly HolidayYear[] = [HOLIDAYS_2022, HOLIDAYS_2023, HOLIDAYS_2024, HOLIDAYS_2025, HOLIDAYS_2026];

/** The shipped years, without anything an administrator entered. */
export const SHIPPED_CALENDAR: Calendar = calendarOf(SHIPPED_YEARS);

/** Shipped years and those an office entered (accepted by `acceptEntered`); an entered year replaces the shipped one. */
export function calendarWith(entered: readonly HolidayYear[]): Calendar {
  return calendarOf([...SHIPPED_YEARS, ...entered]);
}
