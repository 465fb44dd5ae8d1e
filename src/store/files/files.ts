import { createHash, randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { FileStore, NewFile, StoredFile } from '#domain/files/ports.ts';
import type { Actor } from '#domain/people/actor.ts';
import type { Database, Db, Tx } from '../database.ts';
import { noteEvents } from '../events/log.ts';

/** The largest piece a file is kept in. */
export const CHUNK = 1024 * 1024;

interface FileRow {
  agency: string;
  id: string;
  sha256: Buffer;
  size: number;
  name: string;
  media_type: string;
  visibility: StoredFile['visibility'];
  register: StoredFile['register'];
  record: string | null;
  added_by: string;
  added_at: Date;
}

function fileOf(r: FileRow): StoredFile {
  return {
    agency: r.agency,
    id: r.id,
    sha256: r.sha256.toString('hex'),
    size: r.size,
    name: r.name,
    mediaType: r.media_type,
    visibility: r.visibility,
    register: r.register,
    record: r.record,
    addedBy: r.added_by,
    addedAt: r.added_at.toISOString(),
  };
}

/** Pieces of at most 1 MB, whatever pieces come in. */
async function* pieces(bytes: AsyncIterable<Uint8Array> | Uint8Array): AsyncGenerator<Buffer> {
  const source = bytes instanceof Uint8Array ? [bytes] : bytes;
  let waiting: Buffer[] = [];
  let size = 0;
  for await (const part of source) {
    for (let from = 0; from < part.length; ) {
      const taken = Buffer.from(part.subarray(from, from + CHUNK - size));
      waiting.push(taken);
      size += taken.length;
      from += taken.length;
      if (size < CHUNK) continue;
      yield Buffer.concat(waiting);
      waiting = [];
      size = 0;
    }
  }
  if (size > 0) yield Buffer.concat(waiting);
}

/** Writes the bytes under a name of this transaction's own, then under their hash; bytes that are there are not kept twice. */
async function writeBytes(
  tx: Tx,
  agency: string,
  bytes: AsyncIterable<Uint8Array> | Uint8Array,
): Promise<{ sha256: Buffer; size: number }> {
  const hash = createHash('sha256');
  const provisional = Buffer.from(randomUUID().replaceAll('-', ''), 'hex');
  let size = 0;
  let n = 0;
  await sql`insert into blobs (agency, sha256, size) values (${agency}, ${provisional}, 0)`.execute(tx);
  for await (const piece of pieces(bytes)) {
    hash.update(piece);
    size += piece.length;
    await sql`insert into chunks (agency, sha256, n, bytes) values (${agency}, ${provisional}, ${n++}, ${piece})`.execute(tx);
  }
  const sha256 = hash.digest();
  const made = await sql`
    insert into blobs (agency, sha256, size) values (${agency}, ${sha256}, ${size}) on conflict do nothing`.execute(tx);
  if (Number(made.numAffectedRows ?? 0) > 0)
    await sql`update chunks set sha256 = ${sha256} where agency = ${agency} and sha256 = ${provisional}`.execute(tx);
  await sql`delete from blobs where agency = ${agency} and sha256 = ${provisional}`.execute(tx);
  return { sha256, size };
}

/** Keeps a file inside a transaction of somebody else's. */
export async function addFile(
  tx: Tx,
  file: NewFile,
  bytes: AsyncIterable<Uint8Array> | Uint8Array,
  by: Actor,
  at: Date,
): Promise<StoredFile> {
  const { sha256, size } = await writeBytes(tx, file.agency, bytes);
  const id = randomUUID();
  await sql`
    insert into files (agency, id, sha256, name, media_type, visibility, register, record, added_by, added_at)
    values (${file.agency}, ${id}, ${sha256}, ${file.name}, ${file.mediaType}, ${file.visibility}, ${file.register}, ${file.record}, ${by.name}, ${at})`.execute(
    tx,
  );
  const payload = { sha256: sha256.toString('hex'), size, register: file.register, record: file.record };
  await noteEvents(tx, file.agency, [{ register: 'files', record: id, version: 0, kind: 'fileAdded', reason: '', payload }], by, at);
  return { ...file, id, sha256: sha256.toString('hex'), size, addedBy: by.name, addedAt: at.toISOString() };
}

async function* read(db: Db, file: StoredFile): AsyncGenerator<Uint8Array> {
  const sha256 = Buffer.from(file.sha256, 'hex');
  const hash = createHash('sha256');
  // The last piece is held back until all are known to be what was handed in: a damaged file never ends.
  let held: Buffer | null = null;
  for (let n = 0; ; n++) {
    const { rows } = await sql<{ bytes: Buffer }>`
      select bytes from chunks where agency = ${file.agency} and sha256 = ${sha256} and n = ${n}`.execute(db);
    const piece = rows[0]?.bytes;
    if (!piece) break;
    hash.update(piece);
    if (held) yield held;
    held = piece;
  }
  if (!hash.digest().equals(sha256)) throw new Error(`文件“${file.name}”的内容与登记时不一致，可能已损坏。`);
  if (held) yield held;
}

/** Files in PostgreSQL. */
export function fileStore(database: Database, now: () => Date): FileStore {
  const { db } = database;
  return {
    add: (file, bytes, by) => database.write((tx) => addFile(tx, file, bytes, by, now())),
    async get(agency, id) {
      const { rows } = await sql<FileRow>`
        select f.*, b.size from files f join blobs b using (agency, sha256) where f.agency = ${agency} and f.id::text = ${id}`.execute(db);
      return rows[0] ? fileOf(rows[0]) : null;
    },
    async of(agency, register, record) {
      const { rows } = await sql<FileRow>`
        select f.*, b.size from files f join blobs b using (agency, sha256)
        where f.agency = ${agency} and f.register = ${register} and f.record = ${record} order by f.added_at, f.id`.execute(db);
      return rows.map(fileOf);
    },
    read: (file) => read(db, file),
  };
}
