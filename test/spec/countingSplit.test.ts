import { describe, expect, it } from 'vitest';
import { cell, flow, report, request, rules } from './office.ts';

const received = (on: string) => ({ on, kind: 'received' });

describe('分件', () => {
  const whole = (more = {}) => request('A-1', '2023-12-20', undefined, undefined, more);
  const part = (number: string, splitOn: string | null, outcome?: string, outcomeOn?: string) =>
    request(number, '2023-12-20', outcome, outcomeOn, { splitFrom: 'A-1', ...(splitOn ? { splitOn } : {}) });

  it('in the year of receipt: the parts count, the whole does not', () => {
    const requests = [whole(), part('A-1-1', '2023-12-25', '3.1', '2023-12-28'), part('A-1-2', '2023-12-25')];
    const r = report({ requests }, '2023');
    expect(flow(r)).toEqual([2, 0, 1, 1]);
    expect(r.cells['requests/1/total']).toEqual(['A-1-1', 'A-1-2']);
  });

  it('counts the parts also where no day of the split is recorded', () => {
    expect(flow(report({ requests: [whole(), part('A-1-1', null), part('A-1-2', null)] }, '2023'))).toEqual([2, 0, 0, 2]);
  });

  it('in a later year: the first part has the whole’s place in row 2, the others are new', () => {
    const requests = [
      whole(),
      part('A-1-2', '2024-01-05', '3.1', '2024-01-10'),
      part('A-1-10', '2024-01-05'),
      part('A-1-3', '2024-01-05', '3.2', '2024-01-10'),
    ];
    expect(flow(report({ requests }, '2023'))).toEqual([1, 0, 0, 1]);
    const r = report({ requests }, '2024');
    expect(flow(r)).toEqual([2, 1, 2, 1]);
    expect(r.cells['requests/2/total']).toEqual(['A-1-2']);
    expect(r.cells['requests/1/total']).toEqual(['A-1-3', 'A-1-10']);
  });

  it('the turn of the year decides: split on 31 December, all parts are of the old year', () => {
    const split = (on: string) => report({ requests: [whole(), part('A-1-1', on), part('A-1-2', on)] }, '2023');
    expect(flow(split('2023-12-31'))).toEqual([2, 0, 0, 2]);
    expect(flow(split('2024-01-01'))).toEqual([1, 0, 0, 1]);
  });

  it.each([
    [
      'an event of the whole',
      {
        events: [
          { on: '2023-12-20', kind: 'received' },
          { on: '2024-01-05', kind: 'split' },
        ],
      },
      {},
    ],
    ['the whole’s column', { splitOn: '2024-01-05' }, {}],
    [
      'an event of the part',
      {},
      {
        events: [
          { on: '2023-12-20', kind: 'received' },
          { on: '2024-01-05', kind: 'split' },
        ],
      },
    ],
    ['the part’s own receipt', {}, { events: [{ on: '2024-01-05', kind: 'received' }] }],
  ])('takes the day of the split from %s', (_, ofWhole, ofPart) => {
    const requests = [whole(ofWhole), { ...part('A-1-1', null), ...ofPart }, { ...part('A-1-2', null), ...ofPart }];
    expect(flow(report({ requests }, '2023'))).toEqual([1, 0, 0, 1]);
    expect(flow(report({ requests }, '2024'))).toEqual([1, 1, 0, 2]);
  });

  it('was one application as long as it was not split', () => {
    const requests = [whole(), part('A-1-1', '2023-12-25'), part('A-1-2', '2023-12-25')];
    expect(flow(report({ requests }, '2023', '2023-12-24'))).toEqual([1, 0, 0, 1]);
    expect(flow(report({ requests }, '2023', '2023-12-25'))).toEqual([2, 0, 0, 2]);
  });

  it('leaves out void parts, and keeps the whole where all are void', () => {
    const voided = (number: string) => ({ ...part(number, '2023-12-25'), void: true });
    expect(flow(report({ requests: [whole(), voided('A-1-1'), part('A-1-2', '2023-12-25')] }, '2023'))).toEqual([1, 0, 0, 1]);
    expect(report({ requests: [whole(), voided('A-1-1')] }, '2023').cells['requests/1/total']).toEqual(['A-1']);
  });

  it('must come before the first answer: else the whole counts and the parts do not', () => {
    const answered = whole({ outcome: '3.1', outcomeOn: '2023-12-24' });
    const r = report({ requests: [answered, part('A-1-1', '2023-12-25'), part('A-1-2', '2023-12-25')] }, '2023');
    expect(flow(r)).toEqual([1, 0, 1, 0]);
    expect(rules(r)).toEqual(['REG-SPLIT', 'REG-SPLIT']);
  });

  it('counts one that names a whole nobody has, or itself in a ring, by itself and says so', () => {
    const requests = [
      request('A-1', '2023-05-04', undefined, undefined, { splitFrom: 'Z-9' }),
      request('A-2', '2023-05-04', undefined, undefined, { splitFrom: 'A-3' }),
      request('A-3', '2023-05-04', undefined, undefined, { splitFrom: 'A-2' }),
    ];
    const r = report({ requests }, '2023');
    expect(flow(r)).toEqual([3, 0, 0, 3]);
    expect(rules(r)).toEqual(['REG-SPLIT', 'REG-SPLIT', 'REG-SPLIT']);
  });

  it('ten times split of a split is followed, the eleventh counts by itself and is named; a chain of thousands comes to an end', () => {
    const chain = (n: number) => [
      request('A-0', '2023-05-04'),
      ...Array.from({ length: n }, (_, i) => request(`A-${i + 1}`, '2023-05-04', undefined, undefined, { splitFrom: `A-${i}` })),
    ];
    for (const n of [9, 10, 11]) {
      const r = report({ requests: chain(n) }, '2023');
      expect(r.cells['requests/1/total']).toEqual(n === 11 ? ['A-10', 'A-11'] : [`A-${n}`]);
      expect(rules(r).includes('REG-SPLIT')).toBe(n === 11);
    }
    const long = report({ requests: chain(3000) }, '2023');
    expect(long.cells['requests/1/total']).toContain('A-3000');
  });

  it('thousands of parts of one application are counted, each once', () => {
    const parts = Array.from({ length: 4000 }, (_, i) => part(`A-1-${i + 1}`, '2023-12-25'));
    expect(flow(report({ requests: [whole(), ...parts] }, '2023'))).toEqual([4000, 0, 0, 4000]);
  });

  it('a part split again counts by its own parts', () => {
    const requests = [
      whole(),
      part('A-1-1', '2023-12-25'),
      part('A-1-2', '2023-12-25'),
      request('A-1-1-1', '2023-12-20', undefined, undefined, { splitFrom: 'A-1-1', splitOn: '2024-01-05' }),
      request('A-1-1-2', '2023-12-20', undefined, undefined, { splitFrom: 'A-1-1', splitOn: '2024-01-05' }),
    ];
    expect(flow(report({ requests }, '2023'))).toEqual([2, 0, 0, 2]);
    expect(flow(report({ requests }, '2024'))).toEqual([1, 2, 0, 3]);
  });
});

