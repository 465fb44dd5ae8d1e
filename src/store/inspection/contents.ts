import { sql } from 'kysely';
import type { PublicContent } from '#domain/inspection/ports.ts';
import type { Db } from '../database.ts';

interface Row {
  item: string;
  title: string;
  column: string | null;
  formed_on: string | null;
  summary: string;
  body: string;
  valid_until: string | null;
  village: boolean;
  first_on: string | null;
  public: PublicContent['state'];
  portal: boolean;
  first_published_at: Date | null;
  published_at: Date | null;
  ended_reason: string;
  attachments: PublicContent['attachments'] | null;
}

const PIECE = 200;

function contentOf(r: Row): PublicContent {
  return {
    item: r.item,
    title: r.title,
    column: r.column,
    formedOn: r.formed_on,
    summary: r.summary,
    body: r.body,
    validUntil: r.valid_until,
    village: r.village,
    firstOn: r.first_on,
    state: r.public,
    portal: r.portal,
    firstPublishedAt: (r.first_published_at ?? new Date(0)).toISOString(),
    publishedAt: (r.published_at ?? r.first_published_at ?? new Date(0)).toISOString(),
    endedReason: r.ended_reason,
    attachments: r.attachments ?? [],
  };
}

/** The public version of every item of an agency, with how its attachments could be read. */
export async function* contentsOf(db: Db, agency: string): AsyncIterable<PublicContent[]> {
  for (let after = ''; ; ) {
    const { rows } = await sql<Row>`
      select l.item, c.title, c."column", c.formed_on, c.summary, c.body, c.valid_until, c.village, l.public, l.portal,
        l.first_published_at, l.published_at, l.ended_reason,
        (select min(p."on") from publications p where p.agency = l.agency and p.item = l.item and p.void_on is null) as first_on,
        (select json_agg(json_build_object('n', a.n, 'title', a.title, 'name', a.name, 'text',
            case when f.id is null then 'lost' else coalesce(t.state, 'waiting') end) order by a.n)
          from item_attachments a
          left join files f on f.agency = a.agency and f.id = a.file
          left join attachment_texts t on t.agency = a.agency and t.sha256 = decode(a.sha256, 'hex')
          where a.agency = l.agency and a.item = l.item and a.since_version <= l.public_version
            and (a.until_version is null or a.until_version > l.public_version)) as attachments
      from item_lives l
      join item_contents c on c.agency = l.agency and c.item = l.item and c.version = l.public_version
      where l.agency = ${agency} and l.public_version is not null and l.public <> 'never' and l.item > ${after}
      order by l.item limit ${PIECE}`.execute(db);
    if (rows.length > 0) yield rows.map(contentOf);
    const last = rows.at(-1);
    if (!last || rows.length < PIECE) return;
    after = last.item;
  }
}

/** Addresses of an agency's items that lead to a page of ours. */
export async function addressesOf(db: Db, agency: string): Promise<Map<string, 'full' | 'gone'>> {
  const { rows } = await sql<{ address: string; gone: boolean }>`
    select a.address, l.public = 'withdrawn' as gone from item_addresses a
    join item_lives l on l.agency = a.agency and l.item = a.item
    where a.agency = ${agency} and l.portal and l.public_version is not null`.execute(db);
  return new Map(rows.map((r) => [r.address, r.gone ? 'gone' : 'full']));
}
