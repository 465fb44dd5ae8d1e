import fc from 'fast-check';
import { FORM_2021 } from '../../src/law/forms/index.ts';
import { addDays, day } from '../../src/lib/day.ts';
import type { Sheet } from './office.ts';

/** Days from late 2022 to early 2025, so that every turn of a year is met. */
const someDay = fc.integer({ min: 0, max: 800 }).map((n) => addDays(day('2022-11-15'), n) as string);
const maybeDay = fc.option(someDay, { nil: null });
const agency = fc.constantFrom('zhen', 'zhen', 'zhan', 'cun');
const kinds = FORM_2021.applicantColumns.map((c) => c.key).filter((k) => k !== 'total');
const outcomes = FORM_2021.requestRows.filter((r) => r.role === 'outcome').map((r) => r.key);

const requests = fc
  .array(
    fc.record({
      agency,
      applicantKind: fc.constantFrom(...kinds),
      channel: fc.constantFrom('counter', 'registeredPost', 'plainPost', 'internet', 'fax', 'oral'),
      received: someDay,
      confirmed: maybeDay,
      withdrawn: fc.option(someDay, { nil: null, freq: 8 }),
      answered: maybeDay,
      outcome: fc.option(fc.constantFrom(...outcomes), { nil: null, freq: 5 }),
      outcomeOn: maybeDay,
      void: fc.boolean().map((b) => b || null),
      link: fc.option(fc.record({ kind: fc.constantFrom('splitFrom', 'mergedWith'), to: fc.nat(30), on: maybeDay }), {
        nil: null,
        freq: 3,
      }),
    }),
    { maxLength: 25 },
  )
  .map((list) =>
    list.map(
      (r, i): Sheet => ({
        number: `A-${i}`,
        agency: r.agency,
        applicantKind: r.applicantKind,
        channel: r.channel,
        events: [
          { on: r.received, kind: 'received' },
          ...(r.confirmed ? [{ on: r.confirmed, kind: 'confirmed' }] : []),
          ...(r.withdrawn ? [{ on: r.withdrawn, kind: 'withdrawn' }] : []),
          ...(r.answered ? [{ on: r.answered, kind: 'answered' }] : []),
        ],
        outcome: r.outcome,
        outcomeOn: r.outcomeOn,
        void: r.void && i % 5 === 0,
        ...(r.link ? { [r.link.kind]: `A-${r.link.to}`, ...(r.link.kind === 'splitFrom' && r.link.on ? { splitOn: r.link.on } : {}) } : {}),
      }),
    ),
  );

const normativeDocuments = fc
  .array(
    fc.record({
      agency,
      issuedOn: maybeDay,
      promulgatedOn: maybeDay,
      endedOn: maybeDay,
      kind: fc.constantFrom('normativeDocument', 'regulation'),
    }),
    { maxLength: 12 },
  )
  .map((list) => list.map((d, i): Sheet => ({ number: `D-${i}`, ...d })));

const remedies = fc
  .array(
    fc.record({
      agency,
      kind: fc.constantFrom('review', 'litigationDirect', 'litigationAfterReview'),
      filedOn: maybeDay,
      decidedOn: maybeDay,
      result: fc.option(fc.constantFrom('upheld', 'corrected', 'other'), { nil: null }),
    }),
    { maxLength: 12 },
  )
  .map((list) => list.map((r, i): Sheet => ({ number: `R-${i}`, ...r })));

const administrative = fc
  .uniqueArray(
    fc.record({ agency, m: fc.integer({ min: 0, max: 23 }), licences: fc.nat(50), feesFen: fc.integer({ min: -100, max: 1e9 }) }),
    {
      maxLength: 20,
      selector: (r) => `${r.agency}${r.m}`,
    },
  )
  .map((list) =>
    list.map(
      ({ m, ...r }): Sheet => ({
        ...r,
        month: `${2023 + Math.floor(m / 12)}-${String((m % 12) + 1).padStart(2, '0')}`,
        penalties: 0,
        coercion: 1,
      }),
    ),
  );

const items = fc
  .array(fc.record({ agency, village: fc.boolean(), reprint: fc.boolean(), days: fc.array(someDay, { maxLength: 3 }) }), { maxLength: 12 })
  .map((list) => ({
    items: list.map(({ agency: a, village, reprint }, i): Sheet => ({ id: `I-${i}`, agency: a, title: '信息', village, reprint })),
    publications: list.flatMap(({ days }, i) => days.map((on): Sheet => ({ item: `I-${i}`, channel: 'website', on }))),
  }));

const tickets = fc
  .array(fc.record({ agency, receivedOn: someDay, dueOn: maybeDay, closedOn: maybeDay }), { maxLength: 12 })
  .map((list) => list.map((t, i): Sheet => ({ number: `T-${i}`, ...t })));

/** Registers as they come: in order and out of it, complete and not, right and wrong. */
export const randomSheet = fc
  .record({ requests, normativeDocuments, remedies, administrative, items, tickets })
  .map(({ items: both, ...rest }) => ({ ...rest, ...both }));

export type RandomSheet = typeof randomSheet extends fc.Arbitrary<infer T> ? T : never;
