import chineseDays from 'chinese-days';
import { HolidayUtil } from 'lunar-typescript';
import { describe, expect, it } from 'vitest';
import { type Day, day, eachDay, weekday } from '#lib/day.ts';
import { isRefusal } from '#lib/result.ts';
import {
  acceptEntered,
  addWorkdays,
  addWorkdaysProvisionally,
  calendarOf,
  calendarWith,
  countWorkdays,
  covers,
  dayIn,
  isWorkday,
  SHIPPED_CALENDAR,
  SHIPPED_YEARS,
} from './index.ts';

const year = (y: number): Day[] => [...eachDay(day(`${y}-01-01`), day(`${y}-12-31`))];

function lunarWorkday(d: Day): boolean {
  const holiday = HolidayUtil.getHoliday(d);
  return holiday ? holiday.isWork() : weekday(d) <= 5;
}

describe('the shipped years against two independent libraries, day by day', () => {
  it.each([2022, 2023, 2024, 2025, 2026])('%i', (y) => {
    const differences = year(y).filter((d) => {
      const ours = dayIn(SHIPPED_CALENDAR, d).workday;
      return ours !== chineseDays.isWorkday(d) || ours !== lunarWorkday(d);
    });
    expect(differences).toEqual([]);
  });
});

describe('working days by month and year', () => {
  it.each([
    [2023, 249, '18 20 23 20 21 21 21 23 20 19 22 21'],
    [2024, 251, '22 18 21 22 21 19 23 22 21 19 21 22'],
    [2025, 248, '19 19 21 22 19 20 23 21 23 18 20 23'],
    [2026, 248, '21 16 22 21 19 21 23 21 22 18 21 23'],
  ])('%i', (y, total, months) => {
    const counted = months.split(' ').map((_, i) => {
      const month = year(y).filter((d) => Number(d.slice(5, 7)) === i + 1);
      return month.filter((d) => dayIn(SHIPPED_CALENDAR, d).workday).length;
    });
    expect(counted.join(' ')).toBe(months);
    expect(countWorkdays(SHIPPED_CALENDAR, day(`${y}-01-01`), day(`${y}-12-31`))).toBe(total);
  });

  it('除夕 is a working day in 2024 and a day off in 2025 and 2026', () => {
    expect(dayIn(SHIPPED_CALENDAR, day('2024-02-09')).workday).toBe(true);
    expect(dayIn(SHIPPED_CALENDAR, day('2025-01-28')).workday).toBe(false);
    expect(dayIn(SHIPPED_CALENDAR, day('2026-02-16')).workday).toBe(false);
  });
});

describe('each notice', () => {
  it.each(SHIPPED_YEARS.map((y) => [y.year, y] as const))(
    '%i: days in order, make-up days on weekends, nothing both off and worked',
    (_, y) => {
      const off = y.off.flatMap((o) => [...eachDay(o.from, o.to)]);
      expect(new Set(off).size).toBe(off.length);
      expect(y.work.every((d) => weekday(d) >= 6)).toBe(true);
      expect(off.filter((d) => y.work.includes(d))).toEqual([]);
      expect([...off].sort()).toEqual(off);
    },
  );

  it('a notice may hold days of the year before: 2022-12-31 stands in that of 2023', () => {
    expect(dayIn(SHIPPED_CALENDAR, day('2022-12-31')).basis).toBe('HOLIDAY2023');
  });
});

describe('coverage ends where the data end', () => {
  it('the last covered day is a statement, the next is refused', () => {
    expect(isWorkday(SHIPPED_CALENDAR, day('2026-12-31'))).toEqual({ workday: true });
    expect(isRefusal(isWorkday(SHIPPED_CALENDAR, day('2027-01-01')))).toBe(true);
    expect(isRefusal(isWorkday(SHIPPED_CALENDAR, day('2021-12-31')))).toBe(true);
    expect(isWorkday(SHIPPED_CALENDAR, day('2022-01-01'))).toEqual({ workday: false });
  });

  it('a count that crosses the end is refused and names the missing year', () => {
    expect(addWorkdays(SHIPPED_CALENDAR, day('2026-12-30'), 1)).toBe('2026-12-31');
    const refused = addWorkdays(SHIPPED_CALENDAR, day('2026-12-30'), 2);
    expect(isRefusal(refused) && refused.refused).toContain('2027年');
    expect(isRefusal(countWorkdays(SHIPPED_CALENDAR, day('2026-12-30'), day('2027-01-04')))).toBe(true);
  });

  it('provisionally Monday to Friday count past the data, and the day says so', () => {
    const d = addWorkdaysProvisionally(SHIPPED_CALENDAR, day('2026-12-31'), 1);
    expect(d).toBe('2027-01-01');
    expect(covers(SHIPPED_CALENDAR, d)).toBe(false);
    expect(dayIn(SHIPPED_CALENDAR, d).why).toContain('缺2027年放假安排');
    expect(dayIn(SHIPPED_CALENDAR, day('2027-01-02')).workday).toBe(false);
  });
});

describe('a year an administrator enters', () => {
  const entered = {
    year: 2027,
    notice: '国办发明电〔2026〕0号（示例）',
    off: [{ name: '元旦', from: '2026-12-31', to: '2027-01-02' }],
    work: ['2026-12-27'],
    enteredBy: '示例甲',
    confirmedBy: '示例乙',
  };

  it('counts once a second person has confirmed it, with its days of the year before', () => {
    const accepted = acceptEntered(entered);
    if (isRefusal(accepted)) throw new Error(accepted.refused);
    const calendar = calendarWith([accepted]);
    expect(calendar.coveredTo).toBe('2027-12-31');
    expect(addWorkdays(calendar, day('2026-12-30'), 1)).toBe('2027-01-04');
    expect(dayIn(calendar, day('2026-12-27')).workday).toBe(true);
  });

  it.each([
    ['not confirmed', { confirmedBy: null }],
    ['confirmed by the same person', { confirmedBy: '示例甲' }],
    ['without the number of the notice', { notice: ' ' }],
    ['without a day off', { off: [] }],
    ['with a make-up day on a weekday', { work: ['2027-01-05'] }],
    ['with a day of another year', { work: ['2028-01-01'] }],
    ['with an impossible day', { work: ['2027-02-30'] }],
    ['with a day both off and worked', { work: ['2027-01-02'] }],
    ['with an end before its start', { off: [{ name: '元旦', from: '2027-01-02', to: '2027-01-01' }] }],
  ])('is refused %s', (_, change) => {
    expect(isRefusal(acceptEntered({ ...entered, ...change }))).toBe(true);
  });

  it('a year beyond a gap covers nothing until the gap is filled', () => {
    const later = acceptEntered({ ...entered, year: 2028, off: [{ name: '元旦', from: '2028-01-01', to: '2028-01-01' }], work: [] });
    if (isRefusal(later)) throw new Error(later.refused);
    expect(calendarWith([later]).coveredTo).toBe('2026-12-31');
  });

  it('replaces a shipped year whose notice was changed', () => {
    const changed = acceptEntered({ ...entered, year: 2026, off: [{ name: '元旦', from: '2026-01-01', to: '2026-01-01' }], work: [] });
    if (isRefusal(changed)) throw new Error(changed.refused);
    expect(dayIn(calendarWith([changed]), day('2026-01-02')).workday).toBe(true);
  });

  it('an empty calendar is a fault of the program', () => {
    expect(() => calendarOf([])).toThrow();
  });
});
