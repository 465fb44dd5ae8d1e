import { describe, expect, it } from 'vitest';
import { count } from './clockCases.ts';

const rules = (r: { findings: readonly { rule: string }[] }): string[] => r.findings.map((f) => f.rule);
const FIRST = ['2024-09-05 received', '2024-09-12 consultationSent id=a', '2024-09-13 consultationDelivered id=a'];
const RETURNED = [...FIRST, '2024-09-26 opinionReceived id=a'];

describe('the clock over worked cases of 2024', () => {
  it('at the counter: twenty working days after the day it was handed in', () => {
    expect(count('2024-02-01', ['2024-01-05 received'])).toMatchObject({
      dueOn: '2024-02-02',
      state: 'running',
      inTime: null,
      refused: [],
    });
    expect(count('2024-02-02', ['2024-01-05 received'])).toMatchObject({ inTime: null, findings: [] });
    const late = count('2024-02-05', ['2024-01-05 received']);
    expect(late).toMatchObject({ dueOn: '2024-02-02', state: 'running', inTime: false });
    expect(rules(late)).toEqual(['CLOCK-OVERDUE']);
  });

  it('answered on a Saturday after the due date: late', () => {
    const r = count('2024-02-05', ['2024-01-05 received', '2024-02-03 answered']);
    expect(r).toMatchObject({ dueOn: '2024-02-02', state: 'answered', inTime: false, nextOn: null });
    expect(count('2024-02-05', ['2024-01-05 received', '2024-02-02 answered'])).toMatchObject({ inTime: true, findings: [] });
  });

  it('by internet: no clock until both sides have confirmed', () => {
    expect(count('2024-02-05', ['2024-01-05 received'], 'internet')).toMatchObject({
      dueOn: null,
      state: 'awaitingConfirmation',
      inTime: null,
      nextOn: { on: '2024-01-08' },
    });
  });

  it.each(['internet', 'plainPost', 'fax'])('%s confirmed later: counted from the confirmation, to a make-up Sunday', (channel) => {
    const r = count('2024-01-20', ['2024-01-05 received', '2024-01-08 confirmed'], channel);
    expect(r.dueOn).toBe('2024-02-04');
    expect(r.days.at(-1)).toMatchObject({ date: '2024-02-04', counted: true, n: 20, why: '星期日，调休上班', article: 'HOLIDAY2024' });
    expect(rules(r)).toEqual(channel === 'plainPost' ? ['CLOCK-CONFIRM-LATE'] : []);
  });

  it('signed for on a day off', () => {
    expect(count('2024-02-20', ['2024-02-10 received'], 'registeredPost').dueOn).toBe('2024-03-14');
  });

  it('correction asked on day 7 and on day 8', () => {
    const ontime = count('2024-02-21', ['2024-01-05 received', '2024-01-16 clarificationSent', '2024-02-21 corrected']);
    expect(ontime).toMatchObject({ dueOn: '2024-03-20', findings: [], state: 'running' });
    const late = count('2024-02-21', ['2024-01-05 received', '2024-01-17 clarificationSent', '2024-02-21 corrected']);
    expect(late.dueOn).toBe('2024-03-20');
    expect(rules(late)).toEqual(['CLOCK-CLARIFY-LATE']);
    expect(late.findings[0]).toMatchObject({ event: 1, basis: ['OGIR2019 30'] });
  });

  it('third party consulted, opinion within the 15 working days', () => {
    expect(count('2024-09-30', RETURNED)).toMatchObject({ dueOn: '2024-10-22', state: 'running', provisional: [] });
  });

  it('no opinion, or one after the 15 working days', () => {
    expect(count('2024-10-11', FIRST)).toMatchObject({ dueOn: '2024-10-31', state: 'running', provisional: [] });
    expect(count('2024-10-10', FIRST)).toMatchObject({ dueOn: '2024-10-31', state: 'suspended', provisional: ['opinionOpen'] });
    expect(count('2024-10-14', [...FIRST, '2024-10-14 opinionReceived id=a'])).toMatchObject({ dueOn: '2024-10-31', refused: [] });
  });

  it('overlapping consultations are a union, not a sum', () => {
    const two = ['2024-09-20 consultationSent id=b', '2024-09-20 consultationDelivered id=b', '2024-10-08 opinionReceived id=b'];
    expect(count('2024-10-09', [...RETURNED, ...two]).dueOn).toBe('2024-10-28');
  });

  it('extended by 10 and by 20', () => {
    expect(count('2024-10-09', [...RETURNED, '2024-10-09 extended days=10']).dueOn).toBe('2024-11-05');
    expect(count('2024-10-09', [...RETURNED, '2024-10-09 extended days=20']).dueOn).toBe('2024-11-19');
  });

  it('a restart ends a granted extension', () => {
    const lines = ['2024-01-05 received', '2024-01-16 extended days=10', '2024-01-16 clarificationSent', '2024-02-21 corrected'];
    expect(count('2024-02-21', lines)).toMatchObject({ dueOn: '2024-03-20', refused: [], findings: [] });
  });

  it('fee notice: 20 working days to pay, closable from the next', () => {
    const notice = ['2024-01-05 received', '2024-01-15 feeNoticeSent', '2024-01-17 feeNoticeDelivered'];
    expect(count('2024-02-19', notice)).toMatchObject({
      state: 'awaitingPayment',
      dueOn: null,
      inTime: null,
      nextOn: { on: '2024-02-19' },
    });
    expect(count('2024-02-20', notice)).toMatchObject({ state: 'paymentLapsed', dueOn: null, nextOn: { on: '2024-02-20' } });
    const early = count('2024-02-20', [...notice, '2024-02-19 closed outcome=3.6.2']);
    expect(early).toMatchObject({ state: 'paymentLapsed', refused: [{ event: 3, kind: 'closed', on: '2024-02-19' }] });
    expect(count('2024-02-20', [...notice, '2024-02-20 closed outcome=3.6.2'])).toMatchObject({ state: 'closed', refused: [] });
  });

  it('paid in time: counted anew from the day of payment', () => {
    const lines = ['2024-01-05 received', '2024-01-15 feeNoticeSent', '2024-01-17 feeNoticeDelivered', '2024-02-05 paid'];
    expect(count('2024-02-05', lines)).toMatchObject({ dueOn: '2024-03-08', state: 'running' });
  });
});
