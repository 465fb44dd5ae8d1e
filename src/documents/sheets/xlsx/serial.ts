const MS_PER_DAY = 86_400_000;
const LAST_SERIAL = 2_958_465;

/** The calendar date of a serial number with its time of day; null outside 1900 to 9999. */
export function serialToText(serial: number, system1904: boolean): string | null {
  if (!Number.isFinite(serial) || serial < 1 || serial > LAST_SERIAL) return null;
  const minutes = Math.round((serial % 1) * 1440);
  const day = Math.floor(serial) + Math.floor(minutes / 1440);
  const date = dateOfSerial(system1904 ? day + 1462 : day);
  const rest = minutes % 1440;
  if (!date || rest === 0) return date;
  const two = (n: number) => String(n).padStart(2, '0');
  return `${date} ${two(Math.floor(rest / 60))}:${two(rest % 60)}`;
}

/** Day 60 of the 1900 system is 1900-02-29, which never was: before it the count is one higher. */
function dateOfSerial(day: number): string | null {
  if (day === 60 || day > LAST_SERIAL) return null;
  return new Date(Date.UTC(1899, 11, 30) + (day < 60 ? day + 1 : day) * MS_PER_DAY).toISOString().slice(0, 10);
}
