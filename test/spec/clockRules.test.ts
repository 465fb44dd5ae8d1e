import { describe, expect, it } from 'vitest';
import { SHIPPED_CALENDAR } from '#law/calendar/index.ts';
import { type ClockResult, clock } from '#law/clock/index.ts';
import { isRefusal } from '#lib/result.ts';
import { count } from './clockCases.ts';

const COUNTER = '2024-01-05 received';
const refusedKinds = (r: ClockResult): string[] => r.refused.map((x) => `${x.event} ${x.kind}`);
const rules = (r: ClockResult): string[] => r.findings.map((f) => f.rule);

describe('receipt (Art. 31)', () => {
  it('only the first receipt counts', () => {
    const r = count('2024-01-20', [COUNTER, '2024-01-10 received']);
    expect(r.dueOn).toBe('2024-02-02');
    expect(r.refused).toEqual([{ event: 1, kind: 'received', on: '2024-01-10', why: expect.any(String), basis: ['OGIR2019 31'] }]);
  });

  it('events are taken by date whatever their order in the file', () => {
    const r = count('2024-02-21', ['2024-02-21 corrected', '2024-01-16 clarificationSent', COUNTER]);
    expect(r).toMatchObject({ dueOn: '2024-03-20', refused: [] });
  });

  it('confirmed before received is refused, also on the same day in the order of the file', () => {
    expect(refusedKinds(count('2024-01-20', ['2024-01-04 confirmed', COUNTER], 'fax'))).toEqual(['0 confirmed']);
    expect(refusedKinds(count('2024-01-20', ['2024-01-05 confirmed', COUNTER], 'fax'))).toEqual(['0 confirmed']);
    expect(count('2024-01-20', [COUNTER, '2024-01-05 confirmed'], 'fax')).toMatchObject({ dueOn: '2024-02-02', refused: [] });
  });

  it('a second confirmation does not move the clock', () => {
    const r = count('2024-01-20', [COUNTER, '2024-01-08 confirmed', '2024-01-10 confirmed'], 'internet');
    expect(r.dueOn).toBe('2024-02-04');
    expect(refusedKinds(r)).toEqual(['2 confirmed']);
  });

  it('plain post not confirmed on the day it came is late, confirmed or not', () => {
    expect(rules(count('2024-01-05', [COUNTER], 'plainPost'))).toEqual([]);
    expect(rules(count('2024-01-06', [COUNTER], 'plainPost'))).toEqual(['CLOCK-CONFIRM-LATE']);
    expect(rules(count('2024-01-06', [COUNTER], 'internet'))).toEqual([]);
    expect(rules(count('2024-01-06', [COUNTER, '2024-01-05 confirmed'], 'plainPost'))).toEqual([]);
  });

  it('before confirmation nothing of the time limit exists yet', () => {
    const lines = [
      COUNTER,
      '2024-01-06 extended days=5',
      '2024-01-06 clarificationSent',
      '2024-01-06 feeNoticeSent',
      '2024-01-06 delayed until=2024-05-01',
    ];
    const r = count('2024-01-08', lines, 'internet');
    expect(r.state).toBe('awaitingConfirmation');
    expect(r.refused).toHaveLength(4);
  });
});

