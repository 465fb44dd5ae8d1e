import { describe, expect, it } from 'vitest';
import { FORM_2021 } from '#law/forms/index.ts';
import { DECLARED_REGISTERS, REGISTERS, type RecordDraft, registerOf, validateRecord } from './index.ts';

const draft = (register: RecordDraft['register'], values: RecordDraft['values']): RecordDraft => ({
  register,
  agency: 'x',
  ...(register === 'administrative' ? {} : { number: 'A-1' }),
  values,
});
const errorsOf = (d: RecordDraft) => validateRecord(d).filter((e) => e.severity === 'error');

describe('the registers', () => {
  it.each(REGISTERS.map((r) => [r.title, r] as const))('%s: columns have unique keys, unique titles and unambiguous synonyms', (_, r) => {
    const keys = r.fields.map((f) => f.key);
    expect(new Set(keys).size).toBe(keys.length);
    expect(keys).toContain(r.numberField);
    expect(keys).toContain(r.dateField);
    const labels = r.fields.map((f) => f.label);
    expect(new Set(labels).size).toBe(labels.length);
    const words = r.fields.flatMap((f) => [f.label, ...(f.synonyms ?? [])]);
    expect(words.filter((w, i) => words.indexOf(w) !== i)).toEqual([]);
  });

  it.each(REGISTERS.flatMap((r) => r.fields.filter((f) => f.kind === 'choice').map((f) => [r.title, f.label, f] as const)))(
    '%s · %s: no word of an office means two choices',
    (_, __, f) => {
      const words = (f.choices ?? []).flatMap((c) => [...new Set([c.value, c.label, ...(c.synonyms ?? [])])]);
      expect(words.length).toBeGreaterThan(0);
      expect(words.filter((w, i) => words.indexOf(w) !== i)).toEqual([]);
    },
  );

  it('asks for a declaration of the seven registers figures are counted from', () => {
    expect([...DECLARED_REGISTERS].sort()).toEqual(
      ['activities', 'administrative', 'items', 'normativeDocuments', 'remedies', 'requests', 'tickets'].sort(),
    );
  });

  it('offers as outcomes exactly the twenty-one outcome rows of the form', () => {
    const rows = FORM_2021.requestRows.filter((r) => r.role === 'outcome').map((r) => r.key);
    expect(rows).toHaveLength(21);
    expect(
      registerOf('requests')
        .fields.find((f) => f.key === 'outcome')
        ?.choices?.map((c) => c.value),
    ).toEqual(rows);
  });

  it('marks who applied as personal, and nothing that is counted', () => {
    const personal = REGISTERS.flatMap((r) => r.fields.filter((f) => f.personal).map((f) => f.key));
    expect(personal).toEqual(expect.arrayContaining(['applicantName', 'identityNumber', 'contact']));
    expect(personal).not.toContain('applicantKind');
  });
});

describe('validateRecord', () => {
  it('finds nothing wrong in a complete activity', () => {
    expect(validateRecord(draft('activities', { kind: 'training', on: '2023-04-05', aboutDisclosure: true }))).toEqual([]);
  });

  it('colours what the statute asks for and is missing, and does not refuse it', () => {
    const errors = validateRecord(draft('requests', { receivedOn: '2023-04-05', applicantKind: 'naturalPerson' }));
    expect(errors.every((e) => e.severity === 'unfinished')).toBe(true);
    expect(errors.map((e) => e.field)).toEqual(['applicantName', 'identityNumber', 'contact', 'content', 'form']);
    expect(errors[0]?.basis).toBe('OGIR2019 29.2(1)');
  });

  it('takes the date of the case’s event for a column that shows it', () => {
    const d = { ...draft('requests', {}), events: [{ on: '2023-04-05', kind: 'received' }] };
    expect(validateRecord(d).map((e) => e.field)).not.toContain('receivedOn');
  });

  it.each([
    ['activities', { on: '2023-02-30' }, 'on'],
    ['activities', { on: '2203-02-03' }, 'on'],
    ['activities', { participants: 1.5 }, 'participants'],
    ['activities', { participants: -1 }, 'participants'],
    ['activities', { aboutDisclosure: '是' }, 'aboutDisclosure'],
    ['activities', { kind: '培训' }, 'kind'],
    ['activities', { subject: 'a\u0000b' }, 'subject'],
    ['activities', { subject: '长'.repeat(501) }, 'subject'],
    ['activities', { colour: 'red' }, 'colour'],
    ['administrative', { month: '2023-13' }, 'month'],
    ['administrative', { month: '2023-01', refundsFen: -1 }, 'refundsFen'],
    ['requests', { outcomeOn: '2023-04-05' }, 'outcome'],
    ['requests', { receivedOn: '2023-04-05', outcome: '3.1', outcomeOn: '2023-04-04' }, 'outcomeOn'],
    ['requests', { splitFrom: 'A-1' }, 'splitFrom'],
    ['requests', { mergedWith: 'A-1' }, 'mergedWith'],
    ['remedies', { decidedOn: '2023-04-05' }, 'result'],
    ['remedies', { result: 'upheld' }, 'decidedOn'],
    ['tickets', { receivedOn: '2023-04-05', closedOn: '2023-04-04' }, 'closedOn'],
  ] as const)('%s %o: names the field, what is wrong and how to mend it', (register, values, field) => {
    const errors = errorsOf(draft(register, values));
    expect(errors.map((e) => e.field)).toEqual([field]);
    expect(errors[0]?.wrong).toMatch(/\p{Script=Han}/u);
    expect(errors[0]?.fix).toMatch(/\p{Script=Han}/u);
  });

  it('lets a ticket close, and a document end, on the day it began', () => {
    expect(errorsOf(draft('tickets', { receivedOn: '2023-04-05', dueOn: '2023-04-05', closedOn: '2023-04-05' }))).toEqual([]);
    expect(errorsOf(draft('administrative', { month: '2023-01', feesFen: -500 }))).toEqual([]);
  });
});
