import { CompiledQuery } from 'kysely';
import type pg from 'pg';
import type { Db } from './database.ts';

/** Asks a question by name: the same name is always the same text. */
export type Ask = <T extends object>(name: string, text: string, values: readonly unknown[]) => Promise<readonly T[]>;

/** Questions that each connection of a pool reads and plans once. */
export function askOn(pool: pg.Pool): Ask {
  return async <T extends object>(name: string, text: string, values: readonly unknown[]) =>
    (await pool.query<T>({ name, text, values: [...values] })).rows;
}

/** The same over connections that keep no questions. */
export function askPlainly(db: Db): Ask {
  return async <T extends object>(_: string, text: string, values: readonly unknown[]) =>
    (await db.executeQuery<T>(CompiledQuery.raw(text, [...values]))).rows;
}
