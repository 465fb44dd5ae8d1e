import { CompiledQuery, type DatabaseConnection, Kysely, PostgresDialect, sql, type Transaction } from 'kysely';
import pg from 'pg';
import { PlainFault } from '#lib/fault.ts';
import { type Ask, askOn } from './ask.ts';
import { type DiskGuard, ReadOnlyStore, watchDisk } from './embedded/disk.ts';
import { openEmbedded } from './embedded/embedded.ts';
import { listenOn } from './listen.ts';
import { migrate } from './migrations/index.ts';
import { QuietPool } from './pool.ts';

/** A connection or a transaction: what a query runs on. */
export type Db = Kysely<unknown>;
export type Tx = Transaction<unknown>;

/** The open database. */
export interface Database {
  /** For reading what was just written. */
  readonly db: Db;
  /** For reading that may lag a moment; the same where there is no replica. */
  readonly replica: Db;
  /** For searching: connections that never read a whole table where an index serves. Absent: said for each query instead. */
  readonly indexed?: Db;
  /** Asks the replica a question that many readers ask: planned once a connection, not each time. Absent: asked as any other. */
  readonly ask?: Ask;
  /** As {@link ask}, of what was just written. */
  readonly askMain?: Ask;
  /** One transaction, all or nothing; refused while the disk is nearly full. */
  write<T>(work: (tx: Tx) => Promise<T>): Promise<T>;
  /** Throws {@link ReadOnlyStore} while nothing may be written. */
  writable(): Promise<void>;
  /** Hears what any process tells a channel when its transaction is there; the answer stops it. Absent where no connection can be opened. */
  readonly listen?: (channel: string, heard: () => void) => Promise<() => Promise<void>>;
  close(): Promise<void>;
}

export interface DatabaseOptions {
  /** The data folder: the embedded server's, and the disk that is watched. */
  readonly data: string;
  readonly databaseUrl?: string | undefined;
  readonly replicaUrl?: string | undefined;
  readonly say?: (text: string) => void;
}

const DATE = 1082;
const INT8 = 20;
const NUMERIC = 1700;

/** Days stay text (a Date would bring a zone in); whole numbers are checked to be exact. */
const TYPES: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary') => {
    if (oid === DATE) return (value: string) => value;
    if (oid === INT8) return exact;
    if (oid === NUMERIC) return Number;
    return pg.types.getTypeParser(oid, format as 'text');
  }) as pg.CustomTypesConfig['getTypeParser'],
};

function exact(value: string): number {
  const n = Number(value);
  if (!Number.isSafeInteger(n)) throw new Error(`a number too large to be exact: ${value}`);
  return n;
}

interface Connected {
  readonly db: Db;
  readonly ask: Ask;
  close(): Promise<void>;
}

const PATIENCE = { idleTimeoutMillis: 30_000, connectionTimeoutMillis: 20_000, types: TYPES } as const;

function connect(config: pg.PoolConfig): Connected {
  const db = new Kysely<unknown>({ dialect: new PostgresDialect({ pool: new QuietPool({ max: 10, ...PATIENCE, ...config }) }) });
  // What many ask is a page of a list in an index's order: taken so from the first day, before the server has counted its tables.
  const inOrder = async (client: pg.ClientBase): Promise<void> => void (await client.query('set enable_sort = off'));
  const asked = new QuietPool({ max: 6, onConnect: inOrder, ...PATIENCE, ...config });
  const close = async (): Promise<void> => {
    await asked.end();
    await db.destroy();
  };
  return { db, ask: askOn(asked), close };
}

function connectIndexed(config: pg.PoolConfig): Db {
  const pool = new QuietPool({ max: 4, ...PATIENCE, ...config });
  const onCreateConnection = async (connection: DatabaseConnection): Promise<void> => {
    await connection.executeQuery(CompiledQuery.raw('set enable_seqscan = off'));
  };
  return new Kysely<unknown>({ dialect: new PostgresDialect({ pool, onCreateConnection }) });
}

const DISK_FULL = '53100';
const LEAST_VERSION = 150000;

/** Opens the database of a server, or the embedded one, with its tables up to date. */
export async function openDatabase(options: DatabaseOptions): Promise<Database> {
  const embedded = options.databaseUrl ? null : await openEmbedded(options.data, { say: options.say ?? (() => undefined) });
  const main = connect(embedded ? embedded.connection : { connectionString: options.databaseUrl });
  const second = options.replicaUrl ? connect({ connectionString: options.replicaUrl }) : main;
  const [db, replica] = [main.db, second.db];
  const indexed = connectIndexed(
    options.replicaUrl
      ? { connectionString: options.replicaUrl }
      : embedded
        ? embedded.connection
        : { connectionString: options.databaseUrl },
  );
  const close = async (): Promise<void> => {
    await indexed.destroy();
    if (second !== main) await second.close();
    await main.close();
    await embedded?.close();
  };
  try {
    if (!embedded) await checkServer(db);
    await migrate(db);
  } catch (e) {
    await close();
    throw e;
  }
  const config = embedded ? embedded.connection : { connectionString: options.databaseUrl };
  return {
    ...database(db, replica, embedded ? watchDisk(embedded.cluster) : null, close),
    indexed,
    ask: second.ask,
    askMain: main.ask,
    listen: (channel, heard) => listenOn(config, channel, heard),
  };
}

/** Builds the database's face over open connections. */
export function database(db: Db, replica: Db, disk: DiskGuard | null, close: () => Promise<void>): Database {
  const writable = async (): Promise<void> => disk?.writable();
  return {
    db,
    replica,
    writable,
    async write(work) {
      await writable();
      try {
        return await db.transaction().execute(work);
      } catch (e) {
        if ((e as { code?: string }).code !== DISK_FULL) throw e;
        throw new ReadOnlyStore('数据库所在磁盘已满：这次没有保存，已登记的数据不受影响。请清理磁盘后重试。', { cause: e });
      }
    },
    close,
  };
}

async function checkServer(db: Db): Promise<void> {
  const asked = sql<{ version: string; encoding: string }>`
    select current_setting('server_version_num') as version, current_setting('server_encoding') as encoding`.execute(db);
  const { rows } = await asked.catch((e: unknown) => {
    const why = e instanceof AggregateError ? e.errors.map(String).join('；') : String(e);
    throw new PlainFault(`连接不上 DATABASE_URL 指明的数据库：${why}。请核对地址、账号和数据库名，并确认数据库已启动。`, { cause: e });
  });
  if (Number(rows[0]?.version) < LEAST_VERSION) throw new PlainFault('DATABASE_URL 指明的 PostgreSQL 版本过低：需要 15 或更高版本。');
  if (rows[0]?.encoding !== 'UTF8')
    throw new PlainFault(`DATABASE_URL 指明的数据库编码是 ${rows[0]?.encoding}：需要 UTF8。请新建一个 UTF8 编码的数据库。`);
}
