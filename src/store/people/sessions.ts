import { sql } from 'kysely';
import type { PeopleStore } from '#domain/people/ports.ts';
import type { Database } from '../database.ts';

interface Row {
  person: string;
  csrf: string;
  created_at: Date;
  seen_at: Date;
  expires_at: Date;
}

type Sessions = Pick<PeopleStore, 'startSession' | 'session' | 'touchSession' | 'endSession'>;

/** Sessions: only hashes of tokens are kept. */
export function sessionStore({ db }: Database): Sessions {
  return {
    async startSession(hash, s) {
      await sql`delete from sessions where expires_at < ${s.createdAt}`.execute(db);
      await sql`
        insert into sessions (token_hash, person, csrf, created_at, seen_at, expires_at)
        values (${hash}, ${s.person}, ${s.csrf}, ${s.createdAt}, ${s.seenAt}, ${s.expiresAt})`.execute(db);
    },
    async session(hash) {
      const { rows } = await sql<Row>`select * from sessions where token_hash = ${hash}`.execute(db);
      const r = rows[0];
      return r ? { person: r.person, csrf: r.csrf, createdAt: r.created_at, seenAt: r.seen_at, expiresAt: r.expires_at } : null;
    },
    async touchSession(hash, seenAt) {
      await sql`update sessions set seen_at = ${seenAt} where token_hash = ${hash} and seen_at < ${seenAt}`.execute(db);
    },
    async endSession(hash) {
      await sql`delete from sessions where token_hash = ${hash}`.execute(db);
    },
  };
}