describe('并案', () => {
  it('one letter for several applications: each still counts, with the leading case’s result', () => {
    const requests = [
      request('A-1', '2023-05-04', '3.1', '2023-05-20'),
      request('A-2', '2023-05-08', undefined, undefined, { mergedWith: 'A-1' }),
      request('A-3', '2023-05-09', undefined, undefined, { mergedWith: 'A-2', applicantKind: 'business' }),
    ];
    const r = report({ requests }, '2023');
    expect(flow(r)).toEqual([3, 0, 3, 0]);
    expect(r.report.tables.requests?.['3.1']).toEqual([2, 1, 0, 0, 0, 0, 3]);
  });

  it('keeps a result of its own', () => {
    const requests = [
      request('A-1', '2023-05-04', '3.1', '2023-05-20'),
      request('A-2', '2023-05-08', '3.4.1', '2023-05-21', { mergedWith: 'A-1' }),
    ];
    expect(cell(report({ requests }, '2023'), 'requests/3.4.1/total')).toBe(1);
  });

  it('two that name each other share the one result there is', () => {
    const requests = [
      request('A-1', '2023-05-04', undefined, undefined, { mergedWith: 'A-2' }),
      request('A-2', '2023-05-08', '3.1', '2023-05-20', { mergedWith: 'A-1' }),
    ];
    expect(flow(report({ requests }, '2023'))).toEqual([2, 0, 2, 0]);
  });

  it('says where the leading case is unknown, or answered before this one came', () => {
    const requests = [
      request('A-1', '2023-05-04', '3.1', '2023-05-20'),
      request('A-2', '2023-05-21', undefined, undefined, { mergedWith: 'A-1' }),
      request('A-3', '2023-05-08', undefined, undefined, { mergedWith: 'Z-1' }),
    ];
    const r = report({ requests }, '2023');
    expect(flow(r)).toEqual([3, 0, 1, 2]);
    expect(rules(r)).toEqual(['REG-MERGED', 'REG-MERGED']);
  });
});

describe('late entries and what was known when', () => {
  it('a case recorded after the report was made is not in what was known then', () => {
    const requests = [
      request('A-1', '2023-12-28'),
      request('A-2', '2023-12-28', undefined, undefined, { recordedAt: '2024-02-01T09:00:00+08:00' }),
    ];
    expect(flow(report({ requests }, '2023', '2024-01-31'))).toEqual([1, 0, 0, 1]);
    expect(flow(report({ requests }, '2023', '2024-02-01'))).toEqual([2, 0, 0, 2]);
    expect(flow(report({ requests }, '2023'))).toEqual([2, 0, 0, 2]);
  });

  it('a moment is a day of Asia/Shanghai', () => {
    const requests = [request('A-1', '2023-12-28', undefined, undefined, { recordedAt: '2024-01-31T16:00:00Z' })];
    expect(flow(report({ requests }, '2023', '2024-01-31'))).toEqual([0, 0, 0, 0]);
    expect(flow(report({ requests }, '2023', '2024-02-01'))).toEqual([1, 0, 0, 1]);
  });

  it('an answer recorded late leaves the case open until it was recorded', () => {
    const events = [received('2023-12-01'), { on: '2023-12-29', kind: 'answered', outcome: '3.1', recordedAt: '2024-02-01' }];
    const requests = [request('A-1', '', undefined, undefined, { events })];
    expect(flow(report({ requests }, '2023', '2024-01-31'))).toEqual([1, 0, 0, 1]);
    expect(flow(report({ requests }, '2023', '2024-02-01'))).toEqual([1, 0, 1, 0]);
  });

  it('what had not happened by then is not known', () => {
    const requests = [request('A-1', '2023-05-04', '3.1', '2023-08-01'), request('A-2', '2023-09-01')];
    expect(flow(report({ requests }, '2023', '2023-06-30'))).toEqual([1, 0, 0, 1]);
  });

  it('was counted until it was made void', () => {
    const requests = [request('A-1', '2023-12-01', undefined, undefined, { void: { reason: '重复登记', on: '2024-02-01' } })];
    expect(flow(report({ requests }, '2023', '2024-01-31'))).toEqual([1, 0, 0, 1]);
    expect(flow(report({ requests }, '2023', '2024-02-01'))).toEqual([0, 0, 0, 0]);
  });
});
