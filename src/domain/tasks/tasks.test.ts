import { describe, expect, it } from 'vitest';
import { SHIPPED_CALENDAR } from '#law/calendar/index.ts';
import { day } from '#lib/day.ts';
import { isRefusal } from '#lib/result.ts';
import type { RegisterRecord } from '../registers/record.ts';
import { caseClock } from './caseClock.ts';
import { workdaysLeft } from './tasks.ts';

const request = (values: RegisterRecord['values'], events: RegisterRecord['events'] = []): RegisterRecord => ({
  register: 'requests',
  agency: 'cyz',
  number: 'R-1',
  version: 1,
  origin: 'entered',
  void: null,
  values,
  events,
  personKey: null,
  recordedAt: '2024-01-05T00:00:00Z',
  recordedBy: '张示例',
});
const clockOn = (today: string, record: RegisterRecord) => {
  const result = caseClock(record, SHIPPED_CALENDAR, day(today));
  return isRefusal(result) ? result.refused : [result.dueOn, result.state, result.inTime];
};

describe('the clock of a registered request', () => {
  it.each([
    ['counter, still open', request({ receivedOn: '2024-01-05', channel: 'counter' }), '2024-02-01', ['2024-02-02', 'running', null]],
    ['without a channel', request({ receivedOn: '2024-01-05' }), '2024-02-05', ['2024-02-02', 'running', false]],
    [
      'internet, not confirmed',
      request({ receivedOn: '2024-01-05', channel: 'internet' }),
      '2024-02-01',
      [null, 'awaitingConfirmation', null],
    ],
    [
      'answered, from the columns',
      request({ receivedOn: '2024-01-05', channel: 'counter', outcome: '3.1', outcomeOn: '2024-02-03' }),
      '2024-03-01',
      ['2024-02-02', 'answered', false],
    ],
    [
      'withdrawn, with the result that follows from it',
      request({ receivedOn: '2024-01-05', channel: 'counter', withdrawnOn: '2024-01-10', outcome: '3.6.3', outcomeOn: '2024-01-10' }),
      '2024-03-01',
      ['2024-02-02', 'withdrawn', null],
    ],
    [
      'a consultation in the columns',
      request({
        receivedOn: '2024-09-05',
        channel: 'counter',
        consultationSentOn: '2024-09-12',
        consultationDeliveredOn: '2024-09-13',
        opinionReceivedOn: '2024-09-26',
      }),
      '2024-10-01',
      ['2024-10-22', 'running', null],
    ],
    [
      'what lies in the future is not there yet',
      request({ receivedOn: '2024-01-05', outcomeOn: '2024-02-03', outcome: '3.1' }),
      '2024-02-01',
      ['2024-02-02', 'running', null],
    ],
  ])('%s', (_, record, today, wanted) => {
    expect(clockOn(today, record)).toEqual(wanted);
  });

  it('says what is missing where there is nothing to count from', () => {
    expect(clockOn('2024-02-01', request({}))).toMatch(/收到/);
  });
});

describe('working days left', () => {
  it.each([
    ['2024-02-02', '2024-02-02', 0],
    ['2024-02-02', '2024-02-04', 1],
    ['2024-02-05', '2024-02-02', -2],
    ['2024-02-09', '2024-02-18', 1],
  ])('on %s for %s: %i', (today, due, left) => {
    expect(workdaysLeft(SHIPPED_CALENDAR, day(today), day(due))).toBe(left);
  });

  it('are two fewer for a date the calendar does not reach', () => {
    expect(workdaysLeft(SHIPPED_CALENDAR, day('2026-12-30'), day('2027-01-05'))).toBe(4 - 2);
  });
});

describe('a correction notice recorded as a step', () => {
  const steps = [
    { on: '2024-01-05', kind: 'received' },
    { on: '2024-01-08', kind: 'clarificationSent' },
  ];
  const nextOf = (record: RegisterRecord) => {
    const result = caseClock(record, SHIPPED_CALENDAR, day('2024-01-12'));
    return isRefusal(result) ? result.refused : result.nextOn;
  };

  it('without its last day says in which field it is to be entered', () => {
    const what = '等待申请人补正（补正告知的期限没有登记，请在“登记内容”的“补正期限至”补登）';
    expect(nextOf(request({ receivedOn: '2024-01-05' }, steps))).toEqual({ on: null, what });
  });

  it('takes its last day from that field; a day given with the step itself goes first', () => {
    const values = { receivedOn: '2024-01-05', correctBy: '2024-01-19' };
    expect(nextOf(request(values, steps))).toMatchObject({ on: '2024-01-19' });
    const own = steps.map((e) => (e.kind === 'received' ? e : { ...e, until: '2024-01-22' }));
    expect(nextOf(request(values, own))).toMatchObject({ on: '2024-01-22' });
  });
});
