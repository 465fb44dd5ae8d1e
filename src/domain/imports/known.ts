import type { FieldValue, RegisterRecord } from '#domain/registers/record.ts';
import type { Register } from '#domain/registers/register.ts';

/** One line read, before it is compared with others. */
export interface ReadLine {
  readonly sheet: string;
  readonly row: number;
  readonly number: string | null;
  /** Without the number and without publication fields. */
  readonly own: Readonly<Record<string, FieldValue>>;
  /** One for each publication the line tells of. */
  readonly published: readonly Readonly<Record<string, FieldValue>>[];
}

function plain(value: FieldValue | undefined): string {
  return typeof value === 'string' ? value.replace(/\s+/g, ' ').trim() : value === null || value === undefined ? '' : String(value);
}

/** The content of a record in the given fields, so that equal ones are equal texts. */
export function contentOf(values: Readonly<Record<string, FieldValue>>, fields: readonly string[]): string {
  return JSON.stringify(fields.map((key) => plain(values[key])));
}

/** The fields in which a stored record differs from a line; a field the line doesn't give is none. */
export function differences(register: Register, record: RegisterRecord, own: ReadLine['own']): string[] {
  return Object.keys(own).filter((key) => plain(own[key]) !== plain(storedValue(record, key, register)));
}

function storedValue(record: RegisterRecord, key: string, register: Register): FieldValue | undefined {
  return key === register.numberField ? record.number : record.values[key];
}

/** Records of the register as they stand, to find those a sheet repeats: by number, else by content, each used once. */
export class KnownRecords {
  readonly #byNumber: Map<string, RegisterRecord>;
  readonly #publications = new Map<string, RegisterRecord[]>();
  readonly #used = new Set<string>();
  readonly #byValue = new Map<string, ReadonlyMap<string, readonly RegisterRecord[]>>();
  readonly #register: Register;

  constructor(register: Register, existing: readonly RegisterRecord[]) {
    this.#register = register;
    this.#byNumber = new Map(existing.filter((r) => r.register === register.key).map((r) => [r.number, r]));
    for (const record of existing) {
      if (record.register !== 'publications' || register.key === 'publications') continue;
      const item = String(record.values['item'] ?? '');
      this.#publications.set(item, [...(this.#publications.get(item) ?? []), record]);
    }
  }

  byNumber(number: string): RegisterRecord | null {
    return this.#byNumber.get(number) ?? null;
  }

  /** Publications of a line that an item already has are left out. */
  newPublications(line: ReadLine, item: string): ReadLine['published'] {
    const has = this.#publications.get(item) ?? [];
    return line.published.filter((p) => !has.some((record) => Object.keys(p).every((key) => plain(p[key]) === plain(record.values[key]))));
  }

  /** A record not void with the very same content as a line without number, not yet matched to another line. */
  sameContent(line: ReadLine): RegisterRecord | null {
    const places = Object.keys(line.own).map((key) => this.#having(key, line.own[key]));
    const fewest = places.reduce<readonly RegisterRecord[] | null>(
      (best, list) => (best && best.length <= list.length ? best : list),
      null,
    );
    for (const record of fewest ?? []) {
      if (record.void || this.#used.has(record.number) || differences(this.#register, record, line.own).length > 0) continue;
      if (line.published.length > 0 && this.newPublications(line, record.number).length > 0) continue;
      this.#used.add(record.number);
      return record;
    }
    return null;
  }

  /** The records with a value in a field, from an index made when the field is first asked for. */
  #having(key: string, value: FieldValue | undefined): readonly RegisterRecord[] {
    const index = this.#byValue.get(key) ?? Map.groupBy(this.#byNumber.values(), (r) => plain(storedValue(r, key, this.#register)));
    this.#byValue.set(key, index);
    return index.get(plain(value)) ?? [];
  }
}
