import { sql } from 'kysely';
import { type SearchDocument, searchableText } from '#domain/search/document.ts';
import type { SearchKey } from '#domain/search/ports.ts';
import { shanghaiDay } from '#lib/day.ts';
import type { Tx } from '../database.ts';
import { titleTexts, vectorOf } from './grams.ts';

/** What PostgreSQL can keep of a text. */
const clean = (text: string): string => text.toWellFormed().replaceAll('\0', '');

function cleanListed(l: SearchDocument['listed']): SearchDocument['listed'] {
  return {
    index: clean(l.index),
    documentNumber: clean(l.documentNumber),
    maker: clean(l.maker),
    formedOn: l.formedOn,
    keywords: l.keywords.map(clean),
    summary: clean(l.summary),
  };
}

/** The row of a document, ready to be written. */
function rowOf(d: SearchDocument) {
  const { folded, pinyin, shown, clipped } = searchableText(d);
  const year = Number(shanghaiDay(Date.parse(d.publishedAt)).slice(0, 4));
  const title = titleTexts(d.title);
  const filter = { agency: d.agency, year, type: d.type ?? undefined, validity: d.validity ?? undefined };
  return {
    agency: d.agency,
    kind: d.kind,
    id: d.id,
    visibility: d.visibility,
    columns: [...d.columns],
    type: d.type,
    validity: d.validity,
    year,
    published_at: d.publishedAt,
    clipped,
    grams: vectorOf({ folded, title: title.folded, pinyin: title.pinyin, columns: d.columns, filter }),
    folded,
    pinyin,
    line: { url: clean(d.url), title: clean(d.title), listed: cleanListed(d.listed), ...(d.reprint ? { reprint: true } : {}) },
    shown: clean(shown),
  };
}

/** The texts of the attachments that were read already. */
async function withTexts(tx: Tx, d: SearchDocument): Promise<SearchDocument> {
  const missing = d.attachments.filter((a) => a.text === undefined).map((a) => a.sha256);
  if (missing.length === 0) return d;
  const { rows } = await sql<{ sha256: string; text: string }>`
    select encode(sha256, 'hex') as sha256, text from attachment_texts
    where agency = ${d.agency} and encode(sha256, 'hex') = any(${missing})`.execute(tx);
  const texts = new Map(rows.map((r) => [r.sha256, r.text]));
  return { ...d, attachments: d.attachments.map((a) => ({ ...a, text: a.text ?? texts.get(a.sha256) ?? null })) };
}

/** Writes what is public in one statement; what was there under the same key is replaced. What is not public is taken out. */
export async function writeDocuments(tx: Tx, documents: readonly SearchDocument[]): Promise<void> {
  for (const d of documents) if (d.visibility !== 'public') await removeDocument(tx, d);
  const rows = documents.filter((d) => d.visibility === 'public').map(rowOf);
  if (rows.length === 0) return;
  await sql`
    with given as (select * from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(agency text, kind text, id text, visibility text,
        columns text[], type text, validity text, year integer, published_at timestamptz, clipped boolean, grams text, folded text,
        pinyin text, line jsonb, shown text)),
      numbered as (
        insert into search_documents (agency, kind, id, visibility, columns, type, validity, year, published_at, clipped, line, shown)
        select agency, kind, id, visibility, columns, type, validity, year, published_at, clipped, line, shown from given
        on conflict (agency, kind, id) do update set visibility = excluded.visibility, columns = excluded.columns, type = excluded.type,
          validity = excluded.validity, year = excluded.year, published_at = excluded.published_at, clipped = excluded.clipped,
          line = excluded.line, shown = excluded.shown
        returning no, agency, kind, id),
      folded as (
        insert into search_texts (agency, no, folded, pinyin) select n.agency, n.no, g.folded, g.pinyin from numbered n join given g using (agency, kind, id)
        on conflict (agency, no) do update set folded = excluded.folded, pinyin = excluded.pinyin)
    insert into search_grams (agency, no, published_at, grams)
    select n.agency, n.no, g.published_at, g.grams::tsvector from numbered n join given g using (agency, kind, id)
    on conflict (agency, no) do update set published_at = excluded.published_at, grams = excluded.grams`.execute(tx);
}

/** Makes a document findable in the transaction that publishes it; one that is not public is not kept. */
export async function indexDocument(tx: Tx, document: SearchDocument): Promise<void> {
  await writeDocuments(tx, [await withTexts(tx, document)]);
}

/** Takes a document out of the search in the transaction that withdraws it. */
export async function removeDocument(tx: Tx, key: SearchKey): Promise<void> {
  await sql`delete from search_documents where agency = ${key.agency} and kind = ${key.kind} and id = ${key.id}`.execute(tx);
}
