import { sql } from 'kysely';
import type { FileStore } from '#domain/files/ports.ts';
import type { Database } from '../database.ts';
import { syncItem } from './items.ts';

/** Reads the text of a file; given in from the documents' room. */
export type ReadText = (
  bytes: Uint8Array,
  name: string,
) => Promise<{ readonly text: string; readonly state: 'read' | 'clipped' | 'none' | 'failed' }>;

interface Waiting {
  agency: string;
  item: string;
  file: string;
  sha256: string;
}

async function waiting(database: Database): Promise<Waiting | null> {
  const { rows } = await sql<Waiting>`
    select a.agency, a.item, a.file::text as file, a.sha256 from item_attachments a
    where not exists (select 1 from attachment_texts t where t.agency = a.agency and t.sha256 = decode(a.sha256, 'hex'))
    order by a.agency, a.item, a.n limit 1`.execute(database.db);
  return rows[0] ?? null;
}

async function bytesOf(pieces: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const all: Uint8Array[] = [];
  for await (const piece of pieces) all.push(piece);
  return Buffer.concat(all);
}

/** Reads the texts of attachments that have none yet, one by one; what is public already is found with them at once. Counts what was read. */
export async function readAttachments(database: Database, files: Pick<FileStore, 'get' | 'read'>, read: ReadText): Promise<number> {
  let count = 0;
  for (let next = await waiting(database); next; next = await waiting(database)) {
    const { agency, sha256, file: id } = next;
    const file = await files.get(agency, id);
    const result = file ? await read(await bytesOf(files.read(file)), file.name) : { text: '', state: 'failed' as const };
    await database.write(async (tx) => {
      await sql`
        insert into attachment_texts (agency, sha256, text, state, read_at)
        values (${agency}, decode(${sha256}, 'hex'), ${result.text}, ${result.state}, now()) on conflict do nothing`.execute(tx);
      const { rows } = await sql<{ item: string }>`
        select distinct l.item from item_lives l join item_attachments a on a.agency = l.agency and a.item = l.item
        where l.agency = ${agency} and a.sha256 = ${sha256} and l.public_version is not null`.execute(tx);
      for (const { item } of rows) await syncItem(tx, agency, item);
    });
    count += 1;
  }
  return count;
}
