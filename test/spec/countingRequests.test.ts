import { describe, expect, it } from 'vitest';
import { cell, flow, report, request, rules } from './office.ts';

const received = (on: string) => ({ on, kind: 'received' });
const confirmed = (on: string) => ({ on, kind: 'confirmed' });

describe('一、本年新收', () => {
  it('counts what was received on 1 January and on 31 December, not the days around them', () => {
    const requests = ['2022-12-31', '2023-01-01', '2023-12-31', '2024-01-01'].map((on, i) => request(`A-${i}`, on));
    const r = report({ requests }, '2023');
    expect(cell(r, 'requests/1/total')).toBe(2);
    expect(r.cells['requests/1/naturalPerson']).toEqual(['A-1', 'A-2']);
  });

  it('counts by the applicant’s kind', () => {
    const requests = ['naturalPerson', 'business', 'research', 'publicWelfare', 'legalService', 'other'].map((applicantKind, i) =>
      request(`A-${i}`, '2023-05-04', undefined, undefined, { applicantKind }),
    );
    expect(report({ requests }, '2023').report.tables.requests?.['1']).toEqual([1, 1, 1, 1, 1, 1, 6]);
  });

  it('counts an internal unit’s in its organ, a village’s never', () => {
    const requests = [
      request('A-1', '2023-05-04'),
      request('B-1', '2023-05-04', undefined, undefined, { agency: 'zhan' }),
      request('C-1', '2023-05-04', undefined, undefined, { agency: 'cun' }),
    ];
    const r = report({ requests }, '2023');
    expect(r.cells['requests/1/total']).toEqual(['A-1', 'B-1']);
  });

  it('names the unit where two units of the organ use one number', () => {
    const requests = [request('1', '2023-05-04'), request('1', '2023-05-04', undefined, undefined, { agency: 'zhan' })];
    expect(report({ requests }, '2023').cells['requests/1/total']?.toSorted()).toEqual(['1', 'zhan:1']);
  });

  it('leaves out void ones, whatever else is recorded of them', () => {
    const requests = [
      request('A-1', '2023-05-04', '3.1', '2023-05-10', { void: { reason: '同一申请邮寄、网上各一份', on: '2023-05-05' } }),
      request('A-2', '2023-05-04', undefined, undefined, { void: true }),
      request('A-3', '2023-05-04', undefined, undefined, { void: false }),
    ];
    expect(flow(report({ requests }, '2023'))).toEqual([1, 0, 0, 1]);
  });

  it.each(['internet', 'fax', 'plainPost'])(
    'by %s: counts on the day of confirmation, 1 January for what came on 31 December',
    (channel) => {
      const requests = [request('A-1', '', undefined, undefined, { channel, events: [received('2023-12-31'), confirmed('2024-01-01')] })];
      expect(flow(report({ requests }, '2023'))).toEqual([0, 0, 0, 0]);
      expect(flow(report({ requests }, '2024'))).toEqual([1, 0, 0, 1]);
    },
  );

  it.each(['internet', 'fax', 'plainPost'])('by %s: awaiting confirmation, it stands in no row and beside the register', (channel) => {
    const r = report({ requests: [request('A-1', '2023-12-01', undefined, undefined, { channel })] }, '2023');
    expect(flow(r)).toEqual([0, 0, 0, 0]);
    expect(r.findings.map((f) => [f.rule, f.severity, f.where.quote])).toEqual([['REG-AWAITING', 'info', 'A-1']]);
  });

  it.each(['counter', 'registeredPost', 'oral'])('by %s: counts on the day received, confirmed or not', (channel) => {
    const requests = [request('A-1', '', undefined, undefined, { channel, events: [received('2023-12-31'), confirmed('2024-01-01')] })];
    expect(flow(report({ requests }, '2023'))).toEqual([1, 0, 0, 1]);
  });

  it('says what was answered without a confirmation, and counts it nowhere', () => {
    const r = report({ requests: [request('A-1', '2023-12-01', '3.1', '2023-12-08', { channel: 'internet' })] }, '2023');
    expect(flow(r)).toEqual([0, 0, 0, 0]);
    expect(rules(r)).toContain('REG-ANSWERED-UNCONFIRMED');
  });

  it('counts a corrected application by its first receipt', () => {
    const events = [received('2023-12-20'), { on: '2023-12-25', kind: 'clarificationSent' }, { on: '2024-01-08', kind: 'corrected' }];
    const requests = [request('A-1', '', '3.1', '2024-01-20', { events })];
    expect(flow(report({ requests }, '2023'))).toEqual([1, 0, 0, 1]);
    expect(flow(report({ requests }, '2024'))).toEqual([0, 1, 1, 0]);
  });

  it('counts a repeated application too', () => {
    const requests = [request('A-1', '2023-03-01', '3.1', '2023-03-05'), request('A-2', '2023-04-01', '3.5.2', '2023-04-05')];
    const r = report({ requests }, '2023');
    expect(cell(r, 'requests/1/total')).toBe(2);
    expect(cell(r, 'requests/3.5.2/naturalPerson')).toBe(1);
  });
});

