/** A plain calendar date of Asia/Shanghai, `YYYY-MM-DD`. No time, no zone: what the law counts in. */
export type Day = string & { readonly __day: true };

const FORM = /^(\d{4})-(\d{2})-(\d{2})$/;
const MS_PER_DAY = 86_400_000;

function utc(day: Day): number {
  return Date.parse(`${day}T00:00:00Z`);
}

function fromUtc(ms: number): Day {
  return new Date(ms).toISOString().slice(0, 10) as Day;
}

/** Reads `YYYY-MM-DD`; null when it is not a real date between years 1000 and 9999. */
export function parseDay(text: string): Day | null {
  const match = FORM.exec(text);
  if (!match || Number(match[1]) < 1000) return null;
  const ms = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(ms) && fromUtc(ms) === text ? (text as Day) : null;
}

/** A literal of the code itself as a day; throws on a mistyped one. */
export function day(text: string): Day {
  const parsed = parseDay(text);
  if (!parsed) throw new Error(`not a date: ${text}`);
  return parsed;
}

/** The day `n` calendar days after (before, if negative). */
export function addDays(from: Day, n: number): Day {
  return fromUtc(utc(from) + n * MS_PER_DAY);
}

/** Calendar days from `a` to `b`; negative when b is earlier. */
export function daysBetween(a: Day, b: Day): number {
  return Math.round((utc(b) - utc(a)) / MS_PER_DAY);
}

/** 1 Monday … 7 Sunday. */
export function weekday(d: Day): number {
  return new Date(utc(d)).getUTCDay() || 7;
}

export function yearOf(d: Day): number {
  return Number(d.slice(0, 4));
}

/** The later of two days. */
export function laterOf(a: Day, b: Day): Day {
  return a > b ? a : b;
}

/** The earlier of two days. */
export function earlierOf(a: Day, b: Day): Day {
  return a < b ? a : b;
}

/** Every day from `from` to `to`, both included. */
export function* eachDay(from: Day, to: Day): Generator<Day> {
  for (let d = from; d <= to; d = addDays(d, 1)) yield d;
}

/** The date in Asia/Shanghai (+08:00, no summer time) of an instant in milliseconds, whatever the machine's zone. */
export function shanghaiDay(instantMs: number): Day {
  return fromUtc(instantMs + 8 * 3_600_000);
}

const MOMENT = /^(\d{4}-\d{2}-\d{2})[T ]([01]\d|2[0-3]):([0-5]\d)(?::[0-5]\d(?:\.\d{1,9})?)?(Z|[+-](?:0\d|1[0-4]):?[0-5]\d)?$/;

/** Reads a date, or a moment (ISO 8601) as the date it is in Asia/Shanghai; a moment without a zone is one of Asia/Shanghai. */
export function dayOfMoment(text: string): Day | null {
  const match = MOMENT.exec(text);
  const written = parseDay(match?.[1] ?? text);
  if (!match || !written) return written;
  const [, , hours, minutes, zone] = match;
  if (!zone) return written;
  const sign = zone.startsWith('-') ? -1 : 1;
  const east = zone === 'Z' ? 0 : sign * (Number(zone.slice(1, 3)) * 60 + Number(zone.slice(-2)));
  return parseDay(shanghaiDay(utc(written) + (Number(hours) * 60 + Number(minutes) - east) * 60_000));
}

const CHINESE_WEEKDAYS = ['一', '二', '三', '四', '五', '六', '日'] as const;

/** 2024年1月17日. */
export function chineseDate(d: Day): string {
  return `${Number(d.slice(0, 4))}年${Number(d.slice(5, 7))}月${Number(d.slice(8, 10))}日`;
}

/** 星期三. */
export function chineseWeekday(d: Day): string {
  return `星期${CHINESE_WEEKDAYS[weekday(d) - 1]}`;
}
