import { realpath } from 'node:fs/promises';
import pg from 'pg';
import { EMBEDDED_USER } from './initialise.ts';
import type { Places } from './places.ts';

/** Shared while a process uses the server; whoever gets it exclusively is the last and stops it. */
const IN_USE = 7;

/** One process's hold on the server. */
export interface Lease {
  /** Resolves when the connection ends without `release`: the server stopped or was killed. */
  readonly lost: Promise<void>;
  /** Gives the hold up; true when nobody else holds the server. The server may then be stopped before `close`. */
  release(): Promise<boolean>;
  close(): Promise<void>;
}

/** How to reach the embedded server. */
export function embeddedConnection(places: Places): pg.ClientConfig {
  return { host: places.socket, port: 5432, user: EMBEDDED_USER, database: 'postgres' };
}

/**
 * Takes a hold on a running server; null when none answers. Trusts the connection alone: a pid file may be stale and its
 * number somebody else's.
 */
export async function attach(places: Places): Promise<Lease | null> {
  const client = new pg.Client({ ...embeddedConnection(places), application_name: 'gongkai lease', connectionTimeoutMillis: 5000 });
  let lost = (): void => undefined;
  const gone = new Promise<void>((resolve) => {
    lost = resolve;
  });
  client.on('error', () => lost());
  client.on('end', () => lost());
  try {
    await client.connect();
    const { rows } = await client.query<{ dir: string }>(`select current_setting('data_directory') as dir`);
    if ((await realpath(rows[0]?.dir ?? '')) !== (await realpath(places.cluster))) throw new Error('the socket belongs to another cluster');
    await client.query('select pg_advisory_lock_shared($1)', [IN_USE]);
  } catch (e) {
    await client.end().catch(() => undefined);
    if (isNotYet(e)) return null;
    throw e;
  }
  return {
    lost: gone,
    async release() {
      await client.query('select pg_advisory_unlock_shared($1)', [IN_USE]);
      const { rows } = await client.query<{ last: boolean }>('select pg_try_advisory_lock($1) as last', [IN_USE]);
      return rows[0]?.last ?? false;
    },
    close: () => client.end().catch(() => undefined),
  };
}

/** No server, one that is starting or stopping, or one that went away while we asked. */
function isNotYet(e: unknown): boolean {
  const code = (e as { code?: string }).code ?? '';
  return (
    ['ENOENT', 'ECONNREFUSED', 'ECONNRESET', 'EPIPE', '57P01', '57P02', '57P03'].includes(code) || /terminated|timeout/i.test(String(e))
  );
}