describe('二、上年结转, 四、结转下年', () => {
  it('carries what was received by 31 December and not answered by then, and opens the next year with it', () => {
    const requests = [
      request('A-1', '2023-12-31', '3.1', '2023-12-31'),
      request('A-2', '2023-12-31', '3.1', '2024-01-01'),
      request('A-3', '2024-01-01', '3.1', '2024-01-01'),
    ];
    const y2023 = report({ requests }, '2023');
    const y2024 = report({ requests }, '2024');
    expect(flow(y2023)).toEqual([2, 0, 1, 1]);
    expect(y2023.cells['requests/4/total']).toEqual(['A-2']);
    expect(flow(y2024)).toEqual([1, 1, 2, 0]);
    expect(y2024.cells['requests/2/total']).toEqual(['A-2']);
  });

  it('carries over an answer signed and not sent', () => {
    const requests = [request('A-1', '2023-12-01', '3.1', undefined, { answerSignedOn: '2023-12-30' })];
    expect(flow(report({ requests }, '2023'))).toEqual([1, 0, 0, 1]);
  });

  it('counts an answer by its dispatch, whatever date the register shows, and says that they differ', () => {
    const events = [received('2023-12-01'), { on: '2024-01-02', kind: 'answered' }];
    const r = report({ requests: [request('A-1', '', '3.1', '2023-12-30', { events })] }, '2023');
    expect(flow(r)).toEqual([1, 0, 0, 1]);
    expect(r.findings.map((f) => [f.rule, f.severity, f.where.quote])).toEqual([['REG-OUTCOME-CONFLICT', 'error', 'A-1']]);
  });

  it('carries over what waits for correction, a third party, payment or a delayed date', () => {
    const steps = ['clarificationSent', 'consultationSent', 'feeNoticeSent', 'delayed', 'extended'];
    const requests = steps.map((kind, i) =>
      request(`A-${i}`, '', undefined, undefined, {
        events: [received('2023-12-01'), { on: '2023-12-05', kind, days: 10, until: '2024-02-01' }],
      }),
    );
    expect(flow(report({ requests }, '2023'))).toEqual([5, 0, 0, 5]);
  });

  it('is the state at the first and at the last day of any span', () => {
    const requests = [request('A-1', '2023-03-31', '3.1', '2023-04-30'), request('A-2', '2023-04-01', '3.2', '2023-05-01')];
    expect(flow(report({ requests }, '2023-03'))).toEqual([1, 0, 0, 1]);
    expect(flow(report({ requests }, '2023-04'))).toEqual([1, 1, 1, 1]);
    expect(flow(report({ requests }, '2023-05'))).toEqual([0, 1, 1, 0]);
    expect(flow(report({ requests }, '2023-04-01..2023-06-30'))).toEqual([1, 1, 2, 0]);
  });
});

