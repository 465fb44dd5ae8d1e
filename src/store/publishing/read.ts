import { sql } from 'kysely';
import type { ContentVersion } from '#domain/publishing/content.ts';
import type { ItemFile } from '#domain/publishing/ports.ts';
import type { Db } from '../database.ts';
import { type RecordRow, toRecords } from '../registers/rows.ts';
import { type AttachmentRow, attachmentOf, type ContentRow, contentOf, type LifeRow, lifeOf, type StepRow, stepOf } from './rows.ts';

/** The life of an item; null where it has none. Locked for a change, or not. */
export async function readLife(db: Db, agency: string, item: string, lock: 'lock' | 'read' = 'read') {
  const { rows } = await sql<LifeRow>`
    select * from item_lives where agency = ${agency} and item = ${item} ${lock === 'lock' ? sql`for update` : sql``}`.execute(db);
  return rows[0] ? lifeOf(rows[0]) : null;
}

/** Every version of an item's content, oldest first. */
export async function readVersions(db: Db, agency: string, item: string, only?: readonly number[]): Promise<ContentVersion[]> {
  const which = only ? sql`and version = any(${[...only]})` : sql``;
  const { rows } = await sql<ContentRow>`
    select * from item_contents where agency = ${agency} and item = ${item} ${which} order by version`.execute(db);
  return rows.map(contentOf);
}

/** An item with everything that hangs on it. */
export async function readItem(db: Db, agency: string, item: string): Promise<ItemFile | null> {
  const life = await readLife(db, agency, item);
  if (!life) return null;
  const versions = await readVersions(db, agency, item, [life.version, life.publicVersion ?? life.version]);
  const current = versions.find((v) => v.version === life.version);
  if (!current) throw new Error(`item ${agency} ${item} has no version ${life.version}`);
  const attachments = await sql<AttachmentRow>`
    select * from item_attachments where agency = ${agency} and item = ${item} order by n`.execute(db);
  const steps = await sql<StepRow>`select * from item_steps where agency = ${agency} and item = ${item} order by n`.execute(db);
  const addresses = await sql<{ address: string }>`
    select address from item_addresses where agency = ${agency} and item = ${item} and attachment is null order by given_at, address`.execute(
    db,
  );
  const publications = await sql<RecordRow>`
    select * from publications where agency = ${agency} and item = ${item} order by "on", number`.execute(db);
  return {
    life,
    current,
    shown: versions.find((v) => v.version === life.publicVersion) ?? null,
    attachments: attachments.rows.map(attachmentOf),
    steps: steps.rows.map(stepOf),
    addresses: addresses.rows.map((r) => r.address),
    publications: (await toRecords(db, 'publications', publications.rows, null)).map((r) => r.record),
  };
}
