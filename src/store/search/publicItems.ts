import { sql } from 'kysely';
import type { PublicItems } from '#domain/search/publicItems.ts';
import type { Database } from '../database.ts';
import {
  type AttachmentRow,
  attachmentOf,
  type ContentRow,
  contentOf,
  type LifeRow,
  lifeOf,
  type StepRow,
  stepOf,
} from '../publishing/rows.ts';

type Json<T> = { [K in keyof T]: T[K] extends Date ? string : T[K] extends Date | null ? string | null : T[K] };

interface Row {
  attachment: number | null;
  life: Json<LifeRow>;
  shown: Json<ContentRow>;
  attachments: AttachmentRow[] | null;
  steps: Json<StepRow>[] | null;
}

const date = (text: string | null): Date | null => (text === null ? null : new Date(text));

function lifeRow(l: Json<LifeRow>): LifeRow {
  return {
    ...l,
    scheduled_for: date(l.scheduled_for),
    first_published_at: date(l.first_published_at),
    published_at: date(l.published_at),
  } as LifeRow;
}

/** The store of items as the public meets them. */
export function publicItems(database: Database): PublicItems {
  return {
    async at(agency, address) {
      const { rows } = await sql<Row>`
        select a.attachment, to_jsonb(l) as life, to_jsonb(c) - 'plain' as shown,
          (select jsonb_agg(to_jsonb(f) order by f.n) from item_attachments f where f.agency = l.agency and f.item = l.item) as attachments,
          (select jsonb_agg(to_jsonb(s) order by s.n) from item_steps s
            where s.agency = l.agency and s.item = l.item and s.transition in ('publish', 'withdraw')) as steps
        from item_addresses a
        join item_lives l on l.agency = a.agency and l.item = a.item
        join item_contents c on c.agency = l.agency and c.item = l.item and c.version = l.public_version
        where a.agency = ${agency} and a.address = ${address}`.execute(database.db);
      const row = rows[0];
      if (!row) return null;
      const shown = contentOf({ ...row.shown, saved_at: new Date(row.shown.saved_at) } as ContentRow);
      const file = {
        life: lifeOf(lifeRow(row.life)),
        current: shown,
        shown,
        attachments: (row.attachments ?? []).map(attachmentOf),
        steps: (row.steps ?? []).map((s) => stepOf({ ...s, at: new Date(s.at) } as StepRow)),
        addresses: [],
        publications: [],
      };
      return { file, attachment: row.attachment };
    },
  };
}
