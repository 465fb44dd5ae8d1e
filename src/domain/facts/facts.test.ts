import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareNumbers } from './context.ts';
import type { Fact } from './fact.ts';
import { asKnown, fenToTenThousandYuan, indexFacts, isKnown, place, predicateOf } from './index.ts';

const fact = (more: Partial<Fact>): Fact => ({
  agency: 'zhen',
  kind: 'request.received',
  dimensions: { applicant: 'naturalPerson' },
  happenedOn: '2023-05-04',
  quantity: 1,
  register: 'requests',
  unit: 'zhen',
  record: 'A-1',
  version: 1,
  recordedAt: '',
  ...more,
});

describe('万元', () => {
  it('is exact to the fen, and no sum that is not zero is 0', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e15, max: 1e15 }), (fen) => {
        const printed = JSON.stringify(fenToTenThousandYuan(fen));
        expect(printed).toMatch(/^-?\d+(\.\d{1,6})?$/);
        const [whole, decimals = ''] = printed.replace('-', '').split('.');
        expect(BigInt(whole + decimals.padEnd(6, '0'))).toBe(BigInt(Math.abs(fen)));
      }),
    );
  });
});

describe('a correction', () => {
  const row1 = predicateOf('requests/1/naturalPerson')!;

  it('is a reversal and a new fact: the figure follows, the record stands behind it once', () => {
    const facts = [fact({}), fact({ quantity: -1, version: 2, reverses: 1 }), fact({ version: 2, happenedOn: '2024-01-01' })];
    expect(place(indexFacts(facts), row1, '2023-01-01', '2023-12-31')).toEqual({ value: 0, records: [] });
    expect(place(indexFacts(facts), row1, '2024-01-01', '2024-12-31')).toEqual({ value: 1, records: [{ unit: 'zhen', number: 'A-1' }] });
  });
});

describe('what was known', () => {
  it.each([
    ['2023-05-04', '2023-05-03', false],
    ['2023-05-04', '2023-05-04', true],
    ['2023-05-04T15:59:59Z', '2023-05-04', true],
    ['2023-05-04T16:00:00Z', '2023-05-04', false],
    ['', '2023-05-03', false],
    ['', '2023-05-04', true],
  ])('a fact of 2023-05-04 recorded “%s” is known at the end of %s: %s', (recordedAt, asOf, expected) => {
    expect(isKnown(fact({ recordedAt }), asOf)).toBe(expected);
  });

  it('a time limit is known before it is over, an end is not', () => {
    const ticket = {
      ...{ register: 'tickets' as const, agency: 'zhen', number: 'T-1', version: 1, origin: 'entered' as const, void: null, events: [] },
      ...{ personKey: null, recordedAt: '2023-05-01', recordedBy: '' },
      values: { receivedOn: '2023-05-01', dueOn: '2023-05-10', closedOn: '2023-05-08' },
    };
    expect(asKnown(ticket, '2023-05-05')?.values).toEqual({ receivedOn: '2023-05-01', dueOn: '2023-05-10', closedOn: null });
    expect(asKnown(ticket, '2023-04-30')).toBeNull();
  });
});

describe('record numbers', () => {
  it('stand in the order of the numbers in them', () => {
    expect(['A-10', 'A-2', '〔2023〕3号', 'A-02'].toSorted(compareNumbers)).toEqual(['〔2023〕3号', 'A-02', 'A-2', 'A-10']);
  });
});
