import { sql } from 'kysely';
import { attachmentsOf } from '#domain/publishing/content.ts';
import { addressOf } from '#domain/publishing/indexNumber.ts';
import { publicFace } from '#domain/publishing/life/states.ts';
import { VILLAGE } from '#domain/search/catalogue.ts';
import type { SearchDocument } from '#domain/search/document.ts';
import { chineseDate, parseDay } from '#lib/day.ts';
import type { Tx } from '../database.ts';
import { readItem } from '../publishing/read.ts';
import { indexDocument, removeDocument } from './write.ts';

/** The number of a stored file, as a photo's field has it: nothing anybody reads. */
const FILE = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** A date as it is printed and as it is typed. */
export function datesOf(day: string | null): string[] {
  const on = parseDay(day ?? '');
  return on ? [on, chineseDate(on)] : [];
}

/**
 * Lets the search and every public list follow an item, in the transaction that changes its life: shown in full it is found with the words of
 * its public version, else not at all.
 */
export async function syncItem(tx: Tx, agency: string, item: string): Promise<void> {
  const file = await readItem(tx, agency, item);
  const key = { agency, kind: 'item', id: item } as const;
  if (!file?.shown || publicFace(file.life) !== 'full') return removeDocument(tx, key);
  const { content, version } = file.shown;
  const { rows } = await sql<{ plain: string; category: string | null }>`
    select c.plain, i.category from item_contents c join items i on i.agency = c.agency and i.number = c.item
    where c.agency = ${agency} and c.item = ${item} and c.version = ${version}`.execute(tx);
  const particulars = Object.values(content.particulars)
    .filter((text) => !FILE.test(text))
    .join('\n');
  const columns = content.village ? [VILLAGE] : content.column ? [content.column] : [];
  const document: SearchDocument = {
    ...key,
    visibility: 'public',
    url: `/${agency}/items/${addressOf(item)}`,
    title: content.title,
    listed: {
      index: item,
      documentNumber: content.documentNumber,
      maker: content.maker,
      formedOn: content.formedOn,
      keywords: content.keywords,
      summary: content.summary,
    },
    metadata: [content.topic, content.genre, ...datesOf(content.formedOn)].filter((t) => t !== ''),
    reprint: content.reprint,
    body: [rows[0]?.plain ?? '', particulars].filter((t) => t !== '').join('\n'),
    attachments: attachmentsOf(file.attachments, version).map((a) => ({ name: a.title, sha256: a.sha256 })),
    columns,
    type: rows[0]?.category ?? null,
    validity: file.life.public === 'inForce' ? 'inForce' : 'ended',
    publishedAt: file.life.publishedAt ?? file.shown.savedAt,
  };
  await indexDocument(tx, document);
}
