const EIGHT_HOURS = 8 * 60 * 60 * 1000;

/** The day of an instant in China, YYYY-MM-DD: what was saved at seven in the morning was not saved the day before. */
export function dayOf(instant: string): string {
  return new Date(Date.parse(instant) + EIGHT_HOURS).toISOString().slice(0, 10);
}
