import type { PublicItems } from '#domain/search/publicItems.ts';
import { askPlainly } from '../ask.ts';
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
  const ask = database.askMain ?? askPlainly(database.db);
  return {
    async at(agency, address) {
      const rows = await ask<{ row: Row | null }>('public item', 'select public_item($1, $2) as row', [agency, address]);
      const row = rows[0]?.row;
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