describe('correction (Art. 30)', () => {
  it('once only: a second notice is refused', () => {
    const lines = [COUNTER, '2024-01-08 clarificationSent', '2024-01-10 corrected', '2024-01-11 clarificationSent'];
    const r = count('2024-01-12', lines);
    expect(refusedKinds(r)).toEqual(['3 clarificationSent']);
    expect(r.dueOn).toBe('2024-02-06');
  });

  it('on the due date it still stops the clock, the day after it is refused', () => {
    expect(count('2024-02-05', [COUNTER, '2024-02-02 clarificationSent'])).toMatchObject({ state: 'awaitingCorrection', refused: [] });
    const r = count('2024-02-05', [COUNTER, '2024-02-03 clarificationSent']);
    expect(r).toMatchObject({ state: 'running', inTime: false, refused: [{ event: 1 }] });
  });

  it('day 7 is counted from receipt without any exclusion', () => {
    const consulted = ['2024-01-08 consultationSent id=a', '2024-01-08 consultationDelivered id=a'];
    expect(rules(count('2024-01-17', [COUNTER, ...consulted, '2024-01-17 clarificationSent']))).toEqual(['CLOCK-CLARIFY-LATE']);
    expect(rules(count('2024-01-16', [COUNTER, ...consulted, '2024-01-16 clarificationSent']))).toEqual([]);
  });

  it('corrected without a notice, and a second time, is refused', () => {
    expect(refusedKinds(count('2024-01-20', [COUNTER, '2024-01-10 corrected']))).toEqual(['1 corrected']);
    const twice = [COUNTER, '2024-01-08 clarificationSent', '2024-01-10 corrected', '2024-01-12 corrected'];
    expect(refusedKinds(count('2024-01-20', twice))).toEqual(['3 corrected']);
  });

  it('lapses after the period written in the notice; closable from the day after', () => {
    const asked = [COUNTER, '2024-01-08 clarificationSent until=2024-01-22'];
    expect(count('2024-01-22', asked)).toMatchObject({ state: 'awaitingCorrection', dueOn: null, nextOn: { on: '2024-01-22' } });
    expect(count('2024-01-23', asked)).toMatchObject({ state: 'correctionLapsed', dueOn: null, nextOn: { on: '2024-01-23' } });
    expect(refusedKinds(count('2024-01-23', [...asked, '2024-01-22 closed outcome=3.6.1']))).toEqual(['2 closed']);
    expect(count('2024-01-23', [...asked, '2024-01-23 closed outcome=3.6.1'])).toMatchObject({ state: 'closed', refused: [] });
  });

  it('a period in working days', () => {
    expect(count('2024-01-22', [COUNTER, '2024-01-08 clarificationSent days=10']).state).toBe('awaitingCorrection');
    expect(count('2024-01-23', [COUNTER, '2024-01-08 clarificationSent days=10']).state).toBe('correctionLapsed');
  });

  it('not closable as uncorrected where nothing was asked or the correction came', () => {
    expect(refusedKinds(count('2024-01-23', [COUNTER, '2024-01-23 closed outcome=3.6.1']))).toEqual(['1 closed']);
  });
});

