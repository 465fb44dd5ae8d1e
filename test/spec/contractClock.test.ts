import { describe, expect, it } from 'vitest';
import { event } from './clockCases.ts';
import { shell } from './gongkai.ts';

const { run, json, file } = shell();

interface Clock {
  readonly dueOn: string | null;
  readonly nextOn: { readonly on: string | null; readonly what: string } | null;
  readonly state: string;
  readonly inTime: boolean | null;
  readonly provisional: readonly string[];
  readonly days: readonly { date: string; counted: boolean; n: number; segment: string; why: string; article: string }[];
  readonly findings: readonly { rule: string; event: number | null; why: string; basis: string[] }[];
  readonly refused: readonly { event: number; kind: string; on: string; why: string; basis: string[] }[];
}

const clock = (today: string, lines: readonly string[], channel = 'counter') =>
  json<Clock>('clock', file({ channel, today, events: lines.map(event) }));
const rules = (c: Clock) => c.findings.map((f) => f.rule);
const R = '2024-01-05 received';
const CONSULTED = ['2024-09-05 received', '2024-09-12 consultationSent id=a', '2024-09-13 consultationDelivered id=a'];

describe('what is printed', () => {
  it('one case: an object with every key, whatever its state', async () => {
    const keys = ['code', 'days', 'dueOn', 'findings', 'inTime', 'nextOn', 'provisional', 'refused', 'state'];
    for (const lines of [[R], [R, '2024-01-08 clarificationSent'], [R, '2024-01-08 answered'], [R, '2024-01-08 withdrawn']]) {
      const c = await clock('2024-02-01', lines);
      expect(Object.keys(c).sort()).toEqual(keys);
      for (const d of c.days) expect(Object.keys(d)).toEqual(['date', 'counted', 'n', 'segment', 'why', 'article']);
    }
  });

  it('an array prints an array, one answer a case; an empty one an empty one', async () => {
    const one = { channel: 'counter', today: '2024-02-01', events: [event(R)] };
    const many = await run('clock', file([one, { ...one, today: '2024-02-05' }]));
    expect(JSON.parse(many.out).map((c: Clock) => [c.dueOn, c.inTime])).toEqual([
      ['2024-02-02', null],
      ['2024-02-02', false],
    ]);
    expect(await run('clock', file([]))).toEqual({ code: 0, out: '[]\n', err: '' });
  });

  it('a case that holds values without end is refused like any other, and the others are counted', async () => {
    const one = { channel: 'counter', today: '2024-02-01', events: [event(R)] };
    const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`;
    const given = JSON.stringify([one, { ...one, channel: 0 }, { ...one, today: 0 }]).replaceAll(':0', `:${deep}`);
    const many = await run('clock', file(given));
    expect(many.code).toBe(1);
    expect(JSON.parse(many.out).map((c: Clock & { refused?: string }) => c.dueOn ?? typeof c.refused)).toEqual([
      '2024-02-02',
      'string',
      'string',
    ]);
    expect(many.err).toContain('第2件不能计算：提交方式（channel）“[…]”不对');
  });

  it('days: every calendar day from the submission to the due date, n growing by one on each counted day', async () => {
    const { days, dueOn } = await clock('2024-02-01', [R]);
    expect([days[0]?.date, days.at(-1)?.date, days.length]).toEqual(['2024-01-05', dueOn, 29]);
    expect(days.filter((d) => d.counted).map((d) => d.n)).toEqual(Array.from({ length: 20 }, (_, i) => i + 1));
    expect(days.every((d) => /\p{Script=Han}/u.test(d.why) && /^[A-Z]+\d{4}/.test(d.article))).toBe(true);
  });

  it.each([
    ['no today', { channel: 'counter', events: [event(R)] }],
    ['no channel', { today: '2024-02-01', events: [event(R)] }],
    ['no events', { channel: 'counter', today: '2024-02-01' }],
    ['nothing countable', { channel: 'counter', today: '2024-02-01', events: [event('2024-01-06 answered')] }],
    ['every event later than today', { channel: 'counter', today: '2024-01-04', events: [event(R)] }],
    ['a word', 'x'],
    ['a number', 7],
  ])('%s: a refusal, exit 1', async (_, content) => {
    const r = await json<{ refused: string; basis: string[] }>('clock', file(content));
    expect([r.code, typeof r.refused, Array.isArray(r.basis)]).toEqual([1, 'string', true]);
  });

  it.each([[], ['there is none.json'], ['a.json', 'b.json']])('wrong usage %j: 64, nothing on standard output', async (...args) => {
    expect(await run('clock', ...(args as string[]))).toMatchObject({ code: 64, out: '' });
  });
});

describe('receipt', () => {
  it.each(['counter', 'registeredPost', 'oral'])('%s: the day received, confirmed or not', async (channel) => {
    expect((await clock('2024-02-01', [R, '2024-01-08 confirmed'], channel)).dueOn).toBe('2024-02-02');
  });

  it.each(['internet', 'fax', 'plainPost'])('%s: the day confirmed; before that no clock, and confirmation is next', async (channel) => {
    expect(await clock('2024-02-01', [R, '2024-01-08 confirmed'], channel)).toMatchObject({ dueOn: '2024-02-04', state: 'running' });
    const waiting = await clock('2024-01-05', [R], channel);
    expect(waiting).toMatchObject({ dueOn: null, state: 'awaitingConfirmation', inTime: null, provisional: [], findings: [] });
    expect(waiting.nextOn?.on).toBe(channel === 'plainPost' ? '2024-01-05' : '2024-01-08');
  });

  it('plain post confirmed after the day it came is late; the internet knows no such day', async () => {
    expect(rules(await clock('2024-02-01', [R, '2024-01-08 confirmed'], 'plainPost'))).toEqual(['CLOCK-CONFIRM-LATE']);
    expect(rules(await clock('2024-02-01', [R, '2024-01-08 confirmed'], 'internet'))).toEqual([]);
  });

  it('a moment is the date it is in Asia/Shanghai, whatever the zone of the machine', async () => {
    const at = (on: string) => clock('2024-02-01', [`${on} received`]);
    expect((await at('2024-01-04T16:00:00Z')).dueOn).toBe('2024-02-02');
    expect((await at('2024-01-05T23:59:59+08:00')).dueOn).toBe('2024-02-02');
    expect((await at('2024-01-05T23:59')).dueOn).toBe('2024-02-02');
    expect((await at('2024-01-04T11:30:00-05:00')).dueOn).toBe('2024-02-02');
  });
});

describe('refused events are left out, the rest is counted, exit 0', () => {
  it.each<[string, string[], number, string]>([
    ['a second received', [R, '2024-01-10 received'], 1, '2024-02-02'],
    ['confirmed before received', ['2024-01-04 confirmed', R], 0, '2024-02-02'],
    ['corrected without clarification', [R, '2024-01-10 corrected'], 1, '2024-02-02'],
    ['paid without notice', [R, '2024-01-10 paid'], 1, '2024-02-02'],
    ['delivered without its sent', [R, '2024-01-10 consultationDelivered id=a'], 1, '2024-02-02'],
    [
      'an opinion without its sent',
      [R, '2024-01-09 consultationSent id=b', '2024-01-09 opinionReceived id=b', '2024-01-10 opinionReceived id=a'],
      3,
      '2024-02-02',
    ],
    ['an extension beyond 20', [R, '2024-01-10 extended days=21'], 1, '2024-02-02'],
    ['extensions beyond 20 in total', [R, '2024-01-10 extended days=20', '2024-01-11 extended days=1'], 2, '2024-03-06'],
    ['an extension of no days', [R, '2024-01-10 extended'], 1, '2024-02-02'],
    ['an extension of 0 days', [R, '2024-01-10 extended days=0'], 1, '2024-02-02'],
    ['an extension dated after the date it extends', [R, '2024-02-03 extended days=5'], 1, '2024-02-02'],
    ['a clarification after the due date', [R, '2024-02-03 clarificationSent'], 1, '2024-02-02'],
    ['an event after today', [R, '2024-02-07 answered'], 1, '2024-02-02'],
    ['an unknown kind', [R, '2024-01-10 lost'], 1, '2024-02-02'],
    ['anything after the answer', [R, '2024-01-10 answered', '2024-01-11 extended days=5'], 2, '2024-02-02'],
    ['anything after a withdrawal', [R, '2024-01-10 withdrawn', '2024-01-11 answered'], 2, '2024-02-02'],
    ['anything after a closing', [R, '2024-01-10 closed outcome=3.6.3', '2024-01-11 answered'], 2, '2024-02-02'],
  ])('%s', async (_, lines, place, dueOn) => {
    const c = await clock('2024-02-06', lines);
    expect([c.code, c.dueOn]).toEqual([0, dueOn]);
    const [on, kind] = (lines[place] ?? '').split(' ');
    expect(c.refused).toEqual([{ event: place, kind, on, why: expect.stringMatching(/\p{Script=Han}/u), basis: expect.any(Array) }]);
  });

  it('a second clarification, also after the correction', async () => {
    const c = await clock('2024-01-20', [R, '2024-01-08 clarificationSent', '2024-01-10 corrected', '2024-01-12 clarificationSent']);
    expect([c.dueOn, c.refused.map((x) => [x.event, x.kind])]).toEqual(['2024-02-06', [[3, 'clarificationSent']]]);
  });

  it('a field that is null is a field that is not given', async () => {
    const sent = { on: '2024-01-08', kind: 'clarificationSent', id: null, days: null, until: null, reason: null };
    const c = await json<Clock>('clock', file({ channel: 'counter', today: '2024-01-20', events: [event(R), sent] }));
    expect([c.state, c.refused]).toEqual(['awaitingCorrection', []]);
  });

  it('junk of every type costs its own event only', async () => {
    const junk = [
      null,
      7,
      'x',
      [],
      {},
      { on: 5, kind: 'answered' },
      { on: '2024-01-06', kind: 5 },
      { on: '2024-01-06', kind: 'extended', days: '5' },
    ];
    const c = await json<Clock>('clock', file({ channel: 'counter', today: '2024-01-20', events: [...junk, event(R)] }));
    expect([c.code, c.dueOn, c.refused.map((x) => x.event)]).toEqual([0, '2024-02-02', [0, 1, 2, 3, 4, 5, 6, 7]]);
  });
});

describe('the order of events', () => {
  it('by date, whatever the order of the file', async () => {
    const lines = ['2024-02-21 corrected', '2024-01-16 clarificationSent', '2024-01-16 extended days=10', R];
    expect((await clock('2024-03-01', lines)).dueOn).toBe('2024-03-20');
  });

  it('on one day in the order of the file', async () => {
    const both = ['2024-01-16 extended days=10', '2024-01-16 clarificationSent'];
    expect((await clock('2024-01-20', [R, ...both])).refused).toEqual([]);
    expect((await clock('2024-01-20', [R, ...both.toReversed()])).refused.map((x) => x.kind)).toEqual(['extended']);
  });
});

describe('state, next date and what is provisional', () => {
  it('suspended until the opinion or the end of the 15 working days; then running', async () => {
    const open = await clock('2024-09-20', CONSULTED);
    expect(open).toMatchObject({ state: 'suspended', dueOn: '2024-10-31', provisional: ['opinionOpen'], nextOn: { on: '2024-10-11' } });
    expect(await clock('2024-10-12', CONSULTED)).toMatchObject({
      state: 'running',
      dueOn: '2024-10-31',
      provisional: [],
      nextOn: { on: '2024-10-31' },
    });
    const back = await clock('2024-09-26', [...CONSULTED, '2024-09-26 opinionReceived id=a']);
    expect(back).toMatchObject({ state: 'running', dueOn: '2024-10-22', provisional: [] });
  });

  it('an opinion after the 15 working days changes nothing', async () => {
    expect((await clock('2024-10-20', [...CONSULTED, '2024-10-14 opinionReceived id=a'])).dueOn).toBe('2024-10-31');
  });

  it('two consultations are a union; one still open says so', async () => {
    const second = [...CONSULTED, '2024-09-20 consultationSent id=b', '2024-09-20 consultationDelivered id=b'];
    const half = await clock('2024-09-27', [...second, '2024-09-26 opinionReceived id=a']);
    expect(half).toMatchObject({ state: 'suspended', provisional: ['opinionOpen'] });
    const done = await clock('2024-10-09', [...second, '2024-09-26 opinionReceived id=a', '2024-10-08 opinionReceived id=b']);
    expect(done).toMatchObject({ state: 'running', dueOn: '2024-10-28', provisional: [] });
  });

  it('not delivered: as if delivered when sent', async () => {
    const c = await clock('2024-09-20', CONSULTED.slice(0, 2));
    expect(c).toMatchObject({ state: 'suspended', provisional: ['undelivered'], nextOn: { on: '2024-10-10' }, dueOn: '2024-10-30' });
  });

  it('past the calendar Monday to Friday count', async () => {
    expect(await clock('2026-12-20', ['2026-12-18 received'])).toMatchObject({ dueOn: '2027-01-15', provisional: ['pastCalendar'] });
    const sent = await clock('2026-12-20', ['2026-12-18 received', '2026-12-18 consultationSent id=a']);
    expect(sent).toMatchObject({ dueOn: '2027-02-05', provisional: ['undelivered', 'pastCalendar'] });
    expect(await clock('2027-03-05', ['2027-03-01 received'])).toMatchObject({ dueOn: '2027-03-29', provisional: ['pastCalendar'] });
  });

  it('an uncorrected case lapses after the period written in the notice; next is the first working day after it', async () => {
    const asked = [R, '2024-01-08 clarificationSent until=2024-01-19'];
    expect(await clock('2024-01-19', asked)).toMatchObject({ state: 'awaitingCorrection', dueOn: null, nextOn: { on: '2024-01-19' } });
    expect(await clock('2024-01-20', asked)).toMatchObject({
      state: 'correctionLapsed',
      dueOn: null,
      inTime: null,
      nextOn: { on: '2024-01-22' },
    });
    const closed = await clock('2024-01-22', [...asked, '2024-01-22 closed outcome=3.6.1']);
    expect(closed).toMatchObject({ state: 'closed', nextOn: null, inTime: null, refused: [] });
    const late = await clock('2024-01-25', [...asked, '2024-01-24 corrected']);
    expect(late).toMatchObject({ state: 'running', dueOn: '2024-02-26', refused: [] });
  });

  it('pay within 20 working days from the day after delivery; closable from the next working day; late only with a reason', async () => {
    const asked = [R, '2024-01-15 feeNoticeSent', '2024-01-17 feeNoticeDelivered'];
    expect(await clock('2024-02-19', asked)).toMatchObject({ state: 'awaitingPayment', dueOn: null, nextOn: { on: '2024-02-19' } });
    expect(await clock('2024-02-20', asked)).toMatchObject({ state: 'paymentLapsed', dueOn: null, nextOn: { on: '2024-02-20' } });
    expect(await clock('2024-02-20', [...asked, '2024-02-20 closed outcome=3.6.2'])).toMatchObject({ state: 'closed', refused: [] });
    expect(await clock('2024-02-06', [...asked, '2024-02-05 paid'])).toMatchObject({ state: 'running', dueOn: '2024-03-08' });
    expect((await clock('2024-02-20', [...asked, '2024-02-20 paid'])).refused).toHaveLength(1);
    expect(await clock('2024-02-20', [...asked, '2024-02-20 paid reason=邮路中断'])).toMatchObject({ state: 'running', refused: [] });
    expect(await clock('2024-06-01', asked.slice(0, 2))).toMatchObject({ state: 'awaitingPayment', dueOn: null });
  });

  it('withdrawn while suspended', async () => {
    const c = await clock('2024-09-20', [...CONSULTED, '2024-09-19 withdrawn', '2024-09-20 opinionReceived id=a']);
    expect(c).toMatchObject({ state: 'withdrawn', nextOn: null, inTime: null, refused: [{ event: 4 }] });
  });
});

describe('in time', () => {
  it.each([
    ['2024-02-02', [R], null, []],
    ['2024-02-03', [R], false, ['CLOCK-OVERDUE']],
    ['2024-02-05', [R, '2024-02-02 answered'], true, []],
    ['2024-02-05', [R, '2024-02-03 answered'], false, ['CLOCK-OVERDUE']],
  ])('seen on %s: %j → %s', async (today, lines, inTime, found) => {
    const c = await clock(today, lines);
    expect([c.dueOn, c.inTime, rules(c)]).toEqual(['2024-02-02', inTime, found]);
  });
});

describe('extension', () => {
  it('n counted days after the due date it extends, also while suspended', async () => {
    expect((await clock('2024-10-09', [...CONSULTED, '2024-09-26 opinionReceived id=a', '2024-10-08 extended days=10'])).dueOn).toBe(
      '2024-11-05',
    );
    const suspended = await clock('2024-09-27', [...CONSULTED, '2024-09-20 extended days=20', '2024-09-26 opinionReceived id=a']);
    expect([suspended.dueOn, suspended.refused]).toEqual(['2024-11-19', []]);
  });

  it('on the due date itself; a second inside the 20 warns', async () => {
    const c = await clock('2024-02-02', [R, '2024-01-10 extended days=5', '2024-02-02 extended days=5']);
    expect([c.refused, rules(c)]).toEqual([[], ['CLOCK-EXTEND-TWICE']]);
  });

  it('a restart ends it; what was granted is used up', async () => {
    const corrected = [R, '2024-01-15 extended days=15', '2024-01-16 clarificationSent', '2024-02-21 corrected'];
    expect((await clock('2024-03-01', corrected)).dueOn).toBe('2024-03-20');
    expect((await clock('2024-03-01', [...corrected, '2024-03-01 extended days=6'])).refused).toHaveLength(1);
    expect((await clock('2024-03-01', [...corrected, '2024-03-01 extended days=5'])).dueOn).toBe('2024-03-27');
  });

  it('asking for reasons changes no date; a delay under Art. 35 sets the date that was told', async () => {
    expect((await clock('2024-02-01', [R, '2024-01-10 reasonsAsked'])).dueOn).toBe('2024-02-02');
    expect((await clock('2024-02-01', [R, '2024-01-10 delayed until=2024-05-31'])).dueOn).toBe('2024-05-31');
  });
});

it('day 8 for a clarification: it restarts all the same, with a finding', async () => {
  const c = await clock('2024-03-01', [R, '2024-01-17 clarificationSent', '2024-02-21 corrected']);
  expect([c.dueOn, rules(c), c.findings[0]?.event]).toEqual(['2024-03-20', ['CLOCK-CLARIFY-LATE'], 1]);
  expect(rules(await clock('2024-03-01', [R, '2024-01-16 clarificationSent', '2024-02-21 corrected']))).toEqual([]);
});
