import { SHIPPED_CALENDAR } from '#law/calendar/index.ts';
import { type ClockResult, clock } from '#law/clock/index.ts';
import { isRefusal } from '#lib/result.ts';

/** `'2024-01-05 received'`, `'2024-01-16 extended days=10'`, `'2024-09-12 consultationSent id=a'`. */
export function event(line: string): Record<string, unknown> {
  const [on, kind, ...fields] = line.split(' ');
  const more = fields.map((f) => f.split('=') as [string, string]);
  return { on, kind, ...Object.fromEntries(more.map(([k, v]) => [k, k === 'days' ? Number(v) : v])) };
}

/** Counts a case written as lines; throws where it is refused as a whole. */
export function count(today: string, lines: readonly string[], channel = 'counter'): ClockResult {
  const result = clock(SHIPPED_CALENDAR, { channel, today, events: lines.map(event) });
  if (isRefusal(result)) throw new Error(result.refused);
  return result;
}