describe('consultation (Arts. 32, 33.3, 34)', () => {
  it('sent on the due day it changes nothing, the day before it does', () => {
    expect(count('2024-02-02', [COUNTER, '2024-02-02 consultationSent id=a'])).toMatchObject({
      dueOn: '2024-02-02',
      state: 'running',
      refused: [],
    });
    expect(count('2024-02-02', [COUNTER, '2024-02-01 consultationSent id=a']).state).toBe('suspended');
    const afterwards = [COUNTER, '2024-02-02 consultationSent id=a', '2024-02-02 extended days=5'];
    expect(count('2024-02-02', afterwards)).toMatchObject({ dueOn: '2024-02-08', provisional: [] });
  });

  it('not delivered: counted as if delivered when sent, and says so', () => {
    const r = count('2024-01-16', [COUNTER, '2024-01-15 consultationSent id=a']);
    expect(r).toMatchObject({ state: 'suspended', dueOn: '2024-02-28', provisional: ['undelivered'], nextOn: { on: '2024-02-04' } });
    expect(count('2024-02-04', [COUNTER, '2024-01-15 consultationSent id=a'])).toMatchObject({
      state: 'running',
      provisional: ['undelivered'],
    });
  });

  it('a delivery recorded later shows that the clock stood still before', () => {
    const lines = [COUNTER, '2024-01-15 consultationSent id=a', '2024-03-04 extended days=5', '2024-03-11 consultationDelivered id=a'];
    expect(count('2024-03-12', lines)).toMatchObject({ state: 'suspended', refused: [] });
    expect(refusedKinds(count('2024-03-10', lines.slice(0, 3)))).toEqual(['2 extended']);
  });

  it('delivered or answered without having been sent is refused; so is the same a second time', () => {
    const lines = ['2024-01-09 consultationDelivered id=b', '2024-01-09 opinionReceived id=b'];
    expect(refusedKinds(count('2024-01-20', [COUNTER, ...lines]))).toEqual(['1 consultationDelivered', '2 opinionReceived']);
    const sent = ['2024-01-08 consultationSent id=b', ...lines, ...lines, '2024-01-10 consultationSent id=b'];
    expect(count('2024-01-20', [COUNTER, ...sent]).refused.map((x) => x.event)).toEqual([4, 5, 6]);
  });

  it('an opinion on the day of sending excludes nothing', () => {
    const lines = [COUNTER, '2024-01-08 consultationSent id=a', '2024-01-08 opinionReceived id=a'];
    expect(count('2024-01-08', lines)).toMatchObject({ dueOn: '2024-02-02', state: 'running', provisional: [] });
  });

  it('a clock restarted by a correction still leaves out the days of an open consultation', () => {
    const lines = [COUNTER, '2024-01-10 consultationSent id=a', '2024-01-10 consultationDelivered id=a', '2024-01-11 clarificationSent'];
    const r = count('2024-01-15', [...lines, '2024-01-15 corrected']);
    expect(r).toMatchObject({ state: 'suspended', dueOn: '2024-03-04', provisional: ['opinionOpen'] });
  });

  it('silence: the third party leaves it to the agency, the joint maker consents', () => {
    const sent = ['2024-01-10 consultationDelivered id=a'];
    const third = count('2024-01-11', [COUNTER, '2024-01-10 consultationSent id=a', ...sent]);
    const joint = count('2024-01-11', [COUNTER, '2024-01-10 consultationSent id=a silenceMeans=consent', ...sent]);
    expect(third.nextOn?.what).toContain('由本机关决定');
    expect(joint.nextOn?.what).toContain('视为同意公开');
  });
});

describe('extension (Art. 33.2)', () => {
  it('twenty in total: the twenty-first is refused', () => {
    expect(count('2024-01-20', [COUNTER, '2024-01-10 extended days=20']).refused).toEqual([]);
    expect(refusedKinds(count('2024-01-20', [COUNTER, '2024-01-10 extended days=21']))).toEqual(['1 extended']);
    const r = count('2024-01-20', [COUNTER, '2024-01-10 extended days=15', '2024-01-11 extended days=6', '2024-01-12 extended days=5']);
    expect(refusedKinds(r)).toEqual(['2 extended']);
    expect(r.dueOn).toBe(count('2024-01-20', [COUNTER, '2024-01-10 extended days=20']).dueOn);
    expect(rules(r)).toEqual(['CLOCK-EXTEND-TWICE']);
  });

  it('on the date it extends it is in time, the day after it is refused', () => {
    expect(count('2024-02-02', [COUNTER, '2024-02-02 extended days=1'])).toMatchObject({ dueOn: '2024-02-04', refused: [] });
    expect(count('2024-02-05', [COUNTER, '2024-02-03 extended days=1'])).toMatchObject({ dueOn: '2024-02-02', refused: [{ event: 1 }] });
  });

  it('a restart uses up what was granted; the rest may still be granted', () => {
    const lines = [COUNTER, '2024-01-15 extended days=10', '2024-01-16 clarificationSent', '2024-02-21 corrected'];
    expect(count('2024-03-01', [...lines, '2024-03-01 extended days=10'])).toMatchObject({ dueOn: '2024-04-03', refused: [] });
    expect(refusedKinds(count('2024-03-01', [...lines, '2024-03-01 extended days=11']))).toEqual(['4 extended']);
  });

  it('there is nothing to extend while correction or payment is awaited', () => {
    expect(refusedKinds(count('2024-01-20', [COUNTER, '2024-01-08 clarificationSent', '2024-01-09 extended days=5']))).toEqual([
      '2 extended',
    ]);
    expect(refusedKinds(count('2024-01-20', [COUNTER, '2024-01-08 feeNoticeSent', '2024-01-09 extended days=5']))).toEqual(['2 extended']);
  });
});

