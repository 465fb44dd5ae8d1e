import { describe, expect, it } from 'vitest';
import { shell } from './gongkai.ts';

const { run, json } = shell();

interface Deadline {
  readonly received: string;
  readonly clarifyBy: string | null;
  readonly thirdPartyBy: string | null;
  readonly answerBy: string;
  readonly extendedTo: string | null;
  readonly days: readonly { readonly date: string; readonly counted: boolean; readonly n: number; readonly why: string }[];
  readonly past?: readonly string[];
  readonly dataTo?: string;
}

const deadline = (received: string) => json<Deadline>('deadline', '--received', received);

describe('deadline --received D', () => {
  it.each([
    ['2023-01-20', '2023-02-03', '2023-02-15', '2023-02-22', '2023-03-22'],
    ['2023-04-20', '2023-04-28', '2023-05-12', '2023-05-19', '2023-06-16'],
    ['2023-09-28', '2023-10-13', '2023-10-25', '2023-11-01', '2023-11-29'],
    ['2023-12-29', '2024-01-10', '2024-01-22', '2024-01-29', '2024-02-29'],
    ['2024-09-13', '2024-09-25', '2024-10-11', '2024-10-17', '2024-11-14'],
  ])('%s: 7, 15, 20, 40 working days', async (received, clarifyBy, thirdPartyBy, answerBy, extendedTo) => {
    const { days, ...dates } = await deadline(received);
    expect(dates).toEqual({ received, clarifyBy, thirdPartyBy, answerBy, extendedTo, code: 0 });
    expect([days[0]?.date, days[0]?.counted, days[0]?.n, days.at(-1)?.date]).toEqual([received, false, 0, extendedTo]);
    expect(days.filter((d) => d.counted).map((d) => d.n)).toEqual(Array.from({ length: 40 }, (_, i) => i + 1));
    expect(days.every((d) => /\p{Script=Han}/u.test(d.why))).toBe(true);
  });

  it('every calendar day from receipt to the last date, none twice', async () => {
    const { days } = await deadline('2023-12-29');
    const ms = days.map((d) => Date.parse(d.date));
    expect(ms.every((m, i) => i === 0 || m - (ms[i - 1] ?? 0) === 86_400_000)).toBe(true);
  });

  it('除夕 2024 was a working day, the Sunday of 调休 too', async () => {
    const { days } = await deadline('2024-02-01');
    const on = (date: string) => days.find((d) => d.date === date)?.counted;
    expect(['2024-02-04', '2024-02-09', '2024-02-10', '2024-02-17', '2024-02-18'].map(on)).toEqual([true, true, false, false, true]);
  });

  it('the last day of the data is still a date', async () => {
    const d = await deadline('2026-11-05');
    expect([d.extendedTo, d.past, d.dataTo]).toEqual(['2026-12-31', undefined, undefined]);
  });

  it.each(['2026-11-06', '2026-12-03'])('%s: dates past the data are null and named', async (received) => {
    const d = await deadline(received);
    expect([d.code, d.extendedTo, d.past, d.dataTo]).toEqual([0, null, ['extendedTo'], '2026-12-31']);
    expect(d.days.at(-1)?.date).toBe(d.answerBy);
  });

  it.each(['2026-12-04', '2026-12-31', '2027-01-01', '2021-12-31'])(
    '%s is refused: the answer is past the data, or receipt before',
    async (d) => {
      const r = await json<{ refused: string; basis: string[] }>('deadline', '--received', d);
      expect([r.code, Object.keys(r).sort()]).toEqual([1, ['basis', 'code', 'refused']]);
      expect(r.refused).toMatch(/\p{Script=Han}/u);
    },
  );

  it('a moment is the date it is in Asia/Shanghai', async () => {
    expect((await deadline('2024-01-04T16:00:00Z')).received).toBe('2024-01-05');
    expect((await deadline('2024-01-04T15:59:59Z')).received).toBe('2024-01-04');
  });

  it.each([
    [],
    ['--received'],
    ['--received', '2024-02-30'],
    ['--received', '5.1.2024'],
    ['2024-01-05'],
    ['--received', '2024-01-05', '--x'],
  ])('wrong usage %j: 64, nothing on standard output, Chinese on standard error', async (...args) => {
    const { code, out, err } = await run('deadline', ...(args as string[]));
    expect([code, out]).toEqual([64, '']);
    expect(err).toMatch(/^[^A-Za-z]*\p{Script=Han}/u);
  });
});

describe('fee --items N | --pages N', () => {
  const fee = (base: string, n: number) =>
    json<{ yuan: number; steps: { from: number; to: number; count: number; rate: number; yuan: number }[] }>('fee', base, String(n));

  it.each([
    [
      '--items',
      [
        [0, 0],
        [1, 0],
        [10, 0],
        [11, 100],
        [30, 2000],
        [31, 2200],
        [40, 4000],
        [41, 4300],
        [50, 7000],
        [51, 7400],
        [60, 11000],
        [100, 37000],
      ],
    ],
    [
      '--pages',
      [
        [30, 0],
        [31, 10],
        [100, 700],
        [101, 720],
        [200, 2700],
        [201, 2740],
        [300, 6700],
      ],
    ],
  ] as const)('%s: every vector, and steps that add up', async (base, vectors) => {
    for (const [n, yuan] of vectors) {
      const f = await fee(base, n);
      expect([f.code, n, f.yuan]).toEqual([0, n, yuan]);
      expect(f.steps.reduce((sum, s) => sum + s.yuan, 0)).toBe(yuan);
      expect(f.steps.reduce((sum, s) => sum + s.count, 0)).toBe(n);
      for (const s of f.steps) expect([s.count, s.yuan]).toEqual([s.to - s.from + 1, s.count * s.rate]);
    }
  });

  it('the free band is the first step', async () => {
    expect((await fee('--items', 31)).steps).toEqual([
      { from: 1, to: 10, count: 10, rate: 0, yuan: 0 },
      { from: 11, to: 30, count: 20, rate: 100, yuan: 2000 },
      { from: 31, to: 31, count: 1, rate: 200, yuan: 200 },
    ]);
  });

  it.each(['-1', '1.5', '100001'])('%s is refused', async (n) => {
    const r = await json<{ refused: string; basis: string[] }>('fee', '--items', n);
    expect([r.code, r.basis]).toEqual([1, ['FEE2020 3']]);
  });

  it.each([[], ['--items'], ['--items', 'x'], ['--items', '1', '--pages', '1'], ['31']])('wrong usage %j: 64', async (...args) => {
    expect(await run('fee', ...(args as string[]))).toMatchObject({ code: 64, out: '' });
  });
});
