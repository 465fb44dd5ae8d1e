import { sql } from 'kysely';
import type { ReportDocument } from '#domain/report/document.ts';
import type { Tx } from '../database.ts';
import { datesOf } from './items.ts';
import { indexDocument, removeDocument } from './write.ts';

/** The words of a report as they are printed, a paragraph a line. */
function wordsOf(d: ReportDocument): string {
  const paragraphs = [...d.preamble, ...d.sections.flatMap((s) => [{ runs: [{ text: s.title }] }, ...s.paragraphs])];
  return paragraphs.map((p) => p.runs.map((r) => r.text).join('')).join('\n');
}

/** Lets the search follow a unit's report of a year, in the transaction that changes its standing: the latest published version is found. */
export async function syncReport(tx: Tx, agency: string, year: number): Promise<void> {
  const key = { agency, kind: 'report', id: String(year) } as const;
  const { rows } = await sql<{ document: ReportDocument; published_at: Date }>`
    select frozen->'document' as document, published_at from reports
    where agency = ${agency} and year = ${year} and status = 'published' order by version desc limit 1`.execute(tx);
  const last = rows[0];
  if (!last) return removeDocument(tx, key);
  const { document, published_at } = last;
  await indexDocument(tx, {
    ...key,
    visibility: 'public',
    url: `/${agency}/reports/${year}`,
    title: document.title,
    listed: { index: '', documentNumber: '', maker: document.signedBy, formedOn: document.signedOn, keywords: [], summary: '' },
    metadata: datesOf(document.signedOn),
    body: wordsOf(document),
    attachments: [],
    columns: ['reports'],
    type: 'annualReport',
    validity: null,
    publishedAt: published_at.toISOString(),
  });
}