describe('unreasonable number or frequency (Art. 35)', () => {
  it('asking for reasons changes no date', () => {
    expect(count('2024-01-20', [COUNTER, '2024-01-08 reasonsAsked'])).toMatchObject({ dueOn: '2024-02-02', refused: [] });
  });

  it('a delay sets the date that was told; not backwards, not after the due date', () => {
    expect(count('2024-01-20', [COUNTER, '2024-01-08 delayed until=2024-04-30'])).toMatchObject({ dueOn: '2024-04-30', refused: [] });
    expect(refusedKinds(count('2024-01-20', [COUNTER, '2024-01-08 delayed until=2024-02-01']))).toEqual(['1 delayed']);
    expect(refusedKinds(count('2024-02-20', [COUNTER, '2024-02-03 delayed until=2024-04-30']))).toEqual(['1 delayed']);
    expect(refusedKinds(count('2024-01-20', [COUNTER, '2024-01-08 delayed until=9999-12-31']))).toEqual(['1 delayed']);
  });

  it('the days of a delay are named as such', () => {
    const { days } = count('2024-01-20', [COUNTER, '2024-01-08 delayed until=2024-02-08']);
    expect(days.at(-1)).toMatchObject({ date: '2024-02-08', segment: 'delay', article: 'OGIR2019 35' });
  });
});

describe('fee (FEE2020)', () => {
  const NOTICE = [COUNTER, '2024-01-15 feeNoticeSent', '2024-01-17 feeNoticeDelivered'];

  it('without a delivery the period does not begin', () => {
    const r = count('2024-06-01', NOTICE.slice(0, 2));
    expect(r).toMatchObject({ state: 'awaitingPayment', dueOn: null, nextOn: { on: null } });
    expect(refusedKinds(count('2024-06-01', [...NOTICE.slice(0, 2), '2024-05-01 closed outcome=3.6.2']))).toEqual(['2 closed']);
  });

  it('paid on the last day, the day after, and the day after with a reason', () => {
    expect(count('2024-02-19', [...NOTICE, '2024-02-19 paid'])).toMatchObject({ state: 'running', refused: [] });
    expect(count('2024-02-20', [...NOTICE, '2024-02-20 paid'])).toMatchObject({
      state: 'paymentLapsed',
      refused: [{ event: 3, kind: 'paid' }],
    });
    expect(count('2024-02-20', [...NOTICE, '2024-02-20 paid reason=银行系统故障'])).toMatchObject({ state: 'running', refused: [] });
  });

  it('paid or delivered without a notice is refused; a notice after the due date too', () => {
    expect(refusedKinds(count('2024-01-20', [COUNTER, '2024-01-10 paid', '2024-01-10 feeNoticeDelivered']))).toEqual([
      '1 paid',
      '2 feeNoticeDelivered',
    ]);
    expect(refusedKinds(count('2024-02-20', [COUNTER, '2024-02-03 feeNoticeSent']))).toEqual(['1 feeNoticeSent']);
  });

  it('asked for both, the clock starts when the later of the two has come', () => {
    const lines = [COUNTER, '2024-01-09 feeNoticeSent', '2024-01-10 clarificationSent', '2024-01-22 corrected'];
    expect(count('2024-01-22', lines)).toMatchObject({ state: 'awaitingPayment', refused: [] });
    expect(count('2024-01-23', [...lines, '2024-01-23 paid'])).toMatchObject({ state: 'running', dueOn: '2024-02-23' });
  });
});

