import { describe, expect, it } from 'vitest';
import { calendarWith, SHIPPED_CALENDAR } from '#law/calendar/index.ts';
import { day } from '#lib/day.ts';
import { isRefusal } from '#lib/result.ts';
import { type Deadlines, deadline } from './index.ts';

function of(received: string): Deadlines {
  const result = deadline(SHIPPED_CALENDAR, day(received));
  if (isRefusal(result)) throw new Error(result.refused);
  return result;
}

describe('the day of receipt is day 0', () => {
  it.each([
    ['2023-01-20', '2023-02-03', '2023-02-15', '2023-02-22', '2023-03-22'],
    ['2023-04-20', '2023-04-28', '2023-05-12', '2023-05-19', '2023-06-16'],
    ['2023-09-28', '2023-10-13', '2023-10-25', '2023-11-01', '2023-11-29'],
    ['2023-12-29', '2024-01-10', '2024-01-22', '2024-01-29', '2024-02-29'],
    ['2024-09-13', '2024-09-25', '2024-10-11', '2024-10-17', '2024-11-14'],
  ])('%s: +7 %s, +15 %s, +20 %s, +40 %s', (received, clarifyBy, thirdPartyBy, answerBy, extendedTo) => {
    expect(of(received)).toMatchObject({ received, clarifyBy, thirdPartyBy, answerBy, extendedTo });
    expect(of(received).past).toBeUndefined();
  });

  it('lists every calendar day with its number and reason', () => {
    const { days } = of('2024-09-13');
    expect(days[0]).toEqual({ date: '2024-09-13', counted: false, n: 0, why: '收到之日，不计算在内' });
    expect(days[1]).toMatchObject({ date: '2024-09-14', counted: true, n: 1, why: '星期六，调休上班' });
    expect(days[2]).toMatchObject({ date: '2024-09-15', counted: false, n: 1, why: '中秋节放假' });
    expect(days.at(-1)).toMatchObject({ date: '2024-11-14', counted: true, n: 40 });
    expect(days.filter((d) => d.counted).map((d) => d.n)).toEqual(Array.from({ length: 40 }, (_, i) => i + 1));
    expect(days).toHaveLength(63);
  });

  it('a receipt on a day off is day 0 all the same', () => {
    expect(of('2024-02-10').answerBy).toBe('2024-03-14');
  });
});

describe('past the data', () => {
  it('a later date is null and named, the answer still stated', () => {
    const result = of('2026-11-23');
    expect(result).toMatchObject({ answerBy: '2026-12-21', extendedTo: null, past: ['extendedTo'], dataTo: '2026-12-31' });
    expect(result.days.at(-1)?.date).toBe('2026-12-21');
  });

  it('the last receipt whose answer lies within the data, and the next', () => {
    expect(of('2026-12-03').answerBy).toBe('2026-12-31');
    expect(deadline(SHIPPED_CALENDAR, day('2026-12-04'))).toMatchObject({ basis: ['OGIR2019 33.2'] });
  });

  it('receipt before the data is refused', () => {
    expect(isRefusal(deadline(SHIPPED_CALENDAR, day('2021-12-31')))).toBe(true);
    expect(of('2022-01-01').answerBy).toBe('2022-01-29');
  });

  it('an entered year moves the end', () => {
    const next = {
      year: 2027,
      basis: 'HOLIDAY2027',
      notice: '示例',
      verified: 'entered',
      off: [{ name: '元旦', from: day('2027-01-01'), to: day('2027-01-03') }],
      work: [],
    } as const;
    const result = deadline(calendarWith([next]), day('2026-12-04'));
    expect(result).toMatchObject({ answerBy: '2027-01-04' });
  });
});
