import { sql } from 'kysely';
import type { Guide } from '#domain/publishing/guide.ts';
import { GUIDE_ELEMENTS } from '#law/catalogue.ts';
import type { Tx } from '../database.ts';
import { indexDocument, removeDocument } from './write.ts';

const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', nbsp: ' ', amp: '&' };

/** The words of clean HTML, which was cleaned before it was kept: no comments, no scripts, five entities. */
function wordsOf(html: string): string {
  return html.replace(/<[^>]*>/g, '\n').replace(/&(lt|gt|quot|nbsp|amp);/g, (_, name: string) => ENTITIES[name] ?? '');
}

/** Lets the search follow an office's guide (指南), in the transaction that saves it. */
export async function syncGuide(tx: Tx, agency: string): Promise<void> {
  const key = { agency, kind: 'guide', id: 'guide' } as const;
  const { rows } = await sql<{ guide: Guide; recorded_at: Date }>`
    select body as guide, recorded_at from publishing_entries
    where agency = ${agency} and kind = 'guide' and id = 'guide' and last and not removed`.execute(tx);
  const last = rows[0];
  if (!last) return removeDocument(tx, key);
  const { guide, recorded_at } = last;
  const elements = GUIDE_ELEMENTS.flatMap(({ key: k, label }) => (guide.elements[k]?.trim() ? [`${label}：${guide.elements[k]}`] : []));
  await indexDocument(tx, {
    ...key,
    visibility: 'public',
    url: `/${agency}/guide`,
    title: '政府信息公开指南',
    listed: { index: '', documentNumber: '', maker: '', formedOn: guide.effectiveOn, keywords: [], summary: '' },
    body: [...elements, wordsOf(guide.body)].join('\n'),
    attachments: [],
    columns: [],
    type: null,
    validity: null,
    publishedAt: recorded_at.toISOString(),
  });
}
