import { sql } from 'kysely';
import type { Actor } from '#domain/people/actor.ts';
import type { ItemContent } from '#domain/publishing/content.ts';
import { addressOf } from '#domain/publishing/indexNumber.ts';
import { newLife } from '#domain/publishing/life/beginning.ts';
import { type ItemLife, publicFace } from '#domain/publishing/life/states.ts';
import type { Beside, ContentChange, ItemFile, ItemStore, LifeChange } from '#domain/publishing/ports.ts';
import { isSaveRefusal } from '#domain/registers/ports.ts';
import type { RecordDraft } from '#domain/registers/record.ts';
import { shanghaiDay } from '#lib/day.ts';
import { refuse } from '#lib/result.ts';
import { stale } from '#lib/stale.ts';
import { loadTree, unitsAround } from '../agencies/load.ts';
import type { Database, Tx } from '../database.ts';
import { lockChains, noteEvents } from '../events/log.ts';
import { saveDrafts } from '../registers/save.ts';
import type { Secret } from '../sealing/secret.ts';
import { syncItem } from '../search/items.ts';
import { keepFiles } from './begin.ts';
import { writeEntries } from './entries.ts';
import { listItems } from './list.ts';
import { takeIndexNumber } from './numbers.ts';
import { readItem, readLife, readVersions } from './read.ts';
import { type LifeRow, lifeOf } from './rows.ts';
import { Undone, undoable } from './undo.ts';
import { endAttachment, writeAddresses, writeAttachment, writeContent, writeLife, writeStep, writeVisibility } from './write.ts';

/** What the store of items needs besides the database. */
export interface ItemStoreContext {
  readonly secret: Secret;
  readonly now: () => Date;
  /** The text of a clean body, for lists and search. */
  readonly plain: (html: string) => string;
}

const REGISTER = 'itemContents';

/** The chains a save of the register will lock, taken at once and in the same order, so that two changes never wait in a ring. */
async function lockUnits(tx: Tx, agency: string, others: readonly string[] = []): Promise<void> {
  await lockChains(tx, [...new Set([...unitsAround(await loadTree(tx), agency), ...others])]);
}

