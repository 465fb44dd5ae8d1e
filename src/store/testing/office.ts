import type { Agency } from '#domain/agencies/agency.ts';
import type { Actor } from '#domain/people/actor.ts';
import type { RecordDraft, RegisterRecord } from '#domain/registers/index.ts';
import { isSaveRefusal, type SaveRefusal } from '#domain/registers/ports.ts';
import { agencyStore } from '../agencies/store.ts';
import type { Database } from '../database.ts';
import { factStore } from '../facts/store.ts';
import { registerStore } from '../registers/store.ts';
import type { Secret } from '../sealing/secret.ts';

/** A secret for tests only. */
export const SECRET: Secret = { wrapping: Buffer.alloc(32, 1), identity: Buffer.alloc(32, 2), mark: 'test' };

/** An invented clerk. */
export const CLERK: Actor = { id: '00000000-0000-0000-0000-000000000001', name: '张示例' };

/** A township's organ by its code. */
export function agency(code: string, more: Partial<Agency> = {}): Agency {
  return {
    code,
    name: `${code}镇人民政府`,
    shortName: `${code}镇`,
    kind: 'reportingOrgan',
    level: 'township',
    parent: null,
    from: null,
    to: null,
    ...more,
  };
}

/** The stores over a database, with an organ of the given code, its internal unit `<code>-hall` and a village `<code>-village`. */
export async function testOffice(database: Database, code: string, now: () => Date = () => new Date()) {
  const agencies = agencyStore(database, now);
  const registers = registerStore(database, SECRET, now);
  const facts = factStore(database);
  await agencies.save(
    [
      agency(code),
      agency(`${code}-hall`, { kind: 'internalUnit', parent: code }),
      agency(`${code}-village`, { kind: 'villageCommittee', level: 'village', parent: code }),
    ],
    CLERK,
  );
  const save = (...drafts: Omit<RecordDraft, 'agency'>[]): Promise<readonly RegisterRecord[] | SaveRefusal> =>
    registers.saveMany(
      drafts.map((d) => ({ agency: code, ...d })),
      CLERK,
      '',
    );
  return {
    agencies,
    registers,
    facts,
    save,
    /** Saves and insists on it. */
    async saved(...drafts: Parameters<typeof save>): Promise<readonly RegisterRecord[]> {
      const result = await save(...drafts);
      if (isSaveRefusal(result)) throw new Error(result.refused);
      return result;
    },
  };
}
