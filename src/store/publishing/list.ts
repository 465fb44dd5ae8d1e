import { type RawBuilder, sql } from 'kysely';
import type { ItemLine, ItemPage, ItemQuery } from '#domain/publishing/ports.ts';
import type { Db } from '../database.ts';
import { type LifeRow, lifeOf } from './rows.ts';

interface LineRow extends LifeRow {
  title: string;
  column: string | null;
  formed_on: string | null;
  document_number: string;
  handler: string;
  village: boolean;
  valid_until: string | null;
  first_on: string | null;
  saved_at: Date;
  saved_by_name: string;
}

function lineOf(r: LineRow): ItemLine {
  return {
    life: lifeOf(r),
    title: r.title,
    column: r.column,
    formedOn: r.formed_on,
    documentNumber: r.document_number,
    handler: r.handler,
    village: r.village,
    validUntil: r.valid_until,
    firstPublishedOn: r.first_on,
    savedAt: r.saved_at.toISOString(),
    savedByName: r.saved_by_name,
  };
}

const contains = (text: string): string => `%${text.trim().replace(/[\\%_]/g, (c) => `\\${c}`)}%`;

function whereOf(q: ItemQuery): RawBuilder<unknown> {
  const parts: RawBuilder<unknown>[] = [sql`l.agency = any(${[...q.agencies]})`, sql`i.void_on is null`];
  if (q.work) parts.push(sql`l.work = any(${[...q.work]})`);
  if (q.public) parts.push(sql`l.public = any(${[...q.public]})`);
  if (q.onlyPublic) parts.push(sql`l.portal and l.public in ('inForce', 'abolished', 'expired')`);
  if (q.columns) parts.push(sql`c."column" = any(${[...q.columns]})`);
  if (q.formedFrom) parts.push(sql`c.formed_on >= ${q.formedFrom}::date`);
  if (q.formedTo) parts.push(sql`c.formed_on <= ${q.formedTo}::date`);
  if (q.village !== undefined) parts.push(sql`c.village = ${q.village}`);
  if (q.search?.trim())
    parts.push(
      sql`(c.title ilike ${contains(q.search)} or c.plain ilike ${contains(q.search)} or l.item ilike ${contains(q.search)} or c.document_number ilike ${contains(q.search)})`,
    );
  return sql.join(parts, sql` and `);
}

const ORDERS: Readonly<Record<NonNullable<ItemQuery['sort']>, RawBuilder<unknown>>> = {
  formedOn: sql`c.formed_on desc nulls last`,
  publishedAt: sql`l.published_at desc nulls last`,
  savedAt: sql`c.saved_at desc`,
  title: sql`c.title collate "zh-x-icu"`,
};

/** One page of items; for the public the public version's words, else those being worked on. */
export async function listItems(db: Db, q: ItemQuery): Promise<ItemPage> {
  const version = q.onlyPublic ? sql`l.public_version` : sql`l.version`;
  const from = sql`from item_lives l join item_contents c on c.agency = l.agency and c.item = l.item and c.version = ${version}
    join items i on i.agency = l.agency and i.number = l.item where ${whereOf(q)}`;
  const size = q.size ?? 50;
  const page = size === 0 ? sql`` : sql`limit ${size} offset ${((q.page ?? 1) - 1) * size}`;
  const { rows } = await sql<LineRow>`
    select l.*, c.title, c."column", c.formed_on, c.document_number, c.handler, c.village, c.valid_until, c.saved_at, c.saved_by_name,
      (select min(p."on") from publications p where p.agency = l.agency and p.item = l.item and p.void_on is null) as first_on
    ${from} order by ${ORDERS[q.sort ?? 'savedAt']}, l.item ${page}`.execute(db);
  if (size === 0) return { items: rows.map(lineOf), total: rows.length };
  const counted = await sql<{ n: number }>`select count(*) as n ${from}`.execute(db);
  return { items: rows.map(lineOf), total: counted.rows[0]?.n ?? 0 };
}
