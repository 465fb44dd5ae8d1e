import type { FieldValue, RegisterKey } from '#domain/registers/index.ts';

/** Full-width forms, spaces and case do not make another person. */
function normalised(value: FieldValue | undefined): string {
  return typeof value === 'string'
    ? value
        .normalize('NFKC')
        .replace(/[\s\u200b·•.\-—()（）]/g, '')
        .toUpperCase()
    : '';
}

/** Where a register's person is found: a number that is the person's own, a name, a contact. */
const PERSON_FIELDS: Partial<Record<RegisterKey, { number?: string; name: string; contact?: string }>> = {
  requests: { number: 'identityNumber', name: 'applicantName', contact: 'contact' },
  tickets: { name: 'callerName', contact: 'contact' },
  remedies: { name: 'party' },
};

/**
 * What identifies the person of a record, the same however it was typed: the number of the identity paper, else name and
 * contact, else the one there is. Null: the record names nobody.
 */
export function identityOf(register: RegisterKey, values: Readonly<Record<string, FieldValue>>): string | null {
  const fields = PERSON_FIELDS[register];
  if (!fields) return null;
  const number = fields.number ? normalised(values[fields.number]) : '';
  if (number) return `number:${number}`;
  const name = normalised(values[fields.name]);
  const contact = fields.contact ? normalised(values[fields.contact]) : '';
  if (!name && !contact) return null;
  return `name:${name}:${contact}`;
}