/** The store of items. Every change is one transaction: registers with their facts, content, life, step, visibility, the chain. */
export function itemStore(database: Database, context: ItemStoreContext): ItemStore {
  const { db } = database;
  const { secret, now, plain } = context;

  const change = <T>(work: (tx: Tx, at: Date) => Promise<T>) => undoable(database, (tx) => work(tx, now()));

  async function records(tx: Tx, drafts: readonly RecordDraft[], by: Actor, reason: string, at: Date): Promise<void> {
    if (drafts.length === 0) return;
    const saved = await saveDrafts(tx, drafts, { secret, by, reason, at });
    if (isSaveRefusal(saved)) throw new Undone(saved);
  }

  async function unchanged(tx: Tx, agency: string, item: string, basedOn: number): Promise<void> {
    await lockUnits(tx, agency);
    const life = await readLife(tx, agency, item, 'lock');
    if (!life) throw new Undone(refuse(`没有找到信息“${item}”，请刷新后再试。`));
    if (life.revision !== basedOn) throw new Undone(stale(item));
  }

  async function note(tx: Tx, life: ItemLife, kind: string, reason: string, payload: unknown, by: Actor, at: Date): Promise<void> {
    await noteEvents(tx, life.agency, [{ register: REGISTER, record: life.item, version: life.revision, kind, reason, payload }], by, at);
  }

  async function whole(tx: Tx, life: ItemLife): Promise<ItemFile> {
    const file = await readItem(tx, life.agency, life.item);
    if (!file) throw new Error(`item ${life.item} is gone inside its own transaction`);
    return file;
  }

  async function create(
    agency: string,
    prefix: string,
    content: ItemContent,
    draft: Omit<RecordDraft, 'number'>,
    by: Actor,
    beside: Beside = {},
  ) {
    return change(async (tx, at) => {
      // Whose entries change does not hang on the number, which is known only later.
      await lockUnits(
        tx,
        agency,
        beside.entries?.('').map((e) => e.agency),
      );
      const year = Number((content.formedOn ?? shanghaiDay(at.getTime())).slice(0, 4));
      const item = await takeIndexNumber(tx, agency, prefix, year);
      await records(tx, [{ ...draft, agency, number: item }], by, '', at);
      const life = newLife(agency, item, by);
      await writeContent(tx, { agency, item, version: 1 }, content, { plain: plain(content.body), note: '', by, at });
      await writeLife(tx, life);
      const added = await keepFiles(tx, life, beside.files ?? [], by, at);
      await note(tx, life, 'contentSaved', '', { version: 1, content, ...(added.length > 0 && { added }) }, by, at);
      const reason = beside.reason ?? '';
      await records(tx, beside.records?.(item) ?? [], by, reason, at);
      for (const e of beside.entries?.(item) ?? []) await writeEntries(tx, e.agency, e.drafts, { by, reason, at, records: [], secret });
      return whole(tx, life);
    });
  }

  async function saveContent(given: ContentChange, by: Actor) {
    const { life, content, note: why, basedOn, drafts, added = [], ended = [] } = given;
    return change(async (tx, at) => {
      await unchanged(tx, life.agency, life.item, basedOn);
      await records(tx, drafts, by, why, at);
      await writeContent(tx, { agency: life.agency, item: life.item, version: life.version }, content, {
        plain: plain(content.body),
        note: why,
        by,
        at,
      });
      await writeLife(tx, life);
      for (const a of added) await writeAttachment(tx, life, a);
      for (const e of ended)
        if (!(await endAttachment(tx, life, e))) throw new Undone(refuse(`附件${e.n}已经不在这条信息里，请刷新后再试。`));
      await note(tx, life, 'contentSaved', why, { version: life.version, content, added, ended }, by, at);
      return whole(tx, life);
    });
  }

  async function takeStep({ life, step, basedOn, drafts }: LifeChange, by: Actor) {
    return change(async (tx, at) => {
      await unchanged(tx, life.agency, life.item, basedOn);
      await records(tx, drafts, by, step.reason, at);
      await writeLife(tx, life);
      await writeStep(tx, life, step);
      await writeVisibility(tx, life);
      if (publicFace(life) !== 'none') await writeAddresses(tx, life, addressOf(life.item), at);
      await syncItem(tx, life.agency, life.item);
      await note(tx, life, step.transition, step.reason, { step, life }, by, at);
      return whole(tx, life);
    });
  }

  return {
    get: (agency, item) => readItem(db, agency, item),
    async byAddress(agency, address) {
      const { rows } = await sql<{ item: string; attachment: number | null }>`
        select item, attachment from item_addresses where agency = ${agency} and address = ${address}`.execute(db);
      return rows[0] ?? null;
    },
    list: (query) => listItems(db, query),
    async daysOut(agency) {
      const { rows } = await sql<{ column: string; on: string }>`
        select distinct c."column", p."on" from item_lives l
        join item_contents c on c.agency = l.agency and c.item = l.item and c.version = l.version
        join items i on i.agency = l.agency and i.number = l.item
        join (select item, min("on") as "on" from publications where agency = ${agency} and void_on is null group by item) p on p.item = l.item
        where l.agency = ${agency} and l.public in ('inForce', 'abolished', 'expired') and i.void_on is null and c."column" is not null`.execute(
        db,
      );
      return rows;
    },
    versions: (agency, item) => readVersions(db, agency, item),
    create,
    saveContent,
    takeStep,
    async addAddress(agency, item, address, by) {
      const done = await change(async (tx, at) => {
        await lockUnits(tx, agency);
        const life = await readLife(tx, agency, item);
        if (!life) throw new Undone(refuse(`没有找到信息“${item}”。`));
        const given = await sql`
          insert into item_addresses (agency, address, item, attachment, given_at) values (${agency}, ${address}, ${item}, null, ${at})
          on conflict do nothing`.execute(tx);
        if (Number(given.numAffectedRows ?? 0) === 0) throw new Undone(refuse(`地址“${address}”已经属于另一条信息，没有改动。`));
        await note(tx, life, 'addressGiven', '', { address }, by, at);
        return null;
      });
      return done;
    },
    async due(at, today) {
      const publish = await sql<LifeRow>`
        select * from item_lives where work = 'scheduled' and scheduled_for <= ${at}::timestamptz order by scheduled_for, agency, item`.execute(
        db,
      );
      const expire = await sql<LifeRow>`
        select l.* from item_lives l join item_contents c on c.agency = l.agency and c.item = l.item and c.version = l.public_version
        where l.public = 'inForce' and l.work in ('published', 'draft') and c.valid_until < ${today}::date order by l.agency, l.item`.execute(
        db,
      );
      return { publish: publish.rows.map(lifeOf), expire: expire.rows.map(lifeOf) };
    },
  };
}
