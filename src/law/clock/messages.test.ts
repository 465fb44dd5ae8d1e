import { describe, expect, it } from 'vitest';
import { isRefusal } from '#lib/result.ts';
import { SHIPPED_CALENDAR } from '../calendar/index.ts';
import { clock } from './index.ts';
import { EVENT_KINDS } from './model.ts';

const TODAY = '2024-06-28';
const received = { on: '2024-01-05', kind: 'received' };

/** Everything a clock says of what it does not take. */
function said(events: readonly unknown[]): string[] {
  const result = clock(SHIPPED_CALENDAR, { channel: 'counter', today: TODAY, events });
  return isRefusal(result) ? [result.refused] : result.refused.map((r) => r.why);
}

describe('what the clock says of a step it does not take', () => {
  it.each(EVENT_KINDS)('%s without its particulars, without a receipt, twice and after the end: no word of the program', (kind) => {
    const step = { on: '2024-01-08', kind };
    const cases = [[step], [received, step], [received, step, step], [received, { on: '2024-01-06', kind: 'withdrawn' }, step]];
    for (const events of cases) expect(said(events).filter((why) => /[a-z]/i.test(why))).toEqual([]);
  });

  it('asks for the reason a late payment is taken', () => {
    const notice = [
      { on: '2024-01-08', kind: 'feeNoticeSent' },
      { on: '2024-01-08', kind: 'feeNoticeDelivered' },
    ];
    expect(said([received, ...notice, { on: '2024-06-03', kind: 'paid' }])).toEqual([expect.stringContaining('请写明接受逾期缴费的理由')]);
  });
});
