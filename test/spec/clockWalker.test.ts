import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SHIPPED_CALENDAR } from '#law/calendar/index.ts';
import { CHANNELS, CLOSING_OUTCOMES, type ClockResult, clock, EVENT_KINDS } from '#law/clock/index.ts';
import { addDays, day } from '#lib/day.ts';
import { isRefusal } from '#lib/result.ts';
import { type Walk, type WalkEvent, walk } from './clockWalker.ts';

const LONG = process.env['GONGKAI_LONG'] === '1';
const RUNS = LONG ? 12_000 : 1_500;
const SEED = Number(process.env['GONGKAI_SEED'] ?? Math.floor(Math.random() * 2 ** 31));

const START = day('2022-02-01');
const LAST_RECEIPT_OFFSET = 1_750;

interface Case {
  channel: string;
  today: string;
  events: WalkEvent[];
}

/** Kinds in the proportions in which they lead somewhere; every kind may come at any place and any number of times. */
const kinds = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...EVENT_KINDS) },
  {
    weight: 7,
    arbitrary: fc.constantFrom(
      'confirmed',
      'clarificationSent',
      'corrected',
      'consultationSent',
      'consultationDelivered',
      'opinionReceived',
      'extended',
      'delayed',
      'feeNoticeSent',
      'feeNoticeDelivered',
      'paid',
    ),
  },
);

const cases: fc.Arbitrary<Case> = fc
  .record({
    channel: fc.constantFrom(...CHANNELS),
    start: fc.integer({ min: 0, max: LAST_RECEIPT_OFFSET }),
    confirmedAfter: fc.option(fc.integer({ min: 0, max: 4 })),
    steps: fc.array(
      fc.record({
        gap: fc.oneof(fc.integer({ min: 0, max: 4 }), fc.integer({ min: 0, max: 30 })),
        kind: kinds,
        id: fc.option(fc.constantFrom('a', 'b'), { nil: undefined }),
        days: fc.integer({ min: 1, max: 22 }),
        until: fc.integer({ min: -3, max: 70 }),
        outcome: fc.constantFrom(...CLOSING_OUTCOMES),
        reason: fc.option(fc.constant('不可抗力'), { nil: undefined }),
      }),
      { maxLength: 9 },
    ),
    todayAfter: fc.integer({ min: -4, max: 45 }),
    order: fc.option(fc.infiniteStream(fc.nat()), { freq: 4 }),
  })
  .map(({ channel, start, confirmedAfter, steps, todayAfter, order }) => {
    const received = addDays(START, start);
    let at = received;
    const events: WalkEvent[] = [{ on: received, kind: 'received' }];
    if (confirmedAfter !== null) events.push({ on: (at = addDays(at, confirmedAfter)), kind: 'confirmed' });
    for (const s of steps) {
      at = addDays(at, s.gap);
      const e: WalkEvent = { on: at, kind: s.kind };
      if (s.kind.startsWith('consultation') || s.kind === 'opinionReceived') e.id = s.id;
      if (s.kind === 'extended') e.days = s.days;
      if (s.kind === 'delayed') e.until = addDays(at, s.until);
      if (s.kind === 'clarificationSent')
        Object.assign(e, s.until > 40 ? {} : s.until > 20 ? { days: s.days } : { until: addDays(at, s.until) });
      if (s.kind === 'closed') e.outcome = s.outcome;
      if (s.kind === 'paid') e.reason = s.reason;
      events.push(e);
    }
    const shuffled = order ? events.map((e) => [order.next().value ?? 0, e] as const).sort((a, b) => a[0] - b[0]) : null;
    return { channel, today: addDays(at, todayAfter), events: shuffled ? shuffled.map(([, e]) => e) : events };
  });

function seenBy(r: ClockResult): Walk {
  const restart = r.days.map((d) => d.why.includes('不计算在内') && d.n === 0 && d.segment === 'answer').lastIndexOf(true);
  return {
    dueOn: r.dueOn,
    state: r.state,
    inTime: r.inTime,
    refused: r.refused.map((x) => x.event),
    rules: r.findings.map((f) => f.rule).sort(),
    provisional: [...r.provisional],
    counted: r.dueOn
      ? r.days
          .slice(restart)
          .filter((d) => d.counted)
          .map((d) => d.date)
      : [],
  };
}

describe('generated cases', () => {
  it(`${RUNS} sequences of events equal a day-by-day count (seed ${SEED})`, () => {
    const states = new Map<string, number>();
    fc.assert(
      fc.property(cases, (c) => {
        const ours = clock(SHIPPED_CALENDAR, c);
        const slow = walk(c.channel, c.today, c.events);
        if (isRefusal(ours) || slow === null) {
          expect(isRefusal(ours)).toBe(slow === null);
          return;
        }
        states.set(ours.state, (states.get(ours.state) ?? 0) + 1);
        const delayed = c.events.some((e) => e.kind === 'delayed');
        const seen = seenBy(ours);
        expect(delayed ? { ...seen, counted: [] } : seen).toEqual(delayed ? { ...slow, counted: [] } : slow);
      }),
      { seed: SEED, numRuns: RUNS },
    );
    expect(states.size, 'every state is reached').toBe(10);
  });
});
