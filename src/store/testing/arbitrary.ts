import fc from 'fast-check';
import type { FieldValue, RecordDraft, RegisterKey } from '#domain/registers/index.ts';
import { OUTCOMES } from '#domain/requests/choices.ts';

/** Days around the turn of a year, where counting is disputed. */
const DAY = fc
  .tuple(fc.constantFrom(2022, 2023, 2024), fc.constantFrom('01-01', '01-02', '03-15', '06-30', '12-30', '12-31'))
  .map(([y, d]) => `${y}-${d}`);
const maybe = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.option(arbitrary, { nil: null, freq: 3 });
const SMALL = fc.integer({ min: 0, max: 5 });
const LETTER = fc.constantFrom('A', 'B', 'C');
const PLACE = fc.constantFrom('', 'unit-');

/** Numbers that tell register and unit, as an office's own do. */
const numberIn = (register: RegisterKey): fc.Arbitrary<string> => fc.tuple(PLACE, LETTER).map(([place, l]) => `${place}${register}-${l}`);
const KINDS = fc.constantFrom('naturalPerson', 'business', 'legalService', 'other');
const OUTCOME = fc.constantFrom(...OUTCOMES.map((c) => c.value));

const VALUES = {
  requests: fc.record({
    receivedOn: maybe(DAY),
    channel: fc.constantFrom('counter', 'internet', 'plainPost', null),
    confirmedOn: maybe(DAY),
    applicantKind: maybe(KINDS),
    applicantName: maybe(fc.constantFrom('甲某', '乙某')),
    outcomeOn: maybe(DAY),
    outcome: maybe(OUTCOME),
    splitFrom: maybe(numberIn('requests')),
    splitOn: maybe(DAY),
    mergedWith: maybe(numberIn('requests')),
    feeNoticedOn: maybe(DAY),
    feeNoticedFen: maybe(SMALL),
    feePaidOn: maybe(DAY),
    feePaidFen: maybe(SMALL),
  }),
  items: fc.record({ formedOn: maybe(DAY), title: fc.constant('信息'), village: maybe(fc.boolean()), reprint: maybe(fc.boolean()) }),
  publications: fc.record({
    item: maybe(numberIn('items')),
    channel: fc.constantFrom('website', 'wechat', null),
    on: maybe(DAY),
    takenDownOn: maybe(DAY),
  }),
  normativeDocuments: fc.record({
    kind: fc.constantFrom('normativeDocument', 'regulation', null),
    issuedOn: maybe(DAY),
    promulgatedOn: maybe(DAY),
    endedOn: maybe(DAY),
    validUntil: maybe(DAY),
  }),
  administrative: fc.record({
    licences: maybe(SMALL),
    penalties: maybe(SMALL),
    coercion: maybe(SMALL),
    feesFen: maybe(fc.integer({ min: -500, max: 500 })),
    refundsFen: maybe(SMALL),
  }),
  remedies: fc.record({
    kind: fc.constantFrom('review', 'litigationDirect', 'litigationAfterReview'),
    filedOn: maybe(DAY),
    toldOn: maybe(DAY),
    decidedOn: maybe(DAY),
    result: fc.constantFrom('upheld', 'corrected', 'other', null),
    appealedOn: maybe(DAY),
    finalOn: maybe(DAY),
    finalResult: fc.constantFrom('upheld', 'corrected', null),
  }),
  tickets: fc.record({ receivedOn: maybe(DAY), dueOn: maybe(DAY), closedOn: maybe(DAY), callerName: maybe(fc.constant('甲某')) }),
  activities: fc.record({
    kind: fc.constantFrom('training', 'inspection', 'other', null),
    on: maybe(DAY),
    aboutDisclosure: maybe(fc.boolean()),
  }),
  problems: fc.record({ problem: fc.constant('人手少') }),
} satisfies Record<RegisterKey, fc.Arbitrary<Record<string, FieldValue>>>;

const EVENT = fc.record({
  on: DAY,
  kind: fc.constantFrom('received', 'confirmed', 'answered', 'withdrawn', 'closed', 'paid'),
  outcome: OUTCOME,
});
const MONTH = fc.constantFrom('2023-01', '2023-06', '2023-12', '2022-12');

/** What one save does: a record of a register, new or changed; a number that begins with `unit-` is the internal unit's. */
export interface Step {
  readonly register: RegisterKey;
  readonly number: string;
  readonly values: RecordDraft['values'];
  readonly events: NonNullable<RecordDraft['events']>;
  readonly voided: boolean;
}

const STEP: fc.Arbitrary<Step> = fc.constantFrom(...(Object.keys(VALUES) as RegisterKey[])).chain((register) =>
  fc.record({
    register: fc.constant(register),
    number: register === 'administrative' ? MONTH : numberIn(register),
    values: VALUES[register] as fc.Arbitrary<RecordDraft['values']>,
    events: register === 'requests' ? fc.array(EVENT, { maxLength: 3 }) : fc.constant([]),
    voided: fc.integer({ min: 0, max: 9 }).map((n) => n === 0),
  }),
);

/** Saves in the order they are made, each of one to four records. */
export const STEPS: fc.Arbitrary<Step[][]> = fc.array(fc.array(STEP, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 14 });