describe('三、办理结果', () => {
  const rows = [
    ...['3.1', '3.2'],
    ...[1, 2, 3, 4, 5, 6, 7, 8].map((n) => `3.3.${n}`),
    ...[1, 2, 3].map((n) => `3.4.${n}`),
    ...[1, 2, 3, 4, 5].map((n) => `3.5.${n}`),
    ...[1, 2, 3].map((n) => `3.6.${n}`),
  ];
  it.each(rows)('row %s counts on 31 December, not on 1 January', (row) => {
    const requests = [request('A-1', '2023-12-01', row, '2023-12-31'), request('A-2', '2023-12-01', row, '2024-01-01')];
    const r = report({ requests }, '2023');
    expect(cell(r, `requests/${row}/naturalPerson`)).toBe(1);
    expect(r.cells[`requests/${row}/total`]).toEqual(['A-1']);
    expect(cell(r, 'requests/3.7/total')).toBe(1);
  });

  it('counts an answer on the spot on the day of receipt', () => {
    expect(flow(report({ requests: [request('A-1', '2023-12-31', '3.1', '2023-12-31')] }, '2023'))).toEqual([1, 0, 1, 0]);
  });

  it('counts 3.6.1 and 3.6.2 by the closing record; until then the application is carried over', () => {
    const closed = (number: string, outcome: string) =>
      request(number, '', undefined, undefined, {
        events: [
          received('2023-11-01'),
          { on: '2023-11-07', kind: outcome === '3.6.1' ? 'clarificationSent' : 'feeNoticeSent', until: '2023-12-10' },
          { on: '2024-01-02', kind: 'closed', outcome },
        ],
      });
    const requests = [closed('A-1', '3.6.1'), closed('A-2', '3.6.2')];
    expect(flow(report({ requests }, '2023'))).toEqual([2, 0, 0, 2]);
    const r = report({ requests }, '2024');
    expect([cell(r, 'requests/3.6.1/total'), cell(r, 'requests/3.6.2/total')]).toEqual([1, 1]);
  });

  it.each([
    ['2023-12-09', 1],
    ['2023-12-10', 1],
    ['2023-12-11', 0],
  ])('says when 3.6.1 was closed on %s, before the end of the period (2023-12-10) was past', (on, n) => {
    const events = [received('2023-11-01'), { on: '2023-11-07', kind: 'clarificationSent', until: '2023-12-10' }];
    const r = report({ requests: [request('A-1', '', '3.6.1', on, { events })] }, '2023');
    expect(rules(r).filter((x) => x === 'REG-CLOSED-EARLY')).toHaveLength(n);
  });

  it.each([
    ['2024-02-19', 1],
    ['2024-02-20', 0],
  ])('says when 3.6.2 was closed on %s: twenty working days from the day after the notice of 2024-01-17 end on 2024-02-19', (on, n) => {
    const events = [received('2024-01-05'), { on: '2024-01-15', kind: 'feeNoticeSent' }, { on: '2024-01-17', kind: 'feeNoticeDelivered' }];
    const r = report({ requests: [request('A-1', '', '3.6.2', on, { events, feeNoticedFen: 10000 })] }, '2024');
    expect(rules(r)).toEqual(n ? ['REG-CLOSED-EARLY'] : []);
  });

  it('says where a step of a case is none it knows', () => {
    const events = [received('2024-01-05'), { on: '2024-01-15', kind: 'anwsered' }];
    const r = report({ requests: [request('A-1', '', undefined, undefined, { events })] }, '2024');
    expect(rules(r)).toEqual(['REG-EVENT-KIND']);
    expect(flow(r)).toEqual([1, 0, 0, 1]);
  });

  it('counts a withdrawal as 3.6.3 on the day it was received, with or without a result entered', () => {
    const events = [received('2023-12-01'), { on: '2023-12-31', kind: 'withdrawn' }];
    const requests = [request('A-1', '', undefined, undefined, { events }), request('A-2', '', '3.6.3', '2023-12-31', { events })];
    const r = report({ requests }, '2023');
    expect(cell(r, 'requests/3.6.3/naturalPerson')).toBe(2);
    expect(r.findings).toEqual([]);
  });

  it('counts a re-opened case once, by its first answer', () => {
    const events = [
      received('2023-03-01'),
      { on: '2023-03-20', kind: 'answered', outcome: '3.3.4' },
      { on: '2024-05-20', kind: 'answered', outcome: '3.1' },
    ];
    const requests = [request('A-1', '', '3.3.4', '2023-03-20', { events, reopenedOn: '2024-04-01' })];
    const [y2023, y2024] = [report({ requests }, '2023'), report({ requests }, '2024')];
    expect(cell(y2023, 'requests/3.3.4/total')).toBe(1);
    expect(flow(y2024)).toEqual([0, 0, 0, 0]);
    expect([...y2023.findings, ...y2024.findings]).toEqual([]);
  });

  it('keeps the first result where the office wrote the later one over it, and says so', () => {
    const events = [
      received('2023-03-01'),
      { on: '2023-03-20', kind: 'answered', outcome: '3.3.4' },
      { on: '2023-05-20', kind: 'answered', outcome: '3.1' },
    ];
    const r = report({ requests: [request('A-1', '', '3.1', '2023-05-20', { events })] }, '2023');
    expect([cell(r, 'requests/3.3.4/total'), cell(r, 'requests/3.1/total')]).toEqual([1, 0]);
    expect(rules(r)).toEqual(['REG-OUTCOME-CONFLICT']);
  });

  it('lets an answer entered in the register stand before a later withdrawal', () => {
    const events = [received('2023-03-01'), { on: '2023-05-20', kind: 'withdrawn' }];
    const r = report({ requests: [request('A-1', '', '3.1', '2023-03-20', { events })] }, '2023');
    expect([cell(r, 'requests/3.1/total'), cell(r, 'requests/3.6.3/total')]).toEqual([1, 0]);
    expect(rules(r)).toEqual(['REG-OUTCOME-CONFLICT']);
  });

  it.each([
    ['2023-05-03', 0, 1],
    ['2023-05-04', 1, 0],
  ])('leaves out a result dated %s for an application received on 2023-05-04 where it is earlier', (on, closed, open) => {
    const r = report({ requests: [request('A-1', '2023-05-04', '3.1', on)] }, '2023');
    expect(flow(r)).toEqual([1, 0, closed, open]);
    expect(rules(r)).toEqual(open ? ['REG-OUTCOME-EARLY'] : []);
  });

  it('guesses no row for an answer without a result', () => {
    const events = [received('2023-03-01'), { on: '2023-03-20', kind: 'answered' }];
    const r = report({ requests: [request('A-1', '', undefined, undefined, { events })] }, '2023');
    expect(flow(r)).toEqual([1, 0, 0, 1]);
    expect(rules(r)).toEqual(['REG-OUTCOME-UNKNOWN']);
  });
});

