import { sql } from 'kysely';
import type { Actor } from '#domain/people/actor.ts';
import type { Attachment, ItemContent } from '#domain/publishing/content.ts';
import { type ItemLife, publicFace, type Step } from '#domain/publishing/life/states.ts';
import type { Tx } from '../database.ts';

/** Adds a version of an item's content. `plain`: its text, for lists and search. */
export async function writeContent(
  tx: Tx,
  key: { agency: string; item: string; version: number },
  c: ItemContent,
  more: { plain: string; note: string; by: Actor; at: Date },
): Promise<void> {
  await sql`
    insert into item_contents (agency, item, version, title, body, plain, summary, formed_on, document_number, maker, handler, "column",
      topic, genre, keywords, effective_on, valid_until, village, reprint, particulars, note, saved_by, saved_by_name, saved_at)
    values (${key.agency}, ${key.item}, ${key.version}, ${c.title}, ${c.body}, ${more.plain}, ${c.summary}, ${c.formedOn}, ${c.documentNumber},
      ${c.maker}, ${c.handler}, ${c.column}, ${c.topic}, ${c.genre}, ${[...c.keywords]}, ${c.effectiveOn}, ${c.validUntil}, ${c.village},
      ${c.reprint}, ${JSON.stringify(c.particulars)}::jsonb, ${more.note}, ${more.by.id}, ${more.by.name}, ${more.at})`.execute(tx);
}

/** Writes an item's life over the one before. */
export async function writeLife(tx: Tx, l: ItemLife): Promise<void> {
  await sql`
    insert into item_lives (agency, item, work, public, portal, version, public_version, authors, mode, mode_reason, mode_ground,
      scheduled_for, first_published_at, published_at, ended_on, ended_reason, revision)
    values (${l.agency}, ${l.item}, ${l.work}, ${l.public}, ${l.portal}, ${l.version}, ${l.publicVersion}, ${JSON.stringify(l.authors)}::jsonb,
      ${l.mode}, ${l.modeReason}, ${l.modeGround}, ${l.scheduledFor}, ${l.firstPublishedAt}, ${l.publishedAt}, ${l.endedOn}, ${l.endedReason},
      ${l.revision})
    on conflict (agency, item) do update set work = excluded.work, public = excluded.public, portal = excluded.portal,
      version = excluded.version, public_version = excluded.public_version, authors = excluded.authors, mode = excluded.mode,
      mode_reason = excluded.mode_reason, mode_ground = excluded.mode_ground, scheduled_for = excluded.scheduled_for,
      first_published_at = excluded.first_published_at, published_at = excluded.published_at, ended_on = excluded.ended_on,
      ended_reason = excluded.ended_reason, revision = excluded.revision`.execute(tx);
}

export async function writeStep(tx: Tx, life: ItemLife, s: Omit<Step, 'n'>): Promise<void> {
  await sql`
    insert into item_steps (agency, item, n, transition, from_work, to_work, public_to, version, at, by_id, by_name, sign_off, opinion, reason, on_day)
    select ${life.agency}, ${life.item}, coalesce(max(n), 0) + 1, ${s.transition}, ${s.from}, ${s.to}, ${s.publicTo}, ${s.version}, ${s.at},
      ${s.by}, ${s.byName}, ${s.signOff === null ? null : JSON.stringify(s.signOff)}::jsonb, ${s.opinion}, ${s.reason}, ${s.on}::date
    from item_steps where agency = ${life.agency} and item = ${life.item}`.execute(tx);
}

/** Adds a file to the item from its working version on. */
export async function writeAttachment(tx: Tx, life: ItemLife, a: Attachment): Promise<void> {
  await sql`
    insert into item_attachments (agency, item, n, file, title, name, media_type, size, sha256, since_version)
    values (${life.agency}, ${life.item}, ${a.n}, ${a.file}, ${a.title}, ${a.name}, ${a.mediaType}, ${a.size}, ${a.sha256}, ${life.version})`.execute(
    tx,
  );
}

/** Takes a file off the item from its working version on; false where it was gone already. */
export async function endAttachment(
  tx: Tx,
  life: ItemLife,
  ended: { readonly n: number; readonly replacedBy: number | null },
): Promise<boolean> {
  const done = await sql`
    update item_attachments set until_version = ${life.version}, replaced_by = ${ended.replacedBy}
    where agency = ${life.agency} and item = ${life.item} and n = ${ended.n} and until_version is null`.execute(tx);
  return Number(done.numAffectedRows ?? 0) > 0;
}

/**
 * Lets the visibility of the item's line and its files follow its face: public while it is shown, the office's again once it is
 * withdrawn. Only the files of the public version open.
 */
export async function writeVisibility(tx: Tx, life: ItemLife): Promise<void> {
  const open = publicFace(life) === 'full';
  await sql`update items set visibility = ${open ? 'public' : 'office'} where agency = ${life.agency} and number = ${life.item}`.execute(
    tx,
  );
  await sql`
    update files f set visibility = case when ${open} and exists (
        select 1 from item_attachments a join item_lives l on l.agency = a.agency and l.item = a.item
        where a.agency = f.agency and a.file = f.id and l.portal and l.public in ('inForce', 'abolished', 'expired')
          and a.since_version <= l.public_version and (a.until_version is null or l.public_version < a.until_version))
      then 'public' else 'office' end
    where f.agency = ${life.agency} and f.visibility <> 'restricted'
      and f.id in (select file from item_attachments where agency = ${life.agency} and item = ${life.item})`.execute(tx);
}

/** Gives the item and its attachments their addresses on our pages; one already given stays. */
export async function writeAddresses(tx: Tx, life: ItemLife, address: string, at: Date): Promise<void> {
  await sql`
    insert into item_addresses (agency, address, item, attachment, given_at) values (${life.agency}, ${address}, ${life.item}, null, ${at})
    on conflict do nothing`.execute(tx);
  await sql`
    insert into item_addresses (agency, address, item, attachment, given_at)
    select a.agency, ${address} || '/files/' || a.n, a.item, a.n, ${at} from item_attachments a
    where a.agency = ${life.agency} and a.item = ${life.item} on conflict do nothing`.execute(tx);
}
