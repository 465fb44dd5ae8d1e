import { randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import type { FieldValue } from '#domain/registers/index.ts';
import type { Db, Tx } from '../database.ts';
import { seal, unseal } from './seal.ts';
import type { Secret } from './secret.ts';

/** A person's data key at one moment; after an erasure a new generation begins. */
interface PersonKey {
  readonly generation: number;
  readonly key: Buffer;
}

/** The opened keys of some persons of one agency. Lives no longer than the request that asked for it. */
export interface Keyring {
  /** A sealed value's text form: generation and sealed bytes. */
  sealValue(personKey: string, field: string, value: FieldValue): string;
  /** The value; null when the person was erased. @throws when the bytes were tampered with */
  openValue(personKey: string, field: string, sealed: string): FieldValue;
}

function bound(agency: string, personKey: string, field: string, generation: number): string {
  return `${agency}/${personKey}/${field}/${generation}`;
}

function ring(agency: string, keys: ReadonlyMap<string, PersonKey>): Keyring {
  return {
    sealValue(personKey, field, value) {
      const own = keys.get(personKey);
      if (!own) throw new Error('no key for this person');
      const sealed = seal(own.key, Buffer.from(JSON.stringify(value)), bound(agency, personKey, field, own.generation));
      return `${own.generation}:${sealed.toString('base64')}`;
    },
    openValue(personKey, field, sealed) {
      const own = keys.get(personKey);
      const [generation, bytes] = sealed.split(':');
      if (!own || own.generation !== Number(generation)) return null;
      const plain = unseal(own.key, Buffer.from(bytes ?? '', 'base64'), bound(agency, personKey, field, own.generation));
      return JSON.parse(plain.toString('utf8')) as FieldValue;
    },
  };
}

interface KeyRow {
  person_key: string;
  generation: number;
  wrapped: Buffer | null;
}

function unwrap(secret: Secret, agency: string, rows: readonly KeyRow[]): Map<string, PersonKey> {
  const keys = new Map<string, PersonKey>();
  for (const row of rows) {
    if (!row.wrapped) continue;
    const key = unseal(secret.wrapping, row.wrapped, `${agency}/${row.person_key}/${row.generation}`);
    keys.set(row.person_key, { generation: row.generation, key });
  }
  return keys;
}

async function rowsOf(db: Db, agency: string, personKeys: readonly string[]): Promise<KeyRow[]> {
  if (personKeys.length === 0) return [];
  const found = await sql<KeyRow>`
    select person_key, generation, wrapped from person_keys
    where agency = ${agency} and person_key = any(${[...new Set(personKeys)]})`.execute(db);
  return found.rows;
}

/** The keys to read with; erased persons are simply missing. */
export async function openKeys(db: Db, secret: Secret, agency: string, personKeys: readonly string[]): Promise<Keyring> {
  return ring(agency, unwrap(secret, agency, await rowsOf(db, agency, personKeys)));
}

const BATCH = 500;

/** New keys for persons without one; somebody else's just made is kept. */
async function makeKeys(tx: Tx, secret: Secret, agency: string, people: readonly { personKey: string; generation: number }[], at: Date) {
  for (let i = 0; i < people.length; i += BATCH) {
    const rows = people.slice(i, i + BATCH).map(({ personKey, generation }) => {
      const wrapped = seal(secret.wrapping, randomBytes(32), `${agency}/${personKey}/${generation}`);
      return sql`(${agency}, ${personKey}, ${generation}, ${wrapped}, ${at})`;
    });
    await sql`
      insert into person_keys (agency, person_key, generation, wrapped, created_at) values ${sql.join(rows)}
      on conflict (agency, person_key) do update
        set generation = excluded.generation, wrapped = excluded.wrapped, created_at = excluded.created_at,
            erased_at = null, erased_by = null
        where person_keys.wrapped is null`.execute(tx);
  }
}

/** The keys to write with; a person new to the agency, or erased before, gets a new one. */
export async function ensureKeys(tx: Tx, secret: Secret, agency: string, personKeys: readonly string[], at: Date): Promise<Keyring> {
  const wanted = [...new Set(personKeys)].sort();
  const known = new Map((await rowsOf(tx, agency, wanted)).map((r) => [r.person_key, r]));
  const without = wanted.filter((personKey) => !known.get(personKey)?.wrapped);
  if (without.length === 0) return ring(agency, unwrap(secret, agency, [...known.values()]));
  await makeKeys(
    tx,
    secret,
    agency,
    without.map((personKey) => ({ personKey, generation: (known.get(personKey)?.generation ?? 0) + 1 })),
    at,
  );
  return ring(agency, unwrap(secret, agency, await rowsOf(tx, agency, wanted)));
}

/** Destroys keys. What they sealed can't be read again by anybody. */
export async function destroyKeys(tx: Tx, agency: string, personKeys: readonly string[], by: string, at: Date): Promise<number> {
  const done = await sql`
    update person_keys set wrapped = null, erased_at = ${at}, erased_by = ${by}
    where agency = ${agency} and person_key = any(${[...personKeys]}) and wrapped is not null`.execute(tx);
  return Number(done.numAffectedRows ?? 0);
}