describe('信息处理费', () => {
  it('counts notices by the day sent and money by the day paid, in section six only', () => {
    const fee = (number: string, on: string, paid: string | null, fen: number) =>
      request(number, '', undefined, undefined, {
        events: [received('2023-12-01'), { on, kind: 'feeNoticeSent' }, ...(paid ? [{ on: paid, kind: 'paid' }] : [])],
        feeNoticedFen: fen,
        ...(paid ? { feePaidFen: fen } : {}),
      });
    const requests = [
      fee('A-1', '2023-12-31', '2024-01-01', 10000),
      fee('A-2', '2023-12-20', '2023-12-31', 2000),
      fee('A-3', '2024-01-01', null, 500),
    ];
    const r = report({ requests }, '2023');
    expect(['noticedItems', 'noticedFen', 'paidFen'].map((k) => r.figures[`figures/processingFee/${k}`])).toEqual([2, 12000, 2000]);
    expect(cell(r, 'proactive/feesInTenThousandYuan')).toBe(0);
    expect(r.cells['figures/processingFee/paidFen']).toEqual(['A-2']);
  });

  it('says where an amount is missing', () => {
    const events = [received('2023-12-01'), { on: '2023-12-05', kind: 'feeNoticeSent' }];
    const r = report({ requests: [request('A-1', '', undefined, undefined, { events })] }, '2023');
    expect(rules(r)).toEqual(['REG-FEE']);
    expect(r.figures['figures/processingFee/noticedItems']).toBe(1);
  });
});