describe('the end of a case (C8)', () => {
  it.each(['answered', 'withdrawn', 'closed outcome=3.6.3'])('after %s nothing moves the clock', (end) => {
    const r = count('2024-03-01', [
      COUNTER,
      `2024-01-10 ${end}`,
      '2024-01-10 extended days=5',
      '2024-01-11 answered',
      '2024-01-12 withdrawn',
    ]);
    expect(r.dueOn).toBe('2024-02-02');
    expect(r.state).toBe(end.split(' ')[0]);
    expect(r.refused.map((x) => x.event)).toEqual([2, 3, 4]);
    expect(r.refused[1]?.basis).toEqual(['OGIR2019 33']);
    expect(r.nextOn).toBeNull();
  });

  it('withdrawn before the due date is never late, after it it is', () => {
    expect(count('2024-03-01', [COUNTER, '2024-02-02 withdrawn'])).toMatchObject({ inTime: null, findings: [] });
    expect(rules(count('2024-03-01', [COUNTER, '2024-02-03 withdrawn']))).toEqual(['CLOCK-OVERDUE']);
  });

  it('answered while the correction is still awaited: no due date was running', () => {
    const r = count('2024-03-01', [COUNTER, '2024-01-10 clarificationSent', '2024-02-28 answered']);
    expect(r).toMatchObject({ dueOn: null, inTime: true, state: 'answered' });
  });
});

describe('past the calendar', () => {
  it('Monday to Friday count, and the date is provisional', () => {
    const r = count('2026-12-20', ['2026-12-18 received']);
    expect(r).toMatchObject({ dueOn: '2027-01-15', provisional: ['pastCalendar'] });
    expect(r.days.at(-1)?.why).toContain('缺2027年放假安排');
    expect(count('2026-12-20', ['2026-12-03 received'])).toMatchObject({ dueOn: '2026-12-31', provisional: [] });
  });
});

describe('what does not read', () => {
  const good = { on: '2024-01-05', kind: 'received' };
  const whole = (input: unknown): unknown => clock(SHIPPED_CALENDAR, input);

  it.each([
    ['no object', 7],
    ['null', null],
    ['no today', { channel: 'counter', events: [good] }],
    ['an impossible today', { channel: 'counter', today: '2024-02-30', events: [good] }],
    ['an unknown channel', { channel: 'pigeon', today: '2024-02-01', events: [good] }],
    ['no events', { channel: 'counter', today: '2024-02-01', events: [] }],
    ['events that are no list', { channel: 'counter', today: '2024-02-01', events: {} }],
    ['no receipt', { channel: 'counter', today: '2024-02-01', events: [{ on: '2024-01-06', kind: 'answered' }] }],
    ['a receipt after today', { channel: 'counter', today: '2024-01-04', events: [good] }],
    ['a receipt before the data', { channel: 'counter', today: '2024-01-04', events: [{ ...good, on: '2021-12-31' }] }],
    ['far too many events', { channel: 'counter', today: '2024-02-01', events: Array(201).fill(good) }],
  ])('%s: the case is refused, with its reason', (_, input) => {
    const r = whole(input);
    expect(isRefusal(r) && r.refused.length).toBeGreaterThan(5);
  });

  it.each([
    ['an unknown kind', { on: '2024-01-06', kind: 'lost' }],
    ['a kind of the language itself', { on: '2024-01-06', kind: 'toString' }],
    ['an impossible date', { on: '2024-02-30', kind: 'answered' }],
    ['an hour there is none', { on: '2024-01-06T25:00:00Z', kind: 'answered' }],
    ['an event after today', { on: '2024-02-02', kind: 'answered' }],
    ['no event at all', null],
    ['an extension without days', { on: '2024-01-06', kind: 'extended' }],
    ['an extension of part of a day', { on: '2024-01-06', kind: 'extended', days: 1.5 }],
    ['an extension of minus five', { on: '2024-01-06', kind: 'extended', days: -5 }],
    ['an extension in words', { on: '2024-01-06', kind: 'extended', days: '5' }],
    ['a delay without a date', { on: '2024-01-06', kind: 'delayed' }],
    ['a closing without outcome', { on: '2024-01-06', kind: 'closed' }],
    ['a closing with an outcome that is an answer', { on: '2024-01-06', kind: 'closed', outcome: '3.1' }],
  ])('%s: the event is left out, the rest is counted', (_, bad) => {
    const r = whole({ channel: 'counter', today: '2024-02-01', events: [bad, good] });
    expect(r).toMatchObject({ dueOn: '2024-02-02', state: 'running', refused: [{ event: 0 }] });
  });
});
