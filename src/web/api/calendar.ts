import { z } from 'zod';
import type { EnteredCalendar } from '#domain/calendar/ports.ts';
import { SHIPPED_YEARS } from '#law/calendar/index.ts';
import { addDays, type Day, eachDay, parseDay } from '#lib/day.ts';
import { isRefusal, refuse } from '#lib/result.ts';
import type { WebDeps } from '../deps.ts';
import type { CalendarAnswer } from './consoleTypes.ts';
import type { Api } from './pipeline.ts';
import { dayText, year } from './query.ts';

type Off = EnteredCalendar['holidays']['off'][number];

/** Single days as runs of days, since a notice names spans. */
function spans(days: readonly string[]): Off[] {
  const out: { name: string; from: string; to: string }[] = [];
  for (const d of [...new Set(days)].sort()) {
    const last = out.at(-1);
    const before = parseDay(d);
    if (last && before && addDays(before, -1) === last.to) last.to = d;
    else out.push({ name: '放假', from: d, to: d });
  }
  return out;
}

function daysOf(off: readonly Off[]): string[] {
  return off.flatMap((o) => [...eachDay(o.from as Day, o.to as Day)]);
}

/** 期限与节假日: shipped years, and those a person entered and another confirmed. */
export function registerCalendar(api: Api, deps: WebDeps): void {
  api.route({
    method: 'GET',
    path: '/calendar',
    input: z.object({}),
    may: null,
    act: async (): Promise<CalendarAnswer> => {
      const [calendar, entered] = [await deps.calendars.calendar(), await deps.calendars.entered()];
      const shipped = SHIPPED_YEARS.map((y) => ({
        year: y.year,
        notice: y.notice,
        shipped: true,
        verified: y.verified === 'number',
        off: daysOf(y.off),
        work: [...y.work],
        enteredBy: null,
        confirmedBy: null,
      }));
      const own = entered.map(({ holidays: h, enteredBy, confirmedBy }) => ({
        year: h.year,
        notice: h.notice,
        shipped: false,
        verified: true,
        off: daysOf(h.off),
        work: [...h.work],
        enteredBy: enteredBy.name,
        confirmedBy: confirmedBy?.name ?? null,
      }));
      return { years: [...shipped, ...own], coveredFrom: calendar.coveredFrom, coveredTo: calendar.coveredTo };
    },
  });

  api.route({
    method: 'POST',
    path: '/calendar',
    input: z.strictObject({ year, notice: z.string().trim().max(100), off: z.array(dayText).max(60), work: z.array(dayText).max(30) }),
    may: null,
    act: async ({ input, viewer }) => {
      const wrong = [...input.off, ...input.work].find((d) => !parseDay(d) || !d.startsWith(String(input.year)));
      if (wrong) return refuse(`“${wrong}”不是${input.year}年的日期，请写成${input.year}-01-01的样子。`);
      const done = await deps.calendars.enter(viewer, { year: input.year, notice: input.notice, off: spans(input.off), work: input.work });
      return isRefusal(done) ? done : { id: done.id };
    },
  });

  api.route({
    method: 'POST',
    path: '/calendar/:year/confirm',
    input: z.strictObject({ year }),
    may: null,
    act: async ({ input, viewer }) => {
      const waiting = (await deps.calendars.entered()).find((e) => e.holidays.year === input.year && !e.confirmedBy);
      if (!waiting) return refuse('没有待核对的放假安排，请刷新。');
      const moved = await deps.calendars.confirm(viewer, waiting.id);
      return isRefusal(moved)
        ? moved
        : { moved: moved.filter((m) => viewer.roles.some((r) => r.reaches.has(m.agency))).map((m) => m.number) };
    },
  });
}
